-- Whom a profile was taken from: a person's page asks for it.
create index links_previous_person on links (workspace_id, previous_person_id) where previous_person_id is not null;

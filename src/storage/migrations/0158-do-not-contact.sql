-- Who they are among some thousand people is told from the few of whom it is true.
create index people_do_not_contact on people (workspace_id, person_id) where do_not_contact_at is not null;

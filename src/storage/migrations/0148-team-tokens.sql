-- A token of the team acts under a name of its own: a user who is nobody, never signs in and is in no list of people.
alter table users add column machine boolean not null default false;
alter table users add check (not machine or (disabled_at is not null and role <> 'owner' and password_hash is null));
alter table api_tokens add column made_by uuid;
alter table api_tokens add foreign key (workspace_id, made_by) references users on delete set null (made_by);

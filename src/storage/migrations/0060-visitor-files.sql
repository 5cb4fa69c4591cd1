-- Null: a visitor of the website chat sent it.
alter table files alter column user_id drop not null;

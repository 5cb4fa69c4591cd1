-- Goes with the sample data.
alter table groups add column sample boolean not null default false;

-- A list may tell its readers once a week of the openings that are new for each. `on_jobs`: job pages offer it.
alter table lists add column on_jobs boolean not null default false;
alter table lists add column digest_on boolean not null default false;
-- 1 is Monday; the hour is of the time zone.
alter table lists add column digest_weekday smallint not null default 1 check (digest_weekday between 1 and 7);
alter table lists add column digest_hour smallint not null default 9 check (digest_hour between 0 and 23);
alter table lists add column digest_timezone text not null default 'UTC';
-- What was opened up to here has been told.
alter table lists add column digest_until timestamptz;

-- Who gets which digest. One a week and reader, however often the week's digest is made.
create table list_digest_readers (
  workspace_id uuid not null,
  subscriber_id uuid not null,
  week text not null,
  issue_id uuid not null,
  primary key (workspace_id, subscriber_id, week),
  foreign key (workspace_id, subscriber_id) references list_subscribers on delete cascade,
  foreign key (workspace_id, issue_id) references list_issues on delete cascade
);
create index list_digest_readers_issue on list_digest_readers (workspace_id, issue_id);
select kith_wall('list_digest_readers');

-- Left out of a recruiter's Today until then.
create table today_put_off (
  workspace_id uuid not null,
  user_id uuid not null,
  -- The person, or the group, or the conversation of somebody unknown.
  subject_id uuid not null,
  until timestamptz not null,
  primary key (workspace_id, user_id, subject_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('today_put_off');

-- A recruiter's week: over which tool how many people, where, on which days (1 is Monday).
create table week_rhythms (
  workspace_id uuid not null,
  user_id uuid not null,
  tool text not null,
  people smallint not null check (people between 0 and 200),
  place text not null default '',
  days smallint[] not null,
  primary key (workspace_id, user_id, tool),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('week_rhythms');

-- New activity of people in pools, and new jobs, are walked from the newest end.
create index import_changes_jobs on import_changes (workspace_id, change_id desc) where kind = 'new-job';

-- People a recruiter keeps together. `search`: what the people search is asked, as the owner (a stage is theirs), to keep it current.
create table pools (
  workspace_id uuid not null references workspaces,
  pool_id uuid not null,
  owner_id uuid not null,
  kind text not null check (kind in ('static', 'dynamic')),
  name text not null,
  about text not null default '',
  search jsonb,
  -- Everybody in the workspace sees it; else its owner and whom it is shared with.
  team boolean not null default false,
  -- Everyone who knows us hears from us every so many weeks.
  warm_weeks smallint check (warm_weeks between 1 and 104),
  -- What of ours may be passed on to them: a post, never a job.
  offer_title text,
  offer_url text,
  size int not null default 0,
  sample boolean not null default false,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, pool_id),
  foreign key (workspace_id, owner_id) references users on delete cascade,
  check ((kind = 'dynamic') = (search is not null))
);
create unique index pools_name on pools (workspace_id, owner_id, lower(name)) where removed_at is null;
create index pools_warm on pools (workspace_id) where warm_weeks is not null and removed_at is null;
select kith_wall('pools');

create table pool_shares (
  workspace_id uuid not null,
  pool_id uuid not null,
  user_id uuid not null,
  shared_by uuid not null,
  shared_at timestamptz not null,
  primary key (workspace_id, pool_id, user_id),
  foreign key (workspace_id, pool_id) references pools on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index pool_shares_user on pool_shares (workspace_id, user_id);
select kith_wall('pool_shares');

-- `hand` stays whatever the search finds; `kept-out` was taken out by hand and the search does not bring it back.
create table pool_members (
  workspace_id uuid not null,
  pool_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('hand', 'rule', 'kept-out')),
  added_by uuid,
  added_at timestamptz not null,
  primary key (workspace_id, pool_id, person_id),
  foreign key (workspace_id, pool_id) references pools on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index pool_members_person on pool_members (workspace_id, person_id);
create index pool_members_added on pool_members (workspace_id, pool_id, added_at desc, person_id) where how <> 'kept-out';
select kith_wall('pool_members');

-- Who came and went, when and why. `filled`: so many at once that naming each would tell nobody anything; `detail` has the number.
create table pool_log (
  workspace_id uuid not null,
  entry_id uuid not null,
  pool_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('came', 'went', 'filled')),
  cause text not null,
  detail jsonb not null default '{}',
  user_id uuid,
  at timestamptz not null,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, pool_id) references pools on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index pool_log_pool on pool_log (workspace_id, pool_id, at desc, entry_id desc);
create index pool_log_person on pool_log (workspace_id, person_id);
select kith_wall('pool_log');

-- How far the change log of the workspace was looked through, and when everybody was looked at.
create table pool_watches (
  workspace_id uuid not null references workspaces,
  seen_seq bigint not null,
  swept_at timestamptz not null,
  primary key (workspace_id)
);
select kith_wall('pool_watches');

-- A next step that was planned for somebody; done as soon as they hear from us after `planned_at`.
create table planned_steps (
  workspace_id uuid not null,
  user_id uuid not null,
  person_id uuid not null,
  pool_id uuid,
  action text not null check (action in ('keep-warm', 'invite', 'message', 'comment')),
  tool text,
  planned_on date not null,
  planned_at timestamptz not null,
  primary key (workspace_id, user_id, person_id),
  foreign key (workspace_id, user_id) references users on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index planned_steps_due on planned_steps (workspace_id, user_id, planned_on);
create index planned_steps_person on planned_steps (workspace_id, person_id);
select kith_wall('planned_steps');

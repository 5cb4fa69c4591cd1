-- Recruiters who work together, by a name of their own.
create table teams (
  workspace_id uuid not null references workspaces,
  team_id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, team_id)
);
create unique index teams_name on teams (workspace_id, lower(name)) where removed_at is null;
select kith_wall('teams');

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, team_id, user_id),
  foreign key (workspace_id, team_id) references teams on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index team_members_user on team_members (workspace_id, user_id);
select kith_wall('team_members');

-- What was done lately is read by its time.
create index audit_log_at on audit_log (workspace_id, at desc, entry_id desc);

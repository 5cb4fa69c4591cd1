-- The recruiter's own profile: one master ("master"), and what stands on each tool.
create table own_profiles (
  workspace_id uuid not null,
  user_id uuid not null,
  tool text not null,
  fields jsonb not null default '{}',
  -- When the recruiter last looked there and found it so.
  checked_at timestamptz,
  updated_at timestamptz not null,
  primary key (workspace_id, user_id, tool),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('own_profiles');

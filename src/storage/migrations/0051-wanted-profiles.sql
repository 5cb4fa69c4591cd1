-- What people are looked for with; how somebody fits is judged when it is asked for.
create table wanted_profiles (
  workspace_id uuid not null references workspaces,
  wanted_id uuid not null,
  user_id uuid not null,
  name text not null,
  title text,
  skills text[] not null,
  place text,
  km int not null check (km between 1 and 500),
  languages text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, wanted_id),
  foreign key (workspace_id, user_id) references users
);
create unique index wanted_profiles_name on wanted_profiles (workspace_id, lower(name));
select kith_wall('wanted_profiles');

create table saved_searches (
  workspace_id uuid not null references workspaces,
  saved_id uuid not null,
  user_id uuid not null,
  name text not null,
  -- As the list's address has it: the query and its filters.
  search jsonb not null,
  notify boolean not null,
  -- More fit than are watched.
  too_broad boolean not null default false,
  created_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (workspace_id, saved_id),
  foreign key (workspace_id, user_id) references users
);
create unique index saved_searches_name on saved_searches (workspace_id, user_id, lower(name));
select kith_wall('saved_searches');

-- Who fitted when it was looked last; those without seen_at are new since the recruiter looked.
create table saved_search_people (
  workspace_id uuid not null,
  saved_id uuid not null,
  person_id uuid not null,
  found_at timestamptz not null,
  seen_at timestamptz,
  primary key (workspace_id, saved_id, person_id),
  foreign key (workspace_id, saved_id) references saved_searches on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index saved_search_people_new on saved_search_people (workspace_id, saved_id) where seen_at is null;
create index saved_search_people_person on saved_search_people (workspace_id, person_id);
select kith_wall('saved_search_people');

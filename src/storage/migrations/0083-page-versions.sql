-- What readers of a landing page saw, each time it went out.
create table page_versions (
  workspace_id uuid not null,
  page_id uuid not null,
  version_id uuid not null,
  content jsonb not null,
  user_id uuid,
  at timestamptz not null,
  primary key (workspace_id, page_id, version_id),
  foreign key (workspace_id, page_id) references pages on delete cascade
);
select kith_wall('page_versions');

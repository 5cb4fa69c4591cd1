-- The sample data of a workspace, while there is some: how far its loading is, and what has to go with it.
create table sample_loads (
  workspace_id uuid not null references workspaces,
  load_id uuid not null,
  user_id uuid not null,
  people int not null,
  state text not null check (state in ('loading', 'loaded', 'failed')),
  steps_done int not null default 0,
  steps_total int not null,
  page_id uuid,
  -- The website chat, when the load was the first to need one.
  chat_id uuid,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id)
);
select kith_wall('sample_loads');

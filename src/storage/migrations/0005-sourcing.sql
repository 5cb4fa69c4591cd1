create table uploads (
  workspace_id uuid not null references workspaces,
  upload_id uuid not null,
  user_id uuid not null,
  name text not null,
  size bigint not null,
  complete boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, upload_id)
);
select kith_wall('uploads');

-- 1 MiB pieces, so that any node can run the import and a backup holds it.
create table upload_chunks (
  workspace_id uuid not null,
  upload_id uuid not null,
  chunk int not null,
  bytes bytea not null,
  primary key (workspace_id, upload_id, chunk),
  foreign key (workspace_id, upload_id) references uploads on delete cascade
);
alter table upload_chunks alter column bytes set storage external;
select kith_wall('upload_chunks');

create table imports (
  workspace_id uuid not null references workspaces,
  import_id uuid not null,
  user_id uuid not null,
  upload_id uuid,
  name text not null,
  format text not null,
  mapping jsonb,
  state text not null check (state in ('waiting', 'running', 'paused', 'cancelled', 'failed', 'done', 'undone')),
  error text,
  -- Where a stopped import goes on: rows before this one are committed.
  rows_done bigint not null default 0,
  rows_total bigint,
  created_count bigint not null default 0,
  changed_count bigint not null default 0,
  unchanged_count bigint not null default 0,
  empty_count bigint not null default 0,
  rejected_count bigint not null default 0,
  new_job_count bigint not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (workspace_id, import_id)
);
create index imports_recent on imports (workspace_id, import_id desc);
select kith_wall('imports');

-- What an import changed in rows that were there before it, for undo; rows that it created carry its import_id instead.
create table import_changes (
  workspace_id uuid not null,
  import_id uuid not null,
  change_id uuid not null,
  entity text not null check (entity in ('person', 'profile', 'contact_point', 'link', 'relationship')),
  entity_id uuid not null,
  kind text not null check (kind in ('changed', 'new-job', 'added')),
  before jsonb not null,
  after jsonb not null,
  primary key (workspace_id, import_id, change_id),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
create index import_changes_entity on import_changes (workspace_id, entity_id);
select kith_wall('import_changes');

create table import_rejects (
  workspace_id uuid not null,
  import_id uuid not null,
  file text not null,
  row_number bigint not null,
  why text not null,
  raw text not null,
  primary key (workspace_id, import_id, file, row_number),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
select kith_wall('import_rejects');

-- The key of each record an import has brought → its person: the same file again changes nothing.
create table import_keys (
  workspace_id uuid not null,
  format text not null,
  record_key text not null,
  person_id uuid not null,
  digest bytea not null,
  import_id uuid not null,
  primary key (workspace_id, format, record_key),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index import_keys_person on import_keys (workspace_id, person_id);
create index import_keys_import on import_keys (workspace_id, import_id);
select kith_wall('import_keys');

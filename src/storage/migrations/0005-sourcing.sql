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
  state text not null check (state in ('waiting', 'running', 'paused', 'cancelled', 'failed', 'done', 'undoing', 'undone')),
  error text,
  -- Size and bytes of the file from the command line: an import that was cut off goes on, it does not begin again.
  source_key text,
  -- Names of a table's columns in file order, for the download of rejected rows.
  columns jsonb,
  -- Where a stopped import goes on: rows before this one are committed.
  rows_done bigint not null default 0,
  -- Null while not known; counted at preview, else estimated from the bytes read.
  rows_total bigint,
  rows_exact boolean not null default false,
  created_count bigint not null default 0,
  changed_count bigint not null default 0,
  unchanged_count bigint not null default 0,
  empty_count bigint not null default 0,
  rejected_count bigint not null default 0,
  new_job_count bigint not null default 0,
  -- Not taken in: people who were erased here, or asked for it.
  suppressed_count bigint not null default 0,
  -- Kept apart from someone with the same address, and proposed for review.
  conflict_count bigint not null default 0,
  -- What else the file held, by kind: {"message": 12, "endorsement": 3}; `owner` is the name on the recruiter's own export.
  also jsonb not null default '{}',
  removed_count bigint not null default 0,
  kept_count bigint not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (workspace_id, import_id)
);
create index imports_recent on imports (workspace_id, import_id desc);
create index imports_source on imports (workspace_id, source_key) where source_key is not null;
select kith_wall('imports');

-- What an import changed in rows that were there before it, for undo; rows that it created carry its import_id instead.
create table import_changes (
  workspace_id uuid not null,
  import_id uuid not null,
  change_id uuid not null,
  entity text not null check (entity in ('person', 'profile', 'key')),
  entity_id uuid not null,
  kind text not null check (kind in ('changed', 'new-job')),
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

-- The key of each record an import has brought → its person: the same file again changes nothing. A key that stands twice in one
-- file has the digest of each row.
create table import_keys (
  workspace_id uuid not null,
  format text not null,
  record_key text not null,
  person_id uuid not null,
  digests bytea[] not null,
  import_id uuid not null,
  primary key (workspace_id, format, record_key),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index import_keys_person on import_keys (workspace_id, person_id);
create index import_keys_import on import_keys (workspace_id, import_id);
select kith_wall('import_keys');

-- Dated talk and connections in a file: kept until all of its people are known, then told to what keeps relationships.
create table import_history (
  workspace_id uuid not null,
  record_key text not null,
  import_id uuid not null,
  kind text not null check (kind in ('message', 'invitation', 'connected')),
  direction text not null check (direction in ('in', 'out', 'both')),
  tool text not null,
  person_id uuid,
  profile_key text,
  name text,
  at timestamptz not null,
  text text,
  told boolean not null default false,
  primary key (workspace_id, record_key),
  foreign key (workspace_id, import_id) references imports on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index import_history_import on import_history (workspace_id, import_id, told);
create index import_history_person on import_history (workspace_id, person_id) where person_id is not null;
select kith_wall('import_history');

-- What the columns of a table meant last time, by its header.
create table import_mappings (
  workspace_id uuid not null references workspaces,
  header_key text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (workspace_id, header_key)
);
select kith_wall('import_mappings');

-- What an undo left alone, because something was done with it since.
create table import_kept (
  workspace_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  why text not null,
  primary key (workspace_id, import_id, person_id),
  foreign key (workspace_id, import_id) references imports on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index import_kept_person on import_kept (workspace_id, person_id);
select kith_wall('import_kept');

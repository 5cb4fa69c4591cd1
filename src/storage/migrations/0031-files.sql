-- Files on their way out, kept until they are sent and after: an upload outlives a restart before its Send.
create table files (
  workspace_id uuid not null,
  file_id uuid not null,
  user_id uuid not null,
  -- Whose composer it waits in; with `message_id` it was sent.
  conversation_id uuid not null,
  message_id uuid,
  name text not null,
  mime_type text not null,
  bytes int not null,
  created_at timestamptz not null,
  primary key (workspace_id, file_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index files_waiting on files (workspace_id, conversation_id, user_id) where message_id is null;
create index files_unsent on files (created_at) where message_id is null;
select kith_wall('files');

create table file_chunks (
  workspace_id uuid not null,
  file_id uuid not null,
  position int not null,
  data bytea not null,
  primary key (workspace_id, file_id, position),
  foreign key (workspace_id, file_id) references files on delete cascade
);
select kith_wall('file_chunks');

-- Pictures small and drawn anew by Kith: nothing that somebody sent is ever shown as it came.
create table file_previews (
  workspace_id uuid not null,
  message_id uuid not null,
  file_index int not null,
  -- Null: it is no picture that can be shown.
  data bytea,
  created_at timestamptz not null,
  primary key (workspace_id, message_id, file_index),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
select kith_wall('file_previews');

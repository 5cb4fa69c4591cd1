-- Notes of the team inside a thread. A table of their own: nothing that sends messages ever reads it.
create table thread_notes (
  workspace_id uuid not null,
  thread_note_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  text text not null,
  mentions uuid[] not null default '{}',
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, thread_note_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index thread_notes_thread on thread_notes (workspace_id, conversation_id, created_at);
select kith_wall('thread_notes');

-- `variants`: the text for one tool, by its id, where the usual text is not that tool's language.
create table saved_replies (
  workspace_id uuid not null references workspaces,
  reply_id uuid not null,
  name text not null,
  text text not null,
  variants jsonb not null default '{}',
  user_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, reply_id)
);
create unique index saved_replies_name on saved_replies (workspace_id, lower(name)) where removed_at is null;
select kith_wall('saved_replies');

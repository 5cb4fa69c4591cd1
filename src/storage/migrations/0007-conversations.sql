create table connections (
  workspace_id uuid not null references workspaces,
  connection_id uuid not null,
  user_id uuid not null,
  tool text not null,
  label text not null,
  config jsonb not null default '{}',
  secrets_sealed text,
  state text not null default 'connecting',
  state_detail jsonb not null default '{}',
  state_at timestamptz not null,
  cursor text,
  caught_up_at timestamptz,
  paused_at timestamptz,
  removed_at timestamptz,
  lease_holder uuid,
  lease_until timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, connection_id),
  foreign key (workspace_id, user_id) references users
);
create index connections_lease on connections (lease_until) where removed_at is null and paused_at is null;
select kith_wall('connections');

create table conversations (
  workspace_id uuid not null,
  conversation_id uuid not null,
  connection_id uuid not null,
  tool text not null,
  kind text not null check (kind in ('direct', 'room', 'visitor')),
  remote_id text not null,
  title text,
  person_id uuid,
  profile_id uuid,
  -- `requested`: they wrote first and nobody here knows them yet.
  requested boolean not null default false,
  assignee_id uuid,
  done_at timestamptz,
  snoozed_until timestamptz,
  unread_count int not null default 0,
  last_message_at timestamptz,
  last_preview text,
  last_own boolean,
  -- Counts messages; a send carries the version its writer saw and is refused when it moved.
  version int not null default 0,
  labels text[] not null default '{}',
  created_at timestamptz not null,
  primary key (workspace_id, conversation_id),
  unique (workspace_id, connection_id, remote_id),
  foreign key (workspace_id, connection_id) references connections,
  foreign key (workspace_id, person_id) references people
);
create index conversations_inbox on conversations (workspace_id, last_message_at desc nulls last, conversation_id) where done_at is null;
create index conversations_person on conversations (workspace_id, person_id) where person_id is not null;
select kith_wall('conversations');

create table messages (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  connection_id uuid not null,
  person_id uuid,
  user_id uuid,
  kind text not null default 'text' check (kind in ('text', 'gap', 'invite', 'system')),
  own boolean not null,
  sender_id text,
  sender_name text,
  text text not null,
  sent_at timestamptz not null,
  history boolean not null default false,
  reply_to uuid,
  edited_at timestamptz,
  retracted_at timestamptz,
  detail jsonb not null default '{}',
  -- Outgoing: queued, sending, accepted, delivered, read, later, refused, unknown, cancelled. Incoming: received.
  delivery text not null,
  delivery_at timestamptz not null,
  delivery_code text,
  delivery_text text,
  assessment jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index messages_thread on messages (workspace_id, conversation_id, sent_at desc, message_id desc);
create index messages_person on messages (workspace_id, person_id, sent_at desc) where person_id is not null;
select kith_wall('messages');

-- Every id a network gives a message, ours included, leads to one row: duplicates and echoes find it.
create table message_keys (
  workspace_id uuid not null,
  connection_id uuid not null,
  message_key text not null,
  message_id uuid,
  primary key (workspace_id, connection_id, message_key)
);
create index message_keys_message on message_keys (workspace_id, message_id);
select kith_wall('message_keys');

create table outbox (
  workspace_id uuid not null,
  message_id uuid not null,
  connection_id uuid not null,
  conversation_id uuid not null,
  action text not null check (action in ('message', 'invite', 'answer')),
  payload jsonb not null,
  bucket text not null,
  position bigint generated always as identity,
  state text not null check (state in ('queued', 'sending', 'unknown')),
  not_before timestamptz not null,
  attempts int not null default 0,
  sending_since timestamptz,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index outbox_due on outbox (workspace_id, connection_id, bucket, position) where state = 'queued';
select kith_wall('outbox');

create table rate_buckets (
  workspace_id uuid not null,
  connection_id uuid not null,
  bucket text not null,
  held_until timestamptz not null,
  code text not null,
  text text not null,
  primary key (workspace_id, connection_id, bucket)
);
select kith_wall('rate_buckets');

create table presence (
  workspace_id uuid not null,
  connection_id uuid not null,
  remote_id text not null,
  state text not null check (state in ('online', 'away', 'off')),
  status text,
  since timestamptz not null,
  primary key (workspace_id, connection_id, remote_id),
  foreign key (workspace_id, connection_id) references connections on delete cascade
);
select kith_wall('presence');

create table drafts (
  workspace_id uuid not null,
  user_id uuid not null,
  conversation_id uuid not null,
  text text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, user_id, conversation_id)
);
select kith_wall('drafts');

-- Simhash of what was sent on direct surfaces: near-duplicates to many people are broadcasting.
create table sent_texts (
  workspace_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  person_id uuid,
  recipient text not null,
  tool text not null,
  sent_at timestamptz not null,
  text text not null,
  fingerprint bigint not null,
  primary key (workspace_id, message_id)
);
create index sent_texts_recent on sent_texts (workspace_id, sent_at desc);
select kith_wall('sent_texts');

-- Sent in spite of a soft block: by an admin at once, or asked for by a recruiter and answered by an admin.
create table overrides (
  workspace_id uuid not null,
  override_id uuid not null,
  -- The admin; null while nobody answered.
  user_id uuid,
  asked_by uuid,
  message_id uuid,
  conversation_id uuid,
  person_id uuid,
  action text not null default 'message',
  codes text[] not null,
  because text[] not null default '{}',
  draft text not null,
  reason text not null,
  state text not null check (state in ('asked', 'granted', 'declined', 'used')),
  at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, override_id)
);
create index overrides_thread on overrides (workspace_id, conversation_id, at desc);
select kith_wall('overrides');

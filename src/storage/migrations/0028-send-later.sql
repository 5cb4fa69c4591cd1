-- Written for later. No message yet: it becomes one, under the same id, when it leaves, after it was judged again.
create table later_messages (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  action text not null check (action in ('message', 'invite')),
  text text not null,
  subject text,
  reply_to uuid,
  send_at timestamptz not null,
  -- The warnings that the writer saw; a new one holds it back.
  accepted text[] not null default '{}',
  -- The version that the writer knew, of all conversations of the thread together.
  seen_version int not null,
  -- Set when it did not leave: it waits for its writer.
  held_at timestamptz,
  held_why jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index later_messages_thread on later_messages (workspace_id, conversation_id, send_at);
select kith_wall('later_messages');

-- A snooze always ends: `snoozed_until` is set for all three, for `online` and `answer` as the latest. `woke_*`: it came back by
-- itself, and why; both stay until somebody writes or snoozes again. `remind_at`: comes to the top when nobody answered by then.
alter table conversations
  drop column labels,
  add column labels uuid[] not null default '{}',
  add column snooze_for text check (snooze_for in ('time', 'online', 'answer')),
  add column woke_at timestamptz,
  add column woke_why text check (woke_why in ('time', 'online', 'answered', 'no-answer')),
  add column remind_at timestamptz,
  add column top_at timestamptz generated always as (greatest(last_message_at, woke_at)) stored;

-- Every view of the inbox reads one of these from its newest end; the partial ones hold only what their view shows.
drop index conversations_inbox;
create index conversations_inbox on conversations (workspace_id, top_at desc, conversation_id desc)
  where done_at is null and not requested and top_at is not null;
create index conversations_unread on conversations (workspace_id, top_at desc, conversation_id desc)
  where done_at is null and not requested and unread_count > 0;
create index conversations_assigned on conversations (workspace_id, assignee_id, top_at desc, conversation_id desc)
  where done_at is null and not requested and assignee_id is not null;
create index conversations_unassigned on conversations (workspace_id, top_at desc, conversation_id desc)
  where done_at is null and not requested and assignee_id is null;
create index conversations_waiting on conversations (workspace_id, top_at desc, conversation_id desc)
  where done_at is null and not requested and last_own;
create index conversations_requested on conversations (workspace_id, top_at desc, conversation_id desc)
  where requested and done_at is null;
create index conversations_snoozed on conversations (workspace_id, top_at desc, conversation_id desc) where snoozed_until is not null;
create index conversations_done on conversations (workspace_id, top_at desc, conversation_id desc) where done_at is not null;
create index conversations_tool on conversations (workspace_id, tool, top_at desc, conversation_id desc)
  where done_at is null and not requested;
create index conversations_labels on conversations using gin (labels) where labels <> '{}';

create table labels (
  workspace_id uuid not null references workspaces,
  label_id uuid not null,
  name text not null,
  colour text not null check (colour in ('plain', 'teal', 'blue', 'green', 'amber', 'red')),
  created_at timestamptz not null,
  -- Removed ones keep their conversations, so that it can be undone.
  removed_at timestamptz,
  primary key (workspace_id, label_id)
);
create unique index labels_name on labels (workspace_id, lower(name)) where removed_at is null;
select kith_wall('labels');

-- What a colleague is told of: given a conversation, named in a note, or a message of theirs that waits for a decision.
create table notices (
  workspace_id uuid not null,
  notice_id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('assigned', 'mentioned', 'held')),
  conversation_id uuid not null,
  by_user uuid,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (workspace_id, notice_id),
  foreign key (workspace_id, user_id) references users on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index notices_open on notices (workspace_id, user_id, at desc) where seen_at is null;
create index notices_conversation on notices (workspace_id, conversation_id);
select kith_wall('notices');

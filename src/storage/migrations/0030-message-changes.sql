-- What we change about messages that were sent: corrected, taken back, reacted to. Also the history of edits.
create table message_changes (
  workspace_id uuid not null,
  change_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('edit', 'retract', 'react')),
  -- Of an edit; emptied when the message is taken back.
  text text,
  before text,
  -- Of a reaction: all of ours from then on.
  emoji text[],
  state text not null check (state in ('queued', 'sending', 'later', 'unknown', 'refused', 'accepted', 'cancelled')),
  state_text text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (workspace_id, change_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index message_changes_message on message_changes (workspace_id, message_id, created_at);
select kith_wall('message_changes');

-- A row of the outbox is a message or a change of one: `subject_id` is the message that it is about.
alter table outbox add column subject_id uuid;
update outbox set subject_id = message_id;
alter table outbox alter column subject_id set not null;
alter table outbox drop constraint outbox_workspace_id_message_id_fkey;
alter table outbox add foreign key (workspace_id, subject_id) references messages on delete cascade;
alter table outbox drop constraint outbox_action_check;
alter table outbox add check (action in ('message', 'invite', 'answer', 'edit', 'retract', 'react'));
create index outbox_subject on outbox (workspace_id, subject_id);

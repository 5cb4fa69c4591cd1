-- Where a recruiter is reached while away from Kith: one address of their own, on one of their own connections.
create table reaches (
  workspace_id uuid not null,
  user_id uuid not null,
  connection_id uuid not null,
  -- As its network knows it; null until they have written the code from there, where only they can begin.
  address text,
  code_hash text,
  code_until timestamptz,
  code_tries int not null default 0,
  -- Nothing is forwarded before this.
  proven_at timestamptz,
  mode text not null default 'away' check (mode in ('always', 'away', 'schedule')),
  away_minutes int not null default 5 check (away_minutes between 1 and 240),
  -- 1: Monday. By the recruiter's own clock.
  days int[] not null default '{1,2,3,4,5}',
  from_time text not null default '17:00',
  to_time text not null default '20:00',
  paused_at timestamptz,
  -- Words of ours to that address in the hour that began then: a program at the other end is not answered for ever.
  told_count int not null default 0,
  told_since timestamptz,
  -- What the network said when something could not be sent there.
  trouble text,
  trouble_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references users on delete cascade,
  foreign key (workspace_id, connection_id) references connections on delete cascade
);
create unique index reaches_address on reaches (workspace_id, connection_id, address) where proven_at is not null;
select kith_wall('reaches');

-- The mark, [k7], by which an answer from there finds its conversation.
create table reach_marks (
  workspace_id uuid not null,
  user_id uuid not null,
  number int not null,
  conversation_id uuid not null,
  -- The version of the conversation that was shown there; null before the first arrived.
  seen_version int,
  forwarded_at timestamptz,
  primary key (workspace_id, user_id, number),
  unique (workspace_id, user_id, conversation_id),
  foreign key (workspace_id, user_id) references users on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
select kith_wall('reach_marks');

-- A message that was forwarded, once.
create table forwards (
  workspace_id uuid not null,
  forward_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  number int not null,
  version int not null,
  -- Under which the network knows it.
  network_key text,
  created_at timestamptz not null,
  primary key (workspace_id, forward_id),
  unique (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade,
  foreign key (workspace_id, user_id, number) references reach_marks on delete cascade
);
create index forwards_key on forwards (workspace_id, network_key);
select kith_wall('forwards');

-- When a recruiter last touched Kith in a browser.
create table recruiters_awake (
  workspace_id uuid not null,
  user_id uuid not null,
  awake_at timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('recruiters_awake');

-- A forward goes through the outbox and is no message; words of ours to the recruiter belong to no conversation.
alter table outbox alter column subject_id drop not null;
alter table outbox alter column conversation_id drop not null;
alter table outbox drop constraint outbox_action_check;
alter table outbox add check (action in ('message', 'invite', 'answer', 'edit', 'retract', 'react', 'forward'));

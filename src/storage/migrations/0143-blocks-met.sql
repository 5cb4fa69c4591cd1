-- A block that a recruiter came up against: once a day, thread and rule, however often Send was pressed. The draft is kept nowhere here.
create table blocks_met (
  workspace_id uuid not null,
  on_day date not null,
  user_id uuid not null,
  conversation_id uuid not null,
  code text not null,
  hard boolean not null,
  primary key (workspace_id, on_day, user_id, conversation_id, code),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index blocks_met_thread on blocks_met (workspace_id, conversation_id);
select kith_wall('blocks_met');

-- What reports look for in a span and is rare among all touches, and what they add up of a span.
create index touches_hired on touches (workspace_id, at) where kind = 'hired';
create index stage_moves_hired on stage_moves (workspace_id, at) where to_stage = 'hired';
create index readings_recent on readings (workspace_id, read_at);

-- A visitor goes on over another network: whoever brings the code to that connection first is the same person, in the same thread.
create table chat_codes (
  workspace_id uuid not null,
  code_hash bytea not null,
  visitor_id uuid not null,
  -- Where the code counts, and nowhere else.
  connection_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- The conversation that it joined.
  conversation_id uuid,
  primary key (workspace_id, code_hash),
  foreign key (workspace_id, visitor_id) references visitors on delete cascade,
  foreign key (workspace_id, connection_id) references connections on delete cascade
);
create index chat_codes_visitor on chat_codes (workspace_id, visitor_id, created_at desc);
select kith_wall('chat_codes');

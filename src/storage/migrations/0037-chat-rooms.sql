-- A group chat on a page of ours: visitors join under a name that they choose. Its conversation has the remote id `room:` and this id.
create table chat_rooms (
  workspace_id uuid not null,
  room_id uuid not null,
  connection_id uuid not null,
  -- The page that shows it; null: every place where the chat is opened without a room of its own.
  page_id uuid,
  title text not null,
  norms text not null,
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, room_id),
  foreign key (workspace_id, connection_id) references connections on delete cascade
);
create unique index chat_rooms_page on chat_rooms (workspace_id, connection_id, page_id) nulls not distinct where closed_at is null;
select kith_wall('chat_rooms');

create table chat_room_members (
  workspace_id uuid not null,
  room_id uuid not null,
  visitor_id uuid not null,
  name text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  -- By a recruiter: they can't come back under another name.
  removed_at timestamptz,
  primary key (workspace_id, room_id, visitor_id),
  foreign key (workspace_id, room_id) references chat_rooms on delete cascade,
  foreign key (workspace_id, visitor_id) references visitors on delete cascade
);
create unique index chat_room_members_name on chat_room_members (workspace_id, room_id, kith_fold(name)) where left_at is null and removed_at is null;
create index chat_room_members_visitor on chat_room_members (workspace_id, visitor_id);
select kith_wall('chat_room_members');

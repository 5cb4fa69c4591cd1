-- What a room says of itself on its network now; kept, so that its norms hold while the network is away.
alter table conversations add column topic text;

-- Where people of a trade meet: a room that Kith is in, or a place that it can't join (a forum, a mailing list, a Facebook group).
create table groups (
  workspace_id uuid not null references workspaces,
  group_id uuid not null,
  kind text not null check (kind in ('room', 'place')),
  tool text not null,
  -- A room's remote id, the same over all connections; a place's address in one spelling, so that nobody adds it twice.
  address text not null,
  -- Of a room null until somebody names it otherwise than its network does.
  title text,
  url text,
  -- Written or pasted by a recruiter; without it a room's topic speaks.
  rules text,
  -- What somebody decided about its norms: goes before how rules or topic are read.
  settled jsonb not null default '{}',
  norms_by uuid,
  norms_at timestamptz,
  feed_url text,
  feed_title text,
  feed_state text check (feed_state in ('active', 'failing', 'gone')),
  feed_etag text,
  feed_modified text,
  feed_error text,
  feed_failures int not null default 0,
  feed_polled_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, group_id),
  unique (workspace_id, tool, address)
);
select kith_wall('groups');

-- Time that a group was on a recruiter's screen, in front and in use; `talk_ms` of it they were writing there.
create table group_time (
  workspace_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  on_day date not null,
  read_ms int not null default 0,
  talk_ms int not null default 0,
  last_at timestamptz not null,
  primary key (workspace_id, group_id, user_id, on_day),
  foreign key (workspace_id, group_id) references groups on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index group_time_day on group_time (workspace_id, on_day);
select kith_wall('group_time');

-- A visit outside of Kith, as its recruiter tells it.
create table group_visits (
  workspace_id uuid not null,
  visit_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  at timestamptz not null,
  read_minutes int not null default 0,
  talk_minutes int not null default 0,
  posts int not null default 0,
  promotion int not null default 0,
  answers int not null default 0,
  thanks int not null default 0,
  answered_us int not null default 0,
  note text not null default '',
  created_at timestamptz not null,
  primary key (workspace_id, visit_id),
  foreign key (workspace_id, group_id) references groups on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index group_visits_group on group_visits (workspace_id, group_id, at desc);
select kith_wall('group_visits');

-- What the feed of a place brought.
create table group_items (
  workspace_id uuid not null,
  item_id uuid not null,
  group_id uuid not null,
  item_key text not null,
  title text,
  url text,
  author text,
  author_url text,
  text text not null,
  published_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, item_id),
  unique (workspace_id, group_id, item_key),
  foreign key (workspace_id, group_id) references groups on delete cascade
);
create index group_items_newest on group_items (workspace_id, group_id, published_at desc);
select kith_wall('group_items');

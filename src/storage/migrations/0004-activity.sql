create table feeds (
  workspace_id uuid not null,
  feed_id uuid not null,
  person_id uuid not null,
  profile_id uuid not null,
  url text not null,
  site_url text,
  title text,
  state text not null default 'active' check (state in ('active', 'failing', 'gone', 'paused')),
  etag text,
  last_modified text,
  last_error text,
  failures int not null default 0,
  poll_every_seconds int not null default 3600,
  next_poll_at timestamptz not null,
  last_polled_at timestamptz,
  last_item_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, feed_id),
  unique (workspace_id, url),
  foreign key (workspace_id, profile_id) references profiles on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index feeds_due on feeds (next_poll_at) where state in ('active', 'failing');
select kith_wall('feeds');

create table activity_items (
  workspace_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  profile_id uuid,
  feed_id uuid,
  tool text not null,
  kind text not null,
  -- Stable id of the item at its source; an edited item updates its row.
  item_key text not null,
  title text,
  url text,
  text text not null,
  html text,
  language text,
  words int not null default 0,
  published_at timestamptz not null,
  edited_at timestamptz,
  import_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, activity_id),
  unique (workspace_id, tool, item_key),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index activity_items_person on activity_items (workspace_id, person_id, published_at desc, activity_id);
create index activity_items_profile on activity_items (workspace_id, profile_id, published_at desc) where profile_id is not null;
create index activity_items_recent on activity_items (workspace_id, published_at desc, activity_id);
select kith_wall('activity_items');

create table readings (
  workspace_id uuid not null,
  reading_id uuid not null,
  user_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  read_at timestamptz not null,
  visible_ms int not null,
  dismissed_at timestamptz,
  primary key (workspace_id, reading_id),
  foreign key (workspace_id, activity_id) references activity_items on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index readings_person on readings (workspace_id, user_id, person_id, read_at desc);
create index readings_item on readings (workspace_id, activity_id);
select kith_wall('readings');

create table quotes (
  workspace_id uuid not null,
  quote_id uuid not null,
  user_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  text text not null,
  created_at timestamptz not null,
  primary key (workspace_id, quote_id),
  foreign key (workspace_id, activity_id) references activity_items on delete cascade
);
create index quotes_person on quotes (workspace_id, person_id);
select kith_wall('quotes');

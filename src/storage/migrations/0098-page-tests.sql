-- Two versions of a landing page shown to readers by turns. `result`: what was counted, once it has ended.
create table page_tests (
  workspace_id uuid not null,
  test_id uuid not null,
  page_id uuid not null,
  variant jsonb not null,
  started_at timestamptz not null,
  user_id uuid,
  ended_at timestamptz,
  kept text check (kept in ('a', 'b')),
  result jsonb,
  primary key (workspace_id, test_id),
  foreign key (workspace_id, page_id) references pages on delete cascade
);
create unique index page_tests_running on page_tests (workspace_id, page_id) where ended_at is null;
select kith_wall('page_tests');

-- One row for each reader and day, known by a hash whose salt is thrown away with the day. Gone when the test ends.
create table page_test_visits (
  workspace_id uuid not null,
  test_id uuid not null,
  on_day date not null,
  visitor bytea not null,
  variant text not null check (variant in ('a', 'b')),
  chatted boolean not null default false,
  subscribed boolean not null default false,
  primary key (workspace_id, test_id, on_day, visitor),
  foreign key (workspace_id, test_id) references page_tests on delete cascade
);
select kith_wall('page_test_visits');

create table page_test_salts (
  workspace_id uuid not null references workspaces,
  on_day date not null,
  salt bytea not null,
  primary key (workspace_id, on_day)
);
select kith_wall('page_test_salts');

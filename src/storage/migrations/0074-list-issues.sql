create table list_issues (
  workspace_id uuid not null,
  issue_id uuid not null,
  number bigint generated always as identity,
  list_id uuid not null,
  subject text not null,
  preheader text not null default '',
  body text not null default '',
  segment jsonb not null default '{}',
  state text not null check (state in ('draft', 'scheduled', 'sending', 'paused', 'sent')),
  -- Why it stands still, in words.
  paused_why text,
  -- As it goes out, from the moment sending begins.
  compiled jsonb,
  send_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  user_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, issue_id),
  foreign key (workspace_id, list_id) references lists on delete cascade
);
create index list_issues_number on list_issues (number);
create index list_issues_list on list_issues (workspace_id, list_id, created_at desc);
select kith_wall('list_issues');

-- Who gets an issue: the outbox of list mail. Claimed in batches, with the look at who may not be written to in the same transaction.
create table list_deliveries (
  workspace_id uuid not null,
  issue_id uuid not null,
  subscriber_id uuid not null,
  domain text not null,
  -- 0 waits, 1 claimed, 2 sent, 3 left out, 4 refused, 5 given up, 6 nobody can tell
  state smallint not null default 0,
  attempts smallint not null default 0,
  next_at timestamptz,
  claimed_by uuid,
  claimed_at timestamptz,
  settled_at timestamptz,
  -- The reason it was left out, or the server's enhanced status.
  code text,
  said text,
  bounced text,
  complained_at timestamptz,
  left_at timestamptz,
  primary key (workspace_id, issue_id, subscriber_id),
  foreign key (workspace_id, issue_id) references list_issues on delete cascade
) with (fillfactor = 70);
create index list_deliveries_waiting on list_deliveries (workspace_id, issue_id, subscriber_id) where state = 0;
create index list_deliveries_claimed on list_deliveries (workspace_id, issue_id) where state = 1;
select kith_wall('list_deliveries');

create table list_clicks (
  workspace_id uuid not null,
  issue_id uuid not null,
  link int not null,
  subscriber_id uuid not null,
  clicks int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, issue_id, link, subscriber_id),
  foreign key (workspace_id, issue_id) references list_issues on delete cascade
);
select kith_wall('list_clicks');

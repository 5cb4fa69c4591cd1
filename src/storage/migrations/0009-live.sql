-- One gapless sequence per workspace, moved at the end of a transaction: a browser that asks for everything after N misses nothing.
create table live_cursors (
  workspace_id uuid primary key references workspaces,
  seq bigint not null
);
select kith_wall('live_cursors');

create table live_events (
  workspace_id uuid not null references workspaces,
  seq bigint not null,
  user_id uuid,
  kind text not null,
  payload jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, seq)
);
create index live_events_old on live_events (at);
select kith_wall('live_events');

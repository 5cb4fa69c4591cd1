create table webhooks (
  workspace_id uuid not null,
  webhook_id uuid not null,
  url text not null,
  event_types text[] not null,
  sealed text not null,
  -- The secret before a rotation: both sign until then, so that the receiver can change over without losing anything.
  previous_sealed text,
  previous_until timestamptz,
  active boolean not null default true,
  -- Why Kith stopped sending by itself: gone, failing.
  stopped_because text,
  failing_since timestamptz,
  user_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, webhook_id),
  foreign key (workspace_id, user_id) references users on delete set null (user_id)
);
select kith_wall('webhooks');

create table webhook_deliveries (
  workspace_id uuid not null,
  delivery_id uuid not null,
  webhook_id uuid not null,
  event_type text not null,
  body text not null,
  created_at timestamptz not null,
  state text not null,
  attempts integer not null default 0,
  next_at timestamptz,
  last_at timestamptz,
  last_status integer,
  last_error text,
  primary key (workspace_id, delivery_id),
  foreign key (workspace_id, webhook_id) references webhooks on delete cascade
);
create index webhook_deliveries_recent on webhook_deliveries (workspace_id, webhook_id, delivery_id desc);
create index webhook_deliveries_settled on webhook_deliveries (workspace_id, created_at) where state <> 'waiting';
select kith_wall('webhook_deliveries');

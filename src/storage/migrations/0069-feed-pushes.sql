-- WebSub: the subscription of a followed feed at its hub. Its address and secret are computed from its id and the installation's key.
create table feed_pushes (
  workspace_id uuid not null,
  feed_id uuid not null,
  push_id uuid not null,
  hub text not null,
  topic text not null,
  -- asked: the hub has not asked back yet; ended: we no longer want it.
  state text not null check (state in ('asked', 'active', 'refused', 'ended')),
  asked_at timestamptz not null,
  lease_until timestamptz,
  last_push_at timestamptz,
  last_error text,
  primary key (workspace_id, feed_id),
  foreign key (workspace_id, feed_id) references feeds on delete cascade
);
-- A hub knows the push alone.
create index feed_pushes_push on feed_pushes (push_id);
select kith_wall('feed_pushes');

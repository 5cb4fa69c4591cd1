-- Browsers that are told of news while Kith is not open in them.
create table push_subscriptions (
  workspace_id uuid not null,
  subscription_id uuid not null,
  user_id uuid not null,
  endpoint text not null,
  -- The browser's own keys (RFC 8291): only it can read what is sent there.
  public_key text not null,
  auth text not null,
  -- On whose clock the quiet hours lie.
  timezone text not null,
  created_at timestamptz not null,
  primary key (workspace_id, subscription_id),
  unique (workspace_id, endpoint),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('push_subscriptions');

-- What is shown there now, so that it can be taken away when it was read elsewhere.
create table push_shown (
  workspace_id uuid not null,
  subscription_id uuid not null,
  conversation_id uuid not null,
  primary key (workspace_id, subscription_id, conversation_id),
  foreign key (workspace_id, subscription_id) references push_subscriptions on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
select kith_wall('push_shown');

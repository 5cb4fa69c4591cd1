-- Sites of our customers say who their signed-in visitor is, in a token that they sign with one of these.
create table chat_keys (
  workspace_id uuid not null,
  key_id uuid not null,
  connection_id uuid not null,
  algorithm text not null check (algorithm in ('HS256', 'ES256')),
  -- Of HS256, sealed: both sides have it.
  secret_sealed text,
  -- Of ES256, as PEM: the site keeps the other half.
  public_key text,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace_id, key_id),
  foreign key (workspace_id, connection_id) references connections on delete cascade,
  check ((algorithm = 'HS256') = (secret_sealed is not null) and (algorithm = 'ES256') = (public_key is not null))
);
create index chat_keys_chat on chat_keys (workspace_id, connection_id);
select kith_wall('chat_keys');

-- `subject`: who they are on that site. The same on every device, each with a token of its own.
alter table visitors add column subject text;
create unique index visitors_subject on visitors (workspace_id, connection_id, subject) where subject is not null;
create table visitor_tokens (
  workspace_id uuid not null,
  token_hash bytea not null,
  visitor_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, visitor_id) references visitors on delete cascade
);
create index visitor_tokens_visitor on visitor_tokens (workspace_id, visitor_id, created_at desc);
select kith_wall('visitor_tokens');

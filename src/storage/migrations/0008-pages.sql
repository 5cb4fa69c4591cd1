create table pages (
  workspace_id uuid not null references workspaces,
  page_id uuid not null,
  slug text not null,
  kind text not null check (kind in ('landing')),
  title text not null,
  -- What readers see once it is published; `draft` is what its writers changed since.
  content jsonb not null,
  draft jsonb,
  connection_id uuid not null,
  published_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, page_id),
  foreign key (workspace_id, connection_id) references connections
);
create unique index pages_own_slug on pages (workspace_id, slug) where removed_at is null;
create index pages_slug on pages (slug) where published_at is not null;
select kith_wall('pages');

create table visitors (
  workspace_id uuid not null,
  visitor_id uuid not null,
  connection_id uuid not null,
  token_hash bytea not null,
  name text,
  email text,
  conversation_id uuid,
  person_id uuid,
  page_url text,
  referrer text,
  campaign text,
  consent jsonb,
  blocked_at timestamptz,
  -- The newest of their visits with an open chat: page and time.
  visits jsonb not null default '[]',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (workspace_id, visitor_id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, connection_id) references connections on delete cascade
);
create index visitors_recent on visitors (workspace_id, last_seen_at desc);
select kith_wall('visitors');

-- The blog as somebody whom people on Mastodon and elsewhere can follow and answer (ActivityPub). `base`: the address of the site when
-- it was begun; its name there holds for good.
create table fediverse_actors (
  workspace_id uuid not null references workspaces,
  connection_id uuid not null,
  handle text not null,
  base text not null,
  sends text not null check (sends in ('opening', 'whole')),
  is_on boolean not null,
  public_key text not null,
  key_sealed text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id),
  foreign key (workspace_id, connection_id) references connections
);
select kith_wall('fediverse_actors');

-- Whoever followed or answered it, as their own server names them.
create table fediverse_people (
  workspace_id uuid not null references workspaces,
  uri text not null,
  address text not null,
  name text not null,
  url text not null,
  inbox text not null,
  shared_inbox text,
  follows_since timestamptz,
  -- What they said last, before everybody and to us alone: an answer without a message named goes there.
  last_public text,
  last_direct text,
  seen_at timestamptz not null,
  primary key (workspace_id, uri)
);
create index fediverse_people_address on fediverse_people (workspace_id, address);
create index fediverse_followers on fediverse_people (workspace_id, follows_since desc, uri) where follows_since is not null;
select kith_wall('fediverse_people');

-- What a recruiter answered; other servers ask for it by its address. `body`: the object as it was sent.
create table fediverse_notes (
  workspace_id uuid not null references workspaces,
  note_id uuid not null,
  to_uri text not null,
  body jsonb not null,
  is_public boolean not null,
  created_at timestamptz not null,
  gone_at timestamptz,
  primary key (workspace_id, note_id)
);
select kith_wall('fediverse_notes');

-- Servers and people that the blog hears nothing of: `example.org` or `@ana@example.org`.
create table fediverse_blocks (
  workspace_id uuid not null references workspaces,
  pattern text not null,
  created_at timestamptz not null,
  primary key (workspace_id, pattern)
);
select kith_wall('fediverse_blocks');

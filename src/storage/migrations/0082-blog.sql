-- What we write for everybody to read. `draft`: what was changed since readers saw it.
create table posts (
  workspace_id uuid not null references workspaces,
  post_id uuid not null,
  slug text not null,
  content jsonb not null,
  draft jsonb,
  author_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'published')),
  -- When readers see it first; in the future while it is scheduled.
  published_at timestamptz,
  -- When readers last saw other words than before.
  revised_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, post_id),
  foreign key (workspace_id, author_id) references users on delete cascade,
  check ((state = 'draft') or published_at is not null)
);
create unique index posts_slug on posts (workspace_id, slug);
create index posts_shown on posts (workspace_id, published_at desc) where state = 'published' and removed_at is null;
select kith_wall('posts');

-- Pictures as Kith drew them anew, in two widths; what was uploaded is not kept.
create table post_images (
  workspace_id uuid not null references workspaces,
  image_id uuid not null,
  width int not null,
  height int not null,
  large bytea not null,
  small bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, image_id)
);
select kith_wall('post_images');

-- Other pages that speak of a post (W3C Webmention), looked at by a recruiter before anybody sees them.
create table mentions (
  workspace_id uuid not null,
  mention_id uuid not null,
  post_id uuid not null,
  source text not null,
  kind text not null default 'mention' check (kind in ('mention', 'reply', 'like', 'repost')),
  author_name text not null default '',
  author_url text not null default '',
  words text not null default '',
  person_id uuid,
  state text not null default 'unproven' check (state in ('unproven', 'waiting', 'shown', 'hidden', 'gone')),
  received_at timestamptz not null,
  proven_at timestamptz,
  primary key (workspace_id, mention_id),
  foreign key (workspace_id, post_id) references posts on delete cascade,
  foreign key (workspace_id, person_id) references people on delete set null (person_id)
);
create unique index mentions_source on mentions (workspace_id, post_id, source);
create index mentions_person on mentions (workspace_id, person_id);
select kith_wall('mentions');

-- What strangers see of a workspace: its public site. One row, made when it is first changed.
create table sites (
  workspace_id uuid not null references workspaces,
  name text not null,
  tagline text not null default '',
  about text not null default '',
  lang text not null default 'en' check (lang in ('en', 'de')),
  -- The main colour, `#016965`; shades that can be read are made of it.
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  -- The host under which the site is reached beside the installation's own address.
  domain text check (domain ~ '^[a-z0-9.-]+(:[0-9]+)?$'),
  contact text not null default '',
  -- A WebSub hub that is told when a feed has news.
  hub text,
  updated_at timestamptz not null,
  primary key (workspace_id)
);
create index sites_domain on sites (domain) where domain is not null;
select kith_wall('sites');

create table openings (
  workspace_id uuid not null references workspaces,
  opening_id uuid not null,
  slug text not null,
  title text not null,
  -- Markdown.
  description text not null default '',
  must text[] not null default '{}',
  nice text[] not null default '{}',
  pay_min numeric(12, 2) check (pay_min >= 0),
  pay_max numeric(12, 2) check (pay_max >= pay_min),
  pay_currency text check (pay_currency ~ '^[A-Z]{3}$'),
  pay_period text check (pay_period in ('hour', 'day', 'week', 'month', 'year')),
  -- As it was typed, and the town of the gazetteer that it means.
  place text not null default '',
  place_id text,
  town text,
  country text check (country ~ '^[A-Z]{2}$'),
  street text not null default '',
  postcode text not null default '',
  region text not null default '',
  remote text not null default 'no' check (remote in ('no', 'hybrid', 'yes')),
  -- Where somebody may live who works from anywhere; ISO 3166 codes.
  remote_from text[] not null default '{}',
  employment text not null default 'full-time'
    check (employment in ('full-time', 'part-time', 'contract', 'temporary', 'internship', 'volunteer', 'per-diem', 'other')),
  organisation text not null,
  organisation_url text,
  -- A day in words where none is fixed: "as soon as you can".
  starts_on date,
  apply_until date,
  -- People may send a form with their résumé; else the chat alone.
  form boolean not null default true,
  lang text not null default 'en' check (lang in ('en', 'de')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  closed_reason text check (closed_reason in ('filled', 'withdrawn', 'paused', 'expired')),
  owner_id uuid not null,
  opened_at timestamptz,
  closed_at timestamptz,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, opening_id),
  foreign key (workspace_id, owner_id) references users on delete cascade,
  check ((state = 'closed') = (closed_reason is not null)),
  check (pay_min is null or (pay_currency is not null and pay_period is not null)),
  check (pay_max is null or pay_min is not null)
);
create unique index openings_slug on openings (workspace_id, slug);
create index openings_open on openings (workspace_id, opened_at desc) where state = 'open' and removed_at is null;
create index openings_due on openings (apply_until) where state = 'open' and removed_at is null;
select kith_wall('openings');

create table opening_team (
  workspace_id uuid not null,
  opening_id uuid not null,
  user_id uuid not null,
  part text not null check (part in ('lead', 'manager', 'interviewer')),
  primary key (workspace_id, opening_id, user_id),
  foreign key (workspace_id, opening_id) references openings on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index opening_team_user on opening_team (workspace_id, user_id);
select kith_wall('opening_team');

-- What happened to an opening, when and by whom.
create table opening_log (
  workspace_id uuid not null,
  entry_id uuid not null,
  opening_id uuid not null,
  kind text not null check (kind in ('made', 'opened', 'closed', 'reopened')),
  reason text,
  user_id uuid,
  at timestamptz not null,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, opening_id) references openings on delete cascade
);
create index opening_log_opening on opening_log (workspace_id, opening_id, at);
select kith_wall('opening_log');

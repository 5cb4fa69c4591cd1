-- Where people come from. A source is a thing of ours that people read (a page, a post, an opening, a list, an issue, a feed), or a
-- link that somebody hands out: in a group, on a profile, to a referrer, anywhere.
create table sources (
  workspace_id uuid not null references workspaces,
  source_id uuid not null,
  kind text not null
    check (kind in ('page', 'post', 'opening', 'list', 'issue', 'feed', 'group', 'profile', 'referral', 'link')),
  -- The page, post, opening, list, issue or group; of a profile the recruiter; null of feeds and of links that stand anywhere.
  thing_id uuid,
  -- As it stands in `/go/<code>` and `?via=<code>`. One of a kind in the installation, for `/go/` knows no workspace: a lock sees to it.
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  label text not null,
  tool text not null,
  -- Where `/go/<code>` leads: a path of our own site, or a whole address that a recruiter gave. Never taken from a request.
  target text not null,
  campaign_id uuid,
  -- Whose it is; null where Kith made it and nobody's name stands on it.
  user_id uuid,
  -- Of a referral link: who hands it on.
  person_id uuid,
  automatic boolean not null default false,
  sample boolean not null default false,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, source_id),
  foreign key (workspace_id, user_id) references users on delete set null (user_id),
  foreign key (workspace_id, person_id) references people on delete set null (person_id)
);
create unique index sources_own_code on sources (workspace_id, code);
create index sources_code on sources (code);
create unique index sources_thing on sources (workspace_id, kind, thing_id) where automatic and thing_id is not null;
create index sources_campaign on sources (workspace_id, campaign_id) where campaign_id is not null;
create index sources_person on sources (workspace_id, person_id) where person_id is not null;
select kith_wall('sources');

-- The salt of a day's visitor marks. Unlogged: in no backup and no log of the database, and thrown away with the day.
create unlogged table visit_salts (
  on_day date primary key,
  salt bytea not null
);

-- One visitor of one day at one source. `visitor` is a mark made with the day's salt: after the day nobody can make it again.
create table visits (
  workspace_id uuid not null,
  on_day date not null,
  source_id uuid not null,
  visitor bytea not null,
  first_at timestamptz not null,
  -- Where the browser said it came from: a class, never the address.
  referrer text not null,
  views int not null,
  primary key (workspace_id, on_day, source_id, visitor),
  foreign key (workspace_id, source_id) references sources on delete cascade
);
create index visits_source on visits (workspace_id, source_id);
select kith_wall('visits');

create table visit_hours (
  workspace_id uuid not null,
  source_id uuid not null,
  hour timestamptz not null,
  referrer text not null,
  visits int not null,
  views int not null,
  primary key (workspace_id, source_id, hour, referrer),
  foreign key (workspace_id, source_id) references sources on delete cascade
);
select kith_wall('visit_hours');

create table visit_days (
  workspace_id uuid not null,
  source_id uuid not null,
  on_day date not null,
  referrer text not null,
  visits int not null,
  views int not null,
  primary key (workspace_id, source_id, on_day, referrer),
  foreign key (workspace_id, source_id) references sources on delete cascade
);
create index visit_days_day on visit_days (workspace_id, on_day);
select kith_wall('visit_days');

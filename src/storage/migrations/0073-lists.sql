-- Who asked for mail, in which words, and how they proved it. A list's words are versions: proof names the one that was read.
create table lists (
  workspace_id uuid not null references workspaces,
  list_id uuid not null,
  -- Short, for public addresses and signed links.
  number bigint generated always as identity,
  slug text not null,
  name text not null,
  lang text not null,
  wording_version int not null,
  -- What readers can tick: [{id, label}].
  interests jsonb not null default '[]',
  owner_id uuid not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, list_id)
);
create index lists_number on lists (number);
select kith_wall('lists');

create table list_wordings (
  workspace_id uuid not null,
  list_id uuid not null,
  version int not null,
  -- What it is for and how often it comes; what they agree to.
  purpose text not null check (purpose <> ''),
  consent text not null check (consent <> ''),
  lang text not null,
  user_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, list_id, version),
  foreign key (workspace_id, list_id) references lists on delete cascade
);
select kith_wall('list_wordings');

create table list_subscribers (
  workspace_id uuid not null,
  subscriber_id uuid not null,
  number bigint generated always as identity,
  list_id uuid not null,
  email text not null,
  email_key text not null,
  domain text not null,
  -- As in `suppressions`: so that one query knows who may not be written to.
  contact_hash bytea not null,
  name text,
  place text,
  lang text not null,
  interests text[] not null default '{}',
  person_id uuid,
  state text not null check (state in ('asked', 'confirmed', 'left', 'stopped')),
  -- Why there is no mail any more: their wish, an address that does not exist, a complaint.
  ended_how text,
  source text not null,
  campaign text,
  asked_at timestamptz not null,
  asked_ip text,
  asked_page text,
  wording_version int not null,
  -- Of the one link that still confirms; gone once it was used.
  confirm_nonce bytea,
  confirm_until timestamptz,
  mails_asked int not null default 0,
  mail_asked_at timestamptz,
  confirmed_at timestamptz,
  confirmed_ip text,
  ended_at timestamptz,
  soft_bounces int not null default 0,
  soft_bounce_at timestamptz,
  updated_at timestamptz not null,
  primary key (workspace_id, subscriber_id),
  unique (workspace_id, list_id, email_key),
  foreign key (workspace_id, list_id) references lists on delete cascade
);
create index list_subscribers_number on list_subscribers (number);
create index list_subscribers_state on list_subscribers (workspace_id, list_id, state, subscriber_id);
create index list_subscribers_hash on list_subscribers (workspace_id, contact_hash);
create index list_subscribers_person on list_subscribers (workspace_id, person_id) where person_id is not null;
select kith_wall('list_subscribers');

-- The proof, step by step; kept as long as the subscriber is.
create table list_proofs (
  workspace_id uuid not null,
  proof_id uuid not null,
  subscriber_id uuid not null,
  kind text not null,
  at timestamptz not null,
  ip text,
  page text,
  wording_version int,
  detail jsonb not null default '{}',
  primary key (workspace_id, proof_id),
  foreign key (workspace_id, subscriber_id) references list_subscribers on delete cascade
);
create index list_proofs_subscriber on list_proofs (workspace_id, subscriber_id, proof_id);
select kith_wall('list_proofs');

-- Addresses that no list of this workspace writes to any more.
create table list_stops (
  workspace_id uuid not null references workspaces,
  contact_hash bytea not null,
  reason text not null check (reason in ('hard-bounce', 'soft-bounces', 'complaint', 'asked')),
  said text,
  at timestamptz not null,
  primary key (workspace_id, contact_hash)
);
select kith_wall('list_stops');

-- What a recommendation is worth, as it is told to whoever recommends. One row, made when it is first changed.
create table referral_terms (
  workspace_id uuid not null references workspaces,
  amount numeric(12, 2) not null default 0 check (amount >= 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  -- So many days after they began, it is due.
  after_days smallint not null default 90 check (after_days between 0 and 730),
  -- So long a recommendation is its referrer's.
  valid_days smallint not null default 180 check (valid_days between 30 and 1095),
  words text not null default '',
  updated_at timestamptz not null,
  primary key (workspace_id)
);
select kith_wall('referral_terms');

-- Somebody who recommends others: a person of ours, with a code that is theirs.
create table referrers (
  workspace_id uuid not null,
  referrer_id uuid not null,
  person_id uuid not null,
  code text not null,
  kind text not null check (kind in ('employee', 'alumnus', 'candidate', 'contact')),
  -- Of the link to their own page; it is shown once and can be made anew.
  token_hash bytea,
  visits int not null default 0,
  made_by uuid,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (workspace_id, referrer_id),
  unique (workspace_id, person_id),
  unique (token_hash, workspace_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create unique index referrers_code on referrers (workspace_id, lower(code));
select kith_wall('referrers');

-- Name and address stay here, and nowhere else, until the person says yes; after a no or too long a silence only the keyed hash stays.
create table referrals (
  workspace_id uuid not null,
  referral_id uuid not null,
  referrer_id uuid not null,
  opening_id uuid,
  person_id uuid,
  name text not null,
  email text not null,
  contact_hash bytea,
  words text not null default '',
  state text not null check (state in ('waiting', 'asked', 'agreed', 'declined', 'not-valid')),
  -- Why it is not valid: `earlier` (another was first), `known` (they were in touch about work already), `self`.
  why text check (why in ('earlier', 'known', 'self')),
  -- They agreed that the referrer hears what becomes of it.
  tell boolean not null default false,
  token_hash bytea,
  consent_wording text,
  made_at timestamptz not null,
  asked_at timestamptz,
  answered_at timestamptz,
  hired_at timestamptz,
  thanked_at timestamptz,
  -- The reward, as the terms were when they agreed.
  amount numeric(12, 2),
  currency text,
  due_on date,
  paid_at timestamptz,
  paid_by uuid,
  primary key (workspace_id, referral_id),
  unique (token_hash, workspace_id),
  foreign key (workspace_id, referrer_id) references referrers on delete cascade,
  foreign key (workspace_id, opening_id) references openings on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index referrals_referrer on referrals (workspace_id, referrer_id);
create index referrals_person on referrals (workspace_id, person_id);
create index referrals_opening on referrals (workspace_id, opening_id);
create index referrals_contact on referrals (workspace_id, contact_hash);
select kith_wall('referrals');

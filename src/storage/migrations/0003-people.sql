create table people (
  workspace_id uuid not null references workspaces,
  person_id uuid not null,
  display_name text not null,
  given_name text,
  family_name text,
  place text,
  time_zone text,
  language text,
  birth_date text,
  do_not_contact_reason text,
  do_not_contact_at timestamptz,
  merged_into uuid,
  owner_id uuid,
  import_id uuid,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, person_id)
);
create index people_recent on people (workspace_id, created_at desc, person_id);
create index people_import on people (workspace_id, import_id) where import_id is not null;
select kith_wall('people');

create table profiles (
  workspace_id uuid not null,
  profile_id uuid not null,
  person_id uuid not null,
  tool text not null,
  handle text,
  -- Normalised: host and path for a page, bare address for a messenger. One profile per tool and key.
  profile_key text,
  url text,
  display_name text,
  headline text,
  summary text,
  place text,
  -- positions, education, skills, languages: the records of importers/contract.ts
  facts jsonb not null default '{}',
  depth smallint not null default 0 check (depth between 0 and 100),
  source text not null,
  lawful_basis text not null default 'legitimate-interest',
  import_id uuid,
  collected_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, profile_id),
  unique (workspace_id, tool, profile_key),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index profiles_person on profiles (workspace_id, person_id);
create index profiles_import on profiles (workspace_id, import_id) where import_id is not null;
select kith_wall('profiles');

-- Strong ids: what two records must share to be the same person without asking.
create table contact_points (
  workspace_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'url')),
  contact_key text not null,
  value text not null,
  profile_id uuid,
  source text not null,
  import_id uuid,
  proven_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, kind, contact_key, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index contact_points_person on contact_points (workspace_id, person_id);
select kith_wall('contact_points');

-- profile ↔ person, with who decided and why; `undone_at` keeps what was taken back, so that it is not proposed again.
create table links (
  workspace_id uuid not null,
  link_id uuid not null,
  profile_id uuid not null,
  person_id uuid not null,
  previous_person_id uuid,
  probability real not null,
  evidence jsonb not null default '[]',
  decided_by text not null check (decided_by in ('import', 'rule', 'recruiter')),
  user_id uuid,
  decided_at timestamptz not null,
  undone_at timestamptz,
  undo jsonb not null default '{}',
  primary key (workspace_id, link_id),
  foreign key (workspace_id, profile_id) references profiles on delete cascade
);
create index links_profile on links (workspace_id, profile_id);
create index links_person on links (workspace_id, person_id);
select kith_wall('links');

-- Pairs of people that may be one; `refused` is never asked again.
create table match_proposals (
  workspace_id uuid not null,
  left_id uuid not null,
  right_id uuid not null,
  probability real not null,
  evidence jsonb not null,
  state text not null check (state in ('open', 'same', 'different', 'later')),
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, left_id, right_id),
  check (left_id < right_id),
  foreign key (workspace_id, left_id) references people on delete cascade,
  foreign key (workspace_id, right_id) references people on delete cascade
);
create index match_proposals_open on match_proposals (workspace_id, probability desc) where state = 'open';
select kith_wall('match_proposals');

create table notes (
  workspace_id uuid not null,
  note_id uuid not null,
  person_id uuid not null,
  user_id uuid,
  text text not null,
  import_id uuid,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (workspace_id, note_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index notes_person on notes (workspace_id, person_id, note_id);
select kith_wall('notes');

create table tags (
  workspace_id uuid not null,
  person_id uuid not null,
  tag text not null,
  import_id uuid,
  primary key (workspace_id, tag, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index tags_person on tags (workspace_id, person_id);
select kith_wall('tags');

-- What is left of an erased or suppressed person: a keyed hash of each address.
create table suppressions (
  workspace_id uuid not null references workspaces,
  contact_hash bytea not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (workspace_id, contact_hash)
);
select kith_wall('suppressions');

-- What search walks. Without row-level security on purpose: its operators are not leakproof, so a policy would switch the
-- indexes off. It gives ids only, and those are joined to `people`, where the wall stands.
create table person_search (
  workspace_id uuid not null,
  person_id uuid not null,
  name_folded text not null,
  words tsvector not null,
  -- Static rank (freshness, depth, stage): walked in order, best first.
  prior real not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index person_search_prior on person_search (workspace_id, prior desc, person_id);
create index person_search_words on person_search using gin (words) with (fastupdate = on);
create index person_search_name on person_search using gin (name_folded gin_trgm_ops) with (fastupdate = on);

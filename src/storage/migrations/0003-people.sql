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
  -- Their own words, when a profile says it ("no recruiters").
  do_not_contact_quote text,
  do_not_contact_by uuid,
  do_not_contact_at timestamptz,
  merged_into uuid,
  owner_id uuid,
  import_id uuid,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, person_id)
);
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
  -- The merge or split that this link came with; undone with it.
  move_id uuid,
  undo jsonb not null default '{}',
  primary key (workspace_id, link_id),
  foreign key (workspace_id, profile_id) references profiles on delete cascade
);
create index links_profile on links (workspace_id, profile_id);
create index links_person on links (workspace_id, person_id);
select kith_wall('links');

create index links_move on links (workspace_id, move_id) where move_id is not null;

-- A merge (`from_id` became part of `to_id`) or a split (profiles of `from_id` went to `to_id`).
create table person_moves (
  workspace_id uuid not null,
  move_id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  from_id uuid not null,
  to_id uuid not null,
  probability real not null,
  evidence jsonb not null default '[]',
  reason text,
  decided_by text not null check (decided_by in ('import', 'rule', 'recruiter')),
  user_id uuid,
  decided_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, move_id),
  foreign key (workspace_id, from_id) references people on delete cascade,
  foreign key (workspace_id, to_id) references people on delete cascade
);
create index person_moves_to on person_moves (workspace_id, to_id);
create index person_moves_from on person_moves (workspace_id, from_id);
select kith_wall('person_moves');

-- What each feature moved with it: rows by id, or, for rows without one of their own, as they were before.
create table person_move_rows (
  workspace_id uuid not null,
  move_id uuid not null,
  entity text not null,
  row_ids uuid[] not null default '{}',
  before jsonb not null default '[]',
  primary key (workspace_id, move_id, entity),
  foreign key (workspace_id, move_id) references person_moves on delete cascade
);
select kith_wall('person_move_rows');

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

-- One spelling of words on both sides of a search: folded, and the names that the parser would cut to one letter kept whole.
create function kith_words(value text) returns text language sql immutable parallel safe strict as
$$ select replace(replace(replace(replace(public.kith_fold(translate(value, '/_', '  ')), 'c++', 'cplusplus'), 'c#', 'csharp'), 'f#', 'fsharp'), '.net', ' dotnet') $$;

-- `prefix` before each word: a field of its own inside one tsvector (`xqplace` + `madrid`).
create function kith_marked(prefix text, value text) returns text language sql immutable parallel safe strict as
$$ select regexp_replace(regexp_replace(public.kith_words(value), '[^[:alnum:]]+', ' ', 'g'), '([[:alnum:]]+)', prefix || '\1', 'g') $$;

-- What search walks. Without row-level security on purpose: its operators are not leakproof, so a policy would switch the
-- indexes off. It gives ids only, and those are joined to `people`, where the wall stands.
create table person_search (
  workspace_id uuid not null,
  person_id uuid not null,
  name_folded text not null,
  -- A: names and handles; B: titles and headlines; C: organisations; D: all else. Tools, tags and places again as marked words.
  words tsvector not null,
  -- Static rank (freshness, depth, stage): walked in order, best first.
  prior real not null,
  last_active_at timestamptz,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
-- Uncompressed and, but for very long ones, beside the rest of the row: a walk, a phrase and a stage read thousands of them.
alter table person_search alter column words set storage external;
alter table person_search set (toast_tuple_target = 8160);
create index person_search_prior on person_search (workspace_id, prior desc, person_id);
create index person_search_by_name on person_search (workspace_id, name_folded, person_id);
create index person_search_words on person_search using gin (words) with (fastupdate = on);
create index person_search_name on person_search using gin (name_folded gin_trgm_ops) with (fastupdate = on);

-- Ranges of people who came in by the thousand and are not in person_search yet: written with them, taken away with their rows there.
create table search_due (
  workspace_id uuid not null references workspaces,
  due_id uuid not null,
  first_id uuid not null,
  last_id uuid not null,
  primary key (workspace_id, due_id)
);
select kith_wall('search_due');

-- Words of titles, headlines and organisations that are in nobody's name, for the nearest spelling. Open like person_search, and why.
create table search_words (
  workspace_id uuid not null,
  word text not null,
  primary key (workspace_id, word)
);
create index search_words_near on search_words using gin (word gin_trgm_ops) with (fastupdate = on);

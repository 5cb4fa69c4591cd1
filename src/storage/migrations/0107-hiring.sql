-- Somebody who is considered for an opening. One person may be in many openings, and in one of them once.
create table candidacies (
  workspace_id uuid not null,
  candidacy_id uuid not null,
  opening_id uuid not null,
  person_id uuid not null,
  stage text not null check (stage in ('considered', 'screen', 'interview', 'offer', 'hired', 'not-now')),
  stage_since timestamptz not null,
  -- Why and how they came in: `hand`, `ranked`, `application`, `referral`.
  source text not null check (source in ('hand', 'ranked', 'application', 'referral')),
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, candidacy_id),
  unique (workspace_id, opening_id, person_id),
  foreign key (workspace_id, opening_id) references openings on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index candidacies_person on candidacies (workspace_id, person_id);
select kith_wall('candidacies');

-- Every move, also those that were taken back. `pool_id` and `comes_back_on`: where a "not now" went.
create table candidacy_moves (
  workspace_id uuid not null,
  move_id uuid not null,
  candidacy_id uuid not null,
  from_stage text,
  to_stage text not null,
  reason text not null default '',
  pool_id uuid,
  -- They were not in that pool before.
  pooled boolean not null default false,
  comes_back_on date,
  come_back_id uuid,
  user_id uuid,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, move_id),
  foreign key (workspace_id, candidacy_id) references candidacies on delete cascade
);
create index candidacy_moves_of on candidacy_moves (workspace_id, candidacy_id, move_id);
select kith_wall('candidacy_moves');

create table candidacy_notes (
  workspace_id uuid not null,
  note_id uuid not null,
  candidacy_id uuid not null,
  user_id uuid,
  text text not null,
  at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, note_id),
  foreign key (workspace_id, candidacy_id) references candidacies on delete cascade
);
create index candidacy_notes_of on candidacy_notes (workspace_id, candidacy_id, note_id);
select kith_wall('candidacy_notes');

-- What one of the team saw. `marks`: [{criterion, kind: must|nice, mark: 1-4 or null, words}], the criteria as they were asked then.
create table scorecards (
  workspace_id uuid not null,
  candidacy_id uuid not null,
  user_id uuid not null,
  marks jsonb not null,
  words text not null default '',
  given_at timestamptz not null,
  -- After the others' were open to them.
  changed_at timestamptz,
  primary key (workspace_id, candidacy_id, user_id),
  foreign key (workspace_id, candidacy_id) references candidacies on delete cascade,
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index scorecards_user on scorecards (workspace_id, user_id);
select kith_wall('scorecards');

create table interviews (
  workspace_id uuid not null,
  interview_id uuid not null,
  candidacy_id uuid not null,
  starts_at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 600),
  -- Whose clock it was set by, for the words around it; the instant itself needs none.
  timezone text not null,
  place text not null default '',
  state text not null check (state in ('proposed', 'agreed', 'cancelled')),
  interviewers uuid[] not null default '{}',
  -- Calendars take a later one for the truth (RFC 5545, 3.8.7.4).
  revision int not null default 0,
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, interview_id),
  foreign key (workspace_id, candidacy_id) references candidacies on delete cascade
);
create index interviews_of on interviews (workspace_id, candidacy_id);
create index interviews_by_time on interviews (workspace_id, starts_at);
select kith_wall('interviews');

-- An address at which a calendar program reads somebody's interviews. It is shown once.
create table calendar_links (
  workspace_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  primary key (workspace_id, user_id),
  unique (token_hash, workspace_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('calendar_links');

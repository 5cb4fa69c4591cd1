-- What was one recruiter's and is a colleague's (or nobody's) now: one row for each part and colleague, with what was moved, for the way back.
create table hand_overs (
  workspace_id uuid not null,
  hand_over_id uuid not null,
  user_id uuid not null,
  part text not null check (part in ('people', 'conversations', 'messages', 'openings', 'interviews', 'pools', 'searches', 'todos')),
  to_user uuid,
  moved uuid[] not null,
  by_user uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, hand_over_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index hand_overs_user on hand_overs (workspace_id, user_id, at desc);
select kith_wall('hand_overs');

-- Whose contact somebody is stands in people.owner_id; a colleague who wants to go on with them asks the owner.
create index people_owner on people (workspace_id, owner_id) where owner_id is not null and merged_into is null;

create table take_overs (
  workspace_id uuid not null,
  take_over_id uuid not null,
  person_id uuid not null,
  -- Whose contact they were when it was asked.
  owner_id uuid not null,
  asked_by uuid not null,
  state text not null check (state in ('asked', 'granted', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (workspace_id, take_over_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, owner_id) references users on delete cascade,
  foreign key (workspace_id, asked_by) references users on delete cascade
);
create unique index take_overs_once on take_overs (workspace_id, person_id, asked_by) where state = 'asked';
create index take_overs_owner on take_overs (workspace_id, owner_id);
create index take_overs_asked_by on take_overs (workspace_id, asked_by);
select kith_wall('take_overs');

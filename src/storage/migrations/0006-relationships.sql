create table touches (
  workspace_id uuid not null,
  touch_id uuid not null,
  person_id uuid,
  visitor_id uuid,
  user_id uuid,
  kind text not null,
  tool text,
  surface text,
  at timestamptz not null,
  -- The same thing told twice (an import run again, an echo) has the same key and counts once.
  touch_key text,
  detail jsonb not null default '{}',
  conversation_id uuid,
  message_id uuid,
  activity_id uuid,
  campaign_id uuid,
  import_id uuid,
  primary key (workspace_id, touch_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index touches_person on touches (workspace_id, person_id, at desc, touch_id);
create unique index touches_key on touches (workspace_id, touch_key) where touch_key is not null;
create index touches_import on touches (workspace_id, import_id) where import_id is not null;
create index touches_recent on touches (workspace_id, at desc);
select kith_wall('touches');

create table relationships (
  workspace_id uuid not null,
  user_id uuid not null,
  person_id uuid not null,
  stage text not null,
  side text,
  side_reason text,
  stage_since timestamptz not null,
  last_touch_at timestamptz,
  last_in_at timestamptz,
  last_out_at timestamptz,
  primary key (workspace_id, person_id, user_id),
  foreign key (workspace_id, user_id) references users on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index relationships_recent on relationships (workspace_id, user_id, last_touch_at desc nulls last, person_id);
create index relationships_stage on relationships (workspace_id, user_id, stage, stage_since desc);
select kith_wall('relationships');

create table stage_moves (
  workspace_id uuid not null,
  move_id uuid not null,
  user_id uuid not null,
  person_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  from_side text,
  to_side text,
  cause text not null,
  touch_id uuid,
  tool text,
  reason text,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, move_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index stage_moves_person on stage_moves (workspace_id, person_id, user_id, move_id);
select kith_wall('stage_moves');

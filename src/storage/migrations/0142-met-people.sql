-- Whom we have to do with on which tool, and what came of it: worked out anew for a person whenever something of theirs changes.
-- `reached`: a bit per step of the reports' model, each at or after the first touch there.
create table met_people (
  workspace_id uuid not null,
  person_id uuid not null,
  tool text not null,
  -- Who wrote first of ours, else who was first concerned; null: nobody of ours yet.
  user_id uuid,
  first_at timestamptz not null,
  week date not null,
  -- Of the first words of ours that were answered, or can't be any more.
  asked_week date,
  -- No other tool was earlier.
  is_first boolean not null,
  reached int not null,
  -- Our last words there wait for an answer until then; afterwards they count as unanswered.
  waits_until timestamptz,
  primary key (workspace_id, person_id, tool),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index met_people_recent on met_people (workspace_id, first_at desc, person_id desc);
create index met_people_waits on met_people (workspace_id, waits_until) where waits_until is not null;
select kith_wall('met_people');

-- People by week in three views: 0 every tool by the week of its first touch, 1 only the tool where it began, 2 by the week in which
-- we first wrote. `people[n]`: how many reached step n. `user_id` all zeros: nobody's.
create table met_weeks (
  workspace_id uuid not null,
  view smallint not null,
  week date not null,
  tool text not null,
  user_id uuid not null,
  people int[] not null,
  primary key (workspace_id, view, week, tool, user_id)
);
select kith_wall('met_weeks');

-- What `met_weeks` does not have yet, as `source_week_changes` is to `source_weeks`.
create table met_week_changes (
  workspace_id uuid not null,
  change_id uuid not null default gen_random_uuid(),
  week date not null,
  asked_week date,
  tool text not null,
  user_id uuid not null,
  is_first boolean not null,
  reached int not null,
  people int not null,
  primary key (workspace_id, change_id)
);
select kith_wall('met_week_changes');

create function kith_met_people_moved() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into met_week_changes (workspace_id, week, asked_week, tool, user_id, is_first, reached, people)
      select workspace_id, week, asked_week, tool, coalesce(user_id, '00000000-0000-0000-0000-000000000000'), is_first, reached, count(*)
      from added group by 1, 2, 3, 4, 5, 6, 7;
  elsif tg_op = 'DELETE' then
    insert into met_week_changes (workspace_id, week, asked_week, tool, user_id, is_first, reached, people)
      select workspace_id, week, asked_week, tool, coalesce(user_id, '00000000-0000-0000-0000-000000000000'), is_first, reached, -count(*)
      from gone group by 1, 2, 3, 4, 5, 6, 7;
  else
    insert into met_week_changes (workspace_id, week, asked_week, tool, user_id, is_first, reached, people)
      select workspace_id, week, asked_week, tool, coalesce(user_id, '00000000-0000-0000-0000-000000000000'), is_first, reached, sum(n)
      from (select workspace_id, week, asked_week, tool, user_id, is_first, reached, 1 as n from added
        union all select workspace_id, week, asked_week, tool, user_id, is_first, reached, -1 from gone) moved
      group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger met_people_added after insert on met_people referencing new table as added
  for each statement execute function kith_met_people_moved();
create trigger met_people_gone after delete on met_people referencing old table as gone
  for each statement execute function kith_met_people_moved();
create trigger met_people_changed after update on met_people referencing new table as added old table as gone
  for each statement execute function kith_met_people_moved();

-- Whose rows have to be worked out anew. Nothing here waits for another transaction: no key that two share, no look at the person.
create table met_due (
  workspace_id uuid not null,
  due_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  primary key (workspace_id, due_id)
);
select kith_wall('met_due');

-- By whatever way touches and stages change: told, imported, taken back, merged, erased.
create function kith_met_due() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into met_due (workspace_id, person_id) select distinct workspace_id, person_id from added where person_id is not null;
  end if;
  if tg_op <> 'INSERT' then
    insert into met_due (workspace_id, person_id) select distinct workspace_id, person_id from gone where person_id is not null;
  end if;
  return null;
end $$;
create trigger touches_met_added after insert on touches referencing new table as added
  for each statement execute function kith_met_due();
create trigger touches_met_changed after update on touches referencing new table as added old table as gone
  for each statement execute function kith_met_due();
create trigger touches_met_gone after delete on touches referencing old table as gone
  for each statement execute function kith_met_due();
create trigger stage_moves_met_added after insert on stage_moves referencing new table as added
  for each statement execute function kith_met_due();
create trigger stage_moves_met_changed after update on stage_moves referencing new table as added old table as gone
  for each statement execute function kith_met_due();
create trigger stage_moves_met_gone after delete on stage_moves referencing old table as gone
  for each statement execute function kith_met_due();

insert into met_due (workspace_id, person_id) select distinct workspace_id, person_id from touches where person_id is not null;

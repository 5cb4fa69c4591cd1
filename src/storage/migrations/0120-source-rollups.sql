-- Visits by week: a report over years adds up weeks, and days only where its span begins or ends within one.
create table visit_weeks (
  workspace_id uuid not null,
  source_id uuid not null,
  week date not null,
  referrer text not null,
  visits int not null,
  primary key (workspace_id, source_id, week, referrer),
  foreign key (workspace_id, source_id) references sources on delete cascade
);
select kith_wall('visit_weeks');
insert into visit_weeks (workspace_id, source_id, week, referrer, visits)
  select workspace_id, source_id, date_trunc('week', on_day)::date, referrer, sum(visits)::int from visit_days group by 1, 2, 3, 4;

-- What `source_weeks` does not have yet: so many more (or fewer) people of one look. Whoever changes `source_people`, by whatever way, adds
-- rows here and waits for nobody; only the task that works people out anew folds them in. A report adds both up.
create table source_week_changes (
  workspace_id uuid not null,
  change_id uuid not null default gen_random_uuid(),
  week date not null,
  source_id uuid not null,
  is_first boolean not null,
  is_last boolean not null,
  reached int not null,
  people int not null,
  primary key (workspace_id, change_id)
);
select kith_wall('source_week_changes');
create index source_weeks_source on source_weeks (workspace_id, source_id);

drop trigger source_people_added on source_people;
drop trigger source_people_gone on source_people;
drop function kith_source_people_added();
drop function kith_source_people_gone();

create function kith_source_people_moved() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into source_week_changes (workspace_id, week, source_id, is_first, is_last, reached, people)
      select workspace_id, week, source_id, is_first, is_last, reached, count(*) from added group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into source_week_changes (workspace_id, week, source_id, is_first, is_last, reached, people)
      select workspace_id, week, source_id, is_first, is_last, reached, -count(*) from gone group by 1, 2, 3, 4, 5, 6;
  else
    insert into source_week_changes (workspace_id, week, source_id, is_first, is_last, reached, people)
      select workspace_id, week, source_id, is_first, is_last, reached, sum(n)
      from (select workspace_id, week, source_id, is_first, is_last, reached, 1 as n from added
        union all select workspace_id, week, source_id, is_first, is_last, reached, -1 from gone) moved
      group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger source_people_added after insert on source_people referencing new table as added
  for each statement execute function kith_source_people_moved();
create trigger source_people_gone after delete on source_people referencing old table as gone
  for each statement execute function kith_source_people_moved();
create trigger source_people_changed after update on source_people referencing new table as added old table as gone
  for each statement execute function kith_source_people_moved();

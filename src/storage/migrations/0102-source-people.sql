-- A person came by a source: told when they chat, subscribe, apply or follow a link of a letter they asked for, and never before.
-- `step` orders what belongs to one moment: the link that brought them, the page before, the page they wrote on.
create table source_touches (
  workspace_id uuid not null,
  person_id uuid not null,
  source_id uuid not null,
  kind text not null check (kind in ('chat', 'subscribed', 'applied', 'followed')),
  on_day date not null,
  step smallint not null,
  at timestamptz not null,
  primary key (workspace_id, person_id, source_id, kind, on_day),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, source_id) references sources on delete cascade
);
create index source_touches_source on source_touches (workspace_id, source_id);
select kith_wall('source_touches');

-- What came of it, worked out anew for a person whenever something of theirs changes. `reached`: a bit per milestone of the model,
-- each reached after the person first came by this source.
create table source_people (
  workspace_id uuid not null,
  person_id uuid not null,
  source_id uuid not null,
  week date not null,
  first_at timestamptz not null,
  is_first boolean not null,
  is_last boolean not null,
  reached int not null,
  primary key (workspace_id, person_id, source_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, source_id) references sources on delete cascade
);
create index source_people_source on source_people (workspace_id, source_id, first_at desc);
create index source_people_recent on source_people (workspace_id, first_at desc);
select kith_wall('source_people');

-- People by week and source, in three views: 0 every source that touched them, 1 the first, 2 the last. `people[n]`: how many
-- reached milestone n. Kept by the triggers below, so that it is right after an erasure, a merge or a removal too.
create table source_weeks (
  workspace_id uuid not null,
  view smallint not null,
  week date not null,
  source_id uuid not null,
  people int[] not null,
  primary key (workspace_id, view, week, source_id),
  foreign key (workspace_id, source_id) references sources on delete cascade
);
select kith_wall('source_weeks');

-- Whose row has to be worked out anew. Told at the end of every transaction that moves somebody, so nothing here may wait for another
-- one: no key that two share, no look at the person's row. Told twice is worked out once; of who is gone nothing comes.
create table source_due (
  workspace_id uuid not null,
  due_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  primary key (workspace_id, due_id)
);
select kith_wall('source_due');

create function kith_source_people_added() returns trigger language plpgsql as $$
begin
  insert into source_weeks as w (workspace_id, view, week, source_id, people)
    select workspace_id, view, week, source_id, array_agg(n order by bit)
    from (select s.workspace_id, s.view, s.week, s.source_id, bit, sum(s.n * ((s.reached >> bit) & 1))::int as n
      from (select r.workspace_id, v.view, r.week, r.source_id, r.reached, count(*)::int as n
        from touched r cross join lateral (values (0, true), (1, r.is_first), (2, r.is_last)) as v(view, counts)
        where v.counts group by 1, 2, 3, 4, 5) s cross join generate_series(0, 15) as bit
      group by 1, 2, 3, 4, 5) b
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (workspace_id, view, week, source_id) do update set
    people = (select array_agg(a + b order by i) from unnest(w.people, excluded.people) with ordinality as u(a, b, i));
  return null;
end $$;
create trigger source_people_added after insert on source_people referencing new table as touched
  for each statement execute function kith_source_people_added();

-- An update only: where the source goes too, its weeks may be gone already.
create function kith_source_people_gone() returns trigger language plpgsql as $$
begin
  update source_weeks w set
      people = (select array_agg(a - b order by i) from unnest(w.people, d.people) with ordinality as u(a, b, i))
    from (select workspace_id, view, week, source_id, array_agg(n order by bit) as people
      from (select s.workspace_id, s.view, s.week, s.source_id, bit, sum(s.n * ((s.reached >> bit) & 1))::int as n
        from (select r.workspace_id, v.view, r.week, r.source_id, r.reached, count(*)::int as n
          from touched r cross join lateral (values (0, true), (1, r.is_first), (2, r.is_last)) as v(view, counts)
          where v.counts group by 1, 2, 3, 4, 5) s cross join generate_series(0, 15) as bit
        group by 1, 2, 3, 4, 5) b
      group by 1, 2, 3, 4) d
    where w.workspace_id = d.workspace_id and w.view = d.view and w.week = d.week and w.source_id = d.source_id;
  return null;
end $$;
create trigger source_people_gone after delete on source_people referencing old table as touched
  for each statement execute function kith_source_people_gone();

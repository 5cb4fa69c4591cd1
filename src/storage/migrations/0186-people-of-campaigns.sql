-- Whose campaign it opens: of a person's sources in one campaign the first. Whatever came of the later ones came of it too, so a campaign's
-- people, each once, are the rows that open it, and a fourth view of the weeks (3) adds them up.
alter table source_people add column opens boolean not null default false;
alter table source_week_changes add column opens boolean not null default false;

create or replace function kith_source_people_moved() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into source_week_changes (workspace_id, week, source_id, is_first, is_last, opens, reached, people)
      select workspace_id, week, source_id, is_first, is_last, opens, reached, count(*) from added group by 1, 2, 3, 4, 5, 6, 7;
  elsif tg_op = 'DELETE' then
    insert into source_week_changes (workspace_id, week, source_id, is_first, is_last, opens, reached, people)
      select workspace_id, week, source_id, is_first, is_last, opens, reached, -count(*) from gone group by 1, 2, 3, 4, 5, 6, 7;
  else
    insert into source_week_changes (workspace_id, week, source_id, is_first, is_last, opens, reached, people)
      select workspace_id, week, source_id, is_first, is_last, opens, reached, sum(n)
      from (select workspace_id, week, source_id, is_first, is_last, opens, reached, 1 as n from added
        union all select workspace_id, week, source_id, is_first, is_last, opens, reached, -1 from gone) moved
      group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0;
  end if;
  return null;
end $$;

update source_people p set opens = true
  from (select distinct on (c.workspace_id, s.campaign_id, c.person_id) c.workspace_id, c.person_id, c.source_id
    from source_people c join sources s on s.workspace_id = c.workspace_id and s.source_id = c.source_id
    where s.campaign_id is not null order by c.workspace_id, s.campaign_id, c.person_id, c.first_at, c.source_id) f
  where p.workspace_id = f.workspace_id and p.person_id = f.person_id and p.source_id = f.source_id;

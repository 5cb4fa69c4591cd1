-- What is counted beside the list of people: a letter for the facet and the value (`s:JavaScript`), as store/search-index/facets.ts makes them.
alter table person_search add column facets text[] not null default '{}';

-- Whoever is here already is made searchable anew, a thousand at a time.
select set_config('kith.workspace', '*', true);
insert into search_due (workspace_id, due_id, first_id, last_id)
  select workspace_id, gen_random_uuid(), (array_agg(person_id order by person_id))[1], (array_agg(person_id order by person_id desc))[1]
  from (select workspace_id, person_id, (row_number() over (partition by workspace_id order by person_id) - 1) / 1000 as part from person_search) s
  group by workspace_id, part;
delete from person_search;
select set_config('kith.workspace', '', true);

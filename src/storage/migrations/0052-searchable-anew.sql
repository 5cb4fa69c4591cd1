-- Whoever 0049 left to be made searchable anew: their task, where the queue stands already (a fresh database has nobody).
select set_config('kith.workspace', '*', true);
do $$
declare
  due record;
begin
  if to_regnamespace('graphile_worker') is null then
    return;
  end if;
  for due in select distinct workspace_id from search_due loop
    perform graphile_worker.add_job('people.catch-up-search', payload => json_build_object('workspace', due.workspace_id),
      job_key => 'people.catch-up-search:' || due.workspace_id);
  end loop;
end $$;
select set_config('kith.workspace', '', true);

-- Row-level security is the second wall behind `workspace_id = …` in every query. A transaction names its workspace in the
-- setting kith.workspace; `*` is for work across workspaces (sign-in, the task runner, backup). Unset shows nothing.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create function kith_workspace() returns uuid language sql stable parallel safe as
$$ select case when length(current_setting('kith.workspace', true)) = 36 then current_setting('kith.workspace', true)::uuid end $$;

create function kith_everywhere() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('kith.workspace', true) = '*', false) $$;

-- Call it after the table's indexes. Before a table has statistics, PostgreSQL thinks all its indexes equal and takes the one made
-- last; a foreign key's check keeps that choice for its session's life. So the primary key is made last.
create function kith_wall(target regclass) returns void language plpgsql as $$
declare
  key record;
begin
  select conname, pg_get_constraintdef(oid) as definition into key from pg_constraint where conrelid = target and contype = 'p';
  if found and not exists (select from pg_constraint where contype = 'f' and confrelid = target) then
    execute format('alter table %s drop constraint %I', target, key.conname);
    execute format('alter table %s add constraint %I %s', target, key.conname, key.definition);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy workspace on %s using (workspace_id = (select kith_workspace()) or (select kith_everywhere()))', target);
end $$;

-- Names and words are compared without case and accents; immutable, so that an index may use it.
create function kith_fold(value text) returns text language sql immutable parallel safe strict as
$$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

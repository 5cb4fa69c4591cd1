-- Row-level security is the second wall behind `workspace_id = …` in every query. A transaction names its workspace in the
-- setting kith.workspace; `*` is for work across workspaces (sign-in, the task runner, backup). Unset shows nothing.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create function kith_workspace() returns uuid language sql stable parallel safe as
$$ select case when length(current_setting('kith.workspace', true)) = 36 then current_setting('kith.workspace', true)::uuid end $$;

create function kith_everywhere() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('kith.workspace', true) = '*', false) $$;

create function kith_wall(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy workspace on %s using (workspace_id = (select kith_workspace()) or (select kith_everywhere()))', target);
end $$;

-- Names and words are compared without case and accents; immutable, so that an index may use it.
create function kith_fold(value text) returns text language sql immutable parallel safe strict as
$$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

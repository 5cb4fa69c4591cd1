-- Tools whose terms forbid to use their data for employment (Discord's developer policy). What comes from them carries conversations
-- and nothing else: it is kept out of the tables that sourcing, fit, activity level, linking and search read, whoever writes there.
create function kith_for_conversations_only(tool text) returns boolean language sql immutable parallel safe strict as
$$ select tool = 'discord' $$;

-- Of a profile there: who it is, so that a conversation has a name. Nothing that could be judged.
create function kith_keep_only_the_name() returns trigger language plpgsql as $$
begin
  new.headline := null;
  new.summary := null;
  new.place := null;
  new.facts := '{}';
  new.depth := 0;
  return new;
end $$;
create trigger profiles_conversations_only before insert or update on profiles
  for each row when (kith_for_conversations_only(new.tool)) execute function kith_keep_only_the_name();

create function kith_keep_nothing() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger activity_items_conversations_only before insert or update on activity_items
  for each row when (kith_for_conversations_only(new.tool)) execute function kith_keep_nothing();

-- An address that was found on such a profile would link it to others.
create function kith_keep_no_address_found_there() returns trigger language plpgsql as $$
begin
  if exists (select from profiles f where f.workspace_id = new.workspace_id and f.profile_id = new.profile_id
      and public.kith_for_conversations_only(f.tool)) then
    return null;
  end if;
  return new;
end $$;
create trigger contact_points_conversations_only before insert or update on contact_points
  for each row when (new.profile_id is not null) execute function kith_keep_no_address_found_there();

-- Bulk imports write without other triggers; these stand all the same.
alter table profiles enable always trigger profiles_conversations_only;
alter table activity_items enable always trigger activity_items_conversations_only;
alter table contact_points enable always trigger contact_points_conversations_only;

-- What may be judged, searched and linked. With the asking role's own row-level security.
create view usable_profiles with (security_invoker = true) as
  select * from profiles where not kith_for_conversations_only(tool);

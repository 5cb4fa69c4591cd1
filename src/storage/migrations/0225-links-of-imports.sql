-- That a profile came with an import stands in its row already, and for most of them nothing more will ever be known of their link. It is
-- written out only when it is decided anew: merged, split, taken back. `link_id` is the profile's own until then, and stays it.
create view person_links with (security_invoker = true) as
  select workspace_id, link_id, profile_id, person_id, previous_person_id, probability, evidence, decided_by, user_id, decided_at, undone_at,
    move_id, undo
  from links
  union all
  select f.workspace_id, f.profile_id, f.profile_id, f.person_id, null, 1,
    '[{"fact": "import", "says": "It came with an import.", "weight": 0}]'::jsonb, 'import', null, f.collected_at, null, null, '{}'::jsonb
  from profiles f
  where f.import_id is not null
    and not exists (select from links l where l.workspace_id = f.workspace_id and l.profile_id = f.profile_id);

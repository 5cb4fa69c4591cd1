-- What a workspace set differently from Kith's own limits; a line that isn't there is Kith's own.
create table etiquette_lines (
  workspace_id uuid not null references workspaces,
  line text not null,
  value jsonb not null,
  primary key (workspace_id, line)
);
select kith_wall('etiquette_lines');

-- Who changed what and why. `was` and `value` say it in full, so that the log still reads when Kith's own moves.
create table etiquette_changes (
  workspace_id uuid not null references workspaces,
  change_id uuid not null,
  line text not null,
  was jsonb not null,
  value jsonb not null,
  -- Back to Kith's own, not set to what happens to be the same.
  to_own boolean not null,
  reason text not null check (length(reason) >= 10),
  user_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, change_id)
);
create index etiquette_changes_newest on etiquette_changes (workspace_id, at desc, change_id desc);
select kith_wall('etiquette_changes');

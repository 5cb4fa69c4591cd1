-- The report reads a span of months, newest first.
create index overrides_newest on overrides (workspace_id, at desc, override_id desc);

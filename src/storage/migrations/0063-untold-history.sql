-- History is told in the order in which it happened: without sorting again, for each thousand, all that is left of a million.
drop index import_history_import;
create index import_history_import on import_history (workspace_id, import_id);
create index import_history_untold on import_history (workspace_id, import_id, at, record_key) where not told and person_id is not null;

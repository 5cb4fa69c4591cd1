-- Words of names, each once, for names that are spelled nearly so: a few hundred thousand words instead of every name whole. Open like
-- person_search, and why.
create table search_names (
  workspace_id uuid not null,
  word text not null,
  primary key (workspace_id, word)
);
create index search_names_near on search_names using gin (word gin_trgm_ops) with (fastupdate = on);
insert into search_names (workspace_id, word)
  select distinct s.workspace_id, w.word from person_search s cross join lateral regexp_split_to_table(s.name_folded, '[^[:alpha:]]+') as w(word)
  where length(w.word) between 2 and 30;
drop index person_search_name;

-- The key before what it shares with all others: nearly every comparison on the way down ends at the first column.
alter table profiles drop constraint profiles_workspace_id_tool_profile_key_key;
alter table profiles add constraint profiles_account unique (profile_key, tool, workspace_id);
alter table contact_points drop constraint contact_points_pkey;
alter table contact_points add primary key (contact_key, kind, workspace_id, person_id);
alter table import_keys drop constraint import_keys_pkey;
alter table import_keys add primary key (record_key, format, workspace_id);

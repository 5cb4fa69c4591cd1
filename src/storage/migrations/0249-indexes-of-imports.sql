-- What one import brought lies side by side, so the pages of an import are enough to find it, and cost its rows nothing.
drop index people_import;
create index people_import on people using brin (import_id);
drop index import_keys_import;
create index import_keys_import on import_keys using brin (import_id);
-- Asked only when a recruiter hands everybody over.
drop index people_owner;

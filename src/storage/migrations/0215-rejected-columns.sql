-- The names of the columns of `raw`, where a row that was not taken in can be mended and loaded by itself.
alter table import_rejects add column columns jsonb;

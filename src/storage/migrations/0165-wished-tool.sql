-- Where somebody said, on their own page, that they like to be written to. Null: they said nothing.
alter table people add column wished_tool text;

-- Long words beside the rest of the row made a page hold two people; to count and rank matches only the rest is read, thousands at a time.
alter table person_search set (toast_tuple_target = 1024);
-- The server lays up every row anew.
alter table person_search alter column words type tsvector using (words || ''::tsvector);
alter table person_search alter column words set storage external;

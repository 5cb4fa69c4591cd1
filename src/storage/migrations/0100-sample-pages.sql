-- Sample data has openings already; now posts and a list with readers, too, and goes without a trace.
alter table posts add column sample boolean not null default false;
alter table lists add column sample boolean not null default false;

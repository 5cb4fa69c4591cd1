-- Within how many days whoever applies hears from us: said to them when it arrived.
alter table sites add column answer_days smallint not null default 7 check (answer_days between 1 and 30);

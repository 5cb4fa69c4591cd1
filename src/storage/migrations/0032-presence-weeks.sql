-- In which hours of a week somebody was seen online, one bit each (Monday 00:00 UTC first): enough to say when they usually are.
create table presence_weeks (
  workspace_id uuid not null,
  connection_id uuid not null,
  remote_id text not null,
  week_on date not null,
  hours bit(168) not null,
  primary key (workspace_id, connection_id, remote_id, week_on),
  foreign key (workspace_id, connection_id) references connections on delete cascade
);
create index presence_weeks_old on presence_weeks (week_on);
select kith_wall('presence_weeks');

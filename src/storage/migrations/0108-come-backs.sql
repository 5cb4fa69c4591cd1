-- "Not now, but in March": who is to be asked again, when, and about what. Done when we write to them after that day has come.
create table come_backs (
  workspace_id uuid not null,
  come_back_id uuid not null,
  user_id uuid not null,
  person_id uuid not null,
  pool_id uuid,
  on_day date not null,
  -- What it was about, as it was called then.
  about text not null,
  made_at timestamptz not null,
  primary key (workspace_id, come_back_id),
  foreign key (workspace_id, user_id) references users on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, pool_id) references pools on delete cascade
);
create index come_backs_due on come_backs (workspace_id, user_id, on_day);
create index come_backs_person on come_backs (workspace_id, person_id);
create index come_backs_pool on come_backs (workspace_id, pool_id);
select kith_wall('come_backs');

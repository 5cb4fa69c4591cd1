-- The recruiter's one picture for every tool. Its id changes with the picture, so that a tool's profile can say which one stands there.
create table own_pictures (
  workspace_id uuid not null,
  user_id uuid not null,
  picture_id uuid not null,
  jpeg bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('own_pictures');

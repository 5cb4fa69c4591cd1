-- Something that somebody will do: about a person, an opening, a conversation, or nothing of them; by a day, or some day.
create table todos (
  workspace_id uuid not null references workspaces,
  todo_id uuid not null,
  text text not null check (text <> ''),
  person_id uuid,
  opening_id uuid,
  conversation_id uuid,
  due_on date,
  remind_at timestamptz,
  -- Its recruiter was told.
  reminded_at timestamptz,
  -- Nobody has it after its recruiter left and it was given to no one.
  assignee_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  removed_at timestamptz,
  -- Calendars take a later one for the truth (RFC 5545, 3.8.7.4).
  revision int not null default 0,
  changed_at timestamptz not null,
  primary key (workspace_id, todo_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, opening_id) references openings on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index todos_open on todos (workspace_id, assignee_id, due_on, todo_id) where done_at is null and removed_at is null;
create index todos_done on todos (workspace_id, done_at desc, todo_id desc) where done_at is not null and removed_at is null;
create index todos_person on todos (workspace_id, person_id);
create index todos_opening on todos (workspace_id, opening_id);
create index todos_conversation on todos (workspace_id, conversation_id);
select kith_wall('todos');

-- A colleague is told of more than conversations: something to do, a contact that was given or is asked for, what was another's.
alter table notices alter column conversation_id drop not null;
alter table notices add column person_id uuid, add column todo_id uuid, add column words text not null default '';
alter table notices add foreign key (workspace_id, person_id) references people on delete cascade;
alter table notices add foreign key (workspace_id, todo_id) references todos on delete cascade;
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('assigned', 'mentioned', 'held', 'todo', 'todo-due',
  'contact-given', 'contact-taken', 'take-over-asked', 'take-over-granted', 'take-over-declined', 'handed-over'));
create index notices_all on notices (workspace_id, user_id, at desc, notice_id desc);
create index notices_person on notices (workspace_id, person_id);
create index notices_todo on notices (workspace_id, todo_id);

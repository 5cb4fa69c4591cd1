-- Something to do that was given to a team: it is nobody's until one of them takes it, and stays the team's when that one gives it back.
alter table todos add column team_id uuid;
alter table todos add foreign key (workspace_id, team_id) references teams on delete set null (team_id);
create index todos_team on todos (workspace_id, team_id, due_on, todo_id) where done_at is null and removed_at is null;
create index todos_any_team on todos (workspace_id, team_id) where team_id is not null;

-- Whoever leaves hands over the accounts too that Kith signs in to by what they entered.
alter table hand_overs drop constraint hand_overs_part_check;
alter table hand_overs add constraint hand_overs_part_check check (part in ('people', 'conversations', 'messages', 'openings',
  'interviews', 'pools', 'searches', 'todos', 'connections'));

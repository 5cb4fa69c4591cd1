-- What a workspace wrote into its playbooks, beside the shipped text, so that updates still come. Only ever added to: the last
-- row of a part is what stands, null is the shipped text again, and the rows before it are the history.
create table playbook_edits (
  workspace_id uuid not null references workspaces,
  edit_id uuid not null,
  tool text not null,
  -- "norms", or "term:" with the term in lower case.
  part text not null,
  value jsonb,
  user_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, edit_id),
  foreign key (workspace_id, user_id) references users
);
create index playbook_edits_part on playbook_edits (workspace_id, tool, part, edit_id desc);
select kith_wall('playbook_edits');

create table playbook_progress (
  workspace_id uuid not null,
  user_id uuid not null,
  tool text not null,
  item text not null,
  done_at timestamptz not null,
  primary key (workspace_id, user_id, tool, item),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('playbook_progress');

-- Hints of the coach that a recruiter doesn't want on a tool any more.
create table coach_quiet (
  workspace_id uuid not null,
  user_id uuid not null,
  tool text not null,
  hint text not null,
  since timestamptz not null,
  primary key (workspace_id, user_id, tool, hint),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('coach_quiet');

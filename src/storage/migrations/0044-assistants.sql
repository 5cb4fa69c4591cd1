-- The drafting assistant of a workspace: an OpenAI-compatible endpoint that its admins chose. No row: there is none.
create table assistants (
  workspace_id uuid not null references workspaces,
  active boolean not null,
  -- Without "/chat/completions".
  url text not null check (url <> ''),
  model text not null check (model <> ''),
  key_sealed text,
  streamed boolean not null,
  changed_at timestamptz not null,
  primary key (workspace_id)
);
select kith_wall('assistants');

-- A token of the browser extension may clip and look up, nothing else.
alter table api_tokens add column scope text not null default 'all' check (scope in ('all', 'clipper'));

-- Shown once to a recruiter and typed into the extension; a new one replaces it.
create table clipper_codes (
  workspace_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index clipper_codes_hash on clipper_codes (code_hash);
select kith_wall('clipper_codes');

-- A link by which somebody sees and changes what is kept of them; given to them where they are known to read.
create table privacy_links (
  workspace_id uuid not null,
  link_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, link_id),
  -- Whoever brings a token says no workspace: it comes first.
  unique (token_hash, workspace_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, made_by) references users on delete cascade
);
create index privacy_links_person on privacy_links (workspace_id, person_id);
select kith_wall('privacy_links');

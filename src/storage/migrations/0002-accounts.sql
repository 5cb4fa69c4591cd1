create table workspaces (
  workspace_id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  settings jsonb not null default '{}',
  sample_since timestamptz
);
select kith_wall('workspaces');

create table users (
  workspace_id uuid not null references workspaces,
  user_id uuid not null,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'recruiter', 'viewer')),
  password_hash text,
  about text not null default '',
  recruits_for text not null default '',
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  preferences jsonb not null default '{}',
  totp_sealed text,
  totp_confirmed_at timestamptz,
  -- The last 30-second step that was used: a code works once.
  totp_step bigint,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (workspace_id, user_id)
);
create unique index users_email on users (workspace_id, lower(email));
create index users_sign_in on users (lower(email));
select kith_wall('users');

create table sessions (
  workspace_id uuid not null,
  session_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  device text not null,
  address text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, session_id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index sessions_user on sessions (workspace_id, user_id);
create index sessions_old on sessions (expires_at);
select kith_wall('sessions');

create table api_tokens (
  workspace_id uuid not null,
  token_id uuid not null,
  user_id uuid not null,
  name text not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  primary key (workspace_id, token_id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('api_tokens');

create table passkeys (
  workspace_id uuid not null,
  passkey_id uuid not null,
  user_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace_id, passkey_id),
  unique (workspace_id, credential_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
create index passkeys_credential on passkeys (credential_id);
select kith_wall('passkeys');

create table recovery_codes (
  workspace_id uuid not null,
  code_hash bytea not null,
  user_id uuid not null,
  used_at timestamptz,
  primary key (workspace_id, code_hash),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('recovery_codes');

create table invitations (
  workspace_id uuid not null,
  invitation_id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'recruiter', 'viewer')),
  code_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, invitation_id),
  unique (workspace_id, code_hash),
  foreign key (workspace_id, invited_by) references users
);
select kith_wall('invitations');

create table external_identities (
  workspace_id uuid not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, issuer, subject),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('external_identities');

create table audit_log (
  workspace_id uuid not null references workspaces,
  entry_id uuid not null,
  at timestamptz not null,
  user_id uuid,
  action text not null,
  subject_kind text,
  subject_id uuid,
  detail jsonb not null default '{}',
  primary key (workspace_id, entry_id)
);
create index audit_log_user on audit_log (workspace_id, user_id, entry_id);
create index audit_log_subject on audit_log (workspace_id, subject_id, entry_id);
select kith_wall('audit_log');

-- Of the installation, not of a workspace: the one-time codes that create an owner, challenges, and counters of sign-in attempts.
create table setup_codes (
  code_hash bytea primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
create table sign_in_attempts (
  bucket text primary key,
  failures int not null,
  window_started_at timestamptz not null,
  blocked_until timestamptz
);
create table sign_in_challenges (
  challenge_id uuid primary key,
  kind text not null,
  payload jsonb not null,
  attempts int not null default 0,
  expires_at timestamptz not null
);
create index sign_in_challenges_old on sign_in_challenges (expires_at);

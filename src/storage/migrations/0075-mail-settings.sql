-- How a workspace sends list mail: its own way out, its names, its keys.
create table mail_settings (
  workspace_id uuid not null references workspaces,
  host text not null,
  port int not null,
  security text not null check (security in ('tls', 'starttls', 'plain')),
  username text not null default '',
  password_sealed text,
  connections int not null default 8,
  from_name text not null,
  from_address text not null,
  reply_to text not null default '',
  -- Bounces come back to it, with a mark of who and what after a plus sign.
  return_address text not null,
  -- Who sends, with a postal address: stands at the end of every mail.
  imprint text not null,
  -- Mails a minute for each recipient domain; `domain_limits` for named ones.
  domain_limit int not null default 0,
  domain_limits jsonb not null default '{}',
  dkim_selector text not null,
  dkim_rsa_sealed text not null,
  dkim_rsa_public text not null,
  dkim_ed_sealed text not null,
  dkim_ed_public text not null,
  -- The connected mailbox where bounces arrive, and how far it was read.
  reports_connection uuid,
  reports_cursor jsonb,
  checks jsonb,
  checked_at timestamptz,
  updated_at timestamptz not null,
  primary key (workspace_id)
);
select kith_wall('mail_settings');

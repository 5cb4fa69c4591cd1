-- What is tried together: an aim, the tools and the part that each plays, what it cost. Its links and things are sources.
create table campaigns (
  workspace_id uuid not null references workspaces,
  campaign_id uuid not null,
  name text not null check (name <> ''),
  aim text not null default '',
  starts_on date,
  ends_on date,
  user_id uuid,
  sample boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, campaign_id),
  foreign key (workspace_id, user_id) references users on delete set null (user_id),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
select kith_wall('campaigns');
alter table sources add foreign key (workspace_id, campaign_id) references campaigns on delete set null (campaign_id);

create table campaign_parts (
  workspace_id uuid not null,
  campaign_id uuid not null,
  tool text not null,
  part text not null check (part in ('drive', 'explain', 'talk', 'deepen', 'broadcast')),
  note text not null default '',
  primary key (workspace_id, campaign_id, tool, part),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
select kith_wall('campaign_parts');

-- By hand: money, or minutes that no clock of ours saw.
create table campaign_costs (
  workspace_id uuid not null,
  cost_id uuid not null,
  campaign_id uuid not null,
  on_day date not null,
  tool text,
  what text not null check (what <> ''),
  amount numeric(12, 2) check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  minutes int check (minutes > 0),
  user_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, cost_id),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade,
  check ((amount is null) = (currency is null)),
  check (amount is not null or minutes is not null)
);
create index campaign_costs_campaign on campaign_costs (workspace_id, campaign_id, on_day);
select kith_wall('campaign_costs');

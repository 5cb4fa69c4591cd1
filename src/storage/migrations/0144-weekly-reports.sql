-- Who gets a mail of what the week was, and when by their own clock. Nobody does before they ask for it.
create table weekly_reports (
  workspace_id uuid not null,
  user_id uuid not null,
  is_on boolean not null,
  -- 1 is Monday; the hour is of the recruiter's own time zone.
  weekday smallint not null check (weekday between 1 and 7),
  hour smallint not null check (hour between 0 and 23),
  -- What was due before this is not made up for.
  since timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('weekly_reports');

-- One mail for each week told, whatever happens: `waiting` may be tried, `sending` is in some node's hands, `unknown` may have arrived.
create table weekly_report_mails (
  workspace_id uuid not null,
  user_id uuid not null,
  -- The Monday of the week that it tells of.
  week date not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown')),
  node text,
  at timestamptz not null,
  -- What the mail server said.
  said text,
  primary key (workspace_id, user_id, week),
  foreign key (workspace_id, user_id) references users on delete cascade
);
select kith_wall('weekly_report_mails');

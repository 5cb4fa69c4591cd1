-- Who applied with the form of a job page.
create table applications (
  workspace_id uuid not null,
  application_id uuid not null,
  opening_id uuid not null,
  person_id uuid,
  name text not null,
  email text not null,
  phone text not null default '',
  message text not null default '',
  -- The code of the link by which they came.
  referral text,
  consent_wording text not null,
  consent_lang text not null,
  applied_at timestamptz not null,
  primary key (workspace_id, application_id),
  foreign key (workspace_id, opening_id) references openings on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index applications_opening on applications (workspace_id, opening_id, applied_at desc);
create index applications_person on applications (workspace_id, person_id);
select kith_wall('applications');

-- Kept apart from everything else, and only ever given out as a download.
create table resumes (
  workspace_id uuid not null,
  application_id uuid not null,
  name text not null,
  -- By its content, never by what the browser said.
  media_type text not null,
  bytes bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'read', 'unreadable')),
  primary key (workspace_id, application_id),
  foreign key (workspace_id, application_id) references applications on delete cascade
);
select kith_wall('resumes');

-- How often a page was come to by a code, per day: numbers only, nothing of who.
create table referral_visits (
  workspace_id uuid not null,
  opening_id uuid not null,
  code text not null,
  on_day date not null,
  visits int not null,
  primary key (workspace_id, opening_id, code, on_day),
  foreign key (workspace_id, opening_id) references openings on delete cascade
);
select kith_wall('referral_visits');

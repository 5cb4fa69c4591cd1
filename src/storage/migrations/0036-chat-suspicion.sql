-- Why a visitor's chat is taken for spam; `none`: a recruiter said that it is not. Such chats are requests, nothing of them is lost.
alter table conversations add column suspicion text check (suspicion in ('trap', 'links', 'repeated', 'hasty', 'none'));
-- What the form saw: a field that nobody sees was filled in, and how long it took.
alter table visitors add column trapped boolean not null default false, add column took_ms int;

-- What visitors wrote before they were answered, as fingerprints of a day: one text in many chats is no talk.
create table visitor_texts (
  workspace_id uuid not null,
  connection_id uuid not null,
  fingerprint bytea not null,
  visitor_id uuid not null,
  times int not null,
  at timestamptz not null,
  primary key (workspace_id, connection_id, fingerprint, visitor_id),
  foreign key (workspace_id, visitor_id) references visitors on delete cascade
);
create index visitor_texts_old on visitor_texts (workspace_id, connection_id, at);
create index visitor_texts_visitor on visitor_texts (workspace_id, visitor_id);
select kith_wall('visitor_texts');

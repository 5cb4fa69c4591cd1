-- What a file brings of people besides themselves: what they published, blogs to follow. Kept until all of its people are known, then
-- handed on to activity.
create table import_findings (
  workspace_id uuid not null,
  import_id uuid not null,
  finding_key text not null,
  kind text not null check (kind in ('activity', 'feed')),
  tool text not null,
  -- Who it is of: the key of their record in the file, or their account.
  party_key text,
  profile_key text,
  finding jsonb not null,
  primary key (workspace_id, import_id, finding_key),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
select kith_wall('import_findings');

alter table import_history add column party_key text;

-- Followed because of an import: taking it back takes them back too.
alter table feeds add column import_id uuid;
create index feeds_import on feeds (workspace_id, import_id) where import_id is not null;
create index activity_items_import on activity_items (workspace_id, import_id) where import_id is not null;

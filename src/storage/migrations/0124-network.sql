-- What somebody did towards somebody else, one row for a pair, direction and kind; worked out from the doings of `from_id` alone, so that it
-- can be thrown away and made again. `to_id` is a person, or (`to_user`) a recruiter: then `back` counts what the recruiter did.
-- `months` is a ring of 24 bits, one per month (year * 12 + month, modulo 24), older ones than twelve months never set.
create table network_ties (
  workspace_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  to_user boolean not null default false,
  kind text not null check (kind in
    ('talk', 'public', 'met', 'contact', 'endorsement', 'referral', 'introduction', 'said', 'room', 'thread', 'mention', 'link', 'group')),
  tool text,
  events int not null,
  back int not null default 0,
  months int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Where it can be looked at: the room's or the item's name, its address.
  title text,
  url text,
  primary key (workspace_id, from_id, to_id, kind),
  foreign key (workspace_id, from_id) references people on delete cascade
);
create index network_ties_to on network_ties (workspace_id, to_id);
select kith_wall('network_ties');

-- All that paths are looked for in: whom somebody knows, strongest first, in one row; and which recruiters know them.
create table network_near (
  workspace_id uuid not null,
  person_id uuid not null,
  people uuid[] not null,
  strengths real[] not null,
  users uuid[] not null,
  known real[] not null,
  refreshed_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index network_near_age on network_near (workspace_id, refreshed_at);
select kith_wall('network_near');

-- Whose ties have to be worked out anew. As with sources: no key that two transactions share, told twice is worked out once.
create table network_due (
  workspace_id uuid not null,
  due_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  primary key (workspace_id, due_id)
);
select kith_wall('network_due');

-- A recruiter says that these two know each other.
create table network_said (
  workspace_id uuid not null,
  said_id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  words text not null,
  user_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, said_id),
  check (person_id <> other_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, other_id) references people on delete cascade
);
create index network_said_person on network_said (workspace_id, person_id);
create index network_said_other on network_said (workspace_id, other_id);
select kith_wall('network_said');

-- Somebody was asked to introduce a recruiter to somebody else.
create table introductions (
  workspace_id uuid not null,
  introduction_id uuid not null,
  user_id uuid not null,
  via_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'made', 'declined')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, introduction_id),
  check (via_id <> person_id),
  foreign key (workspace_id, via_id) references people on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index introductions_via on introductions (workspace_id, via_id);
create index introductions_person on introductions (workspace_id, person_id);
select kith_wall('introductions');

-- What we did for somebody, or they for us, where only a recruiter knows it.
create table kindnesses (
  workspace_id uuid not null,
  kindness_id uuid not null,
  person_id uuid not null,
  user_id uuid not null,
  way text not null check (way in ('given', 'received')),
  kind text not null check (kind in ('introduction', 'answer', 'news', 'thanks', 'referral', 'help')),
  words text not null default '',
  at timestamptz not null,
  primary key (workspace_id, kindness_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index kindnesses_person on kindnesses (workspace_id, person_id, at desc);
select kith_wall('kindnesses');

-- Where everybody stands in the drawing, which community they are of, and how much of what passes between others passes by them.
create table network_places (
  workspace_id uuid not null,
  person_id uuid not null,
  x real not null,
  y real not null,
  community int not null,
  bridge real not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
select kith_wall('network_places');

create table network_maps (
  workspace_id uuid not null references workspaces,
  made_at timestamptz not null,
  -- Ties when it was made: with more or fewer it is made anew.
  people int not null,
  ties int not null,
  communities jsonb not null default '[]',
  primary key (workspace_id)
);
select kith_wall('network_maps');

-- Items under one address: who commented on the same.
create function kith_thread(url text) returns text language sql immutable parallel safe strict as $$ select rtrim(split_part(url, '#', 1), '/') $$;
create index activity_items_thread on activity_items (workspace_id, public.kith_thread(url))
  where kind in ('comment', 'reaction') and url is not null;

create function kith_network_touched() returns trigger language plpgsql as $$
begin
  insert into network_due (workspace_id, person_id)
    select distinct workspace_id, person_id from told where person_id is not null;
  return null;
end $$;
create trigger touches_network after insert on touches referencing new table as told
  for each statement execute function kith_network_touched();
create trigger touches_network_gone after delete on touches referencing old table as told
  for each statement execute function kith_network_touched();
create trigger activity_items_network after insert on activity_items referencing new table as told
  for each statement execute function kith_network_touched();
create trigger activity_items_network_gone after delete on activity_items referencing old table as told
  for each statement execute function kith_network_touched();
create trigger kith_network_said after insert on network_said referencing new table as told
  for each statement execute function kith_network_touched();
create trigger kith_network_said_gone after delete on network_said referencing old table as told
  for each statement execute function kith_network_touched();

-- Of messages only those in rooms: what two people write to each other alone is a touch.
create function kith_network_room() returns trigger language plpgsql as $$
begin
  insert into network_due (workspace_id, person_id)
    select distinct m.workspace_id, m.person_id from told m
      join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id and c.kind = 'room'
    where m.person_id is not null and not public.kith_for_conversations_only(c.tool);
  return null;
end $$;
create trigger messages_network after insert on messages referencing new table as told
  for each statement execute function kith_network_room();

-- Of referrals it is the one who named somebody whose ties change.
create function kith_network_referred() returns trigger language plpgsql as $$
begin
  insert into network_due (workspace_id, person_id)
    select distinct r.workspace_id, r.person_id from told n
      join referrers r on r.workspace_id = n.workspace_id and r.referrer_id = n.referrer_id;
  return null;
end $$;
create trigger referrals_network after update on referrals referencing new table as told
  for each statement execute function kith_network_referred();

create function kith_network_introduced() returns trigger language plpgsql as $$
begin
  insert into network_due (workspace_id, person_id) select distinct workspace_id, via_id from told;
  return null;
end $$;
create trigger introductions_network after update on introductions referencing new table as told
  for each statement execute function kith_network_introduced();

-- Bulk imports write without other triggers; these stand all the same.
alter table touches enable always trigger touches_network;
alter table activity_items enable always trigger activity_items_network;

-- Everybody who is here already is worked out once.
insert into network_due (workspace_id, person_id) select workspace_id, person_id from people where merged_into is null;

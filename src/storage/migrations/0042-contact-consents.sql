-- Who agreed to be written to over a tool that asks for it first: in which words, when, and how they told us.
create table contact_consents (
  workspace_id uuid not null,
  consent_id uuid not null,
  person_id uuid not null,
  tool text not null,
  conversation_id uuid not null,
  user_id uuid not null,
  wording text not null check (wording <> ''),
  -- Where they said it: on our page, in a talk, on paper.
  heard text not null check (heard <> ''),
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, consent_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index contact_consents_person on contact_consents (workspace_id, person_id, tool, given_at);
create index contact_consents_conversation on contact_consents (workspace_id, conversation_id);
select kith_wall('contact_consents');

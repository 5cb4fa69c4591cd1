-- What is said with one person before everybody. `peer_id`: that person's address, for the conversation has a name of its own.
alter table conversations drop constraint conversations_kind_check;
alter table conversations add constraint conversations_kind_check check (kind in ('direct', 'room', 'visitor', 'public'));
alter table conversations add column peer_id text;
alter table conversations add constraint conversations_public_peer check ((kind = 'public') = (peer_id is not null));

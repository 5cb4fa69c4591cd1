-- How many of a room's unread messages speak of the recruiter whose account is in it.
alter table conversations add column mention_count int not null default 0;
create index conversations_mentions on conversations (workspace_id, top_at desc, conversation_id desc)
  where done_at is null and not requested and mention_count > 0;

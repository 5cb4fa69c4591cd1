-- When it was said, beside the words: where matches are many they are walked latest first, and the walk stops with the page.
select set_config('kith.workspace', '*', true);
alter table said_search add column at timestamptz;
update said_search s set at = m.sent_at from messages m
  where s.kind = 'message' and m.workspace_id = s.workspace_id and m.message_id = s.item_id;
update said_search s set at = a.published_at from activity_items a
  where s.kind = 'activity' and a.workspace_id = s.workspace_id and a.activity_id = s.item_id;
delete from said_search where at is null;
alter table said_search alter column at set not null;
create index said_search_latest on said_search (workspace_id, kind, at desc, item_id);
-- One for each kind: a word that millions of posts have must not stand between us and the one message that has it.
drop index said_search_words;
create index said_search_messages on said_search using gin (words) with (fastupdate = on) where kind = 'message';
create index said_search_activity on said_search using gin (words) with (fastupdate = on) where kind = 'activity';

create or replace function kith_keep_message_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from said_search where workspace_id = old.workspace_id and kind = 'message' and item_id = old.message_id;
  elsif new.kind <> 'text' or new.retracted_at is not null or new.text = '' then
    if tg_op = 'UPDATE' then
      delete from said_search where workspace_id = new.workspace_id and kind = 'message' and item_id = new.message_id;
    end if;
  else
    insert into said_search (workspace_id, kind, item_id, words, at)
      values (new.workspace_id, 'message', new.message_id, kith_said(new.text), new.sent_at)
      on conflict (workspace_id, kind, item_id) do update set words = excluded.words, at = excluded.at;
  end if;
  return null;
end $$;
drop trigger messages_said on messages;
create trigger messages_said after insert or delete or update of text, retracted_at, kind, sent_at on messages
  for each row execute function kith_keep_message_words();

create or replace function kith_keep_activity_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from said_search where workspace_id = old.workspace_id and kind = 'activity' and item_id = old.activity_id;
  else
    insert into said_search (workspace_id, kind, item_id, words, at)
      values (new.workspace_id, 'activity', new.activity_id, kith_said(concat_ws(' ', new.title, new.text)), new.published_at)
      on conflict (workspace_id, kind, item_id) do update set words = excluded.words, at = excluded.at;
  end if;
  return null;
end $$;
drop trigger activity_items_said on activity_items;
create trigger activity_items_said after insert or delete or update of title, text, published_at on activity_items
  for each row execute function kith_keep_activity_words();

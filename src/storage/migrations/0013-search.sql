-- The words of messages and published things. Open like person_search, and for the same reason: it gives ids only, and those are
-- joined to walled tables before anyone sees them.
create table said_search (
  workspace_id uuid not null,
  kind text not null check (kind in ('message', 'activity')),
  item_id uuid not null,
  words tsvector not null,
  primary key (workspace_id, kind, item_id)
);
create index said_search_words on said_search using gin (words) with (fastupdate = on);

-- A long text counts with its first part: more would not fit a tsvector.
create function kith_said(value text) returns tsvector language sql immutable parallel safe as
$$ select to_tsvector('simple', public.kith_words(left(coalesce(value, ''), 60000))) $$;

-- Whoever writes a message or an item: its words are kept in the same transaction, and leave with it.
create function kith_keep_message_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from said_search where workspace_id = old.workspace_id and kind = 'message' and item_id = old.message_id;
  elsif new.kind <> 'text' or new.retracted_at is not null or new.text = '' then
    if tg_op = 'UPDATE' then
      delete from said_search where workspace_id = new.workspace_id and kind = 'message' and item_id = new.message_id;
    end if;
  else
    insert into said_search (workspace_id, kind, item_id, words) values (new.workspace_id, 'message', new.message_id, kith_said(new.text))
      on conflict (workspace_id, kind, item_id) do update set words = excluded.words;
  end if;
  return null;
end $$;
create trigger messages_said after insert or delete or update of text, retracted_at, kind on messages
  for each row execute function kith_keep_message_words();

create function kith_keep_activity_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from said_search where workspace_id = old.workspace_id and kind = 'activity' and item_id = old.activity_id;
  else
    insert into said_search (workspace_id, kind, item_id, words)
      values (new.workspace_id, 'activity', new.activity_id, kith_said(concat_ws(' ', new.title, new.text)))
      on conflict (workspace_id, kind, item_id) do update set words = excluded.words;
  end if;
  return null;
end $$;
create trigger activity_items_said after insert or delete or update of title, text on activity_items
  for each row execute function kith_keep_activity_words();

-- On which step of the static rank somebody stands (1/256, and 1/16), beside their words: "these words, and of the best" is read off the
-- index alone, as where one list is short it skips through the long ones.
create function kith_ranks(prior real) returns int[] language sql immutable parallel safe
return array[least(255, greatest(0, floor(prior * 256)))::int, 256 + least(255, greatest(0, floor(prior * 256)))::int / 16];
drop index person_search_words;
create index person_search_words on person_search using gin (words, kith_ranks(prior)) with (fastupdate = on);

-- Everybody has a lot, 0 to 255, by chance. Of few lots there are small indexes: they tell how many match and what those are, however
-- frequent the words.
create function kith_lot(person uuid) returns int language sql immutable parallel safe return get_byte(uuid_send(person), 15);
create index person_search_words_1 on person_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 1024)
  where kith_lot(person_id) < 1;
create index person_search_words_4 on person_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 1024)
  where kith_lot(person_id) < 4;
-- For searches without words. Another expression on purpose: the planner would join this index to the large one of words.
create index person_search_lots on person_search (workspace_id, (kith_lot(person_id) % 256)) where kith_lot(person_id) % 256 < 4;

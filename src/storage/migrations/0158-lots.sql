-- Everybody draws one of 256 lots, by the random end of their id. A few lots stand for all: what is counted beside a list of very many
-- is concluded from whoever drew them, found by the index of words (`lotOf` in features/people/store/search-index/rules.ts).
update person_search set words = words || array_to_tsvector(array['xqlot' || right(person_id::text, 2)]);

-- All that a pair needs to be judged alone as it was among everyone. A model that lacks it is learned anew by the next look.
delete from identity_models;
alter table identity_models
  -- [{ first, firstFrom, second, secondFrom, bits }]: facts that often go together, by the name of their column.
  add column ties jsonb not null,
  -- [{ column, rest, values: [[value, bits]] }]: what a shared value adds for being rarer than usual.
  add column rarity jsonb not null,
  -- Words of names, besides given name and surname, that many here have.
  add column common_words jsonb not null;

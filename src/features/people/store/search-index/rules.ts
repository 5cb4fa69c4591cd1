import { type RawBuilder, sql } from 'kysely'

/**
 * Static rank, 0–1: how much is known of somebody, how near they are, how fresh it is. In floating point: decimals cost the server thrice
 * as much, for everyone who is imported.
 */
export const priorOf = (depth: RawBuilder<unknown>, rank: RawBuilder<unknown>, at: RawBuilder<unknown>) =>
  sql`(0.5::float8 * coalesce(${depth}, 0) / 100 + 0.3::float8 * coalesce(${rank}, 0) / 7
    + 0.2::float8 * least(1, greatest(0, date_part('epoch', ${at}) / 86400 - 14600) / 9000))::real`

/** Whether a word is one to propose when somebody mistypes. */
export const isSpelling = (word: RawBuilder<unknown>) =>
  sql`length(${word}) between 3 and 30 and ${word} ~ '^[[:alpha:]]+$'`

/** The words of a folded name that `search_names` holds. */
export const nameWords = (name: RawBuilder<unknown>) =>
  sql`(select w from regexp_split_to_table(${name}, '[^[:alpha:]]+') as w where length(w) between 2 and 30)`

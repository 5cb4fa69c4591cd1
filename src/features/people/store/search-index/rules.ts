import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#kernel/ids.ts'
import { marks } from '../../model/query/compile.ts'

/** Static rank, 0–1: how much is known of somebody, how near they are, how fresh it is. */
export const priorOf = (depth: RawBuilder<unknown>, rank: RawBuilder<unknown>, at: RawBuilder<unknown>) =>
  sql`(0.5 * coalesce(${depth}, 0) / 100.0 + 0.3 * coalesce(${rank}, 0) / 7.0
    + 0.2 * least(1, greatest(0, extract(epoch from ${at}) / 86400 - 14600) / 9000))::real`

/** Whether a word is one to propose when somebody mistypes. */
export const isSpelling = (word: RawBuilder<unknown>) =>
  sql`length(${word}) between 3 and 30 and ${word} ~ '^[[:alpha:]]+$'`

/** The words of a folded name that `search_names` holds. */
export const nameWords = (name: RawBuilder<unknown>) =>
  sql`(select w from regexp_split_to_table(${name}, '[^[:alpha:]]+') as w where length(w) between 2 and 30)`

/** Everybody has drawn one of so many lots, by the random end of their id: whoever has some of them stands for all. */
export const lotCount = 256

/** The word by which those who drew a lot are found. */
export const lotWord = (lot: number) => marks.lot + lot.toString(16).padStart(2, '0')
export const lotOf = (person: PersonId) => marks.lot + person.slice(-2)

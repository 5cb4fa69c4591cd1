import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#storage/database.ts'
import { gathering, matching, steer, type Wanted } from './matching.ts'

/** Everybody has one of so many lots, by chance; see `kith_lot`. */
export const allLots = 256
/** Of so many lots there are indexes of their own, with all words. */
export const indexedLots = [1, 4] as const

/**
 * `from person_search s …` with all conditions, of so many lots. Where no word has to be there, these people are taken first: the planner would
 * ask the index of words for everybody without them. To be asked as `steerDrawn` says.
 */
export const matchingDrawn = (wanted: Wanted, lots: number): RawBuilder<unknown> =>
  wanted.selective
    ? sql`${matching(wanted)} and kith_lot(s.person_id) < ${sql.lit(lots)}`
    : matching(
        wanted,
        false,
        sql`(select * from person_search d where d.workspace_id = ${wanted.workspace} and kith_lot(d.person_id) % 256 < ${sql.lit(lots)} offset 0)`,
      )

export const steerDrawn = (tx: Transaction, wanted: Wanted) =>
  steer(tx, gathering(wanted) === 'free' ? 'free' : 'gather')

async function countDrawn(tx: Transaction, wanted: Wanted, lots: number): Promise<number> {
  await steerDrawn(tx, wanted)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${matchingDrawn(wanted, lots)}`.execute(tx)
  await steer(tx, 'free')
  return rows[0]?.n ?? 0
}

/** So many hits tell how many match in all, give or take a quarter. */
const telling = 64
/** With a quarter of these in a draw the next, larger one would not tell either. */
const hopeless = telling / 4

/** About how many match, from a draw: the index alone says it. Undefined where matches are too few to tell, about four thousand. */
export async function expectByDraw(tx: Transaction, wanted: Wanted): Promise<number | undefined> {
  for (const [at, lots] of indexedLots.entries()) {
    const found = await countDrawn(tx, wanted, lots)
    if (found >= telling) return Math.round((found * allLots) / lots)
    const next = indexedLots[at + 1]
    if (next && (found * next) / lots < hopeless) return undefined
  }
  return undefined
}
/** What is too little to tell. */
export const fewest = Math.ceil((telling * allLots) / Math.max(...indexedLots))

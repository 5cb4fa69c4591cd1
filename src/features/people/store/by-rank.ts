import { type RawBuilder, sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { expectMatches } from './expected.ts'
import { matching, steer, type Wanted } from './matching.ts'

/** `prior`: their static rank. */
export type Best = { person: PersonId; prior: number }

/** Up to this share of everybody the rank is read off the index; above, the server's statistics know it well enough. */
const readOff = 0.01
const nearlyAll = 0.9

/** The static ranks that each hundredth of all people reaches, ascending; empty while the server has not looked at them. */
async function listRanks(tx: Transaction): Promise<number[]> {
  const { rows } = await sql<{ ranks: number[] | null }>`
    select histogram_bounds::text::real[] as ranks from pg_stats where tablename = 'person_search' and attname = 'prior'`.execute(
    tx,
  )
  return rows[0]?.ranks ?? []
}

/** The static rank that so many people reach; undefined when there are not so many. */
export async function rankOf(tx: Transaction, workspace: WorkspaceId, people: number): Promise<number | undefined> {
  await steer(tx, 'walk')
  const { rows } = await sql<{ prior: number }>`select s.prior from person_search s where s.workspace_id = ${workspace}
    order by s.prior desc, s.person_id offset ${people} limit 1`.execute(tx)
  return rows[0]?.prior
}

/** About how many people there are. */
export const expectEverybody = (tx: Transaction, { workspace, user, now }: Wanted) =>
  expectMatches(tx, { workspace, user, now, condition: undefined, selective: false })

/** The static rank that so many people reach, who are that share of all; undefined when it would leave out hardly anybody. */
export async function leastRank(
  tx: Transaction,
  { workspace }: Wanted,
  share: number,
  people: number,
): Promise<number | undefined> {
  const ranks = await listRanks(tx)
  const known = share > readOff ? ranks[Math.floor((1 - share) * (ranks.length - 1))] : undefined
  return share > nearlyAll ? undefined : (known ?? (await rankOf(tx, workspace, people)))
}

/** As `kith_ranks` counts. */
const steps = 256
const stepsAtOnce = 16

/** Whoever has this static rank or more, and some who have a little less. The numbers are in the text, so that the planner sees them. */
function rankedFrom(prior: number): RawBuilder<boolean> {
  const numbers: number[] = []
  for (let step = Math.min(steps - 1, Math.max(0, Math.floor(Math.fround(prior) * steps))); step < steps; ) {
    const coarse = step % stepsAtOnce === 0
    numbers.push(coarse ? steps + step / stepsAtOnce : step)
    step += coarse ? stepsAtOnce : 1
  }
  return sql<boolean>`kith_ranks(s.prior) && ${sql.lit(`{${numbers.join(',')}}`)}::int[]`
}

/** The best by static rank, `least` and above; the index of words names them. */
export async function listAbove(
  tx: Transaction,
  wanted: Wanted,
  least: number | undefined,
  limit: number,
): Promise<Best[]> {
  await steer(tx, 'gather')
  const { rows } = await sql<{ person_id: PersonId; at: number }>`
    with m as materialized (select s.person_id, s.prior ${matching(wanted)}
      ${least === undefined ? sql`` : sql`and ${rankedFrom(least)}`})
    select person_id, prior as at from m order by prior desc, person_id limit ${limit}`.execute(tx)
  await steer(tx, 'free')
  return rows.map(row => ({ person: row.person_id, prior: row.at }))
}

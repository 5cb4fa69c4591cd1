import { sql } from 'kysely'
import type { Transaction } from '#storage/database.ts'
import type { Condition } from '../model/query/compile.ts'
import { expectMatches } from './expected.ts'
import { asksPhrase, capOf, rungOf, somewhere, type Wanted } from './matching.ts'

/** So many relationships tell how many of all stand on a rung. */
const sampled = 20_000
/** To find somebody by their relationship and look into their words costs so many times what it costs to find them by their words. */
const dearer = 10
/** As in searches without a rung: so many times more matches than are counted are not counted at all. */
const farBeyond = 2

const isOneStage = (condition: Condition): boolean => {
  let stages = 0
  somewhere(condition, leaf => {
    if (leaf.kind === 'stage') stages += 1
    return false
  })
  return stages === 1
}

/** The condition without its one stage, which stands in an `and`, however deep. */
function withoutStage(condition: Condition): Condition | undefined {
  if (condition.kind === 'stage') return undefined
  if (condition.kind !== 'and') return condition
  const parts = condition.parts.flatMap(part => withoutStage(part) ?? [])
  return parts.length === 0 ? undefined : { kind: 'and', parts }
}

/** How many people stand on the rung with this user, from some thousand of their relationships. */
async function expectOn(tx: Transaction, { workspace, user }: Wanted, rung: string): Promise<number> {
  const { rows } = await sql<{ seen: number; on: number }>`
    select count(*)::int as seen, (count(*) filter (where coalesce(r.side, r.stage) = ${rung}))::int as on
    from (select side, stage from relationships where workspace_id = ${workspace} and user_id = ${user} limit ${sampled}) r`.execute(
    tx,
  )
  const { seen = 0, on = 0 } = rows[0] ?? {}
  if (seen < sampled) return on
  const { rows: all } = await sql<{ n: number }>`
    select count(*)::int as n from relationships where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  return Math.round((on / seen) * (all[0]?.n ?? seen))
}

/**
 * The planner knows nothing of rungs: it expects one person on each, and would read the words of everybody on it one by one. Here the
 * two ways are weighed by what they would have to look at, and a third is taken where matches are far more than are counted.
 */
export async function settleRung(tx: Transaction, wanted: Wanted): Promise<Wanted> {
  const { condition, selective } = wanted
  const rung = condition && rungOf(condition)
  if (!rung || !selective || !isOneStage(condition) || asksPhrase(wanted)) return wanted
  const rest = withoutStage(condition)
  if (!rest || !somewhere(rest, leaf => leaf.kind === 'text')) return wanted
  const people = await expectOn(tx, wanted, rung)
  const everybody = await expectMatches(tx, { ...wanted, condition: undefined, selective: false })
  const having = Math.max(1, await expectMatches(tx, { ...wanted, condition: rest }))
  const matches = (people * having) / Math.max(1, everybody)
  if (matches >= farBeyond * capOf(wanted)) return { ...wanted, onRung: { way: 'walk', matches } }
  const enough = capOf(wanted) + 1
  const byRung = Math.min(people, (enough * everybody) / having)
  const byWords = Math.min(having, (enough * everybody) / Math.max(1, people))
  return byWords < dearer * byRung ? { ...wanted, onRung: { way: 'gather', matches } } : wanted
}

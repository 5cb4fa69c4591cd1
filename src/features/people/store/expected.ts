import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '#storage/database.ts'
import { type Condition, marks } from '../model/query/compile.ts'
import { expectByDraw, fewest } from './draws.ts'
import { asksPhrase, gathering, matching, steer, type Wanted } from './matching.ts'

type Node = { 'Node Type': string; 'Plan Rows': number; 'Actual Rows'?: number | undefined; Plans?: Node[] | undefined }
const nodeShape: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Plan Rows': z.number(),
    'Actual Rows': z.number().optional(),
    Plans: z.array(nodeShape).optional(),
  }),
)
const planShape = z.array(z.object({ Plan: nodeShape }))

async function explain(
  tx: Transaction,
  how: RawBuilder<unknown>,
  statement: RawBuilder<unknown>,
): Promise<Node | undefined> {
  const { rows } = await sql<{ 'QUERY PLAN': unknown }>`explain (format json ${how}) ${statement}`.execute(tx)
  return planShape.parse(rows[0]?.['QUERY PLAN'])[0]?.Plan
}

/** From so many on it matters whether the planner is right. */
const worthAsking = 1_000
/** The planner guesses for each word that is not among its most frequent: of a circle on the map, dozens of cells, the errors add up. */
const manyCells = 16
const isGuessed = (tsquery: string) => tsquery.split(marks.cell).length > manyCells

const textsOf = (condition: Condition | undefined): string[] =>
  condition?.kind === 'text' ? [condition.tsquery] : condition?.kind === 'and' ? condition.parts.flatMap(textsOf) : []

const scanOf = (node: Node): Node | undefined =>
  node['Node Type'] === 'Bitmap Index Scan' ? node : node.Plans?.map(scanOf).find(one => one !== undefined)

/**
 * How many times more have the words than the planner thinks: the index of words is read whole, and of the people it names only the first
 * is looked at.
 */
async function errorOf(tx: Transaction, texts: readonly string[]): Promise<number> {
  await steer(tx, 'gather')
  const words = sql.join(
    texts.map(text => sql`s.words @@ to_tsquery('simple', kith_words(${text}))`),
    sql` and `,
  )
  const plan = await explain(
    tx,
    sql`, analyze, timing off, buffers off`,
    sql`select 1 from person_search s where ${words} limit 1`,
  )
  await steer(tx, 'free')
  const scan = plan && scanOf(plan)
  return scan?.['Actual Rows'] === undefined ? 1 : scan['Actual Rows'] / Math.max(1, scan['Plan Rows'])
}

/** Whether how many match is known from a draw, where it is many: not merely the planner's guess. */
export const isDrawn = (wanted: Wanted) => gathering(wanted) === 'gather' && !asksPhrase(wanted)

/** What the planner knows by its statistics of frequent words; where it could only guess, the index of words corrects it. */
async function expectByStatistics(tx: Transaction, wanted: Wanted): Promise<number> {
  const expected = (await explain(tx, sql``, sql`select 1 ${matching(wanted)}`))?.['Plan Rows'] ?? 0
  const texts = textsOf(wanted.condition)
  if (expected < worthAsking || !texts.some(isGuessed)) return expected
  return Math.ceil(expected * (await errorOf(tx, texts)))
}

/**
 * How many match, about, before anyone is counted. Of phrases how many have all their words: to see who has them side by side, each would
 * have to be looked at.
 */
export async function expectMatches(tx: Transaction, wanted: Wanted): Promise<number> {
  const byDraw = isDrawn(wanted)
  const many = byDraw ? await expectByDraw(tx, wanted) : undefined
  if (many !== undefined) return many
  const expected = await expectByStatistics(tx, wanted)
  return byDraw ? Math.min(fewest, expected) : expected
}

import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Condition } from '../model/query/compile.ts'

/** More than this is said as "10,000+": counting on costs more than knowing is worth. */
const countCap = 10_000
/** Where each match has to be looked at (phrases, people without a stage), so many cost as much. */
const lookedAtCap = 1_000

/** So many of the best are ranked by their words; whoever comes after them follows by static rank alone. */
const ranked = 300

export type Wanted = {
  workspace: WorkspaceId
  user: UserId
  condition: Condition | undefined
  /** Some word has to be there: the word index can find the matches. */
  selective: boolean
  activeSince?: Date
  quietSince?: Date
  /** Nothing public of theirs is known. */
  neverActive?: boolean
  /** A condition on `s.person_id`, from the feature that owns pools. */
  inPool?: RawBuilder<boolean>
  /** The same: new to a saved search. */
  isFresh?: RawBuilder<boolean>
}

function conditionSql(condition: Condition): RawBuilder<boolean> {
  switch (condition.kind) {
    case 'text':
      return sql<boolean>`s.words @@ to_tsquery('simple', kith_words(${condition.tsquery}))`
    case 'stage':
      return condition.stage === 'do-not-contact'
        ? sql<boolean>`p.do_not_contact_at is not null`
        : sql<boolean>`(p.do_not_contact_at is null and coalesce(r.side, r.stage, 'found') = ${condition.stage})`
    case 'not':
      return sql<boolean>`not (${conditionSql(condition.part)})`
    default:
      return sql<boolean>`(${sql.join(condition.parts.map(conditionSql), condition.kind === 'and' ? sql` and ` : sql` or `)})`
  }
}

const somewhere = (condition: Condition, is: (leaf: Condition) => boolean): boolean => {
  switch (condition.kind) {
    case 'text':
    case 'stage':
      return is(condition)
    case 'not':
      return somewhere(condition.part, is)
    default:
      return condition.parts.some(part => somewhere(part, is))
  }
}

const asksStage = (condition: Condition) => somewhere(condition, leaf => leaf.kind === 'stage')
const asksPhrase = (condition: Condition) =>
  somewhere(condition, leaf => leaf.kind === 'text' && /<(?:->|\d+>)/.test(leaf.tsquery))

/** A rung that every match has to stand on, and that nobody stands on without a relationship. */
function rungOf(condition: Condition): string | undefined {
  if (condition.kind === 'stage')
    return condition.stage === 'found' || condition.stage === 'do-not-contact' ? undefined : condition.stage
  if (condition.kind !== 'and') return undefined
  for (const part of condition.parts) {
    const rung = rungOf(part)
    if (rung) return rung
  }
  return undefined
}

/** Counting ends here. People on a rung are found by their relationships; their words have to be looked at one by one. */
export function capOf({ condition }: Wanted): number {
  if (!condition) return countCap
  if (rungOf(condition)) return somewhere(condition, leaf => leaf.kind === 'text') ? lookedAtCap : countCap
  return asksStage(condition) || asksPhrase(condition) ? lookedAtCap : countCap
}

/** `from person_search s …` with all conditions, to be followed by `and …` or `order by`. */
export function matching(wanted: Wanted, withRelationship = false, people = sql`person_search`): RawBuilder<unknown> {
  const { workspace, user, condition } = wanted
  const stage = condition !== undefined && asksStage(condition)
  const rung = condition && rungOf(condition)
  const relationship = sql`${rung ? sql`` : sql`left`} join relationships r
    on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = s.person_id
    ${rung ? sql`and coalesce(r.side, r.stage) = ${rung}` : sql``}`
  return sql`from ${people} s
    ${stage || withRelationship ? relationship : sql``}
    ${stage ? sql`join people p on p.workspace_id = ${workspace} and p.person_id = s.person_id` : sql``}
    where s.workspace_id = ${workspace}
    ${condition ? sql`and ${conditionSql(condition)}` : sql``}
    ${wanted.activeSince ? sql`and s.last_active_at >= ${wanted.activeSince}` : sql``}
    ${wanted.quietSince ? sql`and s.last_active_at < ${wanted.quietSince}` : sql``}
    ${wanted.neverActive ? sql`and s.last_active_at is null` : sql``}
    ${wanted.inPool ? sql`and ${wanted.inPool}` : sql``} ${wanted.isFresh ? sql`and ${wanted.isFresh}` : sql``}`
}

/** `select person_id …`, to stand inside another statement. `only`: nobody else is looked at. */
export const matchingPeople = (wanted: Wanted, only?: readonly PersonId[]): RawBuilder<{ person_id: PersonId }> =>
  sql`select s.person_id ${matching(wanted)} ${only ? sql`and s.person_id = any(${[...only]}::uuid[])` : sql``}`

/** Compiling a query costs more than any search here takes. For this transaction. */
export async function prepareSearch(tx: Transaction): Promise<void> {
  await sql`select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(tx)
}

type Way = 'walk' | 'gather' | 'free'

/**
 * The planner does not know that reading a row's words costs far more than reading the row. `walk`: along an index in order, which
 * stops early where matches are many. `gather`: from the word index, without reading words at all. For this transaction.
 */
export async function steer(tx: Transaction, way: Way): Promise<void> {
  const on = (...ways: Way[]) => (ways.includes(way) ? 'on' : 'off')
  await sql`select set_config('enable_bitmapscan', ${on('gather', 'free')}, true), set_config('enable_sort', ${on('gather', 'free')}, true),
    set_config('enable_seqscan', ${on('free')}, true), set_config('enable_indexscan', ${on('walk', 'free')}, true),
    set_config('enable_indexonlyscan', ${on('walk', 'free')}, true)`.execute(tx)
}

export const gathering = ({ condition, selective }: Wanted): Way => {
  if (!selective || !condition) return 'walk'
  return asksStage(condition) ? 'free' : 'gather'
}

/** Matches that are expected to be so many times more than are counted are not counted at all. */
const farBeyond = 3
/** So many of the best by static rank are looked at to see whether matches are as many as expected; so many hits among them prove it. */
const probed = 3_000
const proof = 100

const planShape = z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) }))

/** The planner knows from its statistics how many have a frequent word: it is asked before anyone is counted. */
export async function expectMatches(tx: Transaction, wanted: Wanted): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': unknown }>`explain (format json) select 1 ${matching(wanted)}`.execute(tx)
  return planShape.parse(rows[0]?.['QUERY PLAN'])[0]?.Plan['Plan Rows'] ?? 0
}

/** The best matches by static rank, where matches are so many that counting them is no use; else undefined. */
async function findFrequent(tx: Transaction, wanted: Wanted): Promise<Best[] | undefined> {
  if (!wanted.selective || (await expectMatches(tx, wanted)) < farBeyond * capOf(wanted)) return undefined
  const best = sql`(select * from person_search where workspace_id = ${wanted.workspace} order by prior desc, person_id limit ${probed})`
  await steer(tx, 'walk')
  const { rows } = await sql<{ person_id: PersonId; at: number }>`
    select s.person_id, s.prior as at ${matching(wanted, false, best)} limit ${ranked}`.execute(tx)
  await steer(tx, 'free')
  return rows.length >= proof ? rows.map(row => ({ person: row.person_id, prior: row.at })) : undefined
}

/** At most one more than `cap`. */
export async function countMatches(tx: Transaction, wanted: Wanted, cap = capOf(wanted)): Promise<number> {
  if (await findFrequent(tx, wanted)) return cap + 1
  await steer(tx, gathering(wanted))
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 ${matching(wanted)} limit ${cap + 1}) m`.execute(tx)
  await steer(tx, 'free')
  return rows[0]?.n ?? 0
}

/** Whoever matches, in no order, at most `most`. */
export async function listMatches(tx: Transaction, wanted: Wanted, most: number): Promise<PersonId[]> {
  await steer(tx, gathering(wanted) === 'gather' ? 'gather' : 'free')
  const { rows } = await sql<{ person_id: PersonId }>`select s.person_id ${matching(wanted)} limit ${most}`.execute(tx)
  await steer(tx, 'free')
  return rows.map(row => row.person_id)
}

/** Along an index there would be a long way between people on a rung, however many they are. */
const isBroad = (wanted: Wanted, total: number) =>
  (total > capOf(wanted) && !(wanted.condition && rungOf(wanted.condition))) ||
  !(
    wanted.condition ||
    wanted.activeSince ||
    wanted.quietSince ||
    wanted.neverActive ||
    wanted.inPool ||
    wanted.isFresh
  )

type Best = { person: PersonId; prior: number }

/**
 * What `countMatches` gives and, where that is all of them, the best by static rank: matches are looked at once for both. `best` is
 * undefined when there are more than are counted, and not so many that the best are found on the way.
 */
export async function countAndRank(
  tx: Transaction,
  wanted: Wanted,
): Promise<{ total: number; best: Best[] | undefined }> {
  const cap = capOf(wanted)
  const frequent = await findFrequent(tx, wanted)
  if (frequent) return { total: cap + 1, best: frequent.length === ranked ? frequent : undefined }
  await steer(tx, gathering(wanted))
  const { rows } = await sql<{ person_id: PersonId; at: number; n: number }>`
    with m as materialized (select s.person_id, s.prior ${matching(wanted)} limit ${cap + 1}), n as (select count(*)::int as n from m)
    select m.person_id, m.prior as at, n.n from n cross join lateral (
      select * from m order by m.prior desc, m.person_id limit case when n.n > ${cap} then 1 else ${ranked} end) m`.execute(
    tx,
  )
  await steer(tx, 'free')
  const total = rows[0]?.n ?? 0
  return { total, best: total > cap ? undefined : rows.map(row => ({ person: row.person_id, prior: row.at })) }
}

type Ordered = { person_id: PersonId; at: number; name: string; touched: Date | null }

/** Matches by static rank, best first, after `after`. */
async function listByPrior(
  tx: Transaction,
  wanted: Wanted,
  total: number,
  after: { prior: number; person: PersonId } | undefined,
  limit: number,
): Promise<Best[]> {
  const walk = isBroad(wanted, total)
  const later = after
    ? sql`and s.prior <= ${after.prior}::real and (s.prior < ${after.prior}::real or s.person_id > ${after.person})`
    : sql``
  await steer(tx, walk ? 'walk' : gathering(wanted) === 'gather' ? 'gather' : 'free')
  const { rows } = walk
    ? await sql<Ordered>`select s.person_id, s.prior as at ${matching(wanted)} ${later}
        order by s.prior desc, s.person_id limit ${limit}`.execute(tx)
    : await sql<Ordered>`with m as materialized (select s.person_id, s.prior ${matching(wanted)} ${later})
        select person_id, prior as at from m order by prior desc, person_id limit ${limit}`.execute(tx)
  await steer(tx, 'free')
  return rows.map(row => ({ person: row.person_id, prior: row.at }))
}

export type Place =
  | { in: 'ranked'; score: number; person: PersonId }
  | { in: 'prior'; prior: number; person: PersonId }
  | { in: 'name'; name: string; person: PersonId }
  | { in: 'added'; person: PersonId }
  | { in: 'touched'; at: string; person: PersonId }
  | { in: 'fuzzy'; score: number; person: PersonId }

export type Found = { people: PersonId[]; next: Place | undefined }

export async function listBest(
  tx: Transaction,
  wanted: Wanted,
  total: number,
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  const start = after?.in === 'prior' ? after : undefined
  const rows = await listByPrior(tx, wanted, total, start, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    people: page.map(row => row.person),
    next: rows.length > limit && last ? { in: 'prior', ...last } : undefined,
  }
}

/** By how well words and names fit, among the best by static rank; then on by static rank. */
export async function listByRelevance(
  tx: Transaction,
  wanted: Wanted,
  ranking: { tsquery: string; name: string },
  { total, best: known }: { total: number; best?: readonly Best[] | undefined },
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  if (after?.in === 'prior') return listBest(tx, wanted, total, after, limit)
  const best = known ?? (await listByPrior(tx, wanted, total, undefined, ranked))
  const ids = best.map(row => row.person)
  const later =
    after?.in === 'ranked'
      ? sql`where score <= ${after.score} and (score < ${after.score} or person_id > ${after.person})`
      : sql``
  const { rows } = await sql<{ person_id: PersonId; score: number }>`
    with q as materialized (select to_tsquery('simple', kith_words(${ranking.tsquery})) as query, kith_fold(${ranking.name}) as name),
    scored as (
      select s.person_id, round((ts_rank('{0.1, 0.4, 0.7, 1.0}', s.words, q.query) + 0.3 * s.prior
          + case when s.name_folded = q.name then 2 when starts_with(s.name_folded, q.name) then 0.5 else 0 end)::numeric, 6)::float8 as score
      from unnest(${ids}::uuid[]) as c(person_id)
        join person_search s on s.workspace_id = ${wanted.workspace} and s.person_id = c.person_id cross join q
    )
    select person_id, score from scored ${later} order by score desc, person_id limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const people = page.map(row => row.person_id)
  const last = page.at(-1)
  if (rows.length > limit && last) return { people, next: { in: 'ranked', score: last.score, person: last.person_id } }
  const edge = best.at(-1)
  if (best.length < ranked || !edge) return { people, next: undefined }
  return { people, next: { in: 'prior', ...edge } }
}

export async function listByName(
  tx: Transaction,
  wanted: Wanted,
  total: number,
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  const later = after?.in === 'name' ? sql`and (s.name_folded, s.person_id) > (${after.name}, ${after.person})` : sql``
  const walk = isBroad(wanted, total)
  await steer(tx, walk ? 'walk' : gathering(wanted) === 'gather' ? 'gather' : 'free')
  const { rows } = walk
    ? await sql<Ordered>`select s.person_id, s.name_folded as name ${matching(wanted)} ${later}
        order by s.name_folded, s.person_id limit ${limit + 1}`.execute(tx)
    : await sql<Ordered>`with m as materialized (select s.person_id, s.name_folded as name ${matching(wanted)} ${later})
        select person_id, name from m order by name, person_id limit ${limit + 1}`.execute(tx)
  await steer(tx, 'free')
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next: Place | undefined =
    rows.length > limit && last ? { in: 'name', name: last.name, person: last.person_id } : undefined
  return { people: page.map(row => row.person_id), next }
}

/** Latest added first: ids ascend in time. */
export async function listByAdded(
  tx: Transaction,
  wanted: Wanted,
  total: number,
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  const later = after?.in === 'added' ? sql`and s.person_id < ${after.person}` : sql``
  const walk = isBroad(wanted, total)
  await steer(tx, walk ? 'walk' : gathering(wanted) === 'gather' ? 'gather' : 'free')
  const { rows } = walk
    ? await sql<Ordered>`select s.person_id ${matching(wanted)} ${later} order by s.person_id desc limit ${limit + 1}`.execute(
        tx,
      )
    : await sql<Ordered>`with m as materialized (select s.person_id ${matching(wanted)} ${later})
        select person_id from m order by person_id desc limit ${limit + 1}`.execute(tx)
  await steer(tx, 'free')
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    people: page.map(row => row.person_id),
    next: rows.length > limit && last ? { in: 'added', person: last.person_id } : undefined,
  }
}

/** Whom the caller had to do with last comes first; people without a touch follow, best first. */
export async function listByTouch(
  tx: Transaction,
  wanted: Wanted,
  total: number,
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  const touched: Ordered[] = []
  if (after?.in !== 'prior') {
    const later =
      after?.in === 'touched'
        ? sql`and (r.last_touch_at < ${after.at} or (r.last_touch_at = ${after.at} and s.person_id > ${after.person}))`
        : sql``
    await steer(tx, isBroad(wanted, total) ? 'walk' : 'free')
    const { rows } = await sql<Ordered>`select s.person_id, r.last_touch_at as touched ${matching(wanted, true)}
      and r.last_touch_at is not null ${later} order by r.last_touch_at desc nulls last, r.person_id limit ${limit + 1}`.execute(
      tx,
    )
    await steer(tx, 'free')
    touched.push(...rows)
  }
  const page = touched.slice(0, limit)
  const last = page.at(-1)
  const people = page.map(row => row.person_id)
  if (touched.length > limit && last?.touched)
    return { people, next: { in: 'touched', at: last.touched.toISOString(), person: last.person_id } }
  const untouched: RawBuilder<boolean> = sql`not exists (select 1 from relationships t where t.workspace_id = ${wanted.workspace}
    and t.user_id = ${wanted.user} and t.person_id = s.person_id and t.last_touch_at is not null)`
  const rest = { ...wanted, inPool: wanted.inPool ? sql<boolean>`${wanted.inPool} and ${untouched}` : untouched }
  const more = await listBest(tx, rest, total, after, Math.max(1, limit - people.length))
  if (people.length === limit) {
    const first = more.people[0]
    return { people, next: first ? { in: 'prior', prior: 9, person: first } : undefined }
  }
  return { people: [...people, ...more.people], next: more.next }
}

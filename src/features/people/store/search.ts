import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type Best, expectEverybody, leastRank, listAbove, rankOf } from './by-rank.ts'
import { expectByDraw } from './draws.ts'
import { expectMatches, isDrawn } from './expected.ts'
import {
  asksPhrase,
  asksPrefix,
  capOf,
  gathering,
  matching,
  type OnRung,
  rungOf,
  steer,
  type Wanted,
  withoutCommonStages,
} from './matching.ts'

/** So many of the best are ranked by their words; whoever comes after them follows by static rank alone. */
const ranked = 300

/** Matches that are expected to be so many times more than are counted are not counted at all. */
const farBeyond = 2
/** So many of the best by static rank are looked at to see whether matches are as many as expected; so many hits among them prove it. */
const probed = 3_000
const proof = 100

/** `cut`: there are more, further down the ranks. `atLeast`: that there are so many is known, not that they are more than are counted. */
type Frequent = { best: Best[]; cut: boolean; atLeast?: number }

/**
 * The best matches by static rank, where matches are so many that counting them is no use; else undefined. `isListed`: where there are so
 * many for sure, the best are looked for; else none is given.
 */
async function findFrequent(tx: Transaction, wanted: Wanted, isListed: boolean): Promise<Frequent | undefined> {
  if (!wanted.selective) return undefined
  if (wanted.onRung) return findOnRung(tx, wanted, wanted.onRung)
  const asked = withoutCommonStages(wanted)
  if (isDrawn(wanted) && asked === wanted) {
    const many = await expectByDraw(tx, wanted)
    if (many === undefined || many < farBeyond * capOf(wanted)) return undefined
    return { best: isListed ? await listTop(tx, wanted, many, ranked) : [], cut: true }
  }
  const expected = await expectMatches(tx, asked)
  if (expected < farBeyond * capOf(wanted)) return undefined
  if (asksPhrase(wanted)) return findPhrase(tx, wanted, expected)
  const everybody = await expectEverybody(tx, wanted)
  if (expected * probed < (proof / generous) * everybody) return undefined
  const best = await listAmongBest(tx, wanted, probed, expected < rare * everybody)
  return best.length < proof ? undefined : { best, cut: best.length === ranked }
}

async function findOnRung(tx: Transaction, wanted: Wanted, { way, matches }: OnRung): Promise<Frequent | undefined> {
  if (way !== 'walk') return undefined
  const everybody = await expectEverybody(tx, wanted)
  const people = Math.ceil((generous * ranked * everybody) / matches)
  const best = await listAbove(tx, wanted, await leastRank(tx, wanted, people / everybody, people), ranked)
  return best.length < proof ? undefined : { best, cut: best.length === ranked }
}

/** Up to this share of everybody have a word that is found by its index rather than by looking whether the best have it. */
const rare = 0.03

async function listAmongBest(tx: Transaction, wanted: Wanted, people: number, byIndex: boolean): Promise<Best[]> {
  if (byIndex) return listAbove(tx, wanted, await rankOf(tx, wanted.workspace, people), ranked)
  const best = sql`(select * from person_search where workspace_id = ${wanted.workspace} order by prior desc, person_id limit ${people})`
  await steer(tx, 'walk')
  const { rows } = await sql<{ person_id: PersonId; at: number }>`
    select s.person_id, s.prior as at ${matching(wanted, false, best)} limit ${ranked}`.execute(tx)
  await steer(tx, 'free')
  return rows.map(row => ({ person: row.person_id, prior: row.at }))
}

/** So many who may hold a phrase are looked at to see whether its words stand side by side; so many hits among them tell something. */
const lookedAt = 5_000
const lookedAtApart = 3_000
const fewestHits = 15
/** Among so many who have all words those who have them side by side are counted one by one. */
const countable = 8_000

/**
 * `expected`: who has all words, as the planner knows; how many have them side by side only those tell who are looked at. First whoever is
 * best by static rank, then, where few of these have the words at all, the best of those who do.
 */
async function findPhrase(tx: Transaction, wanted: Wanted, expected: number): Promise<Frequent | undefined> {
  const everybody = await expectEverybody(tx, wanted)
  const prove = (best: Best[], people: number): Frequent | undefined => {
    if (best.length < fewestHits) return undefined
    if ((best.length / people) * everybody >= farBeyond * capOf(wanted)) return { best, cut: true }
    return expected > countable ? { best, cut: true, atLeast: best.length } : undefined
  }
  const first = prove(await listAmongBest(tx, wanted, lookedAt, expected < rare * everybody), lookedAt)
  const people = Math.ceil((lookedAtApart / expected) * everybody)
  if (first || people < generous * lookedAt) return first
  const least = await leastRank(tx, wanted, people / everybody, people)
  return least === undefined ? undefined : prove(await listAbove(tx, wanted, least, ranked), people)
}

/** At most one more than `cap`. */
export async function countMatches(tx: Transaction, wanted: Wanted, cap = capOf(wanted)): Promise<number> {
  const frequent = await findFrequent(tx, wanted, false)
  if (frequent && (frequent.atLeast ?? cap + 1) > cap) return cap + 1
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

/**
 * `scattered`: so many are expected, and yet so few among the best by static rank that it is a long way from one to the next. `cut`:
 * further down the ranks there are more than are in `best`. `atLeast`: so many were found where it was too far to count on; `total` is then a guess.
 */
export type Counted = {
  total: number
  best?: readonly Best[] | undefined
  scattered?: number
  cut?: boolean
  atLeast?: number | undefined
}

/**
 * What `countMatches` gives and, where that is all of them, the best by static rank: matches are looked at once for both. `best` is
 * undefined when there are more than are counted, and not so many that the best are found on the way.
 */
export async function countAndRank(tx: Transaction, wanted: Wanted): Promise<Counted> {
  const cap = capOf(wanted)
  const frequent = await findFrequent(tx, wanted, true)
  if (frequent)
    return { total: cap + 1, atLeast: frequent.atLeast, ...(frequent.cut && { best: frequent.best, cut: true }) }
  await steer(tx, gathering(wanted))
  const { rows } = await sql<{ person_id: PersonId; at: number; n: number }>`
    with m as materialized (select s.person_id, s.prior ${matching(wanted)} limit ${cap + 1}), n as (select count(*)::int as n from m)
    select m.person_id, m.prior as at, n.n from n cross join lateral (
      select * from m order by m.prior desc, m.person_id limit case when n.n > ${cap} then 1 else ${ranked} end) m`.execute(
    tx,
  )
  await steer(tx, 'free')
  const total = rows[0]?.n ?? 0
  if (total > cap && gathering(wanted) === 'gather')
    return { total, scattered: Math.max(total, wanted.onRung?.matches ?? (await expectMatches(tx, wanted))) }
  if (total > cap) return { total }
  return { total, best: rows.map(row => ({ person: row.person_id, prior: row.at })) }
}

type Ordered = { person_id: PersonId; at: number; name: string; touched: Date | null }

type After = { prior: number; person: PersonId }

const behind = (after: After | undefined) =>
  after
    ? sql`and s.prior <= ${after.prior}::real and (s.prior < ${after.prior}::real or s.person_id > ${after.person})`
    : sql``

/** So many times as many as are expected to be enough are looked at; where they are not, at least four times as many. */
const generous = 2
const widening = 4
const mostWidening = 64
/** To read so many people's words one by one costs no more than to ask the index of words; words that begin so cost it twice as much. */
const walked = 3_000

/**
 * The best of very many matches, of whom so many are expected: those whom the index of words names among the best so many by static
 * rank. Along the index of ranks every hundredth would match, and each be read for it; here only who matches is.
 */
async function listTop(tx: Transaction, wanted: Wanted, expected: number, limit: number): Promise<Best[]> {
  const everybody = await expectEverybody(tx, wanted)
  for (let people = Math.ceil((generous * limit * everybody) / expected); ; ) {
    const least = await leastRank(tx, wanted, people / everybody, people)
    const best =
      least !== undefined && people < (asksPrefix(wanted) ? 2 : 1) * walked
        ? await listAmongBest(tx, wanted, people, false)
        : await listAbove(tx, wanted, least, limit)
    if (best.length >= limit || least === undefined) return best
    const short = (generous * limit) / Math.max(1, best.length)
    people = Math.ceil(people * Math.min(mostWidening, Math.max(widening, short)))
  }
}

/** Matches by static rank, best first, after `after`. */
async function listByPrior(
  tx: Transaction,
  wanted: Wanted,
  total: number,
  after: After | undefined,
  limit: number,
): Promise<Best[]> {
  // On a rung those who stand on it are far fewer than those who have the words: these are read of them alone.
  const onRung = wanted.onRung && !after && limit <= ranked ? await findOnRung(tx, wanted, wanted.onRung) : undefined
  if (onRung && onRung.best.length >= limit) return onRung.best.slice(0, limit)
  const walk = isBroad(wanted, total)
  await steer(tx, walk ? 'walk' : gathering(wanted) === 'gather' ? 'gather' : 'free')
  const { rows } = walk
    ? await sql<Ordered>`select s.person_id, s.prior as at ${matching(wanted)} ${behind(after)}
        order by s.prior desc, s.person_id limit ${limit}`.execute(tx)
    : await sql<Ordered>`with m as materialized (select s.person_id, s.prior ${matching(wanted)} ${behind(after)})
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
  { total, best: known, scattered, cut }: Counted,
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  if (after?.in === 'prior') return listBest(tx, wanted, total, after, limit)
  const best =
    known ??
    (await (scattered !== undefined
      ? listTop(tx, wanted, scattered, ranked)
      : listByPrior(tx, wanted, total, undefined, ranked)))
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
  if ((best.length < ranked && !cut) || !edge) return { people, next: undefined }
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

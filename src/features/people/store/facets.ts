import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#storage/database.ts'
import { allOf, type Condition } from '../model/query/compile.ts'
import { expectMatches, gathering, matching, steer, type Wanted } from './search.ts'
import { facetLetters } from './search-index/facets.ts'
import { lotCount, lotWord } from './search-index/rules.ts'

export type FacetName = keyof typeof facetLetters

/** Up to so many matches are counted one by one. */
const countedCap = 3_000
/** Of more, so many are looked at who drew certain lots, and the rest is concluded from them. */
const enough = 2_000
/** More than this are never looked at. */
const manyCap = 12_000
const shownPerFacet = 12

export type FacetValue = { facet: FacetName | 'stage' | 'active'; value: string; n: number }
export type FacetCounts = {
  values: FacetValue[]
  /** Concluded from a sample, not counted. */
  about: boolean
  /** Matches that were looked at. */
  seen: number
}

const spans = { week: 7, month: 30, quarter: 90, year: 365 } as const

type Row = { facet: string; value: string; n: number; seen: number }

async function countAmong(
  tx: Transaction,
  wanted: Wanted,
  matches: RawBuilder<unknown>,
  now: Date,
): Promise<{ rows: Row[]; seen: number }> {
  const since = (days: number) => sql`m.last_active_at >= ${now}::timestamptz - make_interval(days => ${days})`
  const { rows } = await sql<Row>`
    with m as materialized (${matches}),
    seen as (select count(*)::int as n from m),
    counted as (select f as value, count(*)::int as n from m cross join lateral unnest(m.facets) f group by f),
    best as (select value, n, row_number() over (partition by left(value, 1) order by n desc, value) as place from counted)
    select left(b.value, 1) as facet, substr(b.value, 3) as value, b.n, s.n as seen from best b cross join seen s where b.place <= ${shownPerFacet}
    union all
    select 'stage', g.stage, g.n, s.n from (
      select case when p.person_id is not null then 'do-not-contact' else coalesce(r.side, r.stage, 'found') end as stage, count(*)::int as n
      from m left join relationships r on r.workspace_id = ${wanted.workspace} and r.user_id = ${wanted.user} and r.person_id = m.person_id
        left join people p on p.workspace_id = ${wanted.workspace} and p.person_id = m.person_id and p.do_not_contact_at is not null
      group by 1) g cross join seen s
    union all
    select 'active', a.value, a.n::int, s.n from (
      select count(*) filter (where ${since(spans.week)}) as week, count(*) filter (where ${since(spans.month)}) as month,
        count(*) filter (where ${since(spans.quarter)}) as quarter, count(*) filter (where ${since(spans.year)}) as year,
        count(*) filter (where not ${since(spans.year)}) as quiet, count(*) filter (where m.last_active_at is null) as unknown from m) c
      cross join lateral (values ('week', c.week), ('month', c.month), ('quarter', c.quarter), ('year', c.year), ('quiet', c.quiet),
        ('unknown', c.unknown)) as a(value, n)
      cross join seen s where a.n > 0`.execute(tx)
  return { rows, seen: rows[0]?.seen ?? 0 }
}

const names = new Map<string, FacetName>(
  (Object.keys(facetLetters) as FacetName[]).map(name => [facetLetters[name], name]),
)

const valuesOf = (rows: readonly Row[], times: number): FacetValue[] =>
  rows.flatMap(({ facet, value, n }) => {
    const name = facet === 'stage' || facet === 'active' ? facet : names.get(facet)
    return name ? [{ facet: name, value, n: Math.round(n * times) }] : []
  })

const selected = sql`select s.person_id, s.facets, s.last_active_at`

/** Whoever drew one of the first so many lots and matches. */
const drawn = (wanted: Wanted, lots: number): Wanted => {
  const some: Condition = { kind: 'text', tsquery: Array.from({ length: lots }, (_, lot) => lotWord(lot)).join(' | ') }
  return { ...wanted, condition: allOf([some, ...(wanted.condition ? [wanted.condition] : [])]), selective: true }
}

/** So many lots are looked at first, to see how many of those who drew them match. */
const firstLots = 2
/** Of a lot in so many more is not concluded from lots. */
const mostLots = 96

/**
 * So many lots that about enough people match. Counted, not taken from the planner's statistics: during an import, and for minutes
 * after, these know nothing of whom it brought.
 */
async function lotsToLookAt(tx: Transaction, wanted: Wanted): Promise<number> {
  const some = drawn(wanted, firstLots)
  await steer(tx, gathering(some))
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 ${matching(some)} limit ${enough}) m`.execute(tx)
  await steer(tx, 'free')
  return Math.ceil((firstLots * enough) / Math.max(1, rows[0]?.n ?? 0))
}

/** What those who match are, by facet, the most frequent first. Exact up to some thousand matches. */
export async function countFacets(tx: Transaction, wanted: Wanted, now: Date): Promise<FacetCounts> {
  const count = async (among: Wanted, most: number) => {
    await steer(tx, gathering(among) === 'walk' ? 'free' : gathering(among))
    await sql`select set_config('enable_sort', 'on', true), set_config('enable_indexscan', 'on', true)`.execute(tx)
    const found = await countAmong(tx, wanted, sql`${selected} ${matching(among)} limit ${most}`, now)
    await steer(tx, 'free')
    return found
  }
  const expected = await expectMatches(tx, wanted)
  if (expected < 3 * countedCap) {
    const few = await count(wanted, countedCap + 1)
    if (few.seen <= countedCap) return { values: valuesOf(few.rows, 1), about: false, seen: few.seen }
  }
  const lots = await lotsToLookAt(tx, wanted)
  if (lots > mostLots) {
    const many = await count(wanted, manyCap)
    return { values: valuesOf(many.rows, 1), about: many.seen === manyCap, seen: many.seen }
  }
  const some = await count(drawn(wanted, lots), manyCap)
  return { values: valuesOf(some.rows, lotCount / lots), about: true, seen: some.seen }
}

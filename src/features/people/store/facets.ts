import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#storage/database.ts'
import { expectMatches, gathering, matching, steer, type Wanted } from './search.ts'
import { facetLetters } from './search-index/facets.ts'

export type FacetName = keyof typeof facetLetters

/** Up to so many matches are counted one by one. */
const countedCap = 3_000
/** Of more, people are looked at wherever they stand on the disk until about so many match, and the rest is concluded from those. */
const enough = 3_000
const sampled = 20_000
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

/** What those who match are, by facet, the most frequent first. Exact up to some thousand matches. */
export async function countFacets(tx: Transaction, wanted: Wanted, now: Date): Promise<FacetCounts> {
  const expected = await expectMatches(tx, wanted)
  if (expected < 3 * countedCap) {
    await steer(tx, gathering(wanted) === 'walk' ? 'free' : gathering(wanted))
    await sql`select set_config('enable_sort', 'on', true), set_config('enable_indexscan', 'on', true)`.execute(tx)
    const { rows, seen } = await countAmong(
      tx,
      wanted,
      sql`${selected} ${matching(wanted)} limit ${countedCap + 1}`,
      now,
    )
    await steer(tx, 'free')
    if (seen <= countedCap) return { values: valuesOf(rows, 1), about: false, seen }
  }
  const matches = Math.max(expected, countedCap)
  const { rows: size } = await sql<{ n: number }>`select greatest(reltuples, 0)::float8 as n from pg_class
    where oid = 'person_search'::regclass`.execute(tx)
  const everybody = Math.max(1, size[0]?.n ?? 0)
  const looked = Math.min(sampled, (enough * everybody) / matches)
  const share = Math.min(100, (100 * looked) / everybody)
  const people = sql`(select * from person_search tablesample system (${share}::real) repeatable (1) where workspace_id = ${wanted.workspace})`
  await steer(tx, 'free')
  const { rows, seen } = await countAmong(tx, wanted, sql`${selected} ${matching(wanted, false, people)}`, now)
  return { values: valuesOf(rows, 100 / share), about: share < 100, seen }
}

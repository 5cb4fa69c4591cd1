import { type RawBuilder, sql } from 'kysely'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { expectMatches } from './expected.ts'
import { matching, rungOf, type Wanted, withoutCommonStages } from './matching.ts'
import { listMatches } from './search.ts'
import { facetLetters } from './search-index/facets.ts'

export type FacetName = keyof typeof facetLetters

/** Up to so many matches are counted one by one. */
const countedCap = 3_000
/** On a rung each of them costs as much as three. */
const countedOnRung = 1_000
/** Of more, people are looked at wherever they stand on the disk until about so many match, and the rest is concluded from those. */
const enough = 2_000
const sampled = 12_000
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
      from m left join lateral (select r.side, r.stage from relationships r
          where r.workspace_id = ${wanted.workspace} and r.user_id = ${wanted.user} and r.person_id = m.person_id limit 1) r on true
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

/** So many pages of the table are looked at first, to see how many people stand on one and how many of them match. */
const firstPages = 60
/** Fewer matches in a sample say nothing of the rest. */
const telling = 100

const somePeople = (share: number, { workspace }: Wanted) =>
  sql`(select * from person_search tablesample system (${share}::real) repeatable (1) where workspace_id = ${workspace})`

/**
 * Of a hundred pages so many are looked at that about enough people match. Counted, not taken from the planner's statistics: during an
 * import, and for minutes after, these know nothing of whom it brought.
 */
async function shareToLookAt(tx: Transaction, wanted: Wanted): Promise<number> {
  const { rows: table } = await sql<{ pages: number }>`
    select (pg_relation_size('person_search') / current_setting('block_size')::int)::int as pages`.execute(tx)
  const first = Math.min(100, (100 * firstPages) / Math.max(1, table[0]?.pages ?? 0))
  const { rows } = await sql<{ people: number; matches: number }>`
    select (select count(*)::int from ${somePeople(first, wanted)} s) as people,
      (select count(*)::int ${matching(wanted, false, somePeople(first, wanted))}) as matches`.execute(tx)
  const { people = 0, matches = 0 } = rows[0] ?? {}
  if (people === 0) return 100
  const looked = Math.min(sampled, (enough * people) / Math.max(1, matches))
  return Math.min(100, (first * looked) / people)
}

/** What those who match are, by facet, the most frequent first. Exact up to some thousand matches. */
export async function countFacets(tx: Transaction, wanted: Wanted, now: Date): Promise<FacetCounts> {
  let few: { rows: Row[]; seen: number } | undefined
  const cap = wanted.condition && rungOf(wanted.condition) ? countedOnRung : countedCap
  const expected = wanted.onRung?.matches ?? (await expectMatches(tx, withoutCommonStages(wanted)))
  if (expected < 3 * cap) {
    // Who matches is found first, by the index: beside the look-ups of stages the planner would walk along people and look into everybody's words.
    const people = (await listMatches(tx, wanted, cap + 1)).sort()
    few = await countAmong(
      tx,
      wanted,
      sql`${selected} from person_search s where s.workspace_id = ${wanted.workspace} and s.person_id = any(${arrayBytes('uuid', people)}::uuid[])`,
      now,
    )
    if (few.seen <= cap) return { values: valuesOf(few.rows, 1), about: false, seen: few.seen }
  }
  const share = await shareToLookAt(tx, wanted)
  const { rows, seen } = await countAmong(
    tx,
    wanted,
    sql`${selected} ${matching(wanted, false, somePeople(share, wanted))}`,
    now,
  )
  // A small workspace beside large ones has too few people on those pages: the first some thousand who match stand for it.
  if (few && seen < telling) return { values: valuesOf(few.rows, 1), about: true, seen: few.seen }
  return { values: valuesOf(rows, 100 / share), about: share < 100, seen }
}

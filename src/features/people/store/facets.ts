import { type RawBuilder, sql } from 'kysely'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { expectEverybody } from './by-rank.ts'
import { allLots, indexedLots, matchingDrawn, steerDrawn } from './draws.ts'
import { expectMatches } from './expected.ts'
import { rungOf, steer, type Wanted, withoutCommonStages } from './matching.ts'
import { listMatches } from './search.ts'
import { facetLetters } from './search-index/facets.ts'

export type FacetName = keyof typeof facetLetters

/** Up to so many matches are counted one by one. */
const countedCap = 3_000
/** On a rung each of them costs as much as three. */
const countedOnRung = 1_000
/** Of more, people are drawn until about so many match, and the rest is concluded from those. */
const enough = 1_500
/** Among so many people each can be asked for their lot; among more only those are looked at whose lots have an index. */
const fewPeople = 100_000
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

/** Fewer matches in a sample say nothing of the rest. */
const telling = 100

/** Of so many lots people are looked at, where so many match. */
async function lotsToLookAt(tx: Transaction, wanted: Wanted, expected: number): Promise<number> {
  const lots = Math.min(allLots, Math.ceil((enough * allLots) / Math.max(1, expected)))
  const [least, most] = indexedLots
  if (lots > most && (await expectEverybody(tx, wanted)) < fewPeople) return lots
  return lots > 2 * least ? most : least
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
  const lots = await lotsToLookAt(tx, wanted, expected)
  await steerDrawn(tx, wanted)
  const { rows, seen } = await countAmong(tx, wanted, sql`${selected} ${matchingDrawn(wanted, lots)}`, now)
  await steer(tx, 'free')
  // A small workspace beside large ones has too few people with those lots: the first some thousand who match stand for it.
  if (few && seen < telling) return { values: valuesOf(few.rows, 1), about: true, seen: few.seen }
  return { values: valuesOf(rows, allLots / lots), about: lots < allLots, seen }
}

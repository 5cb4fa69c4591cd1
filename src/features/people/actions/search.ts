import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { slugOf } from '#features/vocabulary/model.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import { type PersonId, type PoolId, parseId, type SavedSearchId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { toolIds } from '#kernel/tools.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { knownNames } from '../known-names.ts'
import type { RowMark } from '../model/person.ts'
import { allOf, type Condition, compileQuery, markCondition, rankText } from '../model/query/compile.ts'
import { type ActiveSpan, activeDays, parseQuery, type Query } from '../model/query/parse.ts'
import { asName, changeTerms, isSelective, looserQueries, printQuery, wantedTerms } from '../model/query/print.ts'
import { capOf, prepareSearch, type Wanted } from '../store/matching.ts'
import { settleRung } from '../store/on-rung.ts'
import { type ListedPerson, listPersonRows } from '../store/rows.ts'
import { isFreshIn } from '../store/saved-searches.ts'
import {
  type Counted,
  countAndRank,
  countMatches,
  type Found,
  listBest,
  listByAdded,
  listByName,
  listByRelevance,
  listByTouch,
  type Place,
} from '../store/search.ts'
import { listByNearName, listNearestWords } from '../store/spelling.ts'

/** `marks` and `activeLabels` come from the features that know them (relationships, activity); `inPool` from pools. */
export type SearchDeps = {
  db: Database
  clock: Clock
  stages: readonly string[]
  marks(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, RowMark>>
  activeLabels(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  inPool?(caller: Pick<Caller, 'workspace' | 'user'>, pool: PoolId): RawBuilder<boolean>
  inPoolNamed?(caller: Pick<Caller, 'workspace' | 'user'>, name: string, prefix: boolean): RawBuilder<boolean>
}

export const searchSorts = ['relevance', 'name', 'added', 'touch'] as const
export const activeSpans = activeDays

export type SearchInput = {
  q?: string | undefined
  stage?: string | undefined
  tool?: string | undefined
  place?: string | undefined
  tag?: string | undefined
  /** Values of facets: a town's id, a skill or an occupation by name, a language's code. */
  town?: string | undefined
  skill?: string | undefined
  title?: string | undefined
  language?: string | undefined
  pool?: PoolId | undefined
  /** Only who is new to this saved search of the caller's. */
  fresh?: SavedSearchId | undefined
  active?: ActiveSpan | undefined
  sort?: (typeof searchSorts)[number] | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

export type PersonRow = ListedPerson & { mark: RowMark | undefined; active: string | undefined }

export type SearchPage = {
  people: PersonRow[]
  next: string | undefined
  /** Absent on later pages. With `more` when there are more than are counted, or when it was too far to count on. */
  count?: { n: number; more: boolean }
  /** No hit had these very words: these names are spelled nearly so. */
  nearNames: boolean
  spelling?: string
  looser?: { query: string; n: number; more: boolean }
}

export type SearchRefusal =
  | { code: 'broken-query'; message: string; at: number }
  | { code: 'broken-cursor' }
  | { code: 'no-pools' }

const placeShape: z.ZodType<Place> = z.discriminatedUnion('in', [
  z.object({ in: z.literal('ranked'), score: z.number(), person: personId() }),
  z.object({ in: z.literal('prior'), prior: z.number(), person: personId() }),
  z.object({ in: z.literal('name'), name: z.string(), person: personId() }),
  z.object({ in: z.literal('added'), person: personId() }),
  z.object({ in: z.literal('touched'), at: z.iso.datetime(), person: personId() }),
  z.object({ in: z.literal('fuzzy'), score: z.number(), person: personId() }),
])

function personId() {
  return z.string().transform((text, context): PersonId => {
    const id = parseId<'Person'>(text)
    if (id) return id
    context.addIssue({ code: 'custom', message: 'no id' })
    return z.NEVER
  })
}

const writeCursor = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url')

function readCursor(text: string): Place | undefined {
  try {
    return placeShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

const exact = (text: string) => ({ text, prefix: false, exact: true })

const fields = ['tool', 'tag', 'place', 'stage', 'skill', 'title', 'language'] as const

/** A filter without a letter or digit asks for nothing. */
export const filterQueries = (input: SearchInput): Query[] =>
  fields.flatMap(field => {
    const text = input[field]
    return text !== undefined && /[\p{L}\p{N}]/u.test(text) ? [{ kind: 'field', field, term: exact(text) }] : []
  })

/** A town of the facets is meant by its id, which nobody types. */
const filterConditions = (input: SearchInput): Condition[] => [
  ...filterQueries(input).map(filter => compileQuery(filter, knownNames)),
  ...(input.town ? [markCondition('town', slugOf(input.town))] : []),
]

const daysAgo = (clock: Clock, days: number) => new Date(clock.now().getTime() - days * dayMs)

/** Two words or more that may be a name: one alone is more often something else. */
const mayBeName = (query: Query) => query.kind === 'and' && asName(query) !== undefined

/** Whether some filter names words that the index can find. */
const filtersWords = ({ tool, tag, place, town, skill, title, language }: SearchInput) =>
  Boolean(tool || tag || place || town || skill || title || language)

export function wantedOf(
  deps: Pick<SearchDeps, 'clock' | 'inPool' | 'inPoolNamed'>,
  caller: Pick<Caller, 'workspace' | 'user'>,
  input: SearchInput,
  query: Query | undefined,
): Wanted {
  const { inPoolNamed } = deps
  const condition = allOf([
    ...(query ? [compileQuery(query, knownNames, mayBeName(query))] : []),
    ...filterConditions(input),
  ])
  return {
    workspace: caller.workspace,
    user: caller.user,
    condition,
    now: deps.clock.now(),
    selective: (query !== undefined && isSelective(query)) || filtersWords(input),
    ...(input.active === 'quiet' ? { quietSince: daysAgo(deps.clock, activeSpans.year) } : {}),
    ...(input.active === 'unknown' ? { neverActive: true } : {}),
    ...(input.active && input.active !== 'quiet' && input.active !== 'unknown'
      ? { activeSince: daysAgo(deps.clock, activeSpans[input.active]) }
      : {}),
    ...(input.fresh ? { isFresh: isFreshIn(caller.workspace, caller.user, input.fresh) } : {}),
    ...(inPoolNamed && { inPoolNamed: (name: string, prefix: boolean) => inPoolNamed(caller, name, prefix) }),
    ...(input.pool && deps.inPool ? { inPool: deps.inPool(caller, input.pool) } : {}),
  }
}

export const readQuery = (deps: Pick<SearchDeps, 'stages' | 'inPoolNamed'>, q: string | undefined) =>
  parseQuery(q ?? '', {
    stages: deps.stages,
    tools: toolIds,
    known: knownNames,
    pools: deps.inPoolNamed !== undefined,
  })

/** A `cursor` belongs to the search it came from; with another it gives some page of that other search. */
export function searchPeople(
  deps: SearchDeps,
  caller: Caller,
  input: SearchInput,
): Promise<Result<SearchPage, SearchRefusal>> {
  const parsed = readQuery(deps, input.q)
  if (!parsed.ok) return Promise.resolve(refuse({ code: 'broken-query', ...parsed.problem }))
  if (input.pool && !deps.inPool) return Promise.resolve(refuse({ code: 'no-pools' }))
  const after = input.cursor ? readCursor(input.cursor) : undefined
  if (input.cursor && !after) return Promise.resolve(refuse({ code: 'broken-cursor' }))
  const { query } = parsed
  const limit = input.limit ?? 50
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await prepareSearch(tx)
    const wanted = await settleRung(tx, wantedOf(deps, caller, input, query))
    const counted: Counted =
      isRanked(query, input) && wanted.selective
        ? await countAndRank(tx, wanted)
        : { total: await countMatches(tx, wanted) }
    const { total } = counted
    const cap = capOf(wanted)
    const found =
      total === 0 ? { people: [], next: undefined } : await listPage(tx, wanted, query, input, counted, after, limit)
    const near = total === 0 && query ? await listNear(tx, deps, caller, input, query, limit) : undefined
    const people = await withMarks(tx, deps, caller, near?.people ?? found.people)
    return done({
      people,
      next: found.next && writeCursor(found.next),
      ...(after ? {} : { count: { n: Math.min(counted.atLeast ?? total, cap), more: total > cap } }),
      nearNames: (near?.people.length ?? 0) > 0,
      ...(near?.spelling ? { spelling: near.spelling } : {}),
      ...(near?.looser ? { looser: near.looser } : {}),
    })
  })
}

const isRanked = (query: Query | undefined, { sort = 'relevance' }: SearchInput) =>
  sort === 'relevance' && query !== undefined && Boolean(rankText(wantedTerms(query)))

function listPage(
  tx: Transaction,
  wanted: Wanted,
  query: Query | undefined,
  input: SearchInput,
  counted: Counted,
  after: Place | undefined,
  limit: number,
): Promise<Found> {
  const { total } = counted
  switch (input.sort) {
    case 'name':
      return listByName(tx, wanted, total, after, limit)
    case 'added':
      return listByAdded(tx, wanted, total, after, limit)
    case 'touch':
      return listByTouch(tx, wanted, total, after, limit)
    default: {
      const tsquery = query && rankText(wantedTerms(query))
      if (!query || !tsquery) return listBest(tx, wanted, total, after, limit)
      return listByRelevance(tx, wanted, { tsquery, name: asName(query) ?? '' }, counted, after, limit)
    }
  }
}

/** A looser query tells that there are more, not how many thousands. */
const looserCap = 1_000

type Near = { people: PersonId[]; spelling?: string; looser?: { query: string; n: number; more: boolean } }

/** What helps when nothing has these words: names spelled nearly so, the nearest spelling, one looser query. */
async function listNear(
  tx: Transaction,
  deps: SearchDeps,
  caller: Caller,
  input: SearchInput,
  query: Query,
  limit: number,
): Promise<Near> {
  const near: Near = { people: [] }
  const name = asName(query)
  const filtered = Boolean(input.stage || input.pool || input.active || input.fresh) || filtersWords(input)
  if (name && !filtered) {
    near.people = await listByNearName(tx, caller.workspace, name, limit)
  }
  // Names come before other words: where there are some, nothing else is offered.
  if (near.people.length > 0) return near
  const words = [
    ...new Set(wantedTerms(query).flatMap(term => term.text.split(/[^\p{L}\p{M}\p{N}+#.]+/u).filter(Boolean))),
  ]
  const nearest = new Map(
    (await listNearestWords(tx, caller.workspace, words.slice(0, 10))).map(one => [one.word, one.near]),
  )
  if (nearest.size > 0) {
    const respelled = changeTerms(query, term => ({
      ...term,
      text: term.text.replace(/[\p{L}\p{M}\p{N}+#.]+/gu, word => nearest.get(word) ?? word),
    }))
    if (respelled && (await countMatches(tx, wantedOf(deps, caller, input, respelled))) > 0)
      near.spelling = printQuery(respelled)
  }
  for (const looser of looserQueries(query).slice(0, 8)) {
    const wanted = wantedOf(deps, caller, input, looser)
    const n = await countMatches(tx, wanted, looserCap)
    if (n === 0) continue
    near.looser = { query: printQuery(looser), n: Math.min(n, looserCap), more: n > looserCap }
    break
  }
  return near
}

/** These people as a list shows them, in this order. */
export async function withMarks(
  tx: Transaction,
  deps: Pick<SearchDeps, 'marks' | 'activeLabels'>,
  caller: Caller,
  people: readonly PersonId[],
): Promise<PersonRow[]> {
  const rows = await listPersonRows(tx, caller.workspace, people)
  const marks = await deps.marks(tx, caller, people)
  const active = await deps.activeLabels(tx, caller, people)
  return rows.map(row => ({ ...row, mark: marks.get(row.person_id), active: active.get(row.person_id) }))
}

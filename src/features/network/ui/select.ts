import type { Stage } from '#features/relationships/model.ts'
import { type Grade, gradeOf, grades, type TieKind, tieKinds } from '../model.ts'
import type { NetworkView } from './api.ts'

/** What the page's address says. */
export type NetworkSearch = {
  view?: 'list'
  q?: string
  kind?: TieKind
  grade?: Grade
  stage?: string
  pool?: string
  community?: number
  person?: string
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function readNetworkSearch(search: Record<string, unknown>): NetworkSearch {
  const kind = tieKinds.find(one => one === search.kind)
  const grade = grades.find(one => one === search.grade)
  const community = Number(search.community)
  const [q, stage, pool, person] = [text(search.q), text(search.stage), text(search.pool), text(search.person)]
  return {
    ...(search.view === 'list' ? { view: 'list' as const } : {}),
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(grade ? { grade } : {}),
    ...(stage ? { stage } : {}),
    ...(pool ? { pool } : {}),
    ...(Number.isInteger(community) && community > 0 ? { community } : {}),
    ...(person ? { person } : {}),
  }
}

export type Member = NetworkView['people'][number]
export type Tie = { a: number; b: number; strength: number; bits: number }

/** People and ties by number, and who is whose neighbour; made once for a drawing. */
export type Network = { people: readonly Member[]; ties: readonly Tie[]; near: readonly (readonly Tie[])[] }

export function networkOf(view: NetworkView): Network {
  const ties = view.ties.map(([a = 0, b = 0, strength = 0, bits = 0]) => ({ a, b, strength: strength / 1_000, bits }))
  const near: Tie[][] = view.people.map(() => [])
  for (const tie of ties) {
    near[tie.a]?.push(tie)
    near[tie.b]?.push(tie)
  }
  for (const own of near) own.sort((one, other) => other.strength - one.strength)
  return { people: view.people, ties, near }
}

export const otherEnd = (tie: Tie, n: number) => (tie.a === n ? tie.b : tie.a)

export type Shown = { people: ReadonlySet<number>; ties: ReadonlySet<Tie> }

const rank: Readonly<Record<Grade, number>> = { weak: 0, fair: 1, strong: 2 }

/** What the filters leave. With `person` in hand: they and whoever is tied to them. */
export function select(network: Network, view: NetworkView, search: NetworkSearch): Shown {
  const { kind, grade, stage, pool, community, q, person } = search
  const bit = kind === undefined ? undefined : 1 << view.kinds.indexOf(kind)
  const poolNumber = pool === undefined ? undefined : view.pools.findIndex(one => one.id === pool)
  const fold = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const wanted = q === undefined ? undefined : fold(q)
  const ties = new Set(
    network.ties.filter(
      tie =>
        (bit === undefined || (tie.bits & bit) !== 0) &&
        (grade === undefined || rank[gradeOf(tie.strength)] >= rank[grade]),
    ),
  )
  const focus = person === undefined ? -1 : network.people.findIndex(one => one.id === person)
  const byTies = kind !== undefined || grade !== undefined || focus >= 0
  const tied = new Set<number>()
  if (byTies)
    for (const tie of ties)
      if (focus < 0 || tie.a === focus || tie.b === focus) {
        tied.add(tie.a)
        tied.add(tie.b)
      }
  const people = new Set<number>()
  for (const [n, one] of network.people.entries()) {
    const fits =
      n === focus ||
      ((!byTies || tied.has(n)) &&
        (stage === undefined || one.stage === stage) &&
        (poolNumber === undefined || one.pools.includes(poolNumber)) &&
        (community === undefined || one.community === community) &&
        (wanted === undefined || fold(one.name).includes(wanted)))
    if (fits) people.add(n)
  }
  return { people, ties: new Set([...ties].filter(tie => people.has(tie.a) && people.has(tie.b))) }
}

/** They don't know us, they do, we talk: the shapes of the ladder. */
export function shapeOf(stage: Stage): 'circle' | 'diamond' | 'square' {
  if (stage === 'found' || stage === 'read' || stage === 'engaged') return 'circle'
  return stage === 'acknowledged' || stage === 'connected' ? 'diamond' : 'square'
}

/** The reports of one workspace's work. Where people come from by links and pages is a report of attribution. */
export const reportNames = ['funnel', 'answers', 'time', 'hires', 'etiquette', 'variety'] as const
export type ReportName = (typeof reportNames)[number]

/**
 * All that a report can be laid out by. Closed on purpose: what somebody is (age, sex, origin, belief, health …) is kept nowhere and
 * can be asked of nothing here.
 */
export const dimensions = ['tool', 'group', 'page', 'recruiter', 'week', 'way', 'rule'] as const
export type Dimension = (typeof dimensions)[number]

/** The first is what a report opens with. */
export const dimensionsOf = {
  funnel: ['tool', 'recruiter', 'week', 'group', 'page'],
  answers: ['tool', 'recruiter', 'week'],
  time: ['tool', 'recruiter', 'group'],
  hires: ['way'],
  etiquette: ['week', 'recruiter', 'rule'],
  variety: ['tool'],
} as const satisfies Record<ReportName, readonly [Dimension, ...Dimension[]]>

export const isDimensionOf = (report: ReportName, by: Dimension): boolean =>
  (dimensionsOf[report] as readonly Dimension[]).includes(by)

/** What a column holds: `share` is `{ hits, of }` and shown with its interval; `minutes` and `days` are units. */
export const columnKinds = ['count', 'share', 'minutes', 'days'] as const
export type ColumnKind = (typeof columnKinds)[number]

const kindOf = {
  people: 'count',
  engaged: 'count',
  acknowledged: 'count',
  connected: 'count',
  introduced: 'count',
  interested: 'count',
  candidate: 'count',
  hired: 'count',
  'interested-share': 'share',
  asked: 'count',
  answered: 'count',
  'answered-share': 'share',
  approached: 'count',
  'approached-share': 'share',
  declined: 'count',
  'opted-out': 'count',
  reading: 'minutes',
  'group-reading': 'minutes',
  'group-talk': 'minutes',
  noted: 'minutes',
  minutes: 'minutes',
  'minutes-each': 'minutes',
  'hired-share': 'share',
  'days-to-hire': 'days',
  blocks: 'count',
  overrides: 'count',
  complaints: 'count',
  unsubscribed: 'count',
  'opted-out-share': 'share',
  'people-share': 'share',
} as const satisfies Readonly<Record<string, ColumnKind>>
export type ColumnKey = keyof typeof kindOf
export const columnKeys = Object.keys(kindOf) as [ColumnKey, ...ColumnKey[]]
export const columnKind = (key: ColumnKey): ColumnKind => kindOf[key]

export type Share = { hits: number; of: number }
/** null: nothing that could be said. */
export type Cell = number | Share | null
export const isShare = (cell: Cell): cell is Share => typeof cell === 'object' && cell !== null

export type Row = {
  /** A tool, an id, a rule or the Monday of a week; null: of nobody. */
  key: string | null
  /** A name that people gave; null where the key is a word of ours. */
  label: string | null
  cells: readonly Cell[]
}

/** Something worth saying in a sentence; the words are made where they are read. */
export type Finding =
  | { code: 'few'; people: number }
  | { code: 'all'; column: ColumnKey; hits: number; of: number }
  | { code: 'more' | 'fewer'; column: ColumnKey; row: Pick<Row, 'key' | 'label'>; share: Share; others: Share }
  | { code: 'no-difference'; column: ColumnKey; rows: number }
  | { code: 'time'; minutes: number; row: Pick<Row, 'key' | 'label'>; most: number }
  | { code: 'hires'; hires: number; days: number | null; row: Pick<Row, 'key' | 'label'>; most: number }
  | { code: 'etiquette'; blocks: number; overrides: number; complaints: number; optedOut: number }
  | { code: 'even'; column: ColumnKey; ways: number; even: number; row: Pick<Row, 'key' | 'label'>; share: Share }

export type Series = { key: ColumnKey; values: readonly number[] }
export type Report = {
  name: ReportName
  by: Dimension
  from: string
  to: string
  columns: readonly ColumnKey[]
  rows: readonly Row[]
  /** Each week of the span by its Monday; the last one may still run. */
  weeks: readonly string[]
  series: readonly Series[]
  findings: readonly Finding[]
}

/** Under these a share is not held against another: small numbers differ by luck. */
export const fewestPeople = 8

const dayMs = 86_400_000
export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
export const mondayOf = (day: string): string => {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return isoDay(ms - ((new Date(ms).getUTCDay() + 6) % 7) * dayMs)
}
/** Whole weeks up to the one that runs, `to` included. */
export function weeksUntil(to: string, count: number): { from: string; to: string } {
  return { from: isoDay(Date.parse(`${mondayOf(to)}T00:00:00Z`) - (count - 1) * 7 * dayMs), to }
}
/** The Mondays of a span. */
export function weeksIn({ from, to }: { from: string; to: string }): string[] {
  const found: string[] = []
  for (let ms = Date.parse(`${mondayOf(from)}T00:00:00Z`); isoDay(ms) <= to; ms += 7 * dayMs) found.push(isoDay(ms))
  return found
}
/** The Monday of the week that is not over on `to`; undefined when the span ends with a Sunday. */
export const runningWeek = (to: string, today: string): string | undefined =>
  mondayOf(to) === mondayOf(today) ? mondayOf(to) : undefined

import { compareRows, evenWays } from './compare.ts'
import type { MetStep } from './steps.ts'
import {
  type Cell,
  type ColumnKey,
  type Dimension,
  type Finding,
  fewestPeople,
  mondayOf,
  type Report,
  type Row,
  type Share,
} from './table.ts'

/** What was read, to be laid out. A step that its way of counting does not have is absent. */
export type Counted = Pick<Row, 'key' | 'label'> & { counts: Partial<Readonly<Record<MetStep, number>>> }
export type Part = Pick<Report, 'columns' | 'rows' | 'series' | 'findings'>

const of = (row: Counted | undefined, step: MetStep) => row?.counts[step] ?? 0
const sum = (rows: readonly Counted[], step: MetStep) => rows.reduce((all, row) => all + of(row, step), 0)
const share = (hits: number, whole: number): Share => ({ hits: Math.min(hits, whole), of: whole })
const named = ({ key, label }: Pick<Row, 'key' | 'label'>) => ({ key, label })

const funnelColumns = [
  'people',
  'engaged',
  'acknowledged',
  'connected',
  'introduced',
  'interested',
  'candidate',
  'hired',
] as const
const stepOf = (column: (typeof funnelColumns)[number]): MetStep => (column === 'people' ? 'met' : column)

/** Compared are the rows that are no weeks: one week beside the next differs by what was done in it. */
function saidOf(
  rows: readonly (Pick<Row, 'key' | 'label'> & { share: Share })[],
  column: ColumnKey,
  by?: Dimension,
): Finding[] {
  const hits = rows.reduce((all, row) => all + row.share.hits, 0)
  const people = rows.reduce((all, row) => all + row.share.of, 0)
  if (people === 0) return []
  if (people < fewestPeople) return [{ code: 'few', people }]
  return [{ code: 'all', column, hits, of: people }, ...(by === 'week' ? [] : compareRows(rows, column))]
}

/** From the first touch to the hire: each person once, at the tool where it began. */
function funnel({ rows, weeks }: { rows: readonly Counted[]; weeks: readonly Counted[] }): Part {
  const isWeeks = rows === weeks
  const shares = rows.map(row => ({ ...named(row), share: share(of(row, 'interested'), of(row, 'met')) }))
  return {
    columns: [...funnelColumns, 'interested-share'],
    rows: rows.map((row, at) => ({
      ...named(row),
      cells: [...funnelColumns.map(column => of(row, stepOf(column))), shares[at]?.share ?? null],
    })),
    series:
      weeks.length === 0
        ? []
        : (['people', 'connected', 'interested', 'hired'] as const).map(key => ({
            key,
            values: weeks.map(week => of(week, stepOf(key))),
          })),
    findings: saidOf(shares, 'interested-share', isWeeks ? 'week' : undefined),
  }
}

/** By the week in which we first wrote; an answer counts within fourteen days, and silence only after them. */
function answers({ rows, weeks, by }: { rows: readonly Counted[]; weeks: readonly Counted[]; by: Dimension }): Part {
  const first = rows.map(row => ({ ...named(row), share: share(of(row, 'approach-answered'), of(row, 'approached')) }))
  return {
    columns: ['asked', 'answered-share', 'approached', 'approached-share', 'declined', 'opted-out'],
    rows: rows.map((row, at) => ({
      ...named(row),
      cells: [
        of(row, 'asked'),
        share(of(row, 'answered'), of(row, 'asked')),
        of(row, 'approached'),
        first[at]?.share ?? null,
        of(row, 'declined'),
        of(row, 'opted-out'),
      ],
    })),
    series: [
      { key: 'asked', values: weeks.map(week => of(week, 'asked')) },
      { key: 'answered', values: weeks.map(week => of(week, 'answered')) },
    ],
    findings: saidOf(first, 'approached-share', by),
  }
}

type Spent = Pick<Row, 'key' | 'label'> & {
  readingMs: number
  groupReadingMs: number
  groupTalkMs: number
  notedMinutes: number
}
const minutes = (ms: number) => Math.round(ms / 60_000)

/** Minutes for each person are said only where enough people make a measure. */
function time({ spent, came }: { spent: readonly Spent[]; came: readonly Counted[] }): Part {
  const keys = [...new Set([...spent, ...came].map(row => row.key))]
  const rows = keys
    .map(key => {
      const time = spent.find(row => row.key === key)
      const people = came.find(row => row.key === key)
      const all =
        minutes(time ? time.readingMs + time.groupReadingMs + time.groupTalkMs : 0) + (time?.notedMinutes ?? 0)
      const connected = of(people, 'connected')
      const cells: Cell[] = [
        minutes(time?.readingMs ?? 0),
        minutes(time?.groupReadingMs ?? 0),
        minutes(time?.groupTalkMs ?? 0),
        time?.notedMinutes ?? 0,
        all,
        of(people, 'met'),
        connected,
        of(people, 'interested'),
        of(people, 'hired'),
        all > 0 && connected >= fewestPeople ? all / connected : null,
      ]
      return { key, label: time?.label ?? people?.label ?? null, cells, all }
    })
    .toSorted((a, b) => b.all - a.all)
  const whole = rows.reduce((all, row) => all + row.all, 0)
  const most = rows.find(row => row.key !== null)
  return {
    columns: [
      'reading',
      'group-reading',
      'group-talk',
      'noted',
      'minutes',
      'people',
      'connected',
      'interested',
      'hired',
      'minutes-each',
    ],
    rows: rows.map(({ key, label, cells }) => ({ key, label, cells })),
    series: [],
    findings: most && whole > 0 ? [{ code: 'time', minutes: whole, row: named(most), most: most.all }] : [],
  }
}

const dayMs = 86_400_000
type Hired = { way: string | null; hiredAt: Date; firstAt: Date | null }

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}
const daysOf = (hires: readonly Hired[]) =>
  medianOf(hires.flatMap(({ firstAt, hiredAt }) => (firstAt ? [(hiredAt.getTime() - firstAt.getTime()) / dayMs] : [])))

/** What came first of those who were hired. Shares of a few are counts; the interval says the rest. */
function hires(all: readonly Hired[], weeks: readonly string[]): Part {
  const ways = [...Map.groupBy(all, hire => hire.way)].toSorted((a, b) => b[1].length - a[1].length)
  const [most] = ways
  const week = (hire: Hired) => mondayOf(hire.hiredAt.toISOString().slice(0, 10))
  return {
    columns: ['hired', 'hired-share', 'days-to-hire'],
    rows: ways.map(([way, of]) => ({
      key: way,
      label: null,
      cells: [of.length, share(of.length, all.length), daysOf(of)],
    })),
    series: [{ key: 'hired', values: weeks.map(monday => all.filter(hire => week(hire) === monday).length) }],
    findings: most
      ? [
          {
            code: 'hires',
            hires: all.length,
            days: daysOf(all),
            row: { key: most[0], label: null },
            most: most[1].length,
          },
        ]
      : [],
  }
}

type Health = Pick<Row, 'label'> & {
  key: string
  blocks: number
  overrides: number
  complaints: number
  unsubscribed: number
}

/** What went against the etiquette, and what others had to say of it. */
function etiquette(given: {
  asked: readonly Counted[]
  health: readonly Health[]
  weeks: readonly Counted[]
  healthByWeek: readonly Health[]
  by: Dimension
}): Part {
  const { asked, health, weeks, healthByWeek, by } = given
  const keys = [...new Set([...asked, ...health].map(row => row.key))]
  const total = (name: 'blocks' | 'overrides' | 'complaints') => healthByWeek.reduce((all, row) => all + row[name], 0)
  const rows = keys.map(key => {
    const people = asked.find(row => row.key === key)
    const found = health.find(row => row.key === key)
    const label = people?.label ?? found?.label ?? null
    const marks = [found?.blocks ?? 0, found?.overrides ?? 0]
    if (by === 'rule') return { key, label, cells: marks }
    const theirs = [of(people, 'asked'), share(of(people, 'opted-out'), of(people, 'asked')), of(people, 'declined')]
    return {
      key,
      label,
      cells: [...theirs, ...marks, ...(by === 'week' ? [found?.complaints ?? 0, found?.unsubscribed ?? 0] : [])],
    }
  })
  const at = (monday: string | null, name: 'blocks' | 'overrides' | 'complaints') =>
    healthByWeek.find(row => row.key === monday)?.[name] ?? 0
  const counts = {
    blocks: total('blocks'),
    overrides: total('overrides'),
    complaints: total('complaints'),
    optedOut: sum(weeks, 'opted-out'),
  }
  const theirs = ['asked', 'opted-out-share', 'declined'] as const
  return {
    columns:
      by === 'rule'
        ? ['blocks', 'overrides']
        : [...theirs, 'blocks', 'overrides', ...(by === 'week' ? (['complaints', 'unsubscribed'] as const) : [])],
    rows,
    series: [
      { key: 'blocks', values: weeks.map(week => at(week.key, 'blocks')) },
      { key: 'overrides', values: weeks.map(week => at(week.key, 'overrides')) },
      { key: 'opted-out', values: weeks.map(week => of(week, 'opted-out')) },
      { key: 'complaints', values: weeks.map(week => at(week.key, 'complaints')) },
    ],
    findings:
      sum(weeks, 'asked') + counts.blocks + counts.overrides + counts.complaints === 0
        ? []
        : [{ code: 'etiquette', ...counts }],
  }
}

/** Over how many tools people come to us, and whether those who go far come over as many. */
function variety({ rows, weeks }: { rows: readonly Counted[]; weeks: readonly Counted[] }): Part {
  const steps = ['people', 'connected', 'interested', 'hired'] as const
  const wholes = steps.map(step => sum(rows, stepOf(step)))
  const findings = (['people', 'interested', 'hired'] as const).flatMap((column): Finding[] => {
    const step = stepOf(column)
    const whole = sum(rows, step)
    const [most] = rows.toSorted((a, b) => of(b, step) - of(a, step))
    if (!most || whole < fewestPeople) return column === 'people' && whole > 0 ? [{ code: 'few', people: whole }] : []
    return [
      {
        code: 'even',
        column,
        ways: rows.filter(row => of(row, step) > 0).length,
        even: evenWays(rows.map(row => of(row, step))),
        row: named(most),
        share: share(of(most, step), whole),
      },
    ]
  })
  return {
    columns: ['people', 'people-share', 'connected', 'interested', 'hired', 'hired-share'],
    rows: rows.map(row => ({
      ...named(row),
      cells: [
        of(row, 'met'),
        share(of(row, 'met'), wholes[0] ?? 0),
        of(row, 'connected'),
        of(row, 'interested'),
        of(row, 'hired'),
        share(of(row, 'hired'), wholes[3] ?? 0),
      ],
    })),
    series: [{ key: 'people', values: weeks.map(week => of(week, 'met')) }],
    findings,
  }
}

export const table = { funnel, answers, time, hires, etiquette, variety } as const

import { wilson } from '#kernel/interval.ts'
import {
  type Cell,
  type ColumnKind,
  cellText,
  columnKind,
  dayText,
  isShare,
  type Report,
  rowText,
  sayFinding,
  type Voice,
} from '../model.ts'

/** A report as it leaves: everything in words, and cells still numbers. */
export type ReportDocument = {
  name: string
  title: string
  span: string
  said: readonly string[]
  how: readonly string[]
  /** What the first column is. */
  by: string
  columns: readonly { title: string; kind: ColumnKind }[]
  rows: readonly { name: string; cells: readonly Cell[]; texts: readonly string[] }[]
  weeks: readonly string[]
  series: readonly { label: string; values: readonly number[] }[]
  /** The last week is not over. */
  running: boolean
  /** The words around, and the way numbers are written. */
  voice: Voice
}

export function documentOf(report: Report, running: string | undefined, voice: Voice): ReportDocument {
  const { words, locale } = voice
  const { name, by, from, to, columns, rows, weeks, series, findings } = report
  return {
    name: `kith-${name}-${by}-${from}`,
    title: `${words.report[name]} · ${words.by[by]}`,
    span: words.span(dayText(from, locale), dayText(to, locale)),
    said: findings.map(finding => sayFinding(finding, by, voice)),
    how: [words.how[name], words.utc, words.wilson],
    by: words.by[by],
    columns: columns.map(key => ({ title: words.column[key], kind: columnKind(key) })),
    rows: rows.map(row => ({
      name: rowText(row, by, voice, running),
      cells: row.cells,
      texts: columns.map((key, at) => cellText(row.cells[at] ?? null, key, voice)),
    })),
    weeks: weeks.map(week => rowText({ key: week, label: null }, 'week', voice, running)),
    series: series.map(one => ({ label: words.column[one.key], values: one.values })),
    running: running !== undefined,
    voice,
  }
}

export type Flat = { title: string; kind: 'text' | 'number' | 'percent' }

/** For programs and spreadsheets: a share is its two counts, itself and its interval, each in a column of its own. */
export function flatten(report: ReportDocument): { columns: Flat[]; rows: (string | number | null)[][] } {
  const { columns, rows, by } = report
  const unit: Partial<Record<ColumnKind, string>> = { minutes: ' (min)' }
  return {
    columns: [
      { title: by, kind: 'text' },
      ...columns.flatMap(({ title, kind }): Flat[] =>
        kind === 'share'
          ? [
              { title, kind: 'number' },
              { title: `${title}: n`, kind: 'number' },
              { title: `${title}: %`, kind: 'percent' },
              { title: `${title}: ≥ %`, kind: 'percent' },
              { title: `${title}: ≤ %`, kind: 'percent' },
            ]
          : [{ title: `${title}${unit[kind] ?? ''}`, kind: 'number' }],
      ),
    ],
    rows: rows.map(row => [
      row.name,
      ...columns.flatMap(({ kind }, at) => {
        const cell = row.cells[at] ?? null
        if (kind !== 'share') return [typeof cell === 'number' ? Math.round(cell * 100) / 100 : null]
        if (!isShare(cell)) return [null, null, null, null, null]
        if (cell.of === 0) return [0, 0, null, null, null]
        const { low, high } = wilson(cell.hits, cell.of)
        return [cell.hits, cell.of, cell.hits / cell.of, low, high]
      }),
    ]),
  }
}

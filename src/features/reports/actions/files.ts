import { readAttribution } from '#features/attribution/index.ts'
import type { ReportView } from '#features/attribution/model.ts'
import type { reportKeyNames } from '#features/attribution/wire.ts'
import type { CampaignId } from '#kernel/ids.ts'
import { done, type Result } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import {
  type Cell,
  cellText,
  type Dimension,
  dayText,
  dimensions,
  isoDay,
  type ReportName,
  rowText,
  runningWeek,
  type Voice,
} from '../model.ts'
import { csvOf } from '../render/csv.ts'
import { documentOf, type ReportDocument } from '../render/document.ts'
import { pdfOf } from '../render/pdf.ts'
import { xlsxOf } from '../render/xlsx.ts'
import type { Span } from '../store/met-report.ts'
import type { ReportsDeps } from './deps.ts'
import { type ReportRefusal, readReport } from './read.ts'

export type FileFormat = 'csv' | 'xlsx' | 'pdf'
export type ReportFile = { name: string; type: string; bytes: Buffer }
type Deps = Pick<ReportsDeps, 'db' | 'clock'>

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const satisfies Record<FileFormat, string>
/** What a file may be, without its parameters. */
export const fileTypes = Object.values(contentTypes).map(type => type.replace(/;.*/, ''))

export async function makeFile(report: ReportDocument, format: FileFormat, madeAt: Date): Promise<ReportFile> {
  const bytes =
    format === 'csv' ? csvOf(report) : format === 'xlsx' ? await xlsxOf(report) : await pdfOf(report, madeAt)
  return { name: `${report.name}.${format}`, type: contentTypes[format], bytes }
}

/** The report as it is read on the page, to be taken along. */
export async function readReportFile(
  deps: Deps,
  caller: Caller,
  ask: { name: ReportName; by: Dimension; span: Span; format: FileFormat; voice: Voice },
): Promise<Result<ReportFile, ReportRefusal>> {
  const now = deps.clock.now()
  const found = await readReport(deps, caller, ask)
  if (!found.ok) return found
  const running = runningWeek(ask.span.to, isoDay(now.getTime()))
  return done(await makeFile(documentOf(found.value, running, ask.voice), ask.format, now))
}

type SourceKey = (typeof reportKeyNames)[number]

/** Where people come from, as attribution has it. */
export async function readSourcesFile(
  deps: Deps,
  caller: Caller,
  ask: {
    view: ReportView
    by: SourceKey
    campaign?: CampaignId | undefined
    span: Span
    format: FileFormat
    voice: Voice
  },
): Promise<ReportFile> {
  const { view, by, campaign, span, format, voice } = ask
  const { words, locale } = voice
  const now = deps.clock.now()
  const found = await readAttribution(deps, caller, { view, by, campaign, ...span })
  const running = runningWeek(span.to, isoDay(now.getTime()))
  const ours = dimensions.find(each => each === by)
  const nameOf = (row: (typeof found.rows)[number]) => {
    if (by === 'kind' && row.key !== null) return rowText({ key: row.key, label: null }, 'way', voice)
    if (ours) return rowText({ key: row.key, label: row.label ?? row.key }, ours, voice, running)
    return row.label ?? words.sources.none
  }
  const { column } = words.sources
  const title = words.sources.by
  const byTitle = by === 'source' || by === 'kind' || by === 'post' || by === 'campaign' ? title[by] : words.by[by]
  const cellsOf = ({ visits, people }: (typeof found.rows)[number]): Cell[] => [
    visits,
    people.lead,
    people.chat,
    people.subscribed,
    people.applied,
    people.connected,
    people.interested,
    people.candidate,
    people.hired,
    { hits: Math.min(people.answered, visits), of: visits },
  ]
  const report: ReportDocument = {
    name: `kith-sources-${by}-${span.from}`,
    title: `${words.sources.title} · ${byTitle}`,
    span: words.span(dayText(span.from, locale), dayText(span.to, locale)),
    said: [],
    how: [words.sources.view[view], words.utc, words.wilson],
    by: byTitle,
    columns: [
      { title: column.visits, kind: 'count' },
      { title: words.column.people, kind: 'count' },
      { title: column.chat, kind: 'count' },
      { title: column.subscribed, kind: 'count' },
      { title: column.applied, kind: 'count' },
      { title: words.column.connected, kind: 'count' },
      { title: words.column.interested, kind: 'count' },
      { title: words.column.candidate, kind: 'count' },
      { title: words.column.hired, kind: 'count' },
      { title: column['answered-share'], kind: 'share' },
    ],
    rows: found.rows.map(row => {
      const cells = cellsOf(row)
      return { name: nameOf(row), cells, texts: cells.map(cell => cellText(cell, 'people', voice)) }
    }),
    weeks: found.weeks.map(week => rowText({ key: week.key, label: null }, 'week', voice, running)),
    series: (['lead', 'interested', 'candidate', 'hired'] as const).map(step => ({
      label: step === 'lead' ? words.column.people : words.column[step],
      values: found.weeks.map(week => week.people[step]),
    })),
    running: running !== undefined,
    voice,
  }
  return makeFile(report, format, now)
}

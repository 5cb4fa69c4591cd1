import type { Caller } from '#kernel/roles.ts'
import {
  cellText,
  dayText,
  isoDay,
  languageFor,
  localeFor,
  medianOf,
  type Report,
  type ReportName,
  rowText,
  sayFinding,
  type Voice,
  wordsOf,
} from '../model.ts'
import type { ReportsDeps } from './deps.ts'
import { readReport } from './read.ts'

const dayMs = 86_400_000
const weeksBefore = 8
const mostRows = 8

/** What the mail of a week says: counts beside what is usual, no name of anybody. Lines of at most 76 characters. */
export async function weeklyText(
  deps: Pick<ReportsDeps, 'db' | 'clock'> & { publicUrl: string },
  caller: Caller,
  { week, locale, stopUrl }: { week: string; locale: string; stopUrl: string },
): Promise<{ subject: string; text: string; lang: 'en' | 'de' }> {
  const lang = languageFor(locale)
  const words = wordsOf[lang]
  const shown = localeFor(lang)
  const voice: Voice = { words, locale: shown }
  const monday = Date.parse(`${week}T00:00:00Z`)
  const only = { from: week, to: isoDay(monday + 6 * dayMs) }
  const season = { from: isoDay(monday - weeksBefore * 7 * dayMs), to: only.to }
  const read = async (name: ReportName, by: Report['by'], span: typeof only) => {
    const found = await readReport(deps, caller, { name, by, span })
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }
  const byWeek = await read('funnel', 'week', season)
  const byTool = await read('funnel', 'tool', only)
  const answers = await read('answers', 'tool', season)
  const time = await read('time', 'tool', only)
  const hires = await read('hires', 'way', only)
  const etiquette = await read('etiquette', 'week', only)
  const say = (report: Report) => report.findings.map(finding => sayFinding(finding, report.by, voice))
  const { weekly } = words
  const days = words.span(dayText(only.from, shown), dayText(only.to, shown))
  const steps = (['people', 'connected', 'interested', 'hired'] as const).map(step => {
    const values = byWeek.series.find(one => one.key === step)?.values ?? []
    const before = values.slice(0, -1)
    const number = new Intl.NumberFormat(shown)
    return `  ${words.column[step]}: ${number.format(values.at(-1) ?? 0)}  (${weekly.usual(
      number.format(Math.min(...before)),
      number.format(Math.max(...before)),
      number.format(medianOf(before) ?? 0),
    )})`
  })
  const tools = byTool.rows.slice(0, mostRows).map(row => {
    const cell = (column: (typeof byTool.columns)[number]) =>
      cellText(row.cells[byTool.columns.indexOf(column)] ?? null, column, voice)
    return `  ${rowText(row, 'tool', voice)}: ${words.column.people} ${cell('people')}, ${words.column.connected} ${cell('connected')}, ${words.column.interested} ${cell('interested')}`
  })
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map(line => (line.startsWith('  ') ? line : `  ${line}`))]
  const text = [
    weekly.lead(days),
    ...part(words.report.funnel, steps),
    ...part(words.by.tool, tools),
    ...part(weekly.answers(weeksBefore + 1), say(answers)),
    ...part(words.report.time, say(time)),
    ...part(words.report.hires, say(hires)),
    ...part(words.report.etiquette, say(etiquette)),
    '',
    weekly.more,
    `${deps.publicUrl}/reports/work`,
    '',
    '-- ',
    weekly.stop,
    stopUrl,
  ]
  return { subject: weekly.subject(days), text: `${text.join('\n')}\n`, lang }
}

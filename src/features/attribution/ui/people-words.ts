import { getTool } from '#features/tools/model.ts'
import { isToolId } from '#kernel/tools.ts'
import { formatInterval } from '#web/i18n/format.ts'
import type { Text } from '#web/i18n/i18n.ts'
import type { ChainLinkWire, ReportRowWire } from '../wire.ts'

export const toolWord = (tool: string): string => (isToolId(tool) ? getTool(tool).label : tool)

const dayMs = 86_400_000
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10)
/** The Monday on which the week of a day begins. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  return isoDay(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * dayMs))
}
/** Whole weeks up to the one that runs: a span that began within a week would begin with a dip. */
export function lastWeeks(weeks: number): { from: string; to: string } {
  const to = isoDay(new Date())
  return { from: isoDay(new Date(Date.parse(`${mondayOf(to)}T00:00:00Z`) - (weeks - 1) * 7 * dayMs)), to }
}

export function weekWord(monday: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${monday}T00:00:00Z`),
  )
}

/** A week by its Monday; of the one that is not over it says so. */
export const weekLabel = (monday: string, t: Text, locale: string): string =>
  monday === mondayOf(isoDay(new Date())) ? t('so-far', { week: weekWord(monday, locale) }) : weekWord(monday, locale)

/** What a row of the report is called; `by` says what its key means. */
export function rowWord(row: ReportRowWire, by: string, t: Text, locale: string): string {
  if (by === 'week') return weekLabel(row.key ?? '', t, locale)
  if (row.key === null)
    return t(by === 'recruiter' ? 'nobody.recruiter' : by === 'campaign' ? 'nobody.campaign' : 'nobody.thing')
  if (by === 'tool') return toolWord(row.key)
  if (by === 'kind') return t(`kind.${row.key}`)
  return row.label ?? row.key
}

const weakWords = {
  answered: 'weak.answered',
  connected: 'weak.connected',
  interested: 'weak.interested',
  candidate: 'weak.candidate',
  hired: 'weak.hired',
  visits: 'usual',
} as const satisfies Record<ChainLinkWire['to'], string>

/** "412 visits, 9 answered: the page does not lead to the chat." Silent where nothing is weak. */
export function weakSentence(link: ChainLinkWire, t: Text, locale: string): string {
  const whole = new Intl.NumberFormat(locale)
  const values = { of: whole.format(link.of), reached: whole.format(link.reached) }
  const usual = t('usual', {
    interval: formatInterval(link.reached, link.of, locale) ?? '',
    median: `${whole.format(Math.round((link.median ?? 0) * 100))} %`,
  })
  return `${t(weakWords[link.to], values)} ${usual}`
}

/** What can be said of a chain, in a sentence; always something, and never more than is known. */
export function chainSentence(
  chain: readonly ChainLinkWire[],
  weakest: ChainLinkWire | null,
  tooFew: { visits: number },
  t: Text,
  locale: string,
): string {
  if (weakest) return weakSentence(weakest, t, locale)
  if (chain.every(link => link.verdict === 'few')) return t('chain.few', { count: tooFew.visits })
  if (chain.every(link => link.verdict === 'few' || link.verdict === 'alone')) return t('chain.alone')
  return t('chain.usual')
}

/** `6 hrs 20 mins`. */
export function durationWord(minutes: number, locale: string): string {
  const said = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && said(hours, 'hour'), (rest > 0 || hours === 0) && said(rest, 'minute')].filter(Boolean).join(' ')
}

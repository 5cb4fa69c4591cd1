import { getTool } from '#features/tools/model.ts'
import { wilson } from '#kernel/interval.ts'
import { isToolId } from '#kernel/tools.ts'
import {
  type Cell,
  type ColumnKey,
  columnKind,
  type Dimension,
  type Finding,
  isShare,
  type Row,
  type Share,
} from './table.ts'
import type { Words } from './words-needed.ts'

/** The words with the way in which numbers and days are written: `locale` is the reader's. */
export type Voice = { words: Words; locale: string }

const whole = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)

export const dayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
const weekText = (monday: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${monday}T00:00:00Z`),
  )

/** "6 h 20": as the ledger of groups has it. */
export function minutesText(minutes: number, locale: string): string {
  const all = Math.round(minutes)
  const hours = Math.floor(all / 60)
  const rest = all % 60
  if (hours === 0) return `${whole(rest, locale)} min`
  return rest === 0 ? `${whole(hours, locale)} h` : `${whole(hours, locale)} h ${String(rest).padStart(2, '0')}`
}

/** "8 of 11 (43–90 %)": Wilson's interval; under five the counts alone, for a share of four says nothing. */
export function shareText({ hits, of }: Share, { words, locale }: Voice): string {
  const counts = words.share(whole(hits, locale), whole(of, locale))
  if (of < 5) return counts
  const { low, high } = wilson(hits, of)
  return `${counts} (${whole(low * 100, locale)}–${whole(high * 100, locale)} %)`
}

export function cellText(cell: Cell, column: ColumnKey, voice: Voice): string {
  if (cell === null) return '–'
  if (isShare(cell)) return cell.of === 0 ? '–' : shareText(cell, voice)
  if (cell === 0) return '0'
  switch (columnKind(column)) {
    case 'minutes':
      return minutesText(cell, voice.locale)
    case 'days':
      return new Intl.NumberFormat(voice.locale, { maximumFractionDigits: cell < 10 ? 1 : 0 }).format(cell)
    default:
      return whole(cell, voice.locale)
  }
}

const isWay = (words: Words, key: string): key is keyof Words['way'] => Object.hasOwn(words.way, key)
const isRule = (words: Words, key: string): key is keyof Words['rule'] => Object.hasOwn(words.rule, key)
const toolText = (key: string) => (isToolId(key) ? getTool(key).label : key)

/** What a row is called; `by` says what its key means, `running` which week is not over. */
export function rowText(
  { key, label }: Pick<Row, 'key' | 'label'>,
  by: Dimension,
  { words, locale }: Voice,
  running?: string,
): string {
  if (key === null) return words.nobody[by]
  switch (by) {
    case 'tool':
      return toolText(key)
    case 'week':
      return key === running ? words.running(weekText(key, locale)) : weekText(key, locale)
    case 'way':
      return isWay(words, key) ? words.way[key] : words.onTool(toolText(key))
    case 'rule':
      return isRule(words, key) ? words.rule[key] : key
    default:
      return label ?? words.nobody[by]
  }
}

/** A finding as a sentence. */
export function sayFinding(finding: Finding, by: Dimension, voice: Voice): string {
  const { words, locale } = voice
  const number = (value: number) => whole(value, locale)
  const row = (of: Pick<Row, 'key' | 'label'>) => rowText(of, by, voice)
  switch (finding.code) {
    case 'few':
      return words.few(finding.people, number(finding.people))
    case 'all': {
      const share = shareText({ hits: finding.hits, of: finding.of }, voice)
      return words.shareOf[finding.column]?.(share) ?? share
    }
    case 'more':
    case 'fewer':
      return words[finding.code](row(finding.row), shareText(finding.share, voice), shareText(finding.others, voice))
    case 'no-difference':
      return words.noDifference(number(finding.rows))
    case 'time':
      return words.time(minutesText(finding.minutes, locale), row(finding.row), minutesText(finding.most, locale))
    case 'hires': {
      const said = words.hires(finding.hires, number(finding.hires), row(finding.row), number(finding.most))
      const days = finding.days
      return days === null || finding.hires < 5 ? said : `${said} ${words.days(cellText(days, 'days-to-hire', voice))}`
    }
    case 'etiquette':
      return words.etiquette(
        number(finding.blocks),
        number(finding.overrides),
        number(finding.complaints),
        number(finding.optedOut),
      )
    case 'even': {
      const of = finding.column === 'interested' || finding.column === 'hired' ? finding.column : 'people'
      const even = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(finding.even)
      return words.even(words.evenOf[of], number(finding.ways), even, row(finding.row), shareText(finding.share, voice))
    }
  }
}

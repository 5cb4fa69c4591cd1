import { parsePartialDate } from '../text/dates.ts'

export type Range = { startedOn?: string; finishedOn?: string; current: boolean; rest: string }

const now =
  "present|current|currently|now|today|to date|heute|jetzt|aktuell|laufend|aujourd[’']hui|présent|actualidad|presente|actualmente|attuale|oggi"
const moment = String.raw`(?:(?:\p{L}{3,12}\.?\s+(?:de\s+)?)?(?:19|20)\d{2}|\d{1,2}[/.](?:19|20)\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})`
const range = new RegExp(
  String.raw`\(?(?:seit|since|depuis|desde)?\s*(${moment})\s*(?:[-–—−]|to|bis|until|à|a|al|hasta)\s*(${moment}|${now})\)?(?:\s*\([^)]{1,60}\))?`,
  'iu',
)
const since = new RegExp(String.raw`\b(?:seit|since|depuis|desde|ab)\s+(${moment})`, 'iu')
const single = new RegExp(String.raw`^\W*(${moment})\W*$`, 'iu')

/** The span of time that a line names, with what else stands in it; undefined when there is none. */
export function readRange(text: string): Range | undefined {
  if (text.length > 300) return undefined
  const match = range.exec(text)
  const open = match ? null : since.exec(text)
  const one = match || open ? null : single.exec(text)
  const found = match ?? open ?? one
  if (!found) return undefined
  const written = found[1] ?? ''
  // A word before the year that is no month belongs to what stands in front.
  const year = /(?:19|20)\d{2}$/.exec(written)?.[0]
  const start = parsePartialDate(written) ?? parsePartialDate(year ?? '')
  const isWord = parsePartialDate(written) === undefined && year !== undefined
  const from = isWord ? found.index + found[0].indexOf(written) + written.length - year.length : found.index
  const end = match ? parsePartialDate(match[2] ?? '') : one ? start : undefined
  if (start === undefined) return undefined
  const rest = (text.slice(0, from) + text.slice(found.index + found[0].length))
    .replace(/^[\s,;|·•:()–—-]+|[\s,;|·•:(–—-]+$/g, '')
    .trim()
  return {
    startedOn: start,
    ...(end !== undefined && { finishedOn: end }),
    current: one === null && end === undefined,
    rest,
  }
}

/** `5 years 2 months`: LinkedIn's sum over several positions with one employer. */
export const isDuration = (text: string): boolean =>
  /^\(?\d+\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|mois|años?|meses|mes)(?:\s+\d+\s*(?:months?|mos?|monate?n?|mois|meses|mes))?\)?$/i.test(
    text.trim(),
  )

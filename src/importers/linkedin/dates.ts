import { parseFeedDate } from '../feeds/dates.ts'
import { type DateOrder, fullYear, parsePartialDate } from '../text/dates.ts'

/** `1/29/26, 2:37 PM`, `29.01.26, 14:37`: month first unless it can't be, or dots say otherwise. LinkedIn writes UTC. */
function parseShort(text: string): string | null {
  const match =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?\s?m?\.?$/i.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const dayFirst = first > 12 || match[2] === '.'
  const afternoon = match[8]?.toLowerCase()
  const hour = Number(match[5])
  const hour24 = afternoon === 'p' && hour < 12 ? hour + 12 : afternoon === 'a' && hour === 12 ? 0 : hour
  const [month, day] = dayFirst ? [second, first] : [first, second]
  const pad = (value: number) => String(value).padStart(2, '0')
  return parseFeedDate(
    `${fullYear(Number(match[4]))}-${pad(month)}-${pad(day)}T${pad(hour24)}:${match[6]}:${match[7] ?? '00'}Z`,
  )
}

/** An instant of the export as ISO 8601 UTC; null when it can't be read. */
export function parseExportInstant(written: string): string | null {
  const text = written
    .replace(/[\u202f\u00a0]/g, ' ')
    .replace(/\u200e/g, '')
    .trim()
  return parseShort(text) ?? parseFeedDate(text)
}

/** A day, month or year; exports before 2019 wrote `5/3/19, 4:05 PM` where only the day is wanted. */
export function parseExportDay(written: string, order?: DateOrder): string | undefined {
  const text = written.replace(/[\u202f\u00a0]/g, ' ').trim()
  return parsePartialDate(text, order) ?? (parseShort(text) ?? parseShort(`${text} 00:00`))?.slice(0, 10)
}

import { wilson } from '#kernel/interval.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const kept = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs more than using it a hundred times, and every row of a list has a date. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, options)
  kept.set(key, format)
  return format
}

const keptRelative = new Map<string, Intl.RelativeTimeFormat>()

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const format = keptRelative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' })
  keptRelative.set(locale, format)
  return format
}

const dayNumber = (at: Date, timeZone: string | undefined): number => {
  const parts = dateFormat('en-CA', {
    ...(timeZone ? { timeZone } : {}),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / dayMs)
}

/** "12 min", "3 hr", "yesterday 18:40", "Tue 18:40", after seven days "14 Nov", in another year "14 Nov 2023"; the future: "in 12 min", "tomorrow 8:00". */
export function formatAgo(at: Date, now: Date, locale: string, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {}
  const ms = now.getTime() - at.getTime()
  const clock = dateFormat(locale, { ...zone, timeStyle: 'short' }).format(at)
  const relative = relativeFormat(locale)
  const amount = (value: number, unit: 'minute' | 'hour') =>
    new Intl.NumberFormat(locale.startsWith('en') ? 'en-US' : locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
    }).format(value)
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone)
  const size = Math.abs(ms)
  if (size < minuteMs) return relative.format(0, 'second')
  if (size < hourMs) {
    const minutes = Math.floor(size / minuteMs)
    return ms < 0 ? relative.format(minutes, 'minute') : amount(minutes, 'minute')
  }
  if (days === 0) {
    const hours = Math.floor(size / hourMs)
    return ms < 0 ? clock : amount(hours, 'hour')
  }
  if (days === 1 || days === -1) return `${relative.format(-days, 'day')} ${clock}`
  if (days > -7 && days < 7) {
    return `${dateFormat(locale, { ...zone, weekday: 'short' }).format(at)} ${clock}`
  }
  const sameYear =
    dateFormat('en', { ...zone, year: 'numeric' }).format(at) ===
    dateFormat('en', { ...zone, year: 'numeric' }).format(now)
  return dateFormat(locale, {
    ...zone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** The full instant with its zone, for a title. */
export function formatInstant(at: Date, locale: string, timeZone?: string): string {
  return dateFormat(locale, {
    ...(timeZone ? { timeZone } : {}),
    dateStyle: 'full',
    timeStyle: 'long',
  }).format(at)
}

/** "43–90 %" in the reader's language; undefined under five, where only counts are honest. */
export function formatInterval(hits: number, total: number, locale: string): string | undefined {
  if (total < 5) return undefined
  const { low, high } = wilson(hits, total)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return `${whole.format(low * 100)}–${whole.format(high * 100)} %`
}

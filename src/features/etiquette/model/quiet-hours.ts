import { minuteMs } from '#kernel/clock.ts'

const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

function formatterFor(timezone: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(timezone)) return formatters.get(timezone)
  let made: Intl.DateTimeFormat | undefined
  try {
    made = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    })
  } catch {
    made = undefined
  }
  formatters.set(timezone, made)
  return made
}

export function isTimezone(text: string): boolean {
  return formatterFor(text) !== undefined
}

export type LocalTime = { hour: number; minute: number; weekday: number }

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const QUARTER_MS = 15 * minuteMs
let quarters = new Map<string, LocalTime>()

/** Undefined for an unknown IANA time zone. `weekday`: 0 = Sunday. No zone changes its clock within a quarter of an hour. */
export function localTime(at: Date, timezone: string): LocalTime | undefined {
  const quarter = Math.floor(at.getTime() / QUARTER_MS)
  const key = `${timezone} ${quarter}`
  let known = quarters.get(key)
  if (!known) {
    const parts = formatterFor(timezone)?.formatToParts(new Date(quarter * QUARTER_MS))
    if (!parts) return undefined
    const get = (type: Intl.DateTimeFormatPartTypes) => parts.find(part => part.type === type)?.value ?? ''
    known = {
      hour: Number(get('hour')) % 24,
      minute: Number(get('minute')),
      weekday: DAYS.indexOf(get('weekday')),
    }
    if (quarters.size >= 2_000) quarters = new Map()
    quarters.set(key, known)
  }
  const minutes = known.minute + Math.floor((at.getTime() - quarter * QUARTER_MS) / minuteMs)
  return { hour: known.hour, minute: minutes, weekday: known.weekday }
}

export const clockOf = ({ hour, minute }: LocalTime) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** From the first hour on, and until the second strikes; over midnight when it begins later than it ends. */
export function isQuietHour(hour: number, from: number, until: number): boolean {
  return from > until ? hour >= from || hour < until : hour >= from && hour < until
}

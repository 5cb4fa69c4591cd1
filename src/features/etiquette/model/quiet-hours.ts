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

export type LocalTime = { hour: number; clock: string; weekday: number }

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Undefined for an unknown IANA time zone. `weekday`: 0 = Sunday. */
export function localTime(at: Date, timezone: string): LocalTime | undefined {
  const parts = formatterFor(timezone)?.formatToParts(at)
  if (!parts) return undefined
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find(part => part.type === type)?.value ?? ''
  const hour = Number(get('hour')) % 24
  return { hour, clock: `${get('hour')}:${get('minute')}`, weekday: DAYS.indexOf(get('weekday')) }
}

/** From 21:00 on, and until 8:00 strikes. */
export function isQuietHour(hour: number): boolean {
  return hour >= 21 || hour < 8
}

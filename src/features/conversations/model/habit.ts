const hoursOfWeek = 168
const hourMs = 3_600_000

/** When somebody is usually online: a part of the day, on these days (0 is Monday). */
export const dayParts = ['night', 'morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]
export type Habit = { part: DayPart; days: number[] }

const limits = { weeks: 3, share: 0.6, everyPart: 20 } as const

/** Zone's clock minus UTC in whole hours at that instant. */
export function hoursAhead(at: Date, timezone: string): number {
  const shown = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' }).format(at)
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d{2}):?(\d{2})?/.exec(shown) ?? []
  if (sign === undefined) return 0
  return Math.round((sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60))
}

/** The Monday (UTC) and the hour since then. */
export function placeInWeek(at: Date): { weekOn: string; hour: number } {
  const day = (at.getUTCDay() + 6) % 7
  const monday = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - day))
  return { weekOn: monday.toISOString().slice(0, 10), hour: Math.floor((at.getTime() - monday.getTime()) / hourMs) }
}

/**
 * From weeks of hours seen (`1` is seen), on the clock that is `ahead` of UTC. Undefined while there are few weeks, where no part of
 * a day comes back in most of them, and for somebody who is always there: then nothing is worth saying.
 */
export function habitOf(weeks: readonly string[], ahead: number): Habit | undefined {
  if (weeks.length < limits.weeks) return undefined
  const strong: Habit[] = dayParts.map(part => ({ part, days: [] }))
  let count = 0
  for (let slot = 0; slot < 28; slot++) {
    const hours = Array.from({ length: 6 }, (_, hour) => slot * 6 + hour - ahead)
    const seen = weeks.filter(week => hours.some(hour => week[(hour + hoursOfWeek * 2) % hoursOfWeek] === '1')).length
    if (seen < limits.weeks || seen / weeks.length < limits.share) continue
    strong[slot % 4]?.days.push(Math.floor(slot / 4))
    count++
  }
  if (count === 0 || count >= limits.everyPart) return undefined
  return strong.reduce((best, each) => (each.days.length > best.days.length ? each : best))
}

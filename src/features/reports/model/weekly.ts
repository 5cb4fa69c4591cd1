import { isoDay, mondayOf } from './table.ts'

/** When the mail goes out, by the recruiter's own clock. `weekday`: 1 is Monday. */
export type WeeklyPlan = { on: boolean; weekday: number; hour: number; timezone: string; since: Date }

const hourMs = 3_600_000
const quarterMs = hourMs / 4
const dayMs = 24 * hourMs

const clocks = new Map<string, Intl.DateTimeFormat>()
/** Made once for a zone: making it takes a hundred times as long as asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, clock)
  return clock
}

function localAt(at: Date, timezone: string): { weekday: number; hour: number; on: string } {
  const parts = clockOf(timezone).formatToParts(at)
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  const on = `${part('year')}-${part('month')}-${part('day')}`
  return { on, hour: Number(part('hour')), weekday: new Date(`${on}T00:00:00Z`).getUTCDay() || 7 }
}

type When = Pick<WeeklyPlan, 'weekday' | 'hour' | 'timezone'>

/**
 * The first quarter of an hour at or after `from` at which their clock shows that weekday and that hour or, where summer time skips it,
 * the next one. Quarters, for some clocks stand half or three quarters of an hour beside ours.
 */
function firstFrom(plan: When, from: number): Date {
  const start = Math.ceil(from / quarterMs) * quarterMs
  for (let at = start; at < start + 8 * dayMs; at += quarterMs) {
    const local = localAt(new Date(at), plan.timezone)
    if (local.weekday !== plan.weekday || local.hour < plan.hour) continue
    const before = localAt(new Date(at - quarterMs), plan.timezone)
    if (before.on !== local.on || before.hour < plan.hour) return new Date(at)
  }
  return new Date(start + 7 * dayMs)
}

/** The next time after `now`. */
export const nextWeekly = (plan: When, now: Date): Date => firstFrom(plan, now.getTime() + 1)

/** The last time at or before `now`: what is due, however long nobody was there to send it. */
export function lastWeekly(plan: When, now: Date): Date {
  const first = firstFrom(plan, now.getTime() - 8 * dayMs)
  const second = firstFrom(plan, first.getTime() + 1)
  const third = firstFrom(plan, second.getTime() + 1)
  return [third, second].find(at => at.getTime() <= now.getTime()) ?? first
}

/** The Monday of the last whole week before that day: what the mail tells of. */
export function weekTold(at: Date, timezone: string): string {
  const monday = mondayOf(localAt(at, timezone).on)
  return isoDay(Date.parse(`${monday}T00:00:00Z`) - 7 * dayMs)
}

import { aheadOfUtc, dayMs } from '#kernel/clock.ts'

/** `from` and `to` as `HH:MM` on the clock of `timezone`. */
export type OpenHours = { from: string; to: string }
/** When somebody answers: Monday first; null is a day off. */
export type ChatHours = { timezone: string; week: readonly (OpenHours | null)[] }

/** The instant at which the zone's clock shows `local`; a time that the clock skips (summer time) is the one an hour later. */
function instantOf(local: number, timezone: string): number {
  const guess = local - aheadOfUtc(timezone, local)
  return local - aheadOfUtc(timezone, guess)
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** When the next opening hours begin; null while they last, and when there are none. */
export function nextOpening(hours: ChatHours, now: Date): Date | null {
  const { timezone, week } = hours
  const local = now.getTime() + aheadOfUtc(timezone, now.getTime())
  const midnight = Math.floor(local / dayMs) * dayMs
  const openOn = (day: number) => week[(new Date(midnight + day * dayMs).getUTCDay() + 6) % 7] ?? null
  const isOpen = (open: OpenHours | null, day: number) => {
    if (!open) return false
    const from = midnight + day * dayMs + minutesOf(open.from) * 60_000
    const length = minutesOf(open.to) - minutesOf(open.from)
    // Hours that end before they begin go on past midnight.
    return local >= from && local < from + (length > 0 ? length : length + 1_440) * 60_000
  }
  if (isOpen(openOn(0), 0) || isOpen(openOn(-1), -1)) return null
  for (let day = 0; day <= 7; day += 1) {
    const open = openOn(day)
    if (!open) continue
    const at = instantOf(midnight + day * dayMs + minutesOf(open.from) * 60_000, timezone)
    if (at > now.getTime()) return new Date(at)
  }
  return null
}

export function isTimezone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined
  } catch {
    return false
  }
}

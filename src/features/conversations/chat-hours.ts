/** `from` and `to` as `HH:MM` on the clock of `timezone`. */
export type OpenHours = { from: string; to: string }
/** When somebody answers: Monday first; null is a day off. */
export type ChatHours = { timezone: string; week: readonly (OpenHours | null)[] }

const dayMs = 86_400_000

/** How far the zone's clock is ahead of UTC at that instant. */
function aheadMs(at: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value)
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return local - Math.floor(at / 1_000) * 1_000
}

/** The instant at which the zone's clock shows `local`; a time that the clock skips (summer time) is the one an hour later. */
function instantOf(local: number, timezone: string): number {
  const guess = local - aheadMs(local, timezone)
  return local - aheadMs(guess, timezone)
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** When the next opening hours begin; null while they last, and when there are none. */
export function nextOpening(hours: ChatHours, now: Date): Date | null {
  const { timezone, week } = hours
  const local = now.getTime() + aheadMs(now.getTime(), timezone)
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

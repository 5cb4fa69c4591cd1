/** Hours in which this recruiter is told nothing, by the clock in front of them. */
export type QuietHours = { from: string; to: string }

export const usualQuiet: QuietHours = { from: '20:00', to: '07:00' }

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/** As kept in the recruiter's preferences; what can't be read counts as the usual. Equal ends mean: never quiet. */
export function quietIn(preferences: Readonly<Record<string, unknown>> | undefined): QuietHours {
  const given = preferences?.quietHours
  if (typeof given !== 'object' || given === null) return usualQuiet
  const { from, to } = { from: undefined, to: undefined, ...given }
  return typeof from === 'string' && typeof to === 'string' && clock.test(from) && clock.test(to)
    ? { from, to }
    : usualQuiet
}

/** The end is no longer quiet; hours may lie over midnight. */
export function isQuiet({ from, to }: QuietHours, at: Date, timeZone?: string): boolean {
  const now = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at)
  return from <= to ? now >= from && now < to : now >= from || now < to
}

import { minuteMs, secondMs } from '#kernel/clock.ts'

/** Doubles from half a second to five minutes; providers count logins, so a server that stays away is asked less and less. */
export function retryDelayMs(attempt: number, luck: number): number {
  const full = Math.min(5 * minuteMs, secondMs * 2 ** Math.min(attempt - 1, 10))
  return Math.round(full * (0.5 + 0.5 * luck))
}

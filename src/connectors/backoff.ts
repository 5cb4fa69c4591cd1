import { minuteMs, secondMs } from '#kernel/clock.ts'

/** `firstMs`: the longest first wait; `mostMs`: the longest of all. */
type Patience = { firstMs: number; mostMs: number }

const usual: Patience = { firstMs: secondMs, mostMs: 2 * minuteMs }
/** For networks that count logins, so that a server which stays away is asked less and less. */
export const patient: Patience = { firstMs: secondMs, mostMs: 5 * minuteMs }
export const slowStart: Patience = { firstMs: 2 * secondMs, mostMs: 3 * minuteMs }

/** Doubles from attempt to attempt; `luck` (0–1) spreads clients over half of it, so a returning server isn't met by all at once. */
export function retryDelayMs(attempt: number, luck: number, { firstMs, mostMs }: Patience = usual): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(attempt - 1, 10))
  return Math.round(full * (0.5 + 0.5 * luck))
}

import { minuteMs, secondMs } from '#kernel/clock.ts'

/** Doubles from one second to three minutes; `luck` (0–1) spreads clients, so a returning server isn't met by all at once. */
export function retryDelayMs(attempt: number, luck: number): number {
  const full = Math.min(3 * minuteMs, 2 * secondMs * 2 ** Math.min(attempt - 1, 10))
  return Math.round(full * (0.5 + 0.5 * luck))
}

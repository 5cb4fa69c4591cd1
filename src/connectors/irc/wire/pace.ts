import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A bucket of lines: a few may go at once, then one every `everyMs`. IRC servers drop or disconnect who is faster. One queue in order;
 * what merely informs (`spare`) is let through only when nobody waits, and never eats the last of the burst.
 */
export type Pace = {
  /** Resolves when the line may go; rejects with the signal's reason. */
  turn(cost: number, signal: AbortSignal): Promise<void>
  /** True when the line may go at once without holding anybody up. */
  spare(cost: number): boolean
  /** How long a new line would wait. */
  waitMs(): number
}

export type PaceRule = { burst: number; everyMs: number }

export const usualPace: PaceRule = { burst: 5, everyMs: 2_000 }

export function pacer(rule: PaceRule, nowMs: () => number = () => performance.now()): Pace {
  let filled = rule.burst
  let atMs = nowMs()
  let queue = Promise.resolve()
  let waiting = 0
  const refill = () => {
    const now = nowMs()
    filled = Math.min(rule.burst, filled + (now - atMs) / rule.everyMs)
    atMs = now
  }
  return {
    turn(cost, signal) {
      waiting += cost
      const mine = queue.then(async () => {
        try {
          signal.throwIfAborted()
          refill()
          const need = Math.min(cost, rule.burst)
          while (filled < need) {
            await sleep(Math.ceil((need - filled) * rule.everyMs), undefined, { signal })
            refill()
          }
          filled -= need
        } finally {
          waiting -= cost
        }
      })
      queue = mine.catch(() => undefined)
      return mine
    },
    spare(cost) {
      refill()
      if (waiting > 0 || filled < cost + 2) return false
      filled -= cost
      return true
    },
    waitMs() {
      refill()
      return Math.max(0, (waiting + 1 - filled) * rule.everyMs)
    },
  }
}

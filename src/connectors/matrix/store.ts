import { setTimeout as sleep } from 'node:timers/promises'
import { secondMs } from '#kernel/clock.ts'
import type { Host, NetworkEvent } from '../contract.ts'

type Deps = { host: Host; now(): Date; signal: AbortSignal; recovered(): void }

const perCommit = 500

/**
 * Writes what a sync brought, in order, and with its last part the token that asks for the next. What can't be stored is kept and tried
 * again; gives up only when the session ends, and then the server is asked for the same again.
 */
export async function storeEvents(
  { host, now, signal, recovered }: Deps,
  events: readonly NetworkEvent[],
  cursor: () => string,
): Promise<void> {
  for (let at = 0; at === 0 || at < events.length; at += perCommit) {
    const part = events.slice(at, at + perCommit)
    const last = at + perCommit >= events.length
    for (let failures = 0; !signal.aborted; ) {
      try {
        await orEnded(last ? host.commit(part, cursor()) : host.commit(part), signal)
        if (failures > 0) recovered()
        break
      } catch (error) {
        if (signal.aborted) return
        failures += 1
        const delayMs = Math.min(30 * secondMs, 250 * 2 ** failures)
        host.log.warn({ why: error instanceof Error ? error.message : String(error), delayMs }, 'matrix commit failed')
        host.state({
          kind: 'waiting',
          retryAt: new Date(now().getTime() + delayMs),
          code: 'not-stored',
          text: 'What arrived could not be stored yet. Nothing is lost; Kith tries again.',
        })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }
}

function orEnded(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => resolve()
    signal.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

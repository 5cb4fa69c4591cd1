import { setTimeout as sleep } from 'node:timers/promises'
import type { Host, NetworkEvent } from '../contract.ts'
import type { Cursor } from './cursor.ts'
import type { Link } from './wire/link.ts'

type Deps = {
  host: Host
  cursor: Cursor
  link: Pick<Link, 'pause' | 'resume'>
  /** Tells again that all is well, after a commit had failed. */
  recovered(): void
  now(): Date
}

const pauseAt = 2_000
const resumeAt = 200

/**
 * Events on their way into the database, in order. IRC never says anything twice: what can't be stored is kept and tried again, and the
 * server is made to wait when it becomes too much.
 */
export function committer({ host, cursor, link, recovered, now }: Deps) {
  let pending: NetworkEvent[] = []
  let inFlight = 0
  let dirty = false
  let running: Promise<void> | undefined
  let committed = structuredClone(cursor)
  let stopped = false

  async function drain(): Promise<void> {
    for (let failures = 0; (pending.length > 0 || dirty) && !stopped; ) {
      const events = pending
      pending = []
      inFlight = events.length
      dirty = false
      const snapshot = structuredClone(cursor)
      try {
        await host.commit(events, JSON.stringify(snapshot))
        committed = snapshot
        inFlight = 0
        if (failures > 0) recovered()
        failures = 0
        if (pending.length < resumeAt) link.resume()
      } catch (error) {
        pending = [...events, ...pending]
        inFlight = 0
        dirty = true
        failures += 1
        const delayMs = Math.min(30_000, 250 * 2 ** failures)
        const why = error instanceof Error ? error.message : String(error)
        host.log.warn({ why, delayMs }, 'irc commit failed')
        const retryAt = new Date(now().getTime() + delayMs)
        host.state({
          kind: 'waiting',
          retryAt,
          code: 'not-stored',
          text: 'What arrived could not be stored yet. Nothing is lost; Kith tries again.',
        })
        await sleep(delayMs)
      }
    }
  }

  function start(): Promise<void> {
    running ??= drain().finally(() => {
      running = undefined
      if ((pending.length > 0 || dirty) && !stopped) void start()
    })
    return running
  }

  return {
    /** The cursor of the last commit that succeeded. */
    committed: (): Cursor => committed,
    push(events: readonly NetworkEvent[]): void {
      pending.push(...events)
      if (pending.length + inFlight > pauseAt) link.pause()
      // Lines that came in one packet go into one transaction.
      setImmediate(() => void start())
    },
    /** Writes the cursor also when there is nothing to tell. */
    keep(): Promise<void> {
      dirty = true
      return start()
    },
    /** Gives what is pending a last chance; what then is not stored is lost with this process. */
    async finish(withinMs: number): Promise<void> {
      dirty = true
      await Promise.race([start(), sleep(withinMs, undefined, { ref: false })])
      stopped = true
    },
  }
}

export type Committer = ReturnType<typeof committer>

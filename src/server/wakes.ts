import { outboxChannel, type SessionsDeps } from '#features/conversations/index.ts'
import type { Listener } from '#server/listener.ts'

/** Wakes the sessions when something is queued, and all of them when the listening line was away: what was told then nobody heard. */
export async function startWakes(listener: Listener): Promise<Pick<SessionsDeps, 'onWake'> & AsyncDisposable> {
  const wakes = new Set<(connection: string | undefined) => void>()
  const listening = await listener.listen([outboxChannel], (channel, connection) => {
    for (const wake of wakes) wake(channel === undefined ? undefined : connection)
  })
  return {
    onWake(wake) {
      wakes.add(wake)
      return () => wakes.delete(wake)
    },
    [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose](),
  }
}

import type { SubscriberId } from '#kernel/ids.ts'
import { delivery, type outcomeOf } from '../../model/issues.ts'
import type { Settled } from '../../store/deliveries.ts'

/** Under this the journal keeps how far a mail came. */
export const keyOf = ({ subscriber, attempts }: { subscriber: SubscriberId; attempts: number }) =>
  `${subscriber}.${attempts}`

export const nothing = { code: null, said: null, nextAt: null }

export function settledBy(subscriber: SubscriberId, outcome: ReturnType<typeof outcomeOf>, now: Date): Settled {
  switch (outcome.kind) {
    case 'sent':
      return { ...nothing, subscriber, state: delivery.sent, code: outcome.code }
    case 'refused':
      return { ...nothing, subscriber, state: delivery.refused, code: outcome.code, said: outcome.said }
    case 'given-up':
      return { ...nothing, subscriber, state: delivery.givenUp, code: outcome.code, said: outcome.said }
    case 'later':
      return {
        subscriber,
        state: delivery.waits,
        code: outcome.code,
        said: outcome.said,
        nextAt: new Date(now.getTime() + outcome.waitMs),
      }
    case 'unknown':
      return { ...nothing, subscriber, state: delivery.unknown }
  }
}

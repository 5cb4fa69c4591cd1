import type { Transaction } from '#storage/database.ts'

/** A business event: what a feature announces to those below it, inside its own transaction. */
export type EventKind<Payload> = { readonly name: string; readonly __payload?: Payload }

export const defineEvent = <Payload>(name: string): EventKind<Payload> => ({ name })

type Hear<Payload> = (tx: Transaction, payload: Payload) => Promise<void>

/** Carries events from the feature that announces to those that hear, in order of subscription, in the same transaction. */
export type Events = {
  announce<Payload>(tx: Transaction, kind: EventKind<Payload>, payload: Payload): Promise<void>
  hear<Payload>(kind: EventKind<Payload>, hear: Hear<Payload>): void
}

export function createEvents(): Events {
  const hearers = new Map<string, Hear<never>[]>()
  return {
    async announce(tx, kind, payload) {
      for (const hear of hearers.get(kind.name) ?? []) await hear(tx, payload as never)
    },
    hear(kind, hear) {
      hearers.set(kind.name, [...(hearers.get(kind.name) ?? []), hear as Hear<never>])
    },
  }
}

import { useSyncExternalStore } from 'react'
import type { ConversationId, PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { ApiError } from '#web/api/client.ts'
import type { SendRequestBody } from '../wire.ts'
import type { MessageView } from './api.ts'

/** A message that was sent here and is not known to have reached the server. Its id was made when Send was pressed. */
export type Waiting = {
  conversation: ConversationId
  /** Whose thread shows it, and over which tool it goes. */
  person?: PersonId | null
  tool?: ToolId
  /** To be seen until the server shows them. */
  files?: readonly { name: string; bytes: number }[]
  body: SendRequestBody
  at: string
}

export type Outcome =
  | { kind: 'sent'; message: MessageView }
  /** The server said no: the text goes back to the writer. */
  | { kind: 'refused'; error: ApiError }

export type OutboxDeps = {
  send(conversation: string, body: SendRequestBody): Promise<MessageView>
  /** The server's no; undefined when it could not be asked and the message goes on waiting. */
  refusalOf(error: unknown): ApiError | undefined
  onOutcome(waiting: Waiting, outcome: Outcome): void
  /** Where it survives a reload. */
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

export type Outbox = {
  /** One person's own; another who signs in on this computer never sends it. */
  open(user: string): void
  add(waiting: Waiting): void
  /** Takes it out before it left; false when it has left or is on its way. */
  take(id: string): boolean
  /** Sends what waits, oldest first; stops at the first that can't reach the server. */
  drain(): Promise<void>
  list(): readonly Waiting[]
  subscribe(listener: () => void): () => void
}

/** Sends in the order written. The same id goes again after a lost answer, so nothing is sent twice. */
export function createOutbox(deps: OutboxDeps): Outbox {
  let key: string | undefined
  let waiting: readonly Waiting[] = []
  let sending: string | undefined
  let draining: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const set = (next: readonly Waiting[]) => {
    waiting = next
    if (key !== undefined) {
      try {
        if (next.length === 0) deps.store.removeItem(key)
        else deps.store.setItem(key, JSON.stringify(next))
      } catch {
        // Full or forbidden storage: the messages wait as long as the page lives.
      }
    }
    for (const listener of listeners) listener()
  }

  const without = (id: string) => waiting.filter(each => each.body.id !== id)

  const drainOnce = async () => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      sending = next.body.id
      try {
        const message = await deps.send(next.conversation, next.body)
        // Our own message moved the thread: what waits behind it has still seen everything.
        set(without(next.body.id).map(each => (each.conversation === next.conversation ? seenOneMore(each) : each)))
        deps.onOutcome(next, { kind: 'sent', message })
      } catch (error) {
        const refusal = deps.refusalOf(error)
        if (!refusal) return
        set(without(next.body.id))
        deps.onOutcome(next, { kind: 'refused', error: refusal })
      } finally {
        sending = undefined
      }
    }
  }

  return {
    open(user) {
      const wanted = `kith.outbox.${user}`
      if (key === wanted) return
      key = wanted
      set(readWaiting(deps.store.getItem(wanted)))
    },
    add: each => set([...waiting, each]),
    take(id) {
      if (sending === id || !waiting.some(each => each.body.id === id)) return false
      set(without(id))
      return true
    },
    async drain() {
      draining ??= drainOnce().finally(() => {
        draining = undefined
      })
      await draining
    },
    list: () => waiting,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const seenOneMore = (each: Waiting): Waiting =>
  each.body.version === undefined ? each : { ...each, body: { ...each.body, version: each.body.version + 1 } }

function readWaiting(text: string | null): readonly Waiting[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.filter(isWaiting) : []
  } catch {
    return []
  }
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false
  const { conversation, body } = { conversation: undefined, body: undefined, ...value }
  if (typeof conversation !== 'string' || typeof body !== 'object' || body === null) return false
  const { id, text } = { id: undefined, text: undefined, ...(body as object) }
  return typeof id === 'string' && typeof text === 'string'
}

export function useWaiting(outbox: Outbox): readonly Waiting[] {
  return useSyncExternalStore(outbox.subscribe, outbox.list)
}

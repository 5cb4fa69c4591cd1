import type { Connector, SendOutcome, Session } from '../contract.ts'
import { manifest } from './manifest.ts'

const visitorId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What is sent is stored already and visitors read it from there, so a send is accepted at once and its txn is its key. Typing and
 * read marks go through `tell`: the visitor's socket may be open on another node.
 */
export function websiteChat(io: {
  clock: { now(): Date }
  tell(visitor: string, news: { kind: 'typing'; on: boolean } | { kind: 'read'; key: string }): Promise<void>
}): Connector {
  return {
    manifest,
    open(_account, host): Session {
      return {
        async run(_cursor, signal) {
          host.state({ kind: 'connected' })
          if (signal.aborted) return
          await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
        },
        async send(request): Promise<SendOutcome> {
          return { kind: 'accepted', key: request.txn, at: io.clock.now() }
        },
        bucket: to => to.id,
        capabilities: () => manifest.capabilities,
        signals: {
          typing: (to, on) => io.tell(to.id, { kind: 'typing', on }),
          read: (to, key) => io.tell(to.id, { kind: 'read', key }),
          setPresence: async () => {},
        },
        async [Symbol.asyncDispose]() {},
      }
    },
    async test() {
      return { ok: true, detail: 'The chat is part of Kith: nothing to sign in to.' }
    },
    // Nobody types one: it comes from the list of those who have the chat open now.
    parseAddress: text => (visitorId.test(text) ? text : undefined),
  }
}

import type { Connector, SendOutcome, Session } from '../contract.ts'
import { manifest, roomCapabilities } from './manifest.ts'

const visitorId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What is sent is stored already and visitors read it from there, so a send is accepted at once and its txn is its key. Typing and
 * read marks go through `tell`: the visitor's socket may be open on another node.
 */
export function websiteChat(io: {
  clock: { now(): Date }
  tell(visitor: string, news: { kind: 'typing'; on: boolean } | { kind: 'read'; key: string }): Promise<void>
}): Connector {
  const taken = async (txn: string): Promise<SendOutcome> => ({ kind: 'accepted', key: txn, at: io.clock.now() })
  return {
    manifest,
    open(_account, host): Session {
      return {
        async run(_cursor, signal) {
          host.state({ kind: 'connected' })
          if (signal.aborted) return
          await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
        },
        send: request => taken(request.txn),
        bucket: to => to.id,
        capabilities: ({ kind }) => (kind === 'room' ? roomCapabilities : manifest.capabilities),
        // What is changed is changed where visitors read it; they are told when it is.
        edits: { edit: (_to, _target, _text, txn) => taken(txn), retract: (_to, _target, txn) => taken(txn) },
        reactions: { react: (_to, _target, _emoji, txn) => taken(txn) },
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

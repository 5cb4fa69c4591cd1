import type { Connector, RemoteConversation, SendOutcome, SendRequest, Session } from '../contract.ts'
import { manifest } from './manifest.ts'

/**
 * The blog as somebody in the fediverse: it has no account to log in to, for it is one. What comes in is brought by its inbox; what
 * is answered leaves through `io`.
 */
export function blogConnector(io: {
  say(connection: string, request: SendRequest, signal: AbortSignal): Promise<SendOutcome>
  reword(connection: string, target: string, text: string): Promise<SendOutcome>
  unsay(connection: string, target: string): Promise<SendOutcome>
}): Connector {
  return {
    manifest,
    open(account, host): Session {
      return {
        async run(_cursor, signal) {
          host.state({ kind: 'connected' })
          if (signal.aborted) return
          await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
        },
        send: (request, signal) => io.say(account.id, request, signal),
        // Each server has its own pace; one that is busy holds up none of the others.
        bucket: to => serverOf(to),
        capabilities: () => manifest.capabilities,
        edits: {
          edit: (_to, target, text) => io.reword(account.id, target, text),
          retract: (_to, target) => io.unsay(account.id, target),
        },
        async [Symbol.asyncDispose]() {},
      }
    },
    async test() {
      return { ok: true, detail: 'The blog is part of Kith: nothing to sign in to.' }
    },
    // Nobody is written to first: it answers.
    parseAddress: () => undefined,
  }
}

const serverOf = (to: RemoteConversation) => (to.kind === 'public' ? to.with : to.id).replace(/^.*@/, '')

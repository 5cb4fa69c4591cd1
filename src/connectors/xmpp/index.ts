import { resolveSrv } from 'node:dns/promises'
import { type Clock, systemClock } from '#kernel/clock.ts'
import { createHttpClient, type Reach } from '#platform/http.ts'
import type { Connector } from '../contract.ts'
import { readAccount } from './account.ts'
import type { World } from './connection.ts'
import { parseAddress } from './jid.ts'
import { manifest } from './manifest.ts'
import { openSession } from './session.ts'
import { StreamFailure } from './stream/failure.ts'
import { openStream } from './stream/stream.ts'

/** The machine's own name servers, and no other addresses than these. */
export const worldWithin = ({ allowsAddress }: Reach): World => ({
  network: { resolveSrv, random: Math.random, allowsAddress },
  http: allowAddress => createHttpClient({ allowAddress }),
})

export function createXmppConnector(world: World, clock: Clock = systemClock): Connector {
  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, clock, world),
    doorway: {
      async address(account) {
        const parsed = readAccount(account)
        return parsed.ok ? parsed.value.jid : undefined
      },
      // XEP-0147: the query action `message` with its body.
      link: (address, { text }) =>
        `xmpp:${encodeURI(address)}?message${text === '' ? '' : `;body=${encodeURIComponent(text)}`}`,
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        // A resource of its own, so that a test does not throw out the running connection.
        const tried = { ...parsed.value, resource: `${parsed.value.resource}-test` }
        const stream = await openStream({
          account: tried,
          network: world.network,
          signal,
          onStanza: incoming => incoming.done(),
        })
        stream.close()
        return { ok: true, detail: `Logged in as ${parsed.value.jid}.` }
      } catch (error) {
        if (error instanceof StreamFailure) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
  }
}

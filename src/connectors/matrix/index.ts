import { type Clock, systemClock } from '#kernel/clock.ts'
import type { Connector } from '../contract.ts'
import { readAccount } from './account.ts'
import { parseAddress } from './address.ts'
import { manifest } from './manifest.ts'
import { openSession } from './session.ts'
import type { Http } from './wire/api.ts'
import { MatrixFailure } from './wire/failure.ts'
import { logIn, logOut } from './wire/login.ts'

export function createMatrixConnector({ http, clock = systemClock }: { http: Http; clock?: Clock }): Connector {
  return {
    manifest,
    parseAddress,
    doorway: {
      async address(account) {
        const parsed = readAccount(account)
        return parsed.ok && parsed.value.userId.startsWith('@') ? parsed.value.userId : undefined
      },
      // matrix.to carries no text: the code is said by whoever writes.
      link: address => `https://matrix.to/#/${encodeURIComponent(address)}`,
    },
    open: (account, host) => openSession(account, host, { clock, http }),
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const login = await logIn(http, parsed.value, undefined, signal)
        await logOut(login, parsed.value)
        return { ok: true, detail: `Signed in as ${login.me} on ${new URL(login.server.base).host}.` }
      } catch (error) {
        if (error instanceof MatrixFailure) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
  }
}

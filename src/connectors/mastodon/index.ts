import { type Clock, systemClock } from '#kernel/clock.ts'
import type { HttpClient, Reach } from '#platform/http.ts'
import { CallFailure } from '../call-failure.ts'
import type { Connector } from '../contract.ts'
import { readAccount } from './account.ts'
import { parseAddress } from './address.ts'
import { createClient } from './client.ts'
import { usualPace, type World } from './connection.ts'
import { manifest } from './manifest.ts'
import { meetServer } from './server.ts'
import { openSession } from './session.ts'
import { mastodonSignIn } from './sign-in.ts'

export type MastodonOptions = {
  http: Pick<HttpClient, 'fetch'>
  reach: Reach
  clock?: Clock
  pace?: World['pace']
}

export function createMastodonConnector({
  http,
  reach,
  clock = systemClock,
  pace = usualPace,
}: MastodonOptions): Connector {
  const now = () => clock.now()
  return {
    manifest,
    signIn: mastodonSignIn(http),
    parseAddress,
    open: (account, host) => openSession(account, host, { http, reach, now, pace }),
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const server = await meetServer(createClient(parsed.value, http, now), parsed.value, signal)
        const detail = `Logged in as ${server.reading.me.address}. Posts there may have ${server.limits.text} characters.`
        return { ok: true, detail }
      } catch (error) {
        if (error instanceof CallFailure) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
  }
}

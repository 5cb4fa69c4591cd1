import { type Clock, systemClock } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import { CallFailure } from '../call-failure.ts'
import type { Connector } from '../contract.ts'
import { readAccount } from './account.ts'
import { parseAddress } from './address.ts'
import { createClient } from './client.ts'
import { blueskyChat, usualPace, type World } from './connection.ts'
import { manifest } from './manifest.ts'
import { isChatClosed } from './reading.ts'
import { openSession } from './session.ts'
import { log } from './shapes.ts'

export type BlueskyOptions = {
  http: Pick<HttpClient, 'fetch'>
  clock?: Clock
  pace?: World['pace']
  chatService?: string
}

export function createBlueskyConnector(options: BlueskyOptions): Connector {
  const { http, clock = systemClock, pace = usualPace, chatService = blueskyChat } = options
  const now = () => clock.now()
  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, { http, now, pace, chatService }),
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const client = createClient(parsed.value, http, now, chatService)
        const { handle } = await client.signIn(signal)
        const chat = await client.query('chat.bsky.convo.getLog', log, {}, signal).then(
          () => 'Direct messages are open to Kith.',
          (error: unknown) => {
            if (isChatClosed(error)) return 'This app password does not open direct messages: posts and replies only.'
            throw error
          },
        )
        return { ok: true, detail: `Logged in as @${handle}. ${chat}` }
      } catch (error) {
        if (error instanceof CallFailure) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
  }
}

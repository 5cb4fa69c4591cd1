import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { Connector, WebhookAnswer } from '../contract.ts'
import { type Http, type Pace, readJson, Trouble } from '../vendor.ts'
import { parseAddress, readAccount } from './account.ts'
import { apiFor, expectOk } from './api.ts'
import { eventsOfDelivery } from './inbound.ts'
import { manifest } from './manifest.ts'
import { fetchMe, openSession } from './session.ts'

export function createXConnector(options: { http: Http; clock?: Clock; pace?: Pace }): Connector {
  const { http, pace } = options
  const clock = options.clock ?? systemClock
  const now = () => clock.now()
  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, { http, now, ...(pace ? { pace } : {}) }),
    webhook: {
      required: false,
      shared: true,
      async receive(account, request): Promise<WebhookAnswer> {
        const parsed = readAccount(account)
        if (!parsed.ok || parsed.value.consumerSecret === '')
          return {
            kind: 'refused',
            status: 403,
            why: 'X came, and the API key secret that proves it is not entered here.',
          }
        const seal = (bytes: string | Uint8Array) =>
          `sha256=${createHmac('sha256', parsed.value.consumerSecret).update(bytes).digest('base64')}`
        if (request.method === 'GET') {
          const token = request.query.get('crc_token')
          if (token === null)
            return { kind: 'refused', status: 400, why: 'Somebody opened the address; X would have sent a challenge.' }
          const body = JSON.stringify({ response_token: seal(token.slice(0, 1_000)) })
          return { kind: 'handshake', answer: { contentType: 'application/json; charset=utf-8', body } }
        }
        const given = Buffer.from(request.headers['x-twitter-webhooks-signature'] ?? '')
        const right = Buffer.from(seal(request.body))
        if (given.length !== right.length || !timingSafeEqual(given, right))
          return {
            kind: 'refused',
            status: 403,
            why: 'Its signature is not made with the API key secret entered here.',
          }
        if (parsed.value.userId === undefined)
          throw new Error('whose account this is becomes known when its session has begun')
        const events = eventsOfDelivery(readJson(request.body), parsed.value.userId)
        // Likes, follows and the like are nothing for an inbox.
        return { kind: 'events', events: events ?? [] }
      },
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        // Without renewal: a refresh token works once, and nothing is kept here.
        const user = await fetchMe(apiFor(parsed.value, http, undefined), now(), signal)
        return {
          ok: true,
          detail: `Connected as ${user.name} (@${user.username}). Kith looks for messages once a minute.`,
        }
      } catch (error) {
        if (error instanceof Trouble) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return [{ name: 'account', ok: false, text: parsed.text }]
      const api = apiFor(parsed.value, http, undefined)
      try {
        const user = await fetchMe(api, now(), signal)
        const name = 'messages'
        const looked = await api.get('/2/dm_events', { max_results: '1' }, signal)
        try {
          expectOk(looked, now())
        } catch (error) {
          if (!(error instanceof Trouble)) throw error
          if (error.code !== 'rate-limit') return [{ name, ok: false, text: error.message }]
        }
        return [
          { name: 'account', ok: true, text: `@${user.username}.` },
          { name, ok: true, text: 'Direct messages may be read.' },
        ]
      } catch (error) {
        if (!(error instanceof Trouble)) throw error
        // The running session renews it; here that would waste the only refresh token.
        if (error.code === 'wrong-credentials')
          return [
            {
              name: 'account',
              ok: true,
              text: 'The access token has run out; the session renews it. If it can’t, the connection says so.',
            },
          ]
        return [{ name: 'account', ok: false, text: error.message }]
      }
    },
  }
}

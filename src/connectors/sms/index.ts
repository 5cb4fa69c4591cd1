import { type Clock, systemClock } from '#kernel/clock.ts'
import type { Connector, WebhookAnswer } from '../contract.ts'
import { type Http, internationalNumber, type Pace, Trouble } from '../vendor.ts'
import { readAccount } from './account.ts'
import { manifest } from './manifest.ts'
import { eventsOfDelivery } from './messages.ts'
import { callerFor, fetchNumber, isFree, openSession } from './session.ts'
import { isSignedByTwilio } from './signature.ts'

/** An answer in Twilio's own language that says nothing. */
const silence = { contentType: 'text/xml; charset=utf-8', body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' }

export function createSmsConnector(options: { http: Http; clock?: Clock; pace?: Pace }): Connector {
  const { http, pace } = options
  const clock = options.clock ?? systemClock
  const now = () => clock.now()
  return {
    manifest,
    parseAddress: internationalNumber,
    open: (account, host) => openSession(account, host, { http, now, ...(pace ? { pace } : {}) }),
    webhook: {
      required: false,
      async receive(given, request): Promise<WebhookAnswer> {
        const parsed = readAccount(given)
        const form = new Map(
          request.method === 'POST' ? new URLSearchParams(new TextDecoder().decode(request.body)) : [],
        )
        const signature = request.headers['x-twilio-signature']
        if (!parsed.ok || !isSignedByTwilio(request.url, form, signature, parsed.value.authToken))
          return {
            kind: 'refused',
            status: 403,
            why: 'Its signature is not made with this auth token for this address. Enter the primary token, and the address as it stands here.',
          }
        const events = eventsOfDelivery(parsed.value, form, request.query.get('txn') ?? undefined, request.at)
        if (!events)
          return { kind: 'refused', status: 400, why: 'What Twilio sent is neither a text nor the state of one.' }
        return { kind: 'events', events, answer: silence }
      },
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const number = await fetchNumber(callerFor(parsed.value, http), parsed.value, now(), signal)
        if (number.capabilities?.sms === false)
          return { ok: false, code: 'forbidden', text: 'This number can’t send texts. Choose another one at Twilio.' }
        const how =
          account.webhookUrl === undefined
            ? 'Kith has no public address, so it fetches new texts every few seconds.'
            : 'Twilio brings new texts at once.'
        return { ok: true, detail: `Connected as ${parsed.value.number}. ${how}` }
      } catch (error) {
        if (error instanceof Trouble) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return [{ name: 'account', ok: false, text: parsed.text }]
      try {
        const { sms_url: url, capabilities } = await fetchNumber(
          callerFor(parsed.value, http),
          parsed.value,
          now(),
          signal,
        )
        const own = account.webhookUrl
        return [
          capabilities?.sms === false
            ? { name: 'number', ok: false, text: 'This number can’t send texts. Choose another one at Twilio.' }
            : { name: 'number', ok: true, text: `${parsed.value.number} sends and takes texts.` },
          own === undefined || isFree(url, own)
            ? {
                name: 'delivery',
                ok: true,
                text: own === undefined ? 'Kith fetches by itself.' : 'Twilio brings texts to Kith.',
              }
            : {
                name: 'delivery',
                ok: false,
                text: `Twilio brings this number’s texts to ${new URL(url ?? '').host}. Kith fetches them every five minutes; to have them at once, enter Kith’s address at the number in the Console.`,
              },
        ]
      } catch (error) {
        if (error instanceof Trouble) return [{ name: 'account', ok: false, text: error.message }]
        throw error
      }
    },
  }
}

import { z } from 'zod'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { CheckFinding, Connector } from '../contract.ts'
import { expectOk, isSignedByApp, shakeHands, unreadable, unsigned } from '../meta.ts'
import { type Http, internationalNumber, type Pace, readJson, Trouble } from '../vendor.ts'
import { readAccount } from './account.ts'
import { readEvents } from './inbound.ts'
import { manifest } from './manifest.ts'
import { fetchNumber, graphOf, openSession } from './session.ts'
import { listTemplates } from './templates.ts'

/** Sending and managing are two permissions of one token. */
const giveRight = (check: string): string =>
  `Give the system user ${check === 'number' ? 'whatsapp_business_messaging' : 'whatsapp_business_management'} and enter a new token.`

const apps = z.object({ data: z.array(z.unknown()) })

export function createWhatsAppConnector(options: { http: Http; clock?: Clock; pace?: Pace }): Connector {
  const { http, pace } = options
  const clock = options.clock ?? systemClock
  const now = () => clock.now()
  return {
    manifest,
    parseAddress: internationalNumber,
    open: (account, host) => openSession(account, host, { http, now, ...(pace ? { pace } : {}) }),
    webhook: {
      word: true,
      required: true,
      shared: true,
      async receive(account, request) {
        if (request.method === 'GET') return shakeHands(request)
        const parsed = readAccount(account)
        if (!parsed.ok || !isSignedByApp(request, parsed.value.appSecret)) return unsigned
        const events = readEvents(readJson(request.body), parsed.value.phoneNumberId)
        return events ? { kind: 'events', events } : unreadable
      },
    },
    doorway: {
      async address(account, signal) {
        const parsed = readAccount(account)
        if (!parsed.ok) return undefined
        const found = await fetchNumber(graphOf(parsed.value, http), parsed.value, now(), signal)
        return found.display_phone_number || undefined
      },
      // faq.whatsapp.com "click to chat": digits only.
      link: (address, { text }) =>
        `https://wa.me/${address.replaceAll(/\D/g, '')}${text === '' ? '' : `?text=${encodeURIComponent(text)}`}`,
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const found = await fetchNumber(graphOf(parsed.value, http), parsed.value, now(), signal)
        const coming = account.webhookUrl === undefined ? ' Answers come in once Kith has a public https address.' : ''
        return { ok: true, detail: `Connected as ${found.verified_name} (${found.display_phone_number}).${coming}` }
      } catch (error) {
        if (error instanceof Trouble) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return [{ name: 'account', ok: false, text: parsed.text }]
      const { value } = parsed
      const graph = graphOf(value, http)
      const attempt = async (name: string, look: () => Promise<CheckFinding>): Promise<CheckFinding> => {
        try {
          return await look()
        } catch (error) {
          if (!(error instanceof Trouble)) throw error
          const right = error.code === 'forbidden' ? ` ${giveRight(name)}` : ''
          return { name, ok: false, text: `${error.message}${right}` }
        }
      }
      return [
        await attempt('number', async () => {
          const found = await fetchNumber(graph, value, now(), signal)
          const bad = found.quality_rating === 'RED'
          return {
            name: 'number',
            ok: !bad,
            text: bad
              ? 'WhatsApp rates this number low: people blocked or reported it. Write to fewer people, and only to those who asked.'
              : `${found.verified_name} (${found.display_phone_number}).`,
          }
        }),
        await attempt('delivery', async () => {
          const answer = await graph.call(`${value.businessAccountId}/subscribed_apps`, {}, signal)
          const ok = apps.parse(expectOk(answer, now())).data.length > 0
          return {
            name: 'delivery',
            ok,
            text: ok
              ? 'The app is subscribed to this WhatsApp Business Account.'
              : 'No app is subscribed to this WhatsApp Business Account, so nothing comes in. Pause the connection and let it go on: Kith subscribes again. The token needs whatsapp_business_management.',
          }
        }),
        await attempt('templates', async () => {
          const { length } = await listTemplates(graph, value.businessAccountId, now, signal)
          return {
            name: 'templates',
            ok: length > 0,
            text:
              length > 0
                ? `${length} approved templates can open a conversation.`
                : 'No approved template: you can only answer within 24 hours. Make one in the WhatsApp Manager.',
          }
        }),
      ]
    },
  }
}

import { z } from 'zod'
import type { Account, Host, Session } from '../contract.ts'
import { expectOk, type Graph, graphFor, outcomeOf } from '../meta.ts'
import { answered, calm, exchange, type Http, type Pace, Trouble, userAgent, watchAccount } from '../vendor.ts'
import { readAccount, type WhatsAppAccount } from './account.ts'
import { capabilities } from './manifest.ts'
import { keyIn, sendTo } from './outgoing.ts'
import { listTemplates } from './templates.ts'
import { words } from './words.ts'

export type WhatsAppDeps = { http: Http; now(): Date; pace?: Pace }

const number = z.object({
  display_phone_number: z.string().default(''),
  verified_name: z.string().default(''),
  quality_rating: z.string().optional(),
  code_verification_status: z.string().optional(),
})
export type NumberView = z.infer<typeof number>
const mediaPlace = z.object({ url: z.url() })
const mostMediaBytes = 100_000_000

export const graphOf = (account: WhatsAppAccount, http: Http): Graph =>
  graphFor(http, { base: account.base, token: account.accessToken, appSecret: account.appSecret })

export async function fetchNumber(
  graph: Graph,
  account: WhatsAppAccount,
  now: Date,
  signal: AbortSignal,
): Promise<NumberView> {
  return number.parse(expectOk(await graph.call(account.phoneNumberId, {}, signal), now))
}

/** Meta is told to bring this account's messages to this connection's address; it tries the address at once. */
async function subscribe(graph: Graph, account: WhatsAppAccount, now: Date, signal: AbortSignal): Promise<void> {
  if (!account.webhook) return
  const json = { override_callback_uri: account.webhook.url, verify_token: account.webhook.word }
  expectOk(await graph.call(`${account.businessAccountId}/subscribed_apps`, { method: 'POST', json }, signal), now)
}

export function openSession(given: Account, host: Host, { http, now, pace = calm }: WhatsAppDeps): Session {
  const parsed = readAccount(given)
  const watch = watchAccount({ host, now, pace })
  const account = parsed.ok ? parsed.value : undefined
  const graph = account && graphOf(account, http)
  /** Typing is an answer to their last message: known from the read mark that goes before it. */
  const lastRead = new Map<string, string>()
  let subscribed = false
  const noAccount = { kind: 'refused', code: 'wrong-account', text: parsed.ok ? '' : parsed.text } as const

  async function look(signal: AbortSignal): Promise<void> {
    if (!account || !graph) throw new Trouble('wrong-credentials', parsed.ok ? '' : parsed.text)
    await fetchNumber(graph, account, now(), signal)
    if (subscribed) return
    subscribed = true
    await subscribe(graph, account, now(), signal).catch(error => {
      // Sending goes on without it; doctor and the connections page say that nothing was delivered.
      host.log.warn({ why: error instanceof Error ? error.message : '' }, 'the webhook could not be registered')
    })
  }

  async function mark(to: string, key: string, more: object = {}): Promise<void> {
    if (!account || !graph) return
    lastRead.set(to, key)
    const json = { messaging_product: 'whatsapp', status: 'read', message_id: key, ...more }
    await graph.call(`${account.phoneNumberId}/messages`, { method: 'POST', json })
  }

  return {
    run: (_cursor, signal) => watch.run(look, signal),
    async send(request, signal) {
      if (!account || !graph) return noAccount
      const outcome = await sendTo(graph, account.phoneNumberId, request, now, signal)
      if (outcome.kind !== 'accepted') watch.wake()
      return outcome
    },
    bucket: to => to.id,
    capabilities: () => capabilities,
    signals: {
      async typing(to, on) {
        const key = lastRead.get(to.id)
        if (on && key !== undefined) await mark(to.id, key, { typing_indicator: { type: 'text' } })
      },
      read: (to, key) => mark(to.id, key),
      setPresence: async () => {},
    },
    reactions: {
      async react(to, target, emoji) {
        if (!account || !graph) return noAccount
        const [only = ''] = emoji.slice(-1)
        const json = {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: to.id.replace(/^\+/, ''),
          type: 'reaction',
          reaction: { message_id: target, emoji: only },
        }
        const found = await graph.call(`${account.phoneNumberId}/messages`, { method: 'POST', json })
        return outcomeOf(found, { now: now(), words, key: keyIn })
      },
    },
    templates: {
      list: async signal => (account && graph ? listTemplates(graph, account.businessAccountId, now, signal) : []),
    },
    files: {
      async open(url, signal) {
        const id = /^whatsapp:(.+)$/.exec(url)?.[1]
        if (!account || !graph || id === undefined) return undefined
        const place = await graph.call(id, { query: { phone_number_id: account.phoneNumberId } }, signal)
        if (place.kind === 'answer' && (place.status === 400 || place.status === 404)) return undefined
        const { url: at } = mediaPlace.parse(expectOk(place, now()))
        const file = answered(
          await exchange(http, at, {
            headers: { authorization: `Bearer ${account.accessToken}`, 'user-agent': userAgent },
            maxBytes: mostMediaBytes,
            maxRedirects: 3,
            signal,
          }),
        )
        if (file.status === 404 || file.status === 410) return undefined
        if (file.status !== 200) throw new Trouble('unavailable', `WhatsApp answered with ${file.status}.`)
        return (async function* () {
          yield file.bytes
        })()
      },
    },
    async [Symbol.asyncDispose]() {},
  }
}

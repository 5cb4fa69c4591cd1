import { z } from 'zod'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { Connector } from '../contract.ts'
import { expectOk, isSignedByApp, shakeHands, unreadable, unsigned } from '../meta.ts'
import { type Http, type Pace, readJson, Trouble } from '../vendor.ts'
import { type PageAccount, readAccount } from './account.ts'
import { eventsOf, otherIn, readMessaging } from './inbound.ts'
import { type Flavour, instagram, messenger } from './manifest.ts'
import { fetchPage, graphOf, openSession } from './session.ts'

type Options = { http: Http; clock?: Clock; pace?: Pace }

export const createMessengerConnector = (options: Options): Connector => pageConnector(messenger, options)
export const createInstagramConnector = (options: Options): Connector => pageConnector(instagram, options)

const person = z.object({
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  name: z.string().optional(),
  username: z.string().optional(),
})
const apps = z.object({ data: z.array(z.unknown()) })
const mostNames = 5_000

function pageConnector(flavour: Flavour, options: Options): Connector {
  const { http, pace } = options
  const clock = options.clock ?? systemClock
  const now = () => clock.now()
  /** A delivery names people by numbers only. */
  const names = new Map<string, string | undefined>()

  async function nameOf(account: PageAccount, id: string, signal: AbortSignal): Promise<void> {
    if (names.has(id)) return
    const found = await graphOf(account, flavour, http).call(id, { query: { fields: flavour.personFields } }, signal)
    // Without it the message stands under its number; the next one asks again.
    if (found.kind !== 'answer' || found.status >= 400) return
    const { first_name, last_name, name, username } = person.catch({}).parse(found.json)
    const whole = name ?? [first_name, last_name].filter(Boolean).join(' ')
    if (names.size > mostNames) names.clear()
    names.set(id, whole || (username === undefined ? undefined : `@${username}`))
  }

  return {
    manifest: flavour.manifest,
    // Meta gives out numbers that hold for one page only; nobody types them.
    parseAddress: text => (/^\d{5,25}$/.test(text.trim()) ? text.trim() : undefined),
    open: (account, host) => openSession(account, host, flavour, { http, now, ...(pace ? { pace } : {}) }),
    webhook: {
      word: true,
      required: true,
      shared: true,
      async receive(given, request, signal) {
        if (request.method === 'GET') return shakeHands(request)
        const parsed = readAccount(given, flavour)
        if (!parsed.ok || !isSignedByApp(request, parsed.value.appSecret)) return unsigned
        if (parsed.value.pageId === undefined)
          throw new Error('whose account this is becomes known when its session has begun')
        const found = readMessaging(readJson(request.body), flavour, parsed.value.pageId)
        if (!found) return unreadable
        for (const each of found)
          if (each.message && !each.message.is_echo) await nameOf(parsed.value, otherIn(each), signal)
        return { kind: 'events', events: found.flatMap(each => eventsOf(each, names, request.at)) }
      },
    },
    async test(account, signal) {
      const parsed = readAccount(account, flavour)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const { name } = await fetchPage(graphOf(parsed.value, flavour, http), flavour, now(), signal)
        const next =
          account.webhookUrl === undefined
            ? 'Messages come in once Kith has a public https address.'
            : 'After saving, enter the address and the verify token from the connections page in your app at Meta.'
        return { ok: true, detail: `Connected as ${name}. ${next}` }
      } catch (error) {
        if (error instanceof Trouble) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account, flavour)
      if (!parsed.ok) return [{ name: 'account', ok: false, text: parsed.text }]
      const graph = graphOf(parsed.value, flavour, http)
      try {
        const { name } = await fetchPage(graph, flavour, now(), signal)
        const answer = await graph.call('me/subscribed_apps', {}, signal)
        const subscribed = apps.parse(expectOk(answer, now())).data.length > 0
        return [
          { name: 'account', ok: true, text: `${name}.` },
          {
            name: 'delivery',
            ok: subscribed,
            text: subscribed
              ? 'The app is subscribed to this account.'
              : 'No app is subscribed to this account, so nothing comes in. Pause the connection and let it go on: Kith subscribes again. The token needs the permission to manage messages.',
          },
        ]
      } catch (error) {
        if (error instanceof Trouble) return [{ name: 'account', ok: false, text: error.message }]
        throw error
      }
    },
  }
}

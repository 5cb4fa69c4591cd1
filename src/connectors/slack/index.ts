import { type Clock, systemClock } from '#kernel/clock.ts'
import type { HttpClient, Reach } from '#platform/http.ts'
import type { CheckFinding, Connector } from '../contract.ts'
import { failureOf } from '../keep-trying.ts'
import { readAccount, type SlackAccount } from './account.ts'
import { slackApi } from './api.ts'
import { txnBeside } from './catch-up.ts'
import { firstCursor } from './cursor.ts'
import { parseAddress } from './keys.ts'
import { manifest, wantedScopes } from './manifest.ts'
import { createReader, type Reader } from './reader.ts'
import { openSession, signIn, socketUrl } from './session.ts'
import { receive } from './webhook.ts'

export type SlackOptions = { http: Pick<HttpClient, 'fetch'>; reach: Reach; base?: string; clock?: Clock }

const mostReaders = 200

export function createSlackConnector(options: SlackOptions): Connector {
  const { http, reach, clock = systemClock } = options
  const base = () => options.base ?? 'https://slack.com/api'
  const apiFor = (account: SlackAccount) => slackApi(account.botToken, { http, base: base() })
  /** Names and channels that deliveries have asked for, by token. */
  const readers = new Map<string, Promise<Reader>>()

  async function readerFor(account: SlackAccount): Promise<Reader> {
    const api = apiFor(account)
    const { signal } = new AbortController()
    const own = await signIn(api, signal)
    return createReader({
      api,
      own: { user: own.user_id, bot: own.bot_id },
      txnOf: (key, channel) => txnBeside(api, key, channel, signal),
      signal,
    })
  }

  function knownReader(account: SlackAccount): Promise<Reader> {
    const known = readers.get(account.botToken)
    if (known) return known
    if (readers.size > mostReaders) readers.clear()
    const made = readerFor(account)
    readers.set(account.botToken, made)
    made.catch(() => readers.delete(account.botToken))
    return made
  }

  async function look(account: SlackAccount, signal: AbortSignal) {
    const api = apiFor(account)
    const own = await signIn(api, signal)
    // No header, no judgement: old tokens do not say their scopes.
    const missing = own.scopes.length === 0 ? [] : Object.keys(wantedScopes).filter(each => !own.scopes.includes(each))
    if (account.appToken) await socketUrl(api, account.appToken, signal)
    return { own, missing }
  }

  const lacks = (missing: readonly string[]) =>
    `The app may not do all: ${missing.map(each => `${each} (${wantedScopes[each]})`).join(', ')}. Your app, OAuth & Permissions, Scopes: add them and install the app again.`

  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, { http, reach, clock, base: base() }),
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const { own, missing } = await look(parsed.value, signal)
        return {
          ok: true,
          detail: `This is ${own.user} in ${own.team}.${missing.length > 0 ? ` ${lacks(missing)}` : ''}`,
        }
      } catch (error) {
        const { code, message } = failureOf(error)
        return { ok: false, code, text: message }
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return [{ name: 'token', ok: false, text: parsed.text }]
      try {
        const { own, missing } = await look(parsed.value, signal)
        return [
          { name: 'token', ok: true, text: `This is ${own.user} in ${own.team}.` },
          missing.length === 0
            ? { name: 'rights', ok: true, text: 'The app has the rights that Kith uses.' }
            : { name: 'rights', ok: false, text: lacks(missing) },
          delivery(parsed.value, account.webhookUrl),
        ]
      } catch (error) {
        return [{ name: 'token', ok: false, text: failureOf(error).message }]
      }
    },
    webhook: {
      required: false,
      async receive(account, request) {
        const parsed = readAccount(account)
        if (!parsed.ok) return { kind: 'refused', status: 403, why: parsed.text }
        return receive(parsed.value.signingSecret, request, async given => {
          const reader = await knownReader(parsed.value)
          return reader.eventsOf(given, firstCursor(new Date(0)))
        })
      },
    },
  }
}

function delivery(account: SlackAccount, webhookUrl: string | undefined): CheckFinding {
  const name = 'delivery'
  if (account.appToken) return { name, ok: true, text: 'Kith fetches by Socket Mode; no public address is needed.' }
  return webhookUrl === undefined
    ? {
        name,
        ok: false,
        text: 'Slack has no way to Kith: enter an app-level token (xapp-…), or set KITH_PUBLIC_URL to a public https address.',
      }
    : { name, ok: true, text: 'Slack delivers to Kith’s address: your app, Event Subscriptions, Request URL.' }
}

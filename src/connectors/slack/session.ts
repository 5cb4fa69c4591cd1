import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Clock, minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient, Reach } from '#platform/http.ts'
import type { Account, Host, NetworkEvent, RemoteConversation, RoomView, Session } from '../contract.ts'
import { commitOrFail, keepTrying } from '../keep-trying.ts'
import { readAccount, type SlackAccount } from './account.ts'
import { connectionFailure, type SlackApi, slackApi } from './api.ts'
import { conversationsOf, messagesIn, missedIn, txnBeside } from './catch-up.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { readKey } from './keys.ts'
import { capabilities, maxUploadBytes } from './manifest.ts'
import { createReader, type Reader } from './reader.ts'
import { notConnected, senderOver } from './send.ts'
import { runSocket } from './socket.ts'

export type SlackDeps = { clock: Clock; http: Pick<HttpClient, 'fetch'>; reach: Reach; base: string }

export const identity = z.object({
  user: z.string(),
  user_id: z.string(),
  bot_id: z.string().optional(),
  team: z.string(),
  team_id: z.string(),
})

export async function signIn(api: SlackApi, signal: AbortSignal) {
  const answer = await api.call('auth.test', identity, { get: true, signal })
  if (!answer.ok) throw connectionFailure(answer.refusal)
  return { ...answer.result, scopes: answer.scopes }
}

/** Where the app's socket is; the address is good once. */
export async function socketUrl(api: SlackApi, appToken: string, signal: AbortSignal): Promise<string> {
  const answer = await api.call('apps.connections.open', z.object({ url: z.string() }), { token: appToken, signal })
  if (answer.ok) return answer.result.url
  throw connectionFailure(answer.refusal)
}

export function openSession(given: Account, host: Host, deps: SlackDeps): Session {
  const parsed = readAccount(given)
  const now = () => deps.clock.now()
  const closing = new AbortController()
  const api = parsed.ok ? slackApi(parsed.value.botToken, deps) : undefined
  let cursor: Cursor = firstCursor(now())
  let reader: Reader | undefined
  let ready = false
  const ourReactions = new Map<string, readonly string[]>()

  const directOf = (person: string) => Object.entries(cursor.direct).find(([, other]) => other === person)?.[0]
  const sender = api
    ? senderOver({
        api,
        now,
        threadOf: ts => reader?.threadOf(ts),
        directOf,
        learnDirect: (id, person) => {
          cursor.direct[id] = person
        },
      })
    : undefined

  async function commit(events: readonly NetworkEvent[], next: Cursor, signal: AbortSignal): Promise<void> {
    await commitOrFail(host, events, JSON.stringify(next), signal)
    // Chats that were opened by a send meanwhile.
    cursor = { ...next, direct: { ...cursor.direct, ...next.direct } }
  }

  /** Which of our sends a message is: known here, or written beside the message at Slack. */
  async function txnOf(
    asking: SlackApi,
    key: string,
    channel: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    await sender?.settled(channel)
    const known = sender?.txnOf(key)
    return known ?? txnBeside(asking, key, channel, signal)
  }

  async function catchUp(asking: SlackApi, reading: Reader, signal: AbortSignal): Promise<void> {
    const ask = { api: asking, signal }
    for (const each of await conversationsOf(ask)) {
      reading.learn(each)
      const next = structuredClone(cursor)
      if (each.is_im && each.user) next.direct[each.id] = each.user
      const events = await missedIn(ask, reading, each.id, next, now())
      await commit(events, next, signal)
    }
  }

  async function once(asking: SlackApi, account: SlackAccount, stable: () => void, signal: AbortSignal): Promise<void> {
    const own = await signIn(asking, signal)
    const reading = createReader({
      api: asking,
      own: { user: own.user_id, bot: own.bot_id },
      txnOf: (key, channel) => txnOf(asking, key, channel, signal),
      signal,
    })
    reader = reading
    const connected = async () => {
      host.state({ kind: 'catching-up' })
      await catchUp(asking, reading, signal)
      ready = true
      stable()
      host.state({ kind: 'connected' })
    }
    try {
      if (!account.appToken) {
        await connected()
        // Slack delivers by itself; now and then a look whether the token still is one.
        while (!signal.aborted) {
          await sleep(5 * minuteMs, undefined, { signal }).catch(() => undefined)
          if (!signal.aborted) await signIn(asking, signal)
        }
        return
      }
      const url = await socketUrl(asking, account.appToken, signal)
      const on = {
        hello: connected,
        async events(batch: Parameters<Parameters<typeof runSocket>[2]['events']>[0]) {
          const next = structuredClone(cursor)
          const events: NetworkEvent[] = []
          for (const each of batch) events.push(...(await reading.eventsOf(each, next)))
          await commit(events, next, signal)
        },
      }
      await runSocket(url, deps.reach, on, signal)
    } finally {
      ready = false
    }
  }

  const placeOf = (to: RemoteConversation) => (to.kind === 'room' ? to.id : directOf(to.id))

  async function told(to: RemoteConversation, range: Parameters<typeof messagesIn>[2]) {
    const place = placeOf(to)
    if (!place || !api || !reader || !ready) return { events: [], whole: false }
    const { messages, whole } = await messagesIn({ api, signal: closing.signal }, place, range)
    const past = { ...structuredClone(cursor), since: now().toISOString() }
    const events: NetworkEvent[] = []
    for (const each of messages) events.push(...(await reader.messageOf(place, each, past)))
    return { events, whole }
  }

  return {
    async run(text, outer) {
      if (!parsed.ok || !api) {
        host.state({
          kind: 'needs-you',
          code: 'wrong-credentials',
          text: parsed.ok ? 'The form is not complete.' : parsed.text,
        })
        return
      }
      const { value: account } = parsed
      const signal = AbortSignal.any([outer, closing.signal])
      cursor = readCursor(text) ?? cursor
      if (!account.appToken && given.webhookUrl === undefined) {
        const words =
          'Slack can’t reach this Kith: KITH_PUBLIC_URL is no public https address. Enter the app-level token (xapp-…) instead: then Kith fetches.'
        host.state({ kind: 'needs-you', code: 'not-found', text: words })
        return
      }
      await keepTrying(host, now, signal, stable => once(api, account, stable, signal))
    },
    send: async (request, signal) =>
      ready && sender ? sender.send(request, AbortSignal.any([signal, closing.signal])) : notConnected,
    bucket: to => to.id,
    capabilities: () => capabilities,
    history: {
      async before(to, key, limit) {
        const latest = key === undefined ? undefined : readKey(key)?.ts
        return (await told(to, { most: Math.min(limit, 200), ...(latest ? { latest } : {}) })).events
      },
      between: (to, from, until) =>
        told(to, { oldest: (from.getTime() / secondMs).toFixed(6), latest: (until.getTime() / secondMs).toFixed(6) }),
    },
    edits: {
      edit: async (_to, target, text) => (ready && sender ? sender.edit(target, text) : notConnected),
      retract: async (_to, target) => (ready && sender ? sender.retract(target) : notConnected),
    },
    reactions: {
      async react(_to, target, emoji) {
        if (!ready || !sender) return notConnected
        const outcome = await sender.react(target, emoji, ourReactions.get(target) ?? [])
        if (outcome.kind === 'accepted') ourReactions.set(target, [...emoji])
        return outcome
      },
    },
    rooms: {
      async join(room) {
        if (!ready || !api) return notConnected
        const joined = await api.call('conversations.join', z.unknown(), { fields: { channel: room } })
        if (joined.ok) {
          reader?.forget(room)
          const found = await reader?.channelOf(room)
          if (found) reader?.learn({ ...found, is_member: true })
          return { kind: 'accepted', key: `slack:joined:${room}`, at: now() }
        }
        const text = 'The bot can’t enter by itself. In Slack, in that channel, write /invite @ and its name.'
        return { kind: 'refused', code: 'they-add', text }
      },
      async leave(room) {
        if (!ready || !api) return notConnected
        const left = await api.call('conversations.leave', z.unknown(), { fields: { channel: room } })
        reader?.forget(room)
        return left.ok
          ? { kind: 'accepted', key: `slack:left:${room}`, at: now() }
          : { kind: 'refused', code: 'refused', text: `Slack says: ${left.refusal.code}. Remove the bot in Slack.` }
      },
      list: () =>
        reader
          ?.rooms()
          .map((each): RoomView => ({ id: each.id, title: `#${each.name ?? each.id}`, nick: 'bot', members: [] })) ??
        [],
    },
    files: {
      async open(url, signal) {
        const address = /^slack:(https?:.+)$/.exec(url)?.[1]
        if (!address || !api || !parsed.ok) return undefined
        const { hostname, origin } = new URL(address)
        // The token goes to Slack and nowhere else, whatever a message says.
        if (!hostname.endsWith('.slack.com') && origin !== new URL(deps.base).origin) return undefined
        const response = await api.fetch(address, {
          headers: { authorization: `Bearer ${parsed.value.botToken}` },
          maxBytes: maxUploadBytes,
          timeoutMs: 180 * secondMs,
          signal,
        })
        return response.status === 200 ? one(response.body) : undefined
      },
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

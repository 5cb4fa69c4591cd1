import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import type { HttpClient, Reach } from '#platform/http.ts'
import type { Account, Host, NetworkEvent, RemoteConversation, RoomView, Session } from '../contract.ts'
import { commitOrFail, keepTrying } from '../keep-trying.ts'
import { readAccount } from './account.ts'
import { connectionFailure, type DiscordApi, discordApi } from './api.ts'
import { messagesIn, missedIn } from './catch-up.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { createReader, type Me } from './dispatch.ts'
import { eventsOf } from './events.ts'
import { intents, runGateway } from './gateway.ts'
import { readKey } from './keys.ts'
import { capabilities } from './manifest.ts'
import { channel, type DiscordMessage, guild, message, snowflakeAt, user } from './objects.ts'
import { profileOver } from './profile.ts'
import { createScene } from './scene.ts'
import { notConnected, senderOver } from './send.ts'

export type DiscordDeps = { clock: Clock; http: Pick<HttpClient, 'fetch'>; reach: Reach; base: string }

/** What the application may: bit 18 or 19 stand for the words of messages in channels. */
export const application = z.object({ id: z.string(), name: z.string(), flags: z.number().default(0) })
const contentFlags = (1 << 18) | (1 << 19)

export async function signIn(api: DiscordApi, signal: AbortSignal) {
  const own = await api.call('/users/@me', user, { signal })
  if (!own.ok) throw connectionFailure(own.refusal)
  const app = await api.call('/applications/@me', application, { signal })
  if (!app.ok) throw connectionFailure(app.refusal)
  return { user: own.result, app: app.result, content: (app.result.flags & contentFlags) !== 0 }
}

/** For reading and writing in channels and threads, with files, history and reactions. */
const permissions = (1 << 6) | (1 << 10) | (1 << 11) | (1 << 15) | (1 << 16)
export const inviteLink = (app: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${app}&scope=bot&permissions=${permissions + 2 ** 38}`

export function openSession(given: Account, host: Host, deps: DiscordDeps): Session {
  const parsed = readAccount(given)
  const now = () => deps.clock.now()
  const closing = new AbortController()
  const scene = createScene()
  const api = parsed.ok ? discordApi(parsed.value, { http: deps.http, base: deps.base, now }) : undefined
  const page = api ? profileOver(api) : undefined
  let cursor: Cursor = firstCursor(now())
  let me: Me = { id: '', content: false }
  let ready = false
  const ourReactions = new Map<string, readonly string[]>()

  const directOf = (person: string) => Object.entries(cursor.direct).find(([, other]) => other === person)?.[0]
  const sender = api
    ? senderOver({
        api,
        bot: () => me.id,
        now,
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

  /** After a session was taken up again nothing is told about servers: their channels are asked for. */
  async function fillScene(asking: DiscordApi, signal: AbortSignal): Promise<void> {
    const guilds = await asking.read('/users/@me/guilds', z.array(guild).nullable(), { signal })
    for (const { id, name } of guilds ?? []) {
      scene.learnGuild(id, name)
      const channels = await asking.read(`/guilds/${id}/channels`, z.array(channel).nullable(), { signal })
      for (const each of channels ?? []) scene.learn(each, id)
    }
  }

  async function once(asking: DiscordApi, token: string, stable: () => void, signal: AbortSignal): Promise<void> {
    const own = await signIn(asking, signal)
    me = { id: own.user.id, content: own.content }
    const { session } = cursor
    const place = z.object({ url: z.string() })
    const url = session?.url ?? (await asking.read('/gateway/bot', place, { signal })).url
    const reader = createReader({ api: asking, scene, me, host, now, signal })
    const wanted = Object.values(intents).reduce((all, each) => all | each, 0)
    host.state({ kind: 'catching-up' })
    try {
      await runGateway(
        {
          url,
          token,
          intents: own.content ? wanted : wanted & ~intents.messageContent,
          resume: session && { id: session.id, seq: session.seq },
          storedSeq: () => cursor.session?.seq,
          reach: deps.reach,
          async onDispatches(batch) {
            const step = await reader.step(batch, cursor)
            await commit(step.events, step.cursor, signal)
            if (ready || !step.ready) return
            ready = true
            stable()
            host.state({ kind: 'connected' })
            if (session && scene.rooms().length === 0)
              fillScene(asking, signal).catch(error => {
                if (!signal.aborted) host.log.warn({ err: error }, 'discord channels could not be listed')
              })
          },
          async onSessionLost() {
            const { session: _, ...rest } = cursor
            await commit([], rest, signal)
          },
        },
        signal,
      )
    } finally {
      ready = false
      reader.stop()
    }
  }

  const placeOf = (to: RemoteConversation) => (to.kind === 'room' ? to.id : directOf(to.id))

  const told = (to: RemoteConversation, messages: readonly DiscordMessage[]): NetworkEvent[] =>
    messages.flatMap(each =>
      eventsOf(each, {
        bot: me.id,
        conversation: to,
        channelName: id => scene.channel(id)?.name ?? undefined,
        since: now(),
        content: me.content,
      }),
    )

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
      const signal = AbortSignal.any([outer, closing.signal])
      cursor = readCursor(text) ?? cursor
      await keepTrying(host, now, signal, stable => once(api, parsed.value.token, stable, signal))
    },
    send: async (request, signal) =>
      ready && sender ? sender.send(request, AbortSignal.any([signal, closing.signal])) : notConnected,
    bucket: to => to.id,
    capabilities: () => capabilities,
    signals: {
      async typing(to, on) {
        const place = placeOf(to)
        if (on && place && ready) await api?.call(`/channels/${place}/typing`, z.unknown(), { method: 'POST' })
      },
      // Bots have neither read marks nor contacts who see whether they are there.
      read: () => Promise.resolve(),
      setPresence: () => Promise.resolve(),
    },
    history: {
      async before(to, key, limit) {
        const place = placeOf(to)
        if (!place || !api || !ready) return []
        const before = key === undefined ? undefined : readKey(key)?.id
        const query = { limit: Math.min(limit, 100), ...(before ? { before } : {}) }
        return told(to, await messagesIn(api, place, query, closing.signal))
      },
      async between(to, from, until) {
        const place = placeOf(to)
        if (!place || !api || !ready) return { events: [], whole: false }
        const { messages, rest } = await missedIn(api, place, snowflakeAt(from), closing.signal)
        const wanted = messages.filter(each => new Date(each.timestamp) <= until)
        return { events: told(to, wanted), whole: rest === undefined }
      },
    },
    edits: {
      edit: async (to, target, text) => (ready && sender ? sender.edit(to, target, text) : notConnected),
      retract: async (to, target) => (ready && sender ? sender.retract(to, target) : notConnected),
    },
    reactions: {
      async react(to, target, emoji) {
        if (!ready || !sender) return notConnected
        const outcome = await sender.react(to, target, emoji, ourReactions.get(target) ?? [])
        if (outcome.kind === 'accepted') ourReactions.set(target, [...emoji])
        return outcome
      },
    },
    rooms: {
      async join(room) {
        if (!ready || !api) return notConnected
        const found = await api.call(`/channels/${room}`, channel, {})
        if (!found.ok || found.result.guild_id === undefined)
          return {
            kind: 'refused',
            code: 'they-add',
            text: 'The bot does not see this channel. Somebody who manages the server invites the bot and lets it see the channel.',
          }
        scene.learn(found.result)
        await commit([], { ...cursor, left: cursor.left.filter(each => each !== room) }, closing.signal)
        return { kind: 'accepted', key: `discord:joined:${room}`, at: now() }
      },
      // A bot can't leave one channel of a server: Kith no longer reads it.
      async leave(room) {
        if (!cursor.left.includes(room)) await commit([], { ...cursor, left: [...cursor.left, room] }, closing.signal)
        return { kind: 'accepted', key: `discord:left:${room}`, at: now() }
      },
      list: () =>
        scene.rooms().map((each): RoomView => {
          const { title } = scene.room(each.id)
          const inside = !cursor.left.includes(each.id)
          return { id: each.id, ...(title ? { title } : {}), ...(inside ? { nick: 'bot' } : {}), members: [] }
        }),
    },
    profile: {
      read: async signal => (ready && page ? page.read(signal) : notHere),
      write: async (change, signal) => (ready && page ? page.write(change, signal) : notHere),
      picture: async signal => (ready && page ? page.picture(signal) : notHere),
    },
    files: {
      async open(url, signal) {
        const [, place, id, file] = /^discord:(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? []
        if (!place || !api) return undefined
        // The address of a file is good for a day only: the message gives a fresh one.
        const found = await api.call(`/channels/${place}/messages/${id}`, message, { signal })
        const fresh = found.ok ? found.result.attachments.find(each => each.id === file) : undefined
        if (!fresh) return undefined
        const response = await api.fetch(fresh.url, { maxBytes: 110_000_000, timeoutMs: 180_000, signal })
        return response.status === 200 ? one(response.body) : undefined
      },
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

const notHere = {
  kind: 'later',
  retryAfterMs: 5_000,
  code: 'not-connected',
  text: 'The Discord connection is being restored.',
} as const

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { Host, NetworkEvent, RemoteConversation } from '../contract.ts'
import type { DiscordApi } from './api.ts'
import { gapAfter, lastIn, messagesIn, missedIn } from './catch-up.ts'
import type { Cursor } from './cursor.ts'
import { eventsOf, personOf } from './events.ts'
import type { Dispatch } from './gateway.ts'
import { messageKey } from './keys.ts'
import {
  channel,
  type DiscordChannel,
  type DiscordMessage,
  deleted,
  deletedMany,
  guild,
  isNewer,
  isPrivate,
  isReadable,
  message,
  momentOf,
  reaction,
  typing,
  user,
} from './objects.ts'
import type { Scene } from './scene.ts'

/** Discord tells that somebody types every ten seconds, and never that they stopped. */
const typingMs = 8 * secondMs
const keptReactions = 300

export type Me = { id: string; content: boolean }

type ReaderDeps = {
  api: DiscordApi
  scene: Scene
  me: Me
  host: Host
  now(): Date
  signal: AbortSignal
}

export type Step = { events: NetworkEvent[]; cursor: Cursor; ready: boolean }

/** Reads dispatches into events. The cursor is a copy that counts once it was committed. */
export function createReader({ api, scene, me, host, now, signal }: ReaderDeps) {
  /** Servers that the session has announced and not told yet. */
  let announced = new Set<string>()
  let directsRead = false
  const typers = new Map<string, NodeJS.Timeout>()

  async function conversationOf(
    { channel_id: id, guild_id: inGuild, author }: Pick<DiscordMessage, 'channel_id' | 'guild_id' | 'author'>,
    cursor: Cursor,
  ): Promise<RemoteConversation | undefined> {
    if (inGuild !== undefined || scene.channel(id)?.guild_id !== undefined)
      return cursor.left.includes(id) ? undefined : scene.room(id)
    const other = author.id === me.id ? (cursor.direct[id] ?? (await whoseIs(id))) : author.id
    if (other === undefined) return undefined
    cursor.direct[id] = other
    return { id: other, kind: 'direct', ...(author.id === other ? { title: personOf(author).name ?? other } : {}) }
  }

  async function whoseIs(id: string): Promise<string | undefined> {
    const found = await api.call(`/channels/${id}`, channel, { signal })
    return found.ok && isPrivate(found.result) ? found.result.recipients?.[0]?.id : undefined
  }

  const read = (said: DiscordMessage, conversation: RemoteConversation | undefined, cursor: Cursor): NetworkEvent[] => {
    if (isNewer(said.id, cursor.read[said.channel_id])) cursor.read[said.channel_id] = said.id
    return eventsOf(said, {
      bot: me.id,
      conversation,
      channelName: id => scene.channel(id)?.name ?? undefined,
      since: new Date(cursor.since),
      content: me.content,
    })
  }

  async function readAll(messages: readonly DiscordMessage[], cursor: Cursor): Promise<NetworkEvent[]> {
    const events: NetworkEvent[] = []
    for (const said of messages) events.push(...read(said, await conversationOf(said, cursor), cursor))
    return events
  }

  /** Nothing that can't be read stops the rest: a channel may be closed to the bot. */
  async function quietly(what: () => Promise<NetworkEvent[]>): Promise<NetworkEvent[]> {
    try {
      return await what()
    } catch (error) {
      if (signal.aborted) throw error
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code !== 'refused') throw error
      return []
    }
  }

  const catchUp = (id: string, last: string | null | undefined, cursor: Cursor, conversation: RemoteConversation) =>
    quietly(async () => {
      const known = cursor.read[id]
      // A channel that was made since is read from its beginning.
      const after = known ?? (momentOf(id) > new Date(cursor.since) ? id : undefined)
      if (last === null || (known !== undefined && last !== undefined && !isNewer(last, known))) return []
      if (after === undefined) return readAll(await lastIn(api, id, signal), cursor)
      const { messages, rest } = await missedIn(api, id, after, signal)
      const events = await readAll(messages, cursor)
      return rest === undefined ? events : [...events, gapAfter(rest, conversation, now())]
    })

  async function catchUpChannel(each: DiscordChannel, cursor: Cursor): Promise<NetworkEvent[]> {
    if (!isReadable(each) || cursor.left.includes(each.id)) return []
    return catchUp(each.id, each.last_message_id ?? null, cursor, scene.room(each.id))
  }

  async function catchUpDirects(cursor: Cursor): Promise<NetworkEvent[]> {
    const events: NetworkEvent[] = []
    for (const [id, other] of Object.entries(cursor.direct))
      events.push(...(await catchUp(id, undefined, cursor, { id: other, kind: 'direct' })))
    return events
  }

  const isReady = () => announced.size === 0 && directsRead

  async function onMessage(said: DiscordMessage, cursor: Cursor): Promise<NetworkEvent[]> {
    const isDirect = said.guild_id === undefined
    const unknown = isDirect && cursor.direct[said.channel_id] === undefined
    const conversation = await conversationOf(said, cursor)
    // Somebody whose chat Kith did not know: what they wrote before, while it was off, is read now.
    const earlier = unknown
      ? await quietly(async () =>
          readAll(await messagesIn(api, said.channel_id, { before: said.id, limit: 50 }, signal), cursor),
        )
      : []
    const person = conversation?.kind === 'direct' ? conversation.id : said.author.id
    if (typers.has(`${said.channel_id} ${person}`)) stopTyping(said.channel_id, person, conversation)
    return [...earlier, ...read(said, conversation, cursor)]
  }

  function onReaction(
    { user_id: who, channel_id: id, message_id: target, guild_id: inGuild, emoji }: z.infer<typeof reaction>,
    added: boolean,
    seq: number,
    cursor: Cursor,
  ): NetworkEvent[] {
    if (who === me.id) return []
    const place = `${target}:${who}`
    const sign = emoji.id ? `:${emoji.name ?? 'emoji'}:` : (emoji.name ?? '')
    const others = (cursor.reactions[place] ?? []).filter(each => each !== sign)
    const all = added ? [...others, sign] : others
    delete cursor.reactions[place]
    if (all.length > 0) cursor.reactions[place] = all
    const tooMany = Object.keys(cursor.reactions).slice(0, -keptReactions)
    for (const each of tooMany) delete cursor.reactions[each]
    const conversation: RemoteConversation =
      inGuild === undefined ? { id: cursor.direct[id] ?? who, kind: 'direct' } : scene.room(id)
    const key = `discord:${cursor.session?.id ?? ''}:${seq}`
    return [
      { kind: 'reaction', key, target: messageKey(id, target), conversation, from: { id: who }, emoji: all, at: now() },
    ]
  }

  const gone = (id: string, target: string, inGuild: string | undefined, cursor: Cursor): NetworkEvent => ({
    kind: 'retract',
    key: `${messageKey(id, target)}:gone`,
    target: messageKey(id, target),
    conversation: inGuild === undefined ? { id: cursor.direct[id] ?? id, kind: 'direct' } : scene.room(id),
    from: { id: '' },
    byNetwork: true,
    at: now(),
  })

  function stopTyping(id: string, who: string, conversation: RemoteConversation | undefined): void {
    clearTimeout(typers.get(`${id} ${who}`))
    typers.delete(`${id} ${who}`)
    if (conversation) host.signal([{ kind: 'typing', conversation, person: { id: who }, on: false }])
  }

  function onTyping(
    { channel_id: id, user_id: who, guild_id: inGuild, member }: z.infer<typeof typing>,
    cursor: Cursor,
  ) {
    if (who === me.id || cursor.left.includes(id)) return
    const conversation: RemoteConversation = inGuild === undefined ? { id: who, kind: 'direct' } : scene.room(id)
    const person = member?.user ? personOf(member.user, member.nick) : { id: who }
    clearTimeout(typers.get(`${id} ${who}`))
    const timer = setTimeout(() => stopTyping(id, who, conversation), typingMs)
    timer.unref()
    typers.set(`${id} ${who}`, timer)
    host.signal([{ kind: 'typing', conversation, person, on: true }])
  }

  async function onGuild(data: z.infer<typeof guild>, cursor: Cursor): Promise<NetworkEvent[]> {
    scene.learnGuild(data.id, data.name)
    announced.delete(data.id)
    const events: NetworkEvent[] = []
    for (const each of [...data.channels, ...data.threads]) {
      scene.learn(each, data.id)
      events.push(...(await catchUpChannel({ ...each, guild_id: data.id }, cursor)))
    }
    return events
  }

  function onChannel(each: DiscordChannel, seq: number, cursor: Cursor): NetworkEvent[] {
    const before = scene.channel(each.id)?.name
    scene.learn(each)
    const key = `discord:${cursor.session?.id ?? ''}:${seq}`
    return before !== undefined && before !== each.name && cursor.read[each.id] !== undefined
      ? [{ kind: 'room', key, conversation: scene.room(each.id), at: now() }]
      : []
  }

  function onGuildGone(id: string, seq: number, cursor: Cursor): NetworkEvent[] {
    const lost = scene.forgetGuild(id).filter(each => cursor.read[each.id] !== undefined)
    return lost.map(each => ({
      kind: 'gap',
      key: `discord:${cursor.session?.id ?? ''}:${seq}:${each.id}`,
      conversation: { id: each.id, kind: 'room' },
      from: now(),
      to: now(),
      why: 'The bot is no longer on this server: it was removed, or the server was deleted.',
    }))
  }

  async function one({ type, seq, data }: Dispatch, cursor: Cursor): Promise<NetworkEvent[]> {
    switch (type) {
      case 'READY': {
        const shape = z.object({
          user,
          session_id: z.string(),
          resume_gateway_url: z.string(),
          guilds: z.array(z.object({ id: z.string() })),
        })
        const ready = shape.parse(data)
        cursor.session = { id: ready.session_id, url: ready.resume_gateway_url, seq }
        announced = new Set(ready.guilds.map(({ id }) => id))
        const events = await catchUpDirects(cursor)
        directsRead = true
        return events
      }
      case 'RESUMED':
        announced = new Set()
        directsRead = true
        return []
      case 'GUILD_CREATE':
        return onGuild(guild.parse(data), cursor)
      case 'GUILD_DELETE': {
        const { id, unavailable } = guild.parse(data)
        announced.delete(id)
        return unavailable ? [] : onGuildGone(id, seq, cursor)
      }
      case 'CHANNEL_CREATE':
      case 'CHANNEL_UPDATE':
      case 'THREAD_CREATE':
      case 'THREAD_UPDATE':
        return onChannel(channel.parse(data), seq, cursor)
      case 'CHANNEL_DELETE':
      case 'THREAD_DELETE':
        scene.forget(z.object({ id: z.string() }).parse(data).id)
        return []
      case 'MESSAGE_CREATE':
        return onMessage(message.parse(data), cursor)
      case 'MESSAGE_UPDATE': {
        const changed = message.safeParse(data)
        if (!changed.success || !changed.data.edited_timestamp) return []
        return read(changed.data, await conversationOf(changed.data, cursor), cursor).filter(
          each => each.kind === 'edit',
        )
      }
      case 'MESSAGE_DELETE': {
        const { id, channel_id: place, guild_id: inGuild } = deleted.parse(data)
        return [gone(place, id, inGuild, cursor)]
      }
      case 'MESSAGE_DELETE_BULK': {
        const { ids, channel_id: place, guild_id: inGuild } = deletedMany.parse(data)
        return ids.map(id => gone(place, id, inGuild, cursor))
      }
      case 'MESSAGE_REACTION_ADD':
      case 'MESSAGE_REACTION_REMOVE':
        return onReaction(reaction.parse(data), type === 'MESSAGE_REACTION_ADD', seq, cursor)
      case 'TYPING_START':
        onTyping(typing.parse(data), cursor)
        return []
      default:
        return []
    }
  }

  return {
    async step(batch: readonly Dispatch[], before: Cursor): Promise<Step> {
      const cursor = structuredClone(before)
      const events: NetworkEvent[] = []
      for (const each of batch) {
        try {
          events.push(...(await one(each, cursor)))
        } catch (error) {
          // What Discord sends in a shape that Kith does not know must not hold up what comes behind it.
          if (!(error instanceof z.ZodError)) throw error
          host.log.warn({ type: each.type, why: error.issues[0]?.path.join('.') }, 'discord sent what can not be read')
        }
        if (cursor.session) cursor.session.seq = each.seq
      }
      return { events, cursor, ready: isReady() }
    },
    stop(): void {
      for (const timer of typers.values()) clearTimeout(timer)
    },
  }
}

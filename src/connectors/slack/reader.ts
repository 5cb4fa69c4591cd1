import { z } from 'zod'
import type { NetworkEvent, RemoteConversation, RemoteFile, RemotePerson } from '../contract.ts'
import type { SlackApi } from './api.ts'
import type { Cursor } from './cursor.ts'
import { signOf } from './emoji.ts'
import { messageKey } from './keys.ts'
import {
  conversation,
  instantOf,
  isLater,
  message,
  messageEvent,
  reactionEvent,
  type SlackConversation,
  type SlackMessage,
  type wrapper,
} from './objects.ts'
import { mentionedIn, plainWords } from './words.ts'

const keptReactions = 300
const keptNames = 5_000
/** Written by people and bots; all other subtypes are notices (joined, topic, pinned). */
const spoken = new Set(['', 'file_share', 'thread_broadcast', 'me_message', 'bot_message'])

const userShape = z.object({
  user: z.object({
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    is_bot: z.boolean().default(false),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
})

export type Reader = ReturnType<typeof createReader>

/** `own`: the bot's user and the id under which it posts. `txnOf`: what this process sent, once its sends are answered. */
export function createReader(deps: {
  api: SlackApi
  own: { user: string; bot: string | undefined }
  txnOf(key: string, channel: string): Promise<string | undefined>
  signal: AbortSignal
}) {
  const { api, own, signal } = deps
  const names = new Map<string, string>()
  const channels = new Map<string, SlackConversation>()
  const threads = new Map<string, string>()

  async function nameOf(user: string): Promise<string | undefined> {
    if (names.has(user)) return names.get(user) || undefined
    const found = await api.call('users.info', userShape, { get: true, fields: { user }, signal })
    // A limit or a missing right costs the name, never the message.
    if (!found.ok) return undefined
    const { profile, real_name: real, name } = found.result.user
    const shown = profile?.display_name || profile?.real_name || real || name || ''
    if (names.size > keptNames) names.clear()
    names.set(user, shown)
    return shown || undefined
  }

  async function channelOf(id: string): Promise<SlackConversation | undefined> {
    const known = channels.get(id)
    if (known) return known
    const shape = z.object({ channel: conversation })
    const found = await api.call('conversations.info', shape, { get: true, fields: { channel: id }, signal })
    if (found.ok) channels.set(id, found.result.channel)
    return found.ok ? found.result.channel : undefined
  }

  async function conversationOf(
    id: string,
    author: string | null | undefined,
    cursor: Cursor,
  ): Promise<RemoteConversation | undefined> {
    if (id.startsWith('D')) {
      const other =
        author && author !== own.user ? author : (cursor.direct[id] ?? (await channelOf(id))?.user ?? undefined)
      if (!other) return undefined
      cursor.direct[id] = other
      const title = await nameOf(other)
      return { id: other, kind: 'direct', ...(title ? { title } : {}) }
    }
    const name = (await channelOf(id))?.name
    return { id, kind: 'room', ...(name ? { title: `#${name}` } : {}) }
  }

  async function wordsOf(text: string): Promise<string> {
    const mentioned = new Map<string, string | undefined>()
    for (const user of new Set(mentionedIn(text))) mentioned.set(user, await nameOf(user))
    return plainWords(text, user => mentioned.get(user))
  }

  async function personOf(said: SlackMessage): Promise<RemotePerson> {
    const id = said.user ?? said.bot_id ?? 'unknown'
    const name = said.username || (said.user ? await nameOf(said.user) : undefined)
    return { id, ...(name ? { name } : {}) }
  }

  const isOwn = (said: SlackMessage) => said.user === own.user || (said.bot_id != null && said.bot_id === own.bot)

  async function messageOf(channel: string, said: SlackMessage, cursor: Cursor): Promise<NetworkEvent[]> {
    if (!spoken.has(said.subtype ?? '')) return []
    if (isLater(said.ts, cursor.read[channel])) cursor.read[channel] = said.ts
    const place = await conversationOf(channel, said.user, cursor)
    if (!place) return []
    const key = messageKey(channel, said.ts)
    const files = (said.files ?? []).flatMap((each): RemoteFile[] => {
      const url = each.url_private_download ?? each.url_private
      if (!url) return []
      return [
        {
          url: `slack:${url}`,
          name: each.name ?? 'file',
          ...(each.mimetype ? { mimeType: each.mimetype } : {}),
          ...(each.size ? { bytes: each.size } : {}),
        },
      ]
    })
    const text = await wordsOf(said.text ?? '')
    if (text === '' && files.length === 0) return []
    const mine = isOwn(said)
    const thread = said.thread_ts && said.thread_ts !== said.ts ? said.thread_ts : undefined
    if (thread) threads.set(said.ts, thread)
    const told = said.metadata?.event_type === 'kith' ? said.metadata.event_payload.txn : undefined
    const txn = mine ? (typeof told === 'string' ? told : await deps.txnOf(key, channel)) : undefined
    const sentAt = instantOf(said.ts)
    return [
      {
        kind: 'message',
        key,
        otherKeys: [...(txn ? [txn] : []), ...(mine ? (said.files ?? []).map(({ id }) => `slack:file:${id}`) : [])],
        conversation: place,
        from: await personOf(said),
        own: mine,
        text,
        sentAt,
        history: sentAt <= new Date(cursor.since),
        ...(thread ? { replyTo: messageKey(channel, thread) } : {}),
        ...(files.length > 0 ? { files } : {}),
        ...(!mine && (said.bot_id || said.subtype === 'bot_message') ? { automatic: 'notice' as const } : {}),
      },
    ]
  }

  async function changedOf(channel: string, said: SlackMessage, cursor: Cursor): Promise<NetworkEvent[]> {
    const place = said.edited ? await conversationOf(channel, said.user, cursor) : undefined
    if (!place || !said.edited) return []
    const target = messageKey(channel, said.ts)
    return [
      {
        kind: 'edit',
        key: `${target}:edit:${said.edited.ts}`,
        target,
        conversation: place,
        from: await personOf(said),
        ...(isOwn(said) ? { own: true } : {}),
        text: await wordsOf(said.text ?? ''),
        at: instantOf(said.edited.ts),
      },
    ]
  }

  async function reactionOf(given: z.infer<typeof reactionEvent>, id: string, cursor: Cursor): Promise<NetworkEvent[]> {
    const { user, reaction, item, type } = given
    if (user === own.user || !item.channel || !item.ts) return []
    const slot = `${item.ts}:${user}`
    const sign = signOf(reaction)
    const others = (cursor.reactions[slot] ?? []).filter(each => each !== sign)
    const all = type === 'reaction_added' ? [...others, sign] : others
    delete cursor.reactions[slot]
    if (all.length > 0) cursor.reactions[slot] = all
    for (const each of Object.keys(cursor.reactions).slice(0, -keptReactions)) delete cursor.reactions[each]
    const place = await conversationOf(item.channel, user, cursor)
    if (!place) return []
    const name = await nameOf(user)
    return [
      {
        kind: 'reaction',
        key: `slack:event:${id}`,
        target: messageKey(item.channel, item.ts),
        conversation: place,
        from: { id: user, ...(name ? { name } : {}) },
        emoji: all,
        at: instantOf(given.event_ts),
      },
    ]
  }

  return {
    messageOf,
    channelOf,
    conversationOf,
    learn: (each: SlackConversation) => void channels.set(each.id, each),
    forget: (id: string) => void channels.delete(id),
    rooms: () => [...channels.values()].filter(each => !each.is_im && !each.is_mpim && each.is_member),
    /** The thread that a message stands in; undefined when it is not known here. */
    threadOf: (ts: string) => threads.get(ts),
    /** One delivery; the same delivery again gives the same keys. */
    async eventsOf({ event, event_id: id }: z.infer<typeof wrapper>, cursor: Cursor): Promise<NetworkEvent[]> {
      if (event.type === 'reaction_added' || event.type === 'reaction_removed') {
        const reacted = reactionEvent.safeParse(event)
        return reacted.success ? reactionOf(reacted.data, id, cursor) : []
      }
      if (event.type !== 'message') return []
      if (event.subtype === 'message_changed' || event.subtype === 'message_deleted') {
        const outer = z
          .object({
            channel: z.string(),
            message: message.optional(),
            deleted_ts: z.string().optional(),
            event_ts: z.string().optional(),
          })
          .safeParse(event)
        if (!outer.success) return []
        const { channel, message: said, deleted_ts: gone, event_ts: at } = outer.data
        if (said) return changedOf(channel, said, cursor)
        const place = gone ? await conversationOf(channel, undefined, cursor) : undefined
        if (!place || !gone) return []
        const target = messageKey(channel, gone)
        return [
          {
            kind: 'retract',
            key: `${target}:gone`,
            target,
            conversation: place,
            from: { id: '' },
            byNetwork: true,
            at: instantOf(at ?? gone),
          },
        ]
      }
      const said = messageEvent.safeParse(event)
      return said.success ? messageOf(said.data.channel, said.data, cursor) : []
    },
  }
}

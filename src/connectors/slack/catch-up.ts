import { z } from 'zod'
import { dayMs, secondMs } from '#kernel/clock.ts'
import type { NetworkEvent } from '../contract.ts'
import type { SlackApi } from './api.ts'
import type { Cursor } from './cursor.ts'
import { readKey } from './keys.ts'
import { conversation, isLater, message, type SlackConversation, type SlackMessage } from './objects.ts'
import type { Reader } from './reader.ts'

const page = z.object({
  messages: z.array(message),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().default('') }).nullish(),
})
const pageSize = 200
const mostPages = 25
const firstMessages = 50
/** Answers in threads stand with their first message: threads this old are looked at for new ones. */
const threadsMs = 2 * dayMs

type Ask = { api: SlackApi; signal: AbortSignal }

/** Oldest first. `whole` is false when there was more than is read at once. */
export async function messagesIn(
  { api, signal }: Ask,
  channel: string,
  range: { oldest?: string; latest?: string; most?: number },
): Promise<{ messages: SlackMessage[]; whole: boolean }> {
  const messages: SlackMessage[] = []
  const { oldest, latest, most = pageSize * mostPages } = range
  for (let cursor = ''; ; ) {
    const limit = Math.min(pageSize, most - messages.length)
    const fields = { channel, oldest, latest, limit, cursor: cursor || undefined, include_all_metadata: true }
    const found = await api.read('conversations.history', page, { get: true, fields, signal })
    messages.push(...found.messages)
    cursor = found.response_metadata?.next_cursor ?? ''
    if (!cursor) return { messages: messages.reverse(), whole: true }
    if (messages.length >= most) return { messages: messages.reverse(), whole: false }
  }
}

/** Which of our sends a message is, as we wrote it beside it. */
export async function txnBeside(
  api: SlackApi,
  key: string,
  channel: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const ts = readKey(key)?.ts
  if (!ts) return undefined
  const fields = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1, include_all_metadata: true }
  const found = await api.call('conversations.history', z.object({ messages: z.array(message) }), {
    get: true,
    fields,
    signal,
  })
  const beside = found.ok ? found.result.messages.find(each => each.ts === ts)?.metadata : undefined
  const txn = beside?.event_type === 'kith' ? beside.event_payload.txn : undefined
  return typeof txn === 'string' ? txn : undefined
}

async function answersIn({ api, signal }: Ask, channel: string, ts: string, after: string): Promise<SlackMessage[]> {
  const fields = { channel, ts, oldest: after, limit: pageSize }
  const found = await api.read('conversations.replies', page, { get: true, fields, signal })
  return found.messages.filter(each => each.ts !== ts && isLater(each.ts, after))
}

/** Every conversation that the bot is in, private chats too. */
export async function conversationsOf({ api, signal }: Ask): Promise<SlackConversation[]> {
  const shape = z.object({
    channels: z.array(conversation),
    response_metadata: z.object({ next_cursor: z.string().default('') }).nullish(),
  })
  const all: SlackConversation[] = []
  for (let cursor = ''; ; ) {
    const fields = {
      types: 'public_channel,private_channel,im',
      exclude_archived: true,
      limit: 200,
      cursor: cursor || undefined,
    }
    const found = await api.read('users.conversations', shape, { get: true, fields, signal })
    all.push(...found.channels.map(each => ({ ...each, is_member: true })))
    cursor = found.response_metadata?.next_cursor ?? ''
    if (!cursor) return all
  }
}

/** What was said in one conversation since it was last read. */
export async function missedIn(
  ask: Ask,
  reader: Reader,
  channel: string,
  cursor: Cursor,
  now: Date,
): Promise<NetworkEvent[]> {
  const known = cursor.read[channel]
  const events: NetworkEvent[] = []
  const tell = async (messages: readonly SlackMessage[]) => {
    for (const each of messages) events.push(...(await reader.messageOf(channel, each, cursor)))
  }
  if (known === undefined) {
    await tell((await messagesIn(ask, channel, { most: firstMessages })).messages)
    return events
  }
  const threadsFrom = ((now.getTime() - threadsMs) / secondMs).toFixed(6)
  const oldest = isLater(known, threadsFrom) ? threadsFrom : known
  const { messages, whole } = await messagesIn(ask, channel, { oldest })
  const fresh = messages.filter(each => isLater(each.ts, known))
  for (const each of messages)
    if (each.latest_reply && isLater(each.latest_reply, known))
      fresh.push(...(await answersIn(ask, channel, each.ts, known)))
  await tell(fresh.toSorted((a, b) => Number(a.ts) - Number(b.ts)))
  const place = whole ? undefined : await reader.conversationOf(channel, undefined, cursor)
  if (place) {
    const from = new Date(Number(known) * secondMs)
    const why = 'More was said here while Kith was off than it reads at once.'
    events.push({ kind: 'gap', key: `slack:gap:${channel}:${known}`, conversation: place, from, to: now, why })
  }
  return events
}

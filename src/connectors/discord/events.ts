import type { NetworkEvent, RemoteConversation, RemoteFile, RemotePerson } from '../contract.ts'
import { messageKey, txnOf } from './keys.ts'
import { type DiscordMessage, type DiscordUser, isSpoken } from './objects.ts'

export const nameOf = (user: DiscordUser, nick?: string | null): string => nick || user.global_name || user.username

export function personOf(user: DiscordUser, nick?: string | null): RemotePerson {
  const name = nameOf(user, nick)
  return { id: user.id, ...(name ? { name } : {}) }
}

/** Mentions, channels and signs as people see them. */
export function plainWords(
  content: string,
  mentions: readonly DiscordUser[],
  channelName: (id: string) => string | undefined,
): string {
  const names = new Map(mentions.map(user => [user.id, nameOf(user)]))
  return content
    .replace(/<@!?(\d+)>/g, (all, id: string) => (names.has(id) ? `@${names.get(id)}` : all))
    .replace(/<#(\d+)>/g, (all, id: string) => {
      const name = channelName(id)
      return name ? `#${name}` : all
    })
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .replace(/<t:(-?\d+)(?::\w)?>/g, (all, seconds: string) => {
      const at = new Date(Number(seconds) * 1_000)
      return Number.isNaN(at.getTime()) ? all : at.toISOString().slice(0, 16).replace('T', ' ')
    })
}

export type Reading = {
  bot: string
  /** Undefined when it is not known whose chat it is. */
  conversation: RemoteConversation | undefined
  channelName: (id: string) => string | undefined
  /** What is older than this is history. */
  since: Date
  /** Whether Discord gives the words of what is said in channels. */
  content: boolean
}

const noWords =
  '[Discord gives the words only to bots with the “Message Content Intent”. Switch it on in the Developer Portal, under Bot.]'

/** A message, and its correction when it was corrected since. */
export function eventsOf(message: DiscordMessage, reading: Reading): NetworkEvent[] {
  const { conversation, bot } = reading
  if (!conversation || !isSpoken(message)) return []
  const key = messageKey(message.channel_id, message.id)
  const own = message.author.id === bot
  const from = personOf(message.author, message.member?.nick)
  const files = message.attachments.map(
    ({ id, filename, size, content_type: mimeType }): RemoteFile => ({
      url: `discord:${message.channel_id}/${message.id}/${id}`,
      name: filename,
      bytes: size,
      ...(mimeType ? { mimeType } : {}),
    }),
  )
  const forwarded = message.message_snapshots?.[0]?.message.content
  const said = [
    plainWords(message.content || (forwarded ?? ''), message.mentions, reading.channelName),
    ...(message.sticker_items ?? []).map(({ name }) => `[${name}]`),
    message.poll?.question.text ?? '',
  ].filter(line => line !== '')
  const hidden = said.length === 0 && files.length === 0 && !own && conversation.kind === 'room' && !reading.content
  const text = hidden ? noWords : said.join('\n')
  if (text === '' && files.length === 0) return []
  const { message_reference: reference } = message
  const replyTo =
    reference?.type === 0 && reference.message_id ? messageKey(message.channel_id, reference.message_id) : undefined
  const txn = own ? txnOf(message.nonce) : undefined
  const sentAt = new Date(message.timestamp)
  const events: NetworkEvent[] = [
    {
      kind: 'message',
      key,
      otherKeys: txn ? [txn] : [],
      conversation,
      from,
      own,
      text,
      sentAt,
      history: sentAt <= reading.since,
      ...(replyTo ? { replyTo } : {}),
      ...(files.length > 0 ? { files } : {}),
      ...(!own && (message.author.bot || message.webhook_id) ? { automatic: 'notice' as const } : {}),
    },
  ]
  if (message.edited_timestamp)
    events.push({
      kind: 'edit',
      key: `${key}:edit:${message.edited_timestamp}`,
      target: key,
      conversation,
      from,
      ...(own ? { own: true } : {}),
      text,
      at: new Date(message.edited_timestamp),
    })
  return events
}

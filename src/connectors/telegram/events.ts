import { secondMs } from '#kernel/clock.ts'
import type { NetworkEvent, RemoteConversation, RemotePerson } from '../contract.ts'
import { messageKey, roomId } from './address.ts'
import type { Cursor } from './cursor.ts'
import type { TelegramChat, TelegramMessage, TelegramUpdate, TelegramUser } from './update.ts'
import { contentOf } from './words.ts'

/** What earlier updates told; it is changed by those that are read. */
export type Scene = Pick<Cursor, 'moved' | 'rooms'>

const at = (seconds: number) => new Date(seconds * secondMs)

export function nameOf(user: Pick<TelegramUser, 'first_name' | 'last_name' | 'username'>): string | undefined {
  return [user.first_name, user.last_name].filter(Boolean).join(' ').trim() || user.username
}

const personOf = (user: TelegramUser): RemotePerson => {
  const name = nameOf(user)
  return { id: String(user.id), ...(name ? { name } : {}) }
}

/** The name of the topic a message stands in, where it says it. */
function topicOf(message: TelegramMessage): { id: number; title: string | undefined } | undefined {
  if (!message.is_topic_message || message.message_thread_id === undefined) return undefined
  const title = message.forum_topic_created?.name ?? message.reply_to_message?.forum_topic_created?.name
  return { id: message.message_thread_id, title }
}

function conversationOf(
  chat: TelegramChat,
  topic: { id: number; title: string | undefined } | undefined,
  scene: Scene,
): RemoteConversation {
  if (chat.type === 'private') return { id: String(chat.id), kind: 'direct' }
  const base = scene.moved[String(chat.id)] ?? String(chat.id)
  const id = roomId(base, topic?.id)
  const group = chat.title ?? scene.rooms[base]
  const inTopic = topic?.title && group ? `${group} · ${topic.title}` : undefined
  const title = topic ? (inTopic ?? scene.rooms[id]) : group
  if (title) scene.rooms[id] = title
  return { id, kind: 'room', ...(title ? { title } : {}) }
}

/** `/start page-…` from a link on our own pages (t.me/bot?start=…). */
function startedBy(text: string): string | undefined {
  const payload = /^\/start(?:@\w+)? ([\w-]{1,64})$/.exec(text)?.[1]
  const page = /^page-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(payload ?? '')?.[1]
  return page ? `page:${page}` : payload
}

function messageEvent(message: TelegramMessage, bot: number, scene: Scene): NetworkEvent[] {
  const { chat, from, sender_chat: asChat, reply_to_message: answered } = message
  const conversation = conversationOf(chat, topicOf(message), scene)
  const author: RemotePerson = asChat
    ? { id: String(asChat.id), ...(asChat.title ? { name: asChat.title } : {}) }
    : from
      ? personOf(from)
      : { id: String(chat.id) }
  const content = contentOf(message)
  if (!content) return []
  const base = scene.moved[String(chat.id)] ?? String(chat.id)
  const replyTo = answered && !answered.forum_topic_created ? messageKey(base, answered.message_id) : undefined
  const campaign = startedBy(content.text)
  return [
    {
      kind: 'message',
      key: messageKey(base, message.message_id),
      otherKeys: [],
      conversation:
        conversation.kind === 'direct' && author.name ? { ...conversation, title: author.name } : conversation,
      from: author,
      own: from?.id === bot,
      text: content.text,
      sentAt: at(message.date),
      history: false,
      ...(replyTo ? { replyTo } : {}),
      ...(content.files.length > 0 ? { files: content.files } : {}),
      ...(from?.is_bot && !asChat && from.id !== bot ? { automatic: 'notice' as const } : {}),
      ...(campaign ? { campaign } : {}),
    },
  ]
}

function serviceEvents(message: TelegramMessage, update: number, scene: Scene): NetworkEvent[] {
  const { chat, migrate_to_chat_id: movedTo, new_chat_title: title } = message
  const base = scene.moved[String(chat.id)] ?? String(chat.id)
  if (movedTo !== undefined) scene.moved[String(movedTo)] = base
  const topic = topicOf(message)
  if (title === undefined && !message.forum_topic_created) return []
  const conversation = conversationOf(title === undefined ? chat : { ...chat, title }, topic, scene)
  return [{ kind: 'room', key: `telegram:update:${update}`, conversation, at: at(message.date) }]
}

const outside = new Set(['kicked', 'left'])

function membershipEvents(change: NonNullable<TelegramUpdate['my_chat_member']>, update: number, scene: Scene) {
  const { chat, from, new_chat_member: now, old_chat_member: before } = change
  const key = `telegram:update:${update}`
  const moment = at(change.date)
  if (chat.type === 'private') {
    const state = outside.has(now.status) ? ('gone' as const) : ('connected' as const)
    return [{ kind: 'contact' as const, key, person: personOf(from), state, at: moment }]
  }
  const conversation = conversationOf(chat, undefined, scene)
  if (!outside.has(now.status)) {
    if (!outside.has(before.status)) return []
    return [{ kind: 'room' as const, key, conversation, at: moment }]
  }
  delete scene.rooms[conversation.id]
  const who = nameOf(from) ?? 'Somebody'
  const why =
    now.status === 'kicked'
      ? `${who} removed the bot from this group and forbade it to come back.`
      : `The bot is no longer in this group: ${who} removed it.`
  return [{ kind: 'gap' as const, key, conversation, from: moment, to: moment, why }]
}

/** What one update tells. A second reading of the same update gives the same keys. */
export function eventsOf(update: TelegramUpdate, bot: number, scene: Scene): NetworkEvent[] {
  const { update_id: id, message, edited_message: edited, message_reaction: reacted, my_chat_member: member } = update
  if (message) return [...serviceEvents(message, id, scene), ...messageEvent(message, bot, scene)]
  if (edited)
    return messageEvent(edited, bot, scene).flatMap((event): NetworkEvent[] =>
      event.kind === 'message'
        ? [
            {
              kind: 'edit',
              key: `telegram:update:${id}`,
              target: event.key,
              conversation: event.conversation,
              from: event.from,
              ...(event.own ? { own: true } : {}),
              text: event.text,
              at: at(edited.edit_date ?? edited.date),
            },
          ]
        : [],
    )
  if (reacted) {
    const { chat, user, actor_chat: asChat } = reacted
    const from = user ? personOf(user) : { id: String(asChat?.id ?? chat.id) }
    if (user?.id === bot) return []
    const base = scene.moved[String(chat.id)] ?? String(chat.id)
    return [
      {
        kind: 'reaction',
        key: `telegram:update:${id}`,
        target: messageKey(base, reacted.message_id),
        conversation: conversationOf(chat, undefined, scene),
        from,
        // Reactions that Telegram sells have no sign of their own.
        emoji: reacted.new_reaction.map(each => each.emoji ?? '⭐'),
        at: at(reacted.date),
      },
    ]
  }
  return member ? membershipEvents(member, id, scene) : []
}

import type { NetworkEvent, RemoteConversation } from '../../contract.ts'
import { bridgeTypes } from '../bridges.ts'
import { isTxn } from '../keys.ts'
import { type Api, pathOf } from '../wire/api.ts'
import { MatrixFailure } from '../wire/failure.ts'
import { type RoomEvent, relationsAnswer, roomEvent } from '../wire/shapes.ts'
import type { EventMemory } from './memory.ts'
import { editedText, relationOf, saidIn } from './message.ts'
import type { Room, RoomBook } from './rooms.ts'
import { words } from './words.ts'

export type Reading = {
  api: Api
  me: string
  book: RoomBook
  memory: EventMemory
  now(): Date
  /** The txn under which we sent the event, where that is still known. */
  txnOf(event: string): string | undefined
}

export type How = {
  history: boolean
  /** Every event of the room since this one is read: what relates to it will not be missed. */
  contiguous: boolean
}

/** What an event of a room's timeline says, in Kith's words. State in it was taken into the room book before. */
export async function eventsOf(reading: Reading, room: Room, event: RoomEvent, how: How): Promise<NetworkEvent[]> {
  const { me, book, memory } = reading
  if (room.isSpace) return []
  const own = event.sender === me
  const at = sentAtOf(reading, event)
  const conversation = book.conversationOf(room)
  const from = book.personOf(room, event.sender)
  const about = { key: event.event_id, conversation, from, ...(own ? { own } : {}), at }
  const tell = (text: string, byPerson: boolean): NetworkEvent[] => [
    {
      ...message({ reading, event, conversation, how, text }),
      ...(byPerson ? {} : { automatic: 'notice' as const }),
    },
  ]
  if (how.contiguous) {
    memory.see(room.id, { id: event.event_id, sender: event.sender, own })
    memory.setWhole(event.event_id)
  }
  if (isStateOfBridge(event)) return []
  switch (event.type) {
    case 'm.room.message':
    case 'm.sticker': {
      const relation = relationOf(event.content)
      if (relation?.kind === 'edit')
        return [{ kind: 'edit', ...about, target: relation.target, text: editedText(event.content) }]
      if (relation?.kind === 'thread') memory.setThread(event.event_id, relation.root)
      if (relation?.kind === 'reply' && relation.thread !== undefined) memory.setThread(event.event_id, relation.thread)
      const said = saidIn(event.content, event.type === 'm.sticker' ? 'm.sticker' : undefined)
      if (!said) return []
      return [
        {
          ...message({ reading, event, conversation, how, text: said.text }),
          ...(relation?.kind === 'reply' ? { replyTo: relation.target } : {}),
          ...(said.files.length > 0 ? { files: said.files } : {}),
          ...(said.notice && !own ? { automatic: 'notice' as const } : {}),
        },
      ]
    }
    case 'm.reaction': {
      const relation = relationOf(event.content)
      if (relation?.kind !== 'reaction') return []
      const { target, emoji } = relation
      await learnReactions(reading, room, target)
      memory.react(event.event_id, { room: room.id, target, sender: event.sender, emoji })
      return [{ kind: 'reaction', ...about, target, emoji: emojiOf(memory, target, event.sender) }]
    }
    case 'm.room.redaction': {
      const target = typeof event.content.redacts === 'string' ? event.content.redacts : event.redacts
      if (target === undefined) return []
      const reaction = memory.unreact(target)
      if (reaction) {
        const emoji = emojiOf(memory, reaction.target, reaction.sender)
        return [
          { kind: 'reaction', ...about, from: book.personOf(room, reaction.sender), target: reaction.target, emoji },
        ]
      }
      // The server has judged whether this may be taken back; a moderator does it in the author's place.
      const author = memory.senderOf(room.id, target) ?? (await authorOf(reading, room, target)) ?? event.sender
      const { own: _, ...rest } = about
      return [
        {
          kind: 'retract',
          ...rest,
          from: book.personOf(room, author),
          target,
          ...(author === me ? { own: true } : {}),
        },
      ]
    }
    case 'm.room.encrypted':
      return tell(words.encrypted, true)
    case 'm.room.encryption':
      return how.history ? [] : tell(words.encryptedNow, false)
    case 'm.room.tombstone':
      return tell(
        words.moved(typeof event.content.replacement_room === 'string' ? event.content.replacement_room : undefined),
        false,
      )
    case 'm.call.invite':
      return own ? [] : tell(words.calls, true)
    case 'm.room.name':
    case 'm.room.canonical_alias':
      return conversation.kind === 'room' && !how.history
        ? [{ kind: 'room', key: event.event_id, conversation, at }]
        : []
    case 'm.room.member':
      return how.history ? [] : contactsOf(reading, room, event, conversation)
    case 'com.beeper.message_send_status':
      return bridgeSays(reading, room, event, conversation)
    default:
      return []
  }
}

/** A server whose clock runs ahead, or that lies, puts nothing in front of what is said from now on. */
const sentAtOf = ({ now }: Pick<Reading, 'now'>, event: RoomEvent) =>
  new Date(Math.min(event.origin_server_ts, now().getTime()))

const isStateOfBridge = (event: RoomEvent) => event.state_key !== undefined && bridgeTypes.has(event.type)

const emojiOf = (memory: EventMemory, target: string, sender: string): string[] => [
  ...new Set(memory.reactionsOf(target, sender).map(each => each.emoji)),
]

function message(given: {
  reading: Reading
  event: RoomEvent
  conversation: RemoteConversation
  how: How
  text: string
}): Extract<NetworkEvent, { kind: 'message' }> {
  const { reading, event, conversation, how, text } = given
  const room = reading.book.find(conversation.id)
  const own = event.sender === reading.me
  const told = event.unsigned?.transaction_id
  const txn = reading.txnOf(event.event_id) ?? (told !== undefined && isTxn(told) ? told : undefined)
  const name = reading.book.nameOf(event.sender)
  return {
    kind: 'message',
    key: event.event_id,
    otherKeys: own && txn !== undefined ? [txn] : [],
    conversation,
    from: room ? reading.book.personOf(room, event.sender) : { id: event.sender, ...(name ? { name } : {}) },
    own,
    text,
    sentAt: sentAtOf(reading, event),
    history: how.history,
  }
}

/** A reaction to a message from before the start: the others of the same person must be known to tell all of them. */
async function learnReactions({ api, memory }: Reading, room: Room, target: string): Promise<void> {
  if (memory.isWhole(target)) return
  const answer = await api
    .call(pathOf`/_matrix/client/v1/rooms/${room.id}/relations/${target}/m.annotation/m.reaction`, relationsAnswer, {
      query: { limit: 100 },
    })
    .catch(unless(404))
  for (const event of answer?.chunk ?? []) {
    const relation = relationOf(event.content)
    if (relation?.kind === 'reaction')
      memory.react(event.event_id, { room: room.id, target, sender: event.sender, emoji: relation.emoji })
  }
  memory.setWhole(target)
}

async function authorOf({ api }: Reading, room: Room, target: string): Promise<string | undefined> {
  const event = await api
    .call(pathOf`/_matrix/client/v3/rooms/${room.id}/event/${target}`, roomEvent)
    .catch(unless(403, 404))
  return event?.sender
}

/** The server said no, and that is an answer; anything else breaks the connection and is tried again. */
const unless =
  (...statuses: readonly number[]) =>
  (error: unknown): undefined => {
    if (error instanceof MatrixFailure && error.status !== undefined && statuses.includes(error.status))
      return undefined
    throw error
  }

/** Joining and leaving in a conversation between two is what invitations become. */
function contactsOf(reading: Reading, room: Room, event: RoomEvent, conversation: RemoteConversation): NetworkEvent[] {
  const { me, book } = reading
  if (conversation.kind !== 'direct') return []
  const { membership } = event.content
  const before = event.unsigned?.prev_content?.membership
  const told = (state: Extract<NetworkEvent, { kind: 'contact' }>['state']): NetworkEvent[] => [
    {
      kind: 'contact',
      key: `contact:${event.event_id}`,
      person: { id: conversation.id, ...(conversation.title === undefined ? {} : { name: conversation.title }) },
      ...(conversation.tool === undefined ? {} : { tool: conversation.tool }),
      state,
      at: sentAtOf(reading, event),
    },
  ]
  if (event.state_key === me) return membership === 'join' && before === 'invite' ? told('connected') : []
  if (event.state_key !== conversation.id) return []
  if (membership === 'invite') return event.sender === me ? told('asked') : []
  if (membership === 'join') return before === 'invite' ? told('connected') : []
  if (membership !== 'leave' || event.sender !== event.state_key) return []
  if (before === 'invite') return told('refused')
  // Who leaves one of several rooms with us is still there.
  const elsewhere = book
    .roomsWith(conversation.id)
    .some(each => each !== room && book.membershipOf(each, conversation.id) === 'join')
  return before === 'join' && !elsewhere ? told('gone') : []
}

/** Bridges may tell what became of a message behind them (a custom of mautrix). */
function bridgeSays(reading: Reading, room: Room, event: RoomEvent, conversation: RemoteConversation): NetworkEvent[] {
  const { book, txnOf } = reading
  const bridge = book.bridgeOf(room)
  if (!bridge || event.sender !== bridge.bot) return []
  const { content } = event
  const relates = content['m.relates_to']
  const about: unknown = typeof relates === 'object' && relates !== null ? Reflect.get(relates, 'event_id') : undefined
  if (typeof about !== 'string') return []
  const target = txnOf(about) ?? about
  const at = sentAtOf(reading, event)
  const key = event.event_id
  if (content.status === 'SUCCESS') {
    const reached = Array.isArray(content.delivered_to_users) && content.delivered_to_users.length > 0
    return reached ? [{ kind: 'receipt', key, target, conversation, state: 'delivered', at }] : []
  }
  if (content.status !== 'FAIL_PERMANENT' && content.status !== 'FAIL_RETRIABLE') return []
  const why = typeof content.message === 'string' && content.message !== '' ? `: “${content.message}”` : ''
  return [{ kind: 'failed', key, target, code: 'not-bridged', text: `${bridge.network} did not take it${why}.`, at }]
}

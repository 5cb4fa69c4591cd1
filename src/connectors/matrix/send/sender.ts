import type { OutgoingFile, RemoteConversation, RemoteId, SendOutcome, SendRequest } from '../../contract.ts'
import { isRoomAddress, isUserId, serverNameOf } from '../address.ts'
import { type Cursor, rememberSent } from '../cursor.ts'
import { isEventId } from '../keys.ts'
import { capabilitiesOf } from '../manifest.ts'
import { closeInvite, openInvitesFrom } from '../read/invites.ts'
import type { EventMemory } from '../read/memory.ts'
import type { Room, RoomBook } from '../read/rooms.ts'
import { words } from '../read/words.ts'
import { type Api, pathOf } from '../wire/api.ts'
import { nothing, relationsAnswer, roomAnswer, sentAnswer } from '../wire/shapes.ts'
import type { DirectDoor, RoomFound } from './direct.ts'
import type { MediaStore } from './media.ts'
import { outcomeOf, refuse } from './outcome.ts'

type Deps = {
  api: Api
  me: string
  book: RoomBook
  memory: EventMemory
  door: DirectDoor
  media: MediaStore
  cursor(): Cursor
  now(): Date
}

const encrypted = refuse('encrypted', words.mayNotSend)
const nameless = (what: string) =>
  refuse('no-such-message', `The message is not known to the server under a name of its own, so it can’t be ${what}.`)

export function sender({ api, me, book, memory, door, media, cursor, now }: Deps) {
  const eventOf = (key: string): string | undefined =>
    isEventId(key) ? key : cursor().sent.find(([txn]) => txn === key)?.[1]

  async function roomFor(to: RemoteConversation): Promise<RoomFound> {
    if (to.kind === 'direct') return door.open(to.id)
    const room = book.find(to.id)
    return room
      ? { ok: true, room }
      : { ok: false, outcome: refuse('not-in-room', 'You are not in this room. Join it first.') }
  }

  async function put(
    room: Room,
    type: string,
    txn: string,
    content: object,
    signal?: AbortSignal,
  ): Promise<SendOutcome> {
    try {
      const { event_id: event } = await api.call(
        pathOf`/_matrix/client/v3/rooms/${room.id}/send/${type}/${txn}`,
        sentAnswer,
        { method: 'PUT', body: content, ...(signal ? { signal } : {}) },
      )
      rememberSent(cursor(), txn, event)
      return { kind: 'accepted', key: event, at: now() }
    } catch (error) {
      return outcomeOf(error)
    }
  }

  function relationTo(request: SendRequest): object {
    const target = request.replyTo === undefined ? undefined : eventOf(request.replyTo)
    if (target === undefined) return {}
    const author = request.quoted?.from.id
    const mentions = author !== undefined && author !== me && isUserId(author) ? { user_ids: [author] } : {}
    const root = memory.threadOf(target)
    const answers = { 'm.in_reply_to': { event_id: target } }
    return {
      'm.mentions': mentions,
      'm.relates_to':
        root === undefined ? answers : { rel_type: 'm.thread', event_id: root, is_falling_back: false, ...answers },
    }
  }

  async function fileContent(
    file: OutgoingFile,
    text: string,
    signal: AbortSignal,
  ): Promise<{ content: object } | SendOutcome> {
    const bytes = await file.bytes()
    const most = await media.limit()
    if (bytes.byteLength > most)
      return refuse(
        'file-too-large',
        `${file.name} has ${bytes.byteLength} bytes; your Matrix server takes ${most} at most.`,
      )
    const url = await media.upload(file, bytes, signal)
    const kind = /^(image|audio|video)\//.exec(file.mimeType)?.[1] ?? 'file'
    return {
      content: {
        msgtype: `m.${kind}`,
        body: text === '' ? file.name : text,
        filename: file.name,
        url,
        info: { mimetype: file.mimeType, size: bytes.byteLength },
      },
    }
  }

  /** The room, if it is there and may be written to. */
  async function openRoom(to: RemoteConversation): Promise<RoomFound> {
    const found = await roomFor(to)
    return found.ok && found.room.encrypted ? { ok: false, outcome: encrypted } : found
  }

  return {
    eventOf,
    async send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
      const [file, ...more] = request.files ?? []
      const text = request.text.trim()
      if (more.length > 0) return refuse('one-file', 'Matrix carries one file with a message. Send them one by one.')
      if (text === '' && !file) return refuse('empty', 'There is nothing to send.')
      const place = book.roomOf(request.to)
      const tool = place && book.bridgeOf(place)?.tool
      const { max } = capabilitiesOf(request.to, { encrypted: false, tool, maxFileBytes: undefined }).text
      const size = Buffer.byteLength(request.text)
      if (size > max)
        return refuse('too-long', `The message has ${size} bytes; ${max} are carried here at most. Please shorten it.`)
      const found = await openRoom(request.to)
      if (!found.ok) return found.outcome
      try {
        const filled = file
          ? await fileContent(file, text, signal)
          : { content: { msgtype: 'm.text', body: request.text } }
        if ('kind' in filled) return filled
        const content = { 'm.mentions': {}, ...filled.content, ...relationTo(request) }
        return await put(found.room, 'm.room.message', request.txn, content, signal)
      } catch (error) {
        // Until here only the file is on its way: sending it again makes no second message.
        const outcome = outcomeOf(error)
        return outcome.kind === 'unknown'
          ? { kind: 'later', retryAfterMs: 5_000, code: 'upload-failed', text: outcome.why }
          : outcome
      }
    },
    async edit(to: RemoteConversation, target: string, text: string, txn: string): Promise<SendOutcome> {
      const event = eventOf(target)
      if (event === undefined) return nameless('corrected')
      if (text.trim() === '') return refuse('empty', 'There is nothing to send.')
      const found = await openRoom(to)
      if (!found.ok) return found.outcome
      const body = { msgtype: 'm.text', body: text, 'm.mentions': {} }
      return put(found.room, 'm.room.message', txn, {
        ...body,
        body: `* ${text}`,
        'm.new_content': body,
        'm.relates_to': { rel_type: 'm.replace', event_id: event },
      })
    },
    async retract(to: RemoteConversation, target: string, txn: string): Promise<SendOutcome> {
      const event = eventOf(target)
      if (event === undefined) return nameless('taken back')
      const found = await roomFor(to)
      return found.ok ? redact(found.room, event, txn) : found.outcome
    },
    async react(to: RemoteConversation, target: string, emoji: readonly string[], txn: string): Promise<SendOutcome> {
      const event = eventOf(target)
      if (event === undefined) return nameless('reacted to')
      const found = await openRoom(to)
      if (!found.ok) return found.outcome
      try {
        const mine = await ownReactions(found.room, event)
        let last: SendOutcome = { kind: 'accepted', key: `reactions:${txn}`, at: now() }
        for (const [at, each] of mine.filter(given => !emoji.includes(given.emoji)).entries()) {
          last = await redact(found.room, each.event, `${txn}.${at}`)
          if (last.kind !== 'accepted') return last
        }
        const wanted = emoji.filter(each => !mine.some(given => given.emoji === each))
        for (const [at, key] of wanted.entries()) {
          const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key } }
          last = await put(found.room, 'm.reaction', at === 0 ? txn : `${txn}+${at}`, content)
          if (last.kind !== 'accepted') return last
        }
        return last
      } catch (error) {
        return outcomeOf(error)
      }
    },
    async invite(person: RemoteId, request: { txn: string; text?: string }, signal: AbortSignal): Promise<SendOutcome> {
      const known = door.find(person)
      if (known && book.membershipOf(known, person) === 'join')
        return refuse('already-connected', 'You have a conversation with them already. Write there.')
      if (openInvitesFrom(cursor(), person).length > 0)
        return refuse('they-asked', 'They have asked you already. Accept that, and you are connected.')
      const found = await door.open(person)
      if (!found.ok) return found.outcome
      const asked: SendOutcome = { kind: 'accepted', key: `asked:${found.room.id}`, at: now() }
      if (!request.text || request.text.trim() === '') return asked
      // The words wait in the room for whoever comes in. An encrypted one is entered without them.
      if (found.room.encrypted) return asked
      return put(
        found.room,
        'm.room.message',
        request.txn,
        { msgtype: 'm.text', body: request.text, 'm.mentions': {} },
        signal,
      )
    },
    async answer(person: RemoteId, accept: boolean): Promise<SendOutcome> {
      const rooms = openInvitesFrom(cursor(), person)
      const known = door.find(person)
      // The answer before this one arrived, and the word of it was lost.
      if (rooms.length === 0 && accept && known && book.membershipOf(known, person) === 'join')
        return { kind: 'accepted', key: `answer:${known.id}`, at: now() }
      if (rooms.length === 0) return refuse('no-invitation', 'Nobody with this address asks to be connected now.')
      try {
        for (const id of rooms) {
          if (accept) {
            await api.call(pathOf`/_matrix/client/v3/join/${id}`, roomAnswer, { method: 'POST', body: {} })
            await door.remember(person, id)
          } else await api.call(pathOf`/_matrix/client/v3/rooms/${id}/leave`, nothing, { method: 'POST', body: {} })
          closeInvite(cursor(), id)
        }
        return { kind: 'accepted', key: `answer:${rooms.join(',')}:${now().getTime()}`, at: now() }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    async join(address: RemoteId): Promise<SendOutcome> {
      const typed = address.trim()
      const id = /^https?:\/\/matrix\.to\/#\/([^?]+)/i.exec(typed)?.[1] ?? typed
      const wanted = decodeURIComponent(id)
      if (!isRoomAddress(wanted))
        return refuse('no-address', `“${typed}” is no room. It looks like this: #gardens:example.org.`)
      try {
        const via = wanted.startsWith('!') && wanted.includes(':') ? { via: serverNameOf(wanted) } : {}
        const { room_id: room } = await api.call(pathOf`/_matrix/client/v3/join/${wanted}`, roomAnswer, {
          method: 'POST',
          query: via,
          body: {},
        })
        closeInvite(cursor(), room)
        book.enter(room)
        return { kind: 'accepted', key: `joined:${room}:${now().getTime()}`, at: now() }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    async leave(room: RemoteId): Promise<SendOutcome> {
      try {
        await api.call(pathOf`/_matrix/client/v3/rooms/${room}/leave`, nothing, { method: 'POST', body: {} })
        book.forget(room)
        return { kind: 'accepted', key: `left:${room}:${now().getTime()}`, at: now() }
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }

  async function redact(room: Room, event: string, txn: string): Promise<SendOutcome> {
    try {
      const { event_id: key } = await api.call(
        pathOf`/_matrix/client/v3/rooms/${room.id}/redact/${event}/${txn}`,
        sentAnswer,
        { method: 'PUT', body: {} },
      )
      return { kind: 'accepted', key, at: now() }
    } catch (error) {
      return outcomeOf(error)
    }
  }

  async function ownReactions(room: Room, target: string): Promise<{ event: string; emoji: string }[]> {
    if (memory.isWhole(target)) return memory.reactionsOf(target, me)
    const { chunk } = await api.call(
      pathOf`/_matrix/client/v1/rooms/${room.id}/relations/${target}/m.annotation/m.reaction`,
      relationsAnswer,
      { query: { limit: 100 } },
    )
    return chunk.flatMap(event => {
      const relates: unknown = event.content['m.relates_to']
      const emoji: unknown = typeof relates === 'object' && relates !== null ? Reflect.get(relates, 'key') : undefined
      return event.sender === me && typeof emoji === 'string' ? [{ event: event.event_id, emoji }] : []
    })
  }
}

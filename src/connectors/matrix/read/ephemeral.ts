import type { NetworkEvent, Signal } from '../../contract.ts'
import type { SmallEvent } from '../wire/shapes.ts'
import type { Reading } from './inbound.ts'
import type { Room } from './rooms.ts'

/** Who has read how far. Of a conversation between two only the other side counts; a bridge's bot says that the network has it. */
export function receiptsOf(reading: Reading, room: Room, event: SmallEvent): NetworkEvent[] {
  const { book, memory, txnOf } = reading
  const conversation = book.conversationOf(room)
  if (conversation.kind !== 'direct') return []
  const bot = book.bridgeOf(room)?.bot
  return Object.entries(event.content).flatMap(([at, kinds]) =>
    readersIn(kinds).flatMap(({ user, ts }): NetworkEvent[] => {
      const state = user === conversation.id ? 'read' : user === bot ? 'delivered' : undefined
      if (state === undefined) return []
      const up = memory.ownUpTo(room.id, at) ?? at
      return [
        {
          kind: 'receipt',
          key: `${state}:${user}:${at}`,
          target: txnOf(up) ?? up,
          conversation,
          state,
          at: new Date(Math.min(ts, reading.now().getTime())),
        },
      ]
    }),
  )
}

function readersIn(kinds: unknown): { user: string; ts: number }[] {
  const read: unknown = typeof kinds === 'object' && kinds !== null ? Reflect.get(kinds, 'm.read') : undefined
  if (typeof read !== 'object' || read === null) return []
  return Object.entries(read).flatMap(([user, about]: [string, unknown]) => {
    const ts: unknown = typeof about === 'object' && about !== null ? Reflect.get(about, 'ts') : undefined
    return typeof ts === 'number' ? [{ user, ts }] : []
  })
}

/** Typing as the server tells it is always the whole list; presence is told of those we talk with. */
export function passingStates(me: string) {
  const typing = new Map<string, ReadonlySet<string>>()
  const heard = new Map<string, Presence>()
  const told = new Map<string, string>()

  return {
    typingOf({ book }: Reading, room: Room, event: SmallEvent): Signal[] {
      const listed = Array.isArray(event.content.user_ids) ? event.content.user_ids : []
      const now = new Set(listed.filter((each): each is string => typeof each === 'string' && each !== me))
      const before = typing.get(room.id) ?? new Set()
      typing.set(room.id, now)
      const conversation = book.conversationOf(room)
      const tell = (user: string, on: boolean): Signal => ({
        kind: 'typing',
        conversation,
        person: book.personOf(room, user),
        on,
      })
      return [
        ...[...now].filter(user => !before.has(user)).map(user => tell(user, true)),
        ...[...before].filter(user => !now.has(user)).map(user => tell(user, false)),
      ]
    },
    hearPresence(events: readonly SmallEvent[]): void {
      for (const event of events) {
        const presence = readPresence(event)
        if (!presence || event.sender === undefined || event.sender === me) continue
        heard.delete(event.sender)
        heard.set(event.sender, presence)
      }
      for (const user of heard.keys()) {
        if (heard.size <= 5_000) break
        heard.delete(user)
      }
    },
    /** What changed for people that we have a conversation with. */
    presenceOf({ book }: Reading): Signal[] {
      const peers = new Map(
        book.all().flatMap(room => {
          const peer = book.peerOf(room)
          return peer === undefined ? [] : [[peer, room] as const]
        }),
      )
      return [...peers].flatMap(([user, room]): Signal[] => {
        const presence = heard.get(user)
        if (!presence) return []
        const mark = `${presence.state} ${presence.status ?? ''}`
        const before = told.get(user)
        if (before === mark) return []
        told.set(user, mark)
        if (before === undefined && presence.state === 'off') return []
        const { state, status } = presence
        return [
          { kind: 'presence', person: book.personOf(room, user), state, ...(status === undefined ? {} : { status }) },
        ]
      })
    },
    /** The connection is gone: nobody is seen any more. */
    lose(): Signal[] {
      const off = [...told].flatMap(([id, mark]): Signal[] =>
        mark.startsWith('off') ? [] : [{ kind: 'presence', person: { id }, state: 'off' }],
      )
      told.clear()
      typing.clear()
      return off
    },
  }
}

type Presence = { state: 'online' | 'away' | 'off'; status: string | undefined }

const states: ReadonlyMap<string, Presence['state']> = new Map([
  ['online', 'online'],
  ['unavailable', 'away'],
  ['offline', 'off'],
])

function readPresence({ type, content }: SmallEvent): Presence | undefined {
  const state = type === 'm.presence' && typeof content.presence === 'string' ? states.get(content.presence) : undefined
  if (state === undefined) return undefined
  const status = typeof content.status_msg === 'string' && content.status_msg !== '' ? content.status_msg : undefined
  return { state, status }
}

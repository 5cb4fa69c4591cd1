import { minuteMs } from '#kernel/clock.ts'
import type { NetworkEvent, RemoteConversation, RoomMember, RoomView, SendOutcome } from '../../contract.ts'
import { gapEvent } from '../catch-up.ts'
import type { Cursor } from '../cursor.ts'
import { bareOf, fullOf, resourceOf } from '../jid.ts'
import { ns } from '../namespaces.ts'
import type { XmppStream } from '../stream/stream.ts'
import { stanzaErrorOf } from '../stream/wire.ts'
import { attribute, type Element, xml } from '../xml.ts'
import type { Bookmark } from './bookmarks.ts'
import { enteringText, removalOf } from './words.ts'

const enterMs = 20_000
const otherNames = 3

type Room = {
  inside: boolean
  title: string | undefined
  subject: string | undefined
  /** Whether it keeps an archive that we may read. */
  archived: boolean
  members: Map<string, RoomMember>
  heardAtMs: number
}

type Deps = {
  cursor: () => Cursor
  now: () => Date
  stream: () => XmppStream | undefined
  /** Inside: what was said while we were not is read now. */
  entered(room: RemoteConversation, archived: boolean, first: boolean): void
  /** Must be entered again, for the room no longer has us. */
  lost(room: string): void
}

/** Rooms (XEP-0045): those in the cursor are entered again after each reconnect. */
export function roomBook({ cursor, now, stream, entered, lost }: Deps) {
  const rooms = new Map<string, Room>()
  const entering = new Map<string, (presence: Element) => void>()
  const bookmarks = new Map<string, Bookmark>()

  const roomOf = (id: string): Room => {
    const known = rooms.get(id)
    if (known) return known
    const members = new Map<string, RoomMember>()
    const made = { inside: false, title: undefined, subject: undefined, archived: false, members, heardAtMs: 0 }
    rooms.set(id, made)
    return made
  }
  const conversation = (id: string): RemoteConversation => {
    const title = rooms.get(id)?.title ?? bookmarks.get(id)?.name
    return { id, kind: 'room', ...(title ? { title } : {}) }
  }

  /** Resolves with the room's answer to our presence: ourselves inside, or an error. */
  function ask(
    opened: XmppStream,
    id: string,
    nick: string,
    history: Record<string, string>,
  ): Promise<Element | undefined> {
    return new Promise(resolve => {
      const settle = (answer: Element | undefined) => {
        clearTimeout(timer)
        entering.delete(id)
        resolve(answer)
      }
      const timer = setTimeout(() => settle(undefined), enterMs)
      entering.set(id, settle)
      opened.post(xml('presence', { to: `${id}/${nick}` }, xml('x', { xmlns: ns.muc }, xml('history', history))))
    })
  }

  async function enter(id: string, wish: string): Promise<SendOutcome> {
    const opened = stream()
    if (!opened) return { kind: 'unknown', why: 'The connection is gone.' }
    const known = cursor().rooms[id]
    const room = roomOf(id)
    cursor().rooms[id] = { ...known, nick: wish, at: known?.at ?? now().toISOString() }
    const about = await opened.iq('get', id, xml('query', { xmlns: ns.disco }))
    if (about.ok) {
      const query = about.iq.getChild('query', ns.disco)
      room.archived = (query?.getChildrenByAttr('var', ns.mam).length ?? 0) > 0
      room.title = attribute(query?.getChild('identity'), 'name') ?? room.title
    }
    const history = room.archived || !known ? { maxstanzas: '0' } : { since: known.at }
    let nick = wish
    for (let tried = 0; ; tried += 1) {
      const place = cursor().rooms[id]
      if (place) place.nick = nick
      const answer = await ask(opened, id, nick, history)
      if (!answer) return { kind: 'unknown', why: 'The room did not answer.' }
      if (attribute(answer, 'type') !== 'error') {
        room.inside = true
        room.heardAtMs = now().getTime()
        if (isNew(answer))
          await opened.iq('set', id, xml('query', { xmlns: ns.mucOwner }, xml('x', { xmlns: ns.form, type: 'submit' })))
        entered(conversation(id), room.archived, known === undefined)
        return { kind: 'accepted', key: `joined:${id}`, at: now() }
      }
      const { condition, text } = stanzaErrorOf(answer)
      if (condition === 'conflict' && tried < otherNames) {
        nick = `${nick}_`
        continue
      }
      delete cursor().rooms[id]
      return { kind: 'refused', code: condition, text: enteringText(condition, text) }
    }
  }

  function takeOwn(id: string, presence: Element, events: NetworkEvent[]): void {
    const room = roomOf(id)
    const place = cursor().rooms[id]
    const nick = resourceOf(attribute(presence, 'from') ?? '')
    if (attribute(presence, 'type') === undefined) {
      if (nick && place) place.nick = nick
      return
    }
    const renamed = attribute(presence.getChild('x', ns.mucUser)?.getChild('item'), 'nick')
    const removal = removalOf(presence)
    if (!removal) {
      if (renamed && place) place.nick = renamed
      return
    }
    room.inside = false
    room.members.clear()
    if (!place) return
    if (removal.comeBack) {
      lost(id)
      return
    }
    delete cursor().rooms[id]
    const at = now()
    if (removal.why !== '') events.push(gapEvent(at.toISOString(), at, removal.why, conversation(id)))
  }

  function takeMember(room: Room, nick: string, presence: Element): void {
    const item = presence.getChild('x', ns.mucUser)?.getChild('item')
    if (attribute(presence, 'type') === 'unavailable') {
      room.members.delete(nick)
      return
    }
    const jid = attribute(item, 'jid')
    const affiliation = attribute(item, 'affiliation')
    const role = affiliation === 'owner' || affiliation === 'admin' || affiliation === 'member' ? affiliation : 'guest'
    // Who hides their address is written to through the room (XEP-0045 7.5).
    room.members.set(nick, { name: nick, role, id: jid ? bareOf(jid) : fullOf(attribute(presence, 'from') ?? '') })
  }

  return {
    conversation,
    enter,
    bookmarks,
    nickIn: (id: string): string | undefined => cursor().rooms[id]?.nick,
    isInside: (id: string): boolean => rooms.get(id)?.inside ?? false,
    leave(id: string): void {
      const nick = cursor().rooms[id]?.nick
      if (nick !== undefined) stream()?.post(xml('presence', { to: `${id}/${nick}`, type: 'unavailable' }))
      delete cursor().rooms[id]
      rooms.delete(id)
    },
    /** After a break nobody is known to be inside anywhere. */
    reset(): void {
      rooms.clear()
      for (const settle of [...entering.values()]) settle(xml('presence', { type: 'error' }))
    },
    heard(id: string, at: Date): void {
      roomOf(id).heardAtMs = now().getTime()
      const place = cursor().rooms[id]
      if (place && place.at < at.toISOString()) place.at = at.toISOString()
    },
    subject(message: Element): boolean {
      const subject = message.getChild('subject')
      const id = bareOf(attribute(message, 'from') ?? '')
      if (!subject || message.getChild('body') || attribute(message, 'type') !== 'groupchat' || !rooms.has(id))
        return false
      roomOf(id).subject = subject.getText().trim() || undefined
      return true
    },
    /** True when the presence belongs to a room and so is not a contact's. */
    take(presence: Element, events: NetworkEvent[]): boolean {
      const from = attribute(presence, 'from') ?? ''
      const id = bareOf(from)
      const settle = entering.get(id)
      if (!settle && !cursor().rooms[id] && !rooms.has(id)) return false
      const type = attribute(presence, 'type')
      if (type === 'error') {
        settle?.(presence)
        return true
      }
      const nick = resourceOf(from)
      const self = statusOf(presence).has('110') || (type !== undefined && nick === cursor().rooms[id]?.nick)
      if (nick) takeMember(roomOf(id), nick, presence)
      if (self) takeOwn(id, presence, events)
      if (self && type === undefined) settle?.(presence)
      return true
    },
    /** XEP-0410: asks each quiet room whether it still has us; a restarted server has forgotten us without a word. */
    async check(quietMs: number): Promise<void> {
      const opened = stream()
      const at = now().getTime()
      const quiet = [...rooms].filter(([, room]) => room.inside && at - room.heardAtMs >= quietMs)
      await Promise.all(
        quiet.map(async ([id, room]) => {
          const nick = cursor().rooms[id]?.nick
          if (!opened || nick === undefined) return
          const answer = await opened.iq('get', `${id}/${nick}`, xml('ping', { xmlns: ns.ping }))
          if (answer.ok || stillThere.has(answer.condition)) room.heardAtMs = now().getTime()
          else if (answer.condition !== 'closed' && answer.condition !== 'timeout' && cursor().rooms[id]) {
            room.inside = false
            lost(id)
          }
        }),
      )
    },
    list(): RoomView[] {
      const all = new Set([...rooms.keys(), ...Object.keys(cursor().rooms), ...bookmarks.keys()])
      return [...all].map(id => {
        const room = rooms.get(id)
        const { title } = conversation(id)
        const nick = room?.inside ? cursor().rooms[id]?.nick : undefined
        return {
          id,
          members: [...(room?.members.values() ?? [])],
          ...(title ? { title } : {}),
          ...(room?.subject ? { subject: room.subject } : {}),
          ...(nick === undefined ? {} : { nick }),
        }
      })
    },
  }
}

export const selfPingMs = 5 * minuteMs
/** Our own client need not answer; that the room passed it on is enough. */
const stillThere = new Set(['service-unavailable', 'feature-not-implemented', 'item-not-found'])

function statusOf(presence: Element): Set<string> {
  const statuses = presence.getChild('x', ns.mucUser)?.getChildren('status') ?? []
  return new Set(statuses.flatMap(status => attribute(status, 'code') ?? []))
}

const isNew = (presence: Element) => statusOf(presence).has('201')

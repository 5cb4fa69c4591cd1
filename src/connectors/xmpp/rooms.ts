import type { SendOutcome } from '../contract.ts'
import type { Cursor } from './cursor.ts'
import { refusalText } from './inbound.ts'
import { bareOf, resourceOf } from './jid.ts'
import { ns } from './namespaces.ts'
import type { XmppStream } from './stream/stream.ts'
import { stanzaErrorOf } from './stream/wire.ts'
import { attribute, type Element, xml } from './xml.ts'

const enterMs = 20_000

/** Rooms (XEP-0045): those in the cursor are entered again after each reconnect, from the last message seen. */
export function roomBook(cursor: () => Cursor, now: () => Date) {
  const waiting = new Map<string, (outcome: SendOutcome) => void>()
  return {
    nickIn: (room: string): string | undefined => cursor().rooms[room]?.nick,
    enter(stream: XmppStream, room: string, nick: string): Promise<SendOutcome> {
      const known = cursor().rooms[room]
      const since = known?.at ?? now().toISOString()
      cursor().rooms[room] = { nick, at: since }
      return new Promise(resolve => {
        const settle = (outcome: SendOutcome) => {
          clearTimeout(timer)
          waiting.delete(room)
          if (outcome.kind === 'refused') delete cursor().rooms[room]
          resolve(outcome)
        }
        const timer = setTimeout(() => settle({ kind: 'unknown', why: 'The room did not answer.' }), enterMs)
        waiting.set(room, settle)
        const history = known ? { since } : { maxstanzas: '0' }
        stream.post(xml('presence', { to: `${room}/${nick}` }, xml('x', { xmlns: ns.muc }, xml('history', history))))
      })
    },
    leave(stream: XmppStream, room: string): void {
      const nick = cursor().rooms[room]?.nick
      if (nick !== undefined) stream.post(xml('presence', { to: `${room}/${nick}`, type: 'unavailable' }))
      delete cursor().rooms[room]
    },
    heard(room: string, at: Date): void {
      const known = cursor().rooms[room]
      if (known && known.at < at.toISOString()) known.at = at.toISOString()
    },
    /** True when the presence belongs to a room and so is not a contact's. */
    take(presence: Element): boolean {
      const from = attribute(presence, 'from') ?? ''
      const room = bareOf(from)
      const settle = waiting.get(room)
      if (!settle && !cursor().rooms[room]) return false
      const type = attribute(presence, 'type')
      const x = presence.getChild('x', ns.mucUser)
      const self = x?.getChildren('status').some(status => attribute(status, 'code') === '110') ?? false
      if (type === 'error') {
        const { condition, text } = stanzaErrorOf(presence)
        settle?.({ kind: 'refused', code: condition, text: refusalText(condition, text) })
      } else if (self && type === undefined) {
        const nick = resourceOf(from)
        const known = cursor().rooms[room]
        if (nick && known) known.nick = nick
        settle?.({ kind: 'accepted', key: `joined:${room}`, at: now() })
      }
      return true
    },
  }
}

import type { Host, NetworkEvent, Signal } from '../contract.ts'
import { discoAnswer } from './caps.ts'
import { forgetRequest, moveContact, rosterItems, stateOf } from './contacts.ts'
import type { Cursor } from './cursor.ts'
import { archiveIdOf, eventsOf, type Reading, type Received, receiptAskedBy, typingOf, unwrap } from './inbound.ts'
import { bareOf } from './jid.ts'
import { ns } from './namespaces.ts'
import { receiptStanza } from './outgoing.ts'
import type { ownSends } from './own-sends.ts'
import type { presenceBook } from './presence.ts'
import type { roomBook } from './rooms/book.ts'
import { bookmarkNews } from './rooms/bookmarks.ts'
import type { roomSends } from './rooms/sends.ts'
import { stanzaErrorOf } from './stream/wire.ts'
import { attribute, childIn, type Element, xml } from './xml.ts'

/** What a batch of stanzas comes to. Receipts go out once the events are committed. */
export type Taken = { events: NetworkEvent[]; signals: Signal[]; receipts: Element[] }

type Deps = {
  own: string
  now: () => Date
  cursor: () => Cursor
  reading: () => Reading
  rooms: ReturnType<typeof roomBook>
  sends: ReturnType<typeof roomSends>
  owns: ReturnType<typeof ownSends>
  book: ReturnType<typeof presenceBook>
  log: Host['log']
  post(stanza: Element): void
  followBookmarks(news: NonNullable<ReturnType<typeof bookmarkNews>>): void
}

/** Live stanzas become events, signals and answers, in the order in which they came. */
export function stanzaReader({
  own,
  now,
  cursor,
  reading,
  rooms,
  sends,
  owns,
  book,
  log,
  post,
  followBookmarks,
}: Deps) {
  const trusted = new Map<string, { asked: boolean; seesUs: boolean }>()
  /** What the archive told already and the stream will tell again. */
  const caughtUp = new Set<string>()
  const roomsCatchingUp = new Set<string>()

  function takeMessage(stanza: Element, at: Date, { events, signals, receipts }: Taken): void {
    const bookmarks = bookmarkNews(stanza, own)
    if (bookmarks) {
      followBookmarks(bookmarks)
      return
    }
    if (rooms.subject(stanza)) return
    const received = unwrap(stanza, own)
    if (!received) return
    // When it came, not when its turn came: what an archive tells later of the time between would stand before it.
    const context = { ...reading(), now: at }
    const typing = typingOf(received.message, context)
    if (typing) signals.push(typing)
    const id = archiveIdOf(received, own)
    if (id && caughtUp.delete(id)) return
    const found = eventsOf(received, context).filter(event => event.kind !== 'failed' || !sends.settled(event.target))
    events.push(...found)
    if (id) {
      owns.moved(context.now)
      cursor().archive = id
    }
    if (found.length > 0) cursor().at = context.now.toISOString()
    for (const event of found) {
      if (event.kind !== 'message') continue
      if (event.conversation.kind === 'room') {
        heardInRoom(received, event.conversation.id, event.sentAt)
        if (event.own) sends.shown(event.key, archiveIdOf(received, event.conversation.id))
      }
      const asked = event.own ? undefined : receiptAskedBy(received.message)
      if (asked && trusted.get(bareOf(asked.to))?.seesUs) receipts.push(receiptStanza(asked.to, asked.id))
    }
  }

  /** Until a room is caught up its place stays: what came before the live message may still be missing. */
  function heardInRoom(received: Received, room: string, at: Date): void {
    if (roomsCatchingUp.has(room)) return
    rooms.heard(room, at)
    const place = cursor().rooms[room]
    const id = archiveIdOf(received, room)
    if (place && id) place.archive = id
  }

  function takePresence(stanza: Element, { events, signals }: Taken): void {
    if (rooms.take(stanza, events)) return
    const jid = bareOf(attribute(stanza, 'from') ?? own)
    const type = attribute(stanza, 'type')
    if (type === 'subscribe') {
      const known = trusted.get(jid)
      if (known?.asked) post(xml('presence', { to: jid, type: 'subscribed' }))
      else {
        const name = stanza.getChildText('nick', ns.nick) ?? undefined
        events.push(...moveContact(cursor().contacts, { jid, name }, 'asks-us', now()))
      }
    } else if (type === 'unsubscribe') forgetRequest(cursor().contacts, jid)
    else if (type === 'error') {
      const { condition } = stanzaErrorOf(stanza)
      if (cursor().contacts[jid]?.startsWith('asked:')) {
        log.info({ condition }, 'xmpp invitation came back')
        events.push(...moveContact(cursor().contacts, { jid }, 'refused', now()))
      }
    } else if (jid !== own) {
      const signal = book.take(stanza)
      if (signal) signals.push(signal)
    }
  }

  function takeIq(stanza: Element, { events }: Taken): void {
    const type = attribute(stanza, 'type')
    const sender = attribute(stanza, 'from')
    if (type !== 'get' && type !== 'set') return
    const reply = { id: attribute(stanza, 'id') ?? '', ...(sender ? { to: sender } : {}) }
    const roster = stanza.getChild('query', ns.roster)
    if (type === 'set' && roster && (sender === undefined || bareOf(sender) === own)) {
      events.push(...takeRoster(roster))
      post(xml('iq', { type: 'result', ...reply }))
    } else if (type === 'get' && childIn(stanza, ns.ping)) post(xml('iq', { type: 'result', ...reply }))
    else if (type === 'get' && childIn(stanza, ns.disco)) {
      const node = attribute(stanza.getChild('query', ns.disco), 'node')
      post(xml('iq', { type: 'result', ...reply }, discoAnswer(node)))
    } else {
      const condition = xml('service-unavailable', { xmlns: 'urn:ietf:params:xml:ns:xmpp-stanzas' })
      post(xml('iq', { type: 'error', ...reply }, xml('error', { type: 'cancel' }, condition)))
    }
  }

  function takeRoster(query: Element): NetworkEvent[] {
    return rosterItems(query).flatMap(item => {
      trust(item)
      return moveContact(cursor().contacts, item, stateOf(item), now())
    })
  }

  function trust(item: { jid: string; subscription: string; asking: boolean }): void {
    const { subscription } = item
    trusted.set(item.jid, {
      asked: item.asking || subscription === 'to' || subscription === 'both',
      seesUs: subscription === 'from' || subscription === 'both',
    })
  }

  return {
    trusted,
    caughtUp,
    roomsCatchingUp,
    trust,
    /** `at`: when it came off the wire. */
    take(stanza: Element, at: Date, into: Taken): void {
      const name = stanza.getName()
      if (name === 'message') takeMessage(stanza, at, into)
      else if (name === 'presence') takePresence(stanza, into)
      else takeIq(stanza, into)
    },
    /** A new session knows nothing of it. */
    reset(): void {
      trusted.clear()
      caughtUp.clear()
      roomsCatchingUp.clear()
    },
  }
}

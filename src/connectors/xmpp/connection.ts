import type { Host, NetworkEvent, RemoteId, SendOutcome, Signal } from '../contract.ts'
import type { XmppAccount } from './account.ts'
import { archiveReader } from './archive.ts'
import { catchUp, gapEvent } from './catch-up.ts'
import { forgetRequest, moveContact, reconcile, rosterItems, stateOf } from './contacts.ts'
import { type Cursor, historyUntil } from './cursor.ts'
import { archiveIdOf, eventsOf, type Reading, receiptAskedBy, typingOf, unwrap } from './inbound.ts'
import { bareOf } from './jid.ts'
import { ns } from './namespaces.ts'
import { deliver, receiptStanza } from './outgoing.ts'
import { presenceBook } from './presence.ts'
import { roomBook } from './rooms.ts'
import { StreamFailure } from './stream/failure.ts'
import { type Incoming, openStream, type XmppStream } from './stream/stream.ts'
import { stanzaErrorOf } from './stream/wire.ts'
import { attribute, childIn, type Element, xml } from './xml.ts'

type Deps = {
  account: XmppAccount
  host: Host
  now: () => Date
  cursor: Cursor
  presence: () => Element
}

export type Connection = ReturnType<typeof connection>

const batchSize = 100

/** One stream's life: log in, roster, catch up, then live stanzas in order; nothing is acknowledged before it is committed. */
export function connection({ account, host, now, cursor: from, presence }: Deps) {
  const own = account.jid
  const cursor = structuredClone(from)
  let committed = from
  let stream: XmppStream | undefined
  let ready = false
  let wasReady = false
  let archived = false
  let fault: StreamFailure | undefined
  const book = presenceBook()
  const rooms = roomBook(() => cursor, now)
  const archive = archiveReader(() => stream, own)
  const trusted = new Map<string, { asked: boolean; seesUs: boolean }>()
  const caughtUp = new Set<string>()
  const waiting: Incoming[] = []
  let pumping = false

  const reading = (): Reading => ({ own, now: now(), historyUntil: historyUntil(cursor), nickIn: rooms.nickIn })

  async function commit(events: readonly NetworkEvent[]): Promise<void> {
    const snapshot = structuredClone(cursor)
    await host.commit(events, JSON.stringify(snapshot))
    committed = snapshot
  }

  function onStanza(incoming: Incoming): void {
    if (incoming.stanza.getName() === 'message' && archive.take(incoming.stanza)) incoming.done()
    else {
      waiting.push(incoming)
      void pump()
    }
  }

  async function pump(): Promise<void> {
    if (pumping || !ready) return
    pumping = true
    try {
      while (waiting.length > 0 && ready) await handle(waiting.splice(0, batchSize))
    } catch (error) {
      broke(error)
    } finally {
      pumping = false
    }
  }

  async function handle(batch: readonly Incoming[]): Promise<void> {
    const events: NetworkEvent[] = []
    const signals: Signal[] = []
    const receipts: Element[] = []
    for (const { stanza } of batch) {
      const name = stanza.getName()
      if (name === 'message') takeMessage(stanza, events, signals, receipts)
      else if (name === 'presence') takePresence(stanza, events, signals)
      else takeIq(stanza, events)
    }
    if (signals.length > 0) host.signal(signals)
    if (events.length > 0) await commit(events)
    for (const { done } of batch) done()
    for (const receipt of receipts) stream?.post(receipt)
  }

  function takeMessage(stanza: Element, events: NetworkEvent[], signals: Signal[], receipts: Element[]): void {
    const received = unwrap(stanza, own)
    if (!received) return
    const context = reading()
    const typing = typingOf(received.message, context)
    if (typing) signals.push(typing)
    const id = archiveIdOf(received, own)
    if (id && caughtUp.delete(id)) return
    const found = eventsOf(received, context)
    events.push(...found)
    if (id) cursor.archive = id
    if (found.length > 0) cursor.at = context.now.toISOString()
    for (const event of found) {
      if (event.kind !== 'message') continue
      if (event.conversation.kind === 'room') rooms.heard(event.conversation.id, event.sentAt)
      const asked = event.own ? undefined : receiptAskedBy(received.message)
      if (asked && trusted.get(bareOf(asked.to))?.seesUs) receipts.push(receiptStanza(asked.to, asked.id))
    }
  }

  function takePresence(stanza: Element, events: NetworkEvent[], signals: Signal[]): void {
    if (rooms.take(stanza)) return
    const jid = bareOf(attribute(stanza, 'from') ?? own)
    const type = attribute(stanza, 'type')
    if (type === 'subscribe') {
      const known = trusted.get(jid)
      if (known?.asked) stream?.post(xml('presence', { to: jid, type: 'subscribed' }))
      else {
        const name = stanza.getChildText('nick', 'http://jabber.org/protocol/nick') ?? undefined
        events.push(...moveContact(cursor.contacts, { jid, name }, 'asks-us', now()))
      }
    } else if (type === 'unsubscribe') forgetRequest(cursor.contacts, jid)
    else if (type === 'error') {
      const { condition } = stanzaErrorOf(stanza)
      if (cursor.contacts[jid]?.startsWith('asked:')) {
        host.log.info({ condition }, 'xmpp invitation came back')
        events.push(...moveContact(cursor.contacts, { jid }, 'refused', now()))
      }
    } else if (jid !== own) {
      const signal = book.take(stanza)
      if (signal) signals.push(signal)
    }
  }

  function takeIq(stanza: Element, events: NetworkEvent[]): void {
    const type = attribute(stanza, 'type')
    const sender = attribute(stanza, 'from')
    if (type !== 'get' && type !== 'set') return
    const reply = { id: attribute(stanza, 'id') ?? '', ...(sender ? { to: sender } : {}) }
    const roster = stanza.getChild('query', ns.roster)
    if (type === 'set' && roster && (sender === undefined || bareOf(sender) === own)) {
      events.push(...takeRoster(roster))
      stream?.post(xml('iq', { type: 'result', ...reply }))
    } else if (type === 'get' && childIn(stanza, ns.ping)) stream?.post(xml('iq', { type: 'result', ...reply }))
    else {
      const condition = xml('service-unavailable', { xmlns: 'urn:ietf:params:xml:ns:xmpp-stanzas' })
      stream?.post(xml('iq', { type: 'error', ...reply }, xml('error', { type: 'cancel' }, condition)))
    }
  }

  function takeRoster(query: Element): NetworkEvent[] {
    return rosterItems(query).flatMap(item => {
      trust(item)
      return moveContact(cursor.contacts, item, stateOf(item), now())
    })
  }

  function trust(item: { jid: string; subscription: string; asking: boolean }): void {
    const { subscription } = item
    trusted.set(item.jid, {
      asked: item.asking || subscription === 'to' || subscription === 'both',
      seesUs: subscription === 'from' || subscription === 'both',
    })
  }

  async function settleIn(opened: XmppStream): Promise<void> {
    host.state({ kind: 'catching-up', since: new Date(cursor.at) })
    await opened.iq('set', undefined, xml('enable', { xmlns: ns.carbons }))
    const features = await opened.iq('get', own, xml('query', { xmlns: ns.disco }))
    archived =
      features.ok && (features.iq.getChild('query', ns.disco)?.getChildrenByAttr('var', ns.mam).length ?? 0) > 0
    const roster = await opened.iq('get', undefined, xml('query', { xmlns: ns.roster }))
    const events: NetworkEvent[] = []
    if (roster.ok) {
      const items = rosterItems(roster.iq.getChild('query', ns.roster))
      for (const item of items) trust(item)
      events.push(...reconcile(cursor.contacts, items, now()))
    }
    if (events.length > 0) await commit(events)
    // Presence first: what is archived after the catch-up's last page then also arrives live.
    opened.post(presence())
    const first = cursor.importing
    const before = cursor.at
    const seen = (id: string | undefined) => id !== undefined && caughtUp.add(id)
    const outcome = archived
      ? await catchUp({
          archive,
          cursor,
          reading,
          historyDays: account.historyDays,
          commit,
          seen: each => seen(each.archiveId),
        })
      : 'no-archive'
    if (outcome === 'broken') return opened.close()
    if (outcome === 'no-archive') {
      cursor.at = now().toISOString()
      cursor.importing = false
      await commit(
        first
          ? []
          : [
              gapEvent(
                before,
                now(),
                'This server keeps no archive: messages that other programs took may be missing.',
              ),
            ],
      )
    }
    for (const [room, { nick }] of Object.entries(cursor.rooms)) void rooms.enter(opened, room, nick)
    ready = true
    wasReady = true
    host.state({ kind: 'connected' })
    void pump()
  }

  function broke(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error)
    fault = new StreamFailure('server-closed', 'What arrived could not be stored; Kith fetches it again.', error)
    host.log.warn({ why }, 'xmpp commit failed')
    ready = false
    stream?.close()
  }

  async function keep(): Promise<void> {
    try {
      await commit([])
    } catch (error) {
      broke(error)
    }
  }

  return {
    archive,
    reading,
    /** The cursor of the last commit that succeeded. */
    committed: () => committed,
    lostPresence: () => book.clear(),
    get ready() {
      return ready
    },
    get wasReady() {
      return wasReady
    },
    /** Only while `ready`. */
    get stream(): XmppStream {
      if (!stream) throw new Error('the stream is read before it is open')
      return stream
    },
    post(stanza: Element): void {
      if (ready) stream?.post(stanza)
    },
    /** Resolves with the reason when the stream ended, also when it never opened. */
    async run(signal: AbortSignal): Promise<StreamFailure> {
      try {
        const opened = await openStream(account, signal, onStanza)
        stream = opened
        await settleIn(opened).catch(broke)
        const ended = await opened.closed
        return fault ?? ended
      } catch (error) {
        if (error instanceof StreamFailure) return error
        return new StreamFailure('unreachable', error instanceof Error ? error.message : String(error), error)
      } finally {
        ready = false
      }
    },
    async answer(person: RemoteId, accept: boolean): Promise<SendOutcome> {
      if (!stream) throw new Error('answered before the stream is open')
      forgetRequest(cursor.contacts, person)
      const answer = xml('presence', { to: person, type: accept ? 'subscribed' : 'unsubscribed' })
      const outcome = await deliver(stream, answer, `answer:${person}`, now)
      await keep()
      if (accept && !trusted.get(person)?.asked) stream.post(xml('presence', { to: person, type: 'subscribe' }))
      return outcome
    },
    async join(room: RemoteId, nick: string): Promise<SendOutcome> {
      if (!stream) throw new Error('joined before the stream is open')
      const outcome = await rooms.enter(stream, room, nick)
      await keep()
      return outcome
    },
    async leave(room: RemoteId): Promise<SendOutcome> {
      if (!stream) throw new Error('left before the stream is open')
      rooms.leave(stream, room)
      await keep()
      return { kind: 'accepted', key: `left:${room}`, at: now() }
    },
  }
}

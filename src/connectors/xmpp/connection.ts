import type { HttpClient } from '#platform/http.ts'
import type {
  Host,
  NetworkEvent,
  OutgoingFile,
  RemoteConversation,
  RemoteId,
  SendOutcome,
  SendRequest,
} from '../contract.ts'
import type { XmppAccount } from './account.ts'
import { archiveReader } from './archive.ts'
import { catchUp, catchUpOwn, firstOfRoom, gapEvent } from './catch-up.ts'
import { forgetRequest, reconcile, rosterItems } from './contacts.ts'
import { type Cursor, historyUntil } from './cursor.ts'
import type { Reading } from './inbound.ts'
import { roomIdIn } from './keys.ts'
import { ns } from './namespaces.ts'
import { deliver, fileMessage } from './outgoing.ts'
import { ownSends } from './own-sends.ts'
import { presenceBook } from './presence.ts'
import { roomBook, selfPingMs } from './rooms/book.ts'
import { writeBookmark } from './rooms/bookmarks.ts'
import { bookmarkFollower } from './rooms/follow.ts'
import { roomSends } from './rooms/sends.ts'
import { stanzaReader, type Taken } from './stanza-reader.ts'
import type { Network } from './stream/dial.ts'
import { StreamFailure } from './stream/failure.ts'
import { type Incoming, openStream, type Suspended, type XmppStream } from './stream/stream.ts'
import { findUpload, type UploadService, upload } from './upload.ts'
import { type Element, xml } from './xml.ts'

/** What the connector needs of the world. */
export type World = {
  network: Network
  /** Puts files on the account's server, whose address is allowed even where it is a private one. */
  http(allowed: (address: string) => boolean): HttpClient
}

type Deps = {
  account: XmppAccount
  host: Host
  now: () => Date
  cursor: Cursor
  presence: () => Element
  world: World
}

export type Connection = ReturnType<typeof connection>

const batchSize = 100
/** How long a broken connection waits for what is being stored before it is given up for a new session. */
const storingMs = 3_000

/** `at`: when it came off the wire. */
type Arrived = Incoming & { at: Date }

/**
 * One account's life over many streams: log in, roster, catch up, then live stanzas in order; nothing is acknowledged before it is
 * committed. A stream that only broke is resumed: nothing is fetched again and nothing that waits is lost.
 */
export function connection({ account, host, now, cursor: from, presence, world }: Deps) {
  const own = account.jid
  let cursor = structuredClone(from)
  let committed = from
  let stream: XmppStream | undefined
  let suspended: Suspended | undefined
  let age = 0
  let ready = false
  let wasReady = false
  let archived = false
  let uploadTo: UploadService | undefined
  let fault: StreamFailure | undefined
  const book = presenceBook()
  const archive = archiveReader(() => stream, own)
  const sends = roomSends(now)
  const owns = ownSends(() => cursor)
  const waiting: Arrived[] = []
  let pumping: Promise<void> | undefined
  const rooms = roomBook({
    cursor: () => cursor,
    now,
    stream: () => stream,
    entered: (room, hasArchive, first) => void catchUpRoom(room, hasArchive, first),
    lost: room => void enterAgain(room),
  })

  const follow = bookmarkFollower({
    rooms,
    cursor: () => cursor,
    defaultNick: account.local,
    ready: () => ready,
    entered: () => void keep(),
  })

  const reading = (): Reading => ({ own, now: now(), historyUntil: historyUntil(cursor), nickIn: rooms.nickIn })
  const reader = stanzaReader({
    own,
    now,
    cursor: () => cursor,
    reading,
    rooms,
    sends,
    owns,
    book,
    log: host.log,
    post: stanza => stream?.post(stanza),
    followBookmarks: follow.changed,
  })

  async function commit(events: readonly NetworkEvent[]): Promise<void> {
    const snapshot = structuredClone(cursor)
    const begun = age
    await host.commit(events, JSON.stringify(snapshot))
    if (begun === age) committed = snapshot
  }

  function onStanza(incoming: Incoming): void {
    if (incoming.stanza.getName() === 'message' && archive.take(incoming.stanza)) incoming.done()
    else {
      // What decides how a send went is heard at once, however long the queue is.
      sends.take(incoming.stanza)
      waiting.push({ ...incoming, at: now() })
      pump()
    }
  }

  function pump(): void {
    if (pumping || !ready || waiting.length === 0) return
    pumping = (async () => {
      try {
        // Also what comes in the same turn goes with the first batch.
        await Promise.resolve()
        while (waiting.length > 0 && ready) await handle(waiting.splice(0, batchSize))
      } catch (error) {
        broke(error)
      } finally {
        pumping = undefined
      }
    })()
  }

  async function handle(batch: readonly Arrived[]): Promise<void> {
    const taken: Taken = { events: [], signals: [], receipts: [] }
    for (const { stanza, at } of batch) reader.take(stanza, at, taken)
    const { events, signals, receipts } = taken
    if (signals.length > 0) host.signal(signals)
    if (events.length > 0) await commit(events)
    for (const { done } of batch) done()
    for (const receipt of receipts) stream?.post(receipt)
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
      for (const item of items) reader.trust(item)
      events.push(...reconcile(cursor.contacts, items, now()))
    }
    if (events.length > 0) await commit(events)
    // Presence first: what is archived after the catch-up's last page then also arrives live.
    opened.post(presence())
    const first = cursor.importing
    const before = cursor.at
    const seen = (id: string | undefined) => id !== undefined && reader.caughtUp.add(id)
    const outcome = archived
      ? await catchUpOwn({
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
    begin()
    for (const [room, { nick }] of Object.entries(cursor.rooms)) void rooms.enter(room, nick).then(keep)
    void follow.open(opened)
    uploadTo = await findUpload(opened, account.domain)
  }

  function begin(): void {
    ready = true
    wasReady = true
    host.state({ kind: 'connected' })
    pump()
  }

  /** A new session knows nothing: whatever the one before had is asked for again. */
  function forgetSession(): void {
    age += 1
    cursor = structuredClone(committed)
    book.clear()
    rooms.reset()
    reader.reset()
    owns.reset()
    archived = false
    uploadTo = undefined
  }

  async function catchUpRoom(room: RemoteConversation, hasArchive: boolean, first: boolean): Promise<void> {
    const place = cursor.rooms[room.id]
    if (!place) return
    const begun = age
    reader.roomsCatchingUp.add(room.id)
    try {
      const shared = { archive, place, room, reading, commit, seen: () => undefined }
      if (room.title !== undefined)
        await commit([{ kind: 'room', key: `room-title:${room.id}:${room.title}`, conversation: room, at: now() }])
      if (hasArchive) await (first ? firstOfRoom(shared) : catchUp({ ...shared, ending: () => undefined }))
      else await commit([])
    } catch (error) {
      if (begun === age) broke(error)
    } finally {
      if (begun === age) reader.roomsCatchingUp.delete(room.id)
    }
  }

  async function enterAgain(room: RemoteId): Promise<void> {
    const nick = cursor.rooms[room]?.nick
    if (!ready || nick === undefined) return
    const outcome = await rooms.enter(room, nick)
    if (outcome.kind === 'refused' && ready) {
      const at = now()
      await commit([gapEvent(at.toISOString(), at, outcome.text, rooms.conversation(room))]).catch(broke)
    }
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

  async function resumeOrBegin(opened: XmppStream): Promise<void> {
    if (!opened.resumed) {
      forgetSession()
      return settleIn(opened)
    }
    begin()
    host.signal(book.all())
    // A server that was restarted and kept our session may have lost the rooms.
    await rooms.check(0)
  }

  return {
    archive,
    reading,
    rooms,
    get ready() {
      return ready
    },
    get wasReady() {
      return wasReady
    },
    get maxFileBytes(): number {
      return uploadTo?.maxBytes ?? 0
    },
    /** Only while `ready`. */
    get stream(): XmppStream {
      if (!stream) throw new Error('the stream is read before it is open')
      return stream
    },
    post(stanza: Element): void {
      if (ready) stream?.post(stanza)
    },
    /** Resolves with the reason when the stream ended, also when it never opened. Called again it goes on, where the server allows it. */
    async run(signal: AbortSignal): Promise<StreamFailure> {
      fault = undefined
      wasReady = false
      const watch = setInterval(() => void rooms.check(selfPingMs), selfPingMs / 5)
      watch.unref()
      try {
        const before = suspended
        const opened = await openStream({ account, network: world.network, signal, onStanza, before })
        suspended = undefined
        stream = opened
        await resumeOrBegin(opened).catch(broke)
        const ended = await opened.closed
        ready = false
        suspended = fault ? undefined : opened.suspended
        // What was not stored yet was not acknowledged either: the server sends it again.
        waiting.length = 0
        if (suspended && !(await isStored(signal))) {
          suspended.end(undefined)
          suspended = undefined
        }
        return fault ?? ended
      } catch (error) {
        if (error instanceof StreamFailure) return error
        return new StreamFailure('unreachable', error instanceof Error ? error.message : String(error), error)
      } finally {
        ready = false
        clearInterval(watch)
        host.signal(book.all().map(known => ({ ...known, state: 'off' as const })))
      }
    },
    async answer(person: RemoteId, accept: boolean): Promise<SendOutcome> {
      if (!stream) throw new Error('answered before the stream is open')
      forgetRequest(cursor.contacts, person)
      const answer = xml('presence', { to: person, type: accept ? 'subscribed' : 'unsubscribed' })
      const outcome = await deliver(stream, answer, `answer:${person}`, now)
      await keep()
      if (accept && !reader.trusted.get(person)?.asked) stream.post(xml('presence', { to: person, type: 'subscribe' }))
      return outcome
    },
    async join(room: RemoteId, nick: string): Promise<SendOutcome> {
      if (!stream) throw new Error('joined before the stream is open')
      const outcome = await rooms.enter(room, nick)
      if (outcome.kind !== 'accepted') return outcome
      await keep()
      const bookmark = { room, name: rooms.conversation(room).title, nick: rooms.nickIn(room), autojoin: true }
      rooms.bookmarks.set(room, bookmark)
      void writeBookmark(stream, bookmark)
      return outcome
    },
    async leave(room: RemoteId): Promise<SendOutcome> {
      if (!stream) throw new Error('left before the stream is open')
      const known = rooms.bookmarks.get(room)
      rooms.leave(room)
      await keep()
      const bookmark = { name: undefined, nick: undefined, ...known, room, autojoin: false }
      rooms.bookmarks.set(room, bookmark)
      void writeBookmark(stream, bookmark)
      return { kind: 'accepted', key: `left:${room}`, at: now() }
    },
    /** The id that the room gave to a message, which is how the others in it know it. */
    roomId: (key: string): string | undefined => roomIdIn(key) ?? sends.roomId(key),
    /** In a room the room's own word counts: it shows the message to us, or says why it does not. */
    async sendMessage(
      message: Element,
      request: Pick<SendRequest, 'to' | 'txn'>,
      signal: AbortSignal,
    ): Promise<SendOutcome> {
      const { to, txn } = request
      if (!stream) throw new Error('sent before the stream is open')
      const line = stream
      if (to.kind === 'direct') return owns.around(() => deliver(line, message, txn, now, signal))
      const shown = sends.expect(txn)
      const taken = await deliver(stream, message, txn, now, signal)
      return taken.kind === 'accepted' ? ((await shown) ?? taken) : taken
    },
    async sendFile(request: SendRequest, file: OutgoingFile, signal: AbortSignal): Promise<SendOutcome> {
      if (!stream) throw new Error('sent before the stream is open')
      const { peer } = stream
      await using http = world.http(address => address === peer)
      const put = await upload(stream, uploadTo, file, http)
      if (!put.ok) return put.outcome
      const message = fileMessage(request, { name: file.name, mimeType: file.mimeType, bytes: put.bytes, url: put.url })
      return 'kind' in message ? message : this.sendMessage(message, request, signal)
    },
  }

  async function isStored(signal: AbortSignal): Promise<boolean> {
    const late = Promise.withResolvers<false>()
    const timer = setTimeout(() => late.resolve(false), storingMs)
    const stop = () => late.resolve(false)
    signal.addEventListener('abort', stop)
    const stored = await Promise.race([(pumping ?? Promise.resolve()).then(() => true), late.promise])
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    return stored && fault === undefined
  }
}

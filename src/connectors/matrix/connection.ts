import { secondMs } from '#kernel/clock.ts'
import type { Host, NetworkEvent, SendOutcome, Signal } from '../contract.ts'
import type { MatrixAccount } from './account.ts'
import { type Cursor, rememberLast } from './cursor.ts'
import { passingStates, receiptsOf } from './read/ephemeral.ts'
import { historyReader } from './read/history.ts'
import { eventsOf, type Reading } from './read/inbound.ts'
import { closeInvite, inviteOf } from './read/invites.ts'
import { fillLimited } from './read/limited.ts'
import { eventMemory } from './read/memory.ts'
import { type Room, roomBook } from './read/rooms.ts'
import { directDoor } from './send/direct.ts'
import { mediaStore } from './send/media.ts'
import { notConnected } from './send/outcome.ts'
import { sender } from './send/sender.ts'
import { storeEvents } from './store.ts'
import { type Http, pathOf } from './wire/api.ts'
import { MatrixFailure } from './wire/failure.ts'
import { type LoggedIn, logIn } from './wire/login.ts'
import {
  directRooms,
  type JoinedRoom,
  joinedMembers,
  nothing,
  type RoomEvent,
  type SyncAnswer,
  syncAnswer,
} from './wire/shapes.ts'

export type Availability = { state: 'online' | 'away' | 'off'; status: string | undefined }

type Deps = {
  account: MatrixAccount
  http: Http
  host: Host
  now: () => Date
  cursor: Cursor
  availability: () => Availability
}

const pollMs = 30 * secondMs
/** Clocks of servers and of this machine differ. */
const clockMs = 60 * secondMs
const mostMembers = 2_000
const keepMs = 60 * secondMs

/** Presence, drafts, tags and keys of devices stay out; of the members only those who speak are told. */
const filter = JSON.stringify({
  presence: { types: ['m.presence'] },
  account_data: { types: ['m.direct'] },
  room: {
    account_data: { types: [] },
    ephemeral: { types: ['m.receipt', 'm.typing'] },
    state: { lazy_load_members: true },
    timeline: { limit: 50 },
  },
})

const presenceWord = { online: 'online', away: 'unavailable', off: 'offline' } as const

/** One account on its homeserver: signed in once, and then read by one long question after the other. */
export function connection(deps: Deps) {
  const { account, http, host, now } = deps
  let cursor = deps.cursor
  let parts: Parts | undefined
  let ready = false
  let storedAt = 0

  /** What lives as long as the login. */
  function assemble(login: LoggedIn) {
    const { api, me, server } = login
    const book = roomBook(me)
    const memory = eventMemory()
    const txnOf = (event: string) => cursor.sent.find(([, id]) => id === event)?.[0]
    const reading: Reading = { api, me, book, memory, now, txnOf }
    const door = directDoor({ api, me, book })
    const media = mediaStore(api, http, server)
    const out = sender({ api, me, book, memory, door, media, cursor: () => cursor, now })
    const history = historyReader(reading, out.eventOf)
    return {
      login,
      api,
      me,
      book,
      memory,
      reading,
      door,
      media,
      out,
      history,
      passing: passingStates(me),
      seen: false,
      told: new Set<string>(),
    }
  }
  type Parts = ReturnType<typeof assemble>

  async function signIn(signal: AbortSignal): Promise<Parts> {
    if (parts) return parts
    const made = assemble(await logIn(http, account, account.deviceId, signal))
    made.book.takeDirect(
      await made.api
        .call(pathOf`/_matrix/client/v3/user/${made.me}/account_data/m.direct`, directRooms, { signal })
        .catch((error: unknown) => {
          if (error instanceof MatrixFailure && error.status === 404) return {}
          throw error
        }),
    )
    void made.media.limit().catch(() => undefined)
    parts = made
    return made
  }

  /** The first answer of a login tells the state of all rooms; a server that no longer knows the token starts anew. */
  async function ask(current: Parts, signal: AbortSignal): Promise<{ answer: SyncAnswer; anew: boolean }> {
    const first = !current.seen
    const query = {
      filter,
      set_presence: presenceWord[deps.availability().state],
      timeout: first ? 0 : pollMs,
      since: cursor.token === '' ? undefined : cursor.token,
      full_state: first && cursor.token !== '' ? true : undefined,
    }
    const call = { signal, timeoutMs: first ? 300 * secondMs : pollMs + 30 * secondMs, maxBytes: 200_000_000 }
    const path = '/_matrix/client/v3/sync'
    try {
      return { answer: await current.api.call(path, syncAnswer, { ...call, query }), anew: cursor.token === '' }
    } catch (error) {
      if (!(error instanceof MatrixFailure) || error.status !== 400 || cursor.token === '') throw error
      host.log.warn({ errcode: error.errcode }, 'matrix sync token is no longer known, reading anew')
      const answer = await current.api.call(path, syncAnswer, {
        ...call,
        query: { ...query, since: undefined, full_state: undefined, timeout: 0 },
      })
      return { answer, anew: true }
    }
  }

  async function take(current: Parts, answer: SyncAnswer, anew: boolean, signal: AbortSignal): Promise<void> {
    const { book, reading, passing } = current
    const next = structuredClone(cursor)
    next.token = answer.next_batch
    const events: NetworkEvent[] = []
    const signals: Signal[] = []
    for (const data of answer.account_data?.events ?? [])
      if (data.type === 'm.direct') book.takeDirect(directRooms.parse(data.content))
    const entered = new Set(Object.keys(answer.rooms.join).filter(id => !current.told.has(id)))
    for (const [id, given] of Object.entries(answer.rooms.join)) {
      const room = book.enter(id)
      book.takeSummary(room, given.summary)
      for (const event of given.state?.events ?? []) book.takeState(room, event)
    }
    for (const [id, given] of Object.entries(answer.rooms.join)) {
      const room = book.enter(id)
      closeInvite(next, id)
      events.push(...(await timelineOf(current, next, room, given, { anew, entered: entered.has(id) && current.seen })))
      for (const event of given.ephemeral?.events ?? []) {
        if (event.type === 'm.receipt') events.push(...receiptsOf(reading, room, event))
        if (event.type === 'm.typing') signals.push(...passing.typingOf(reading, room, event))
      }
    }
    for (const [room, given] of Object.entries(answer.rooms.invite))
      events.push(
        ...inviteOf({ cursor: next, me: current.me, room, state: given.invite_state?.events ?? [], now: now() }),
      )
    for (const [id, given] of Object.entries(answer.rooms.leave)) {
      closeInvite(next, id)
      current.told.delete(id)
      events.push(...leftBy(current, id, [...(given.state?.events ?? []), ...(given.timeline?.events ?? [])]))
    }
    // From here on the answer counts: who hears of an event may act on it at once.
    cursor = { ...next, sent: cursor.sent }
    // A quiet sync moves nothing that would be missed: asked for again it is as quiet.
    if (events.length > 0 || !current.seen || now().getTime() - storedAt >= keepMs) {
      storedAt = now().getTime()
      const recovered = () => ready && host.state({ kind: 'connected' })
      await storeEvents({ host, now, signal, recovered }, events, () => JSON.stringify(cursor))
      if (signal.aborted) return
    }
    passing.hearPresence(answer.presence?.events ?? [])
    signals.push(...passing.presenceOf(reading))
    if (signals.length > 0) host.signal(signals)
    current.seen = true
    for (const id of entered) current.told.add(id)
    void listMembers(current, [...entered], signal)
  }

  async function timelineOf(
    current: Parts,
    next: Cursor,
    room: Room,
    given: JoinedRoom,
    { anew, entered }: { anew: boolean; entered: boolean },
  ): Promise<NetworkEvent[]> {
    const { book, reading, me } = current
    const known = next.last[room.id]
    let timeline: readonly RoomEvent[] = given.timeline?.events ?? []
    const events: NetworkEvent[] = []
    const cut = known === undefined ? -1 : timeline.findIndex(event => event.event_id === known.id)
    if (cut >= 0) timeline = timeline.slice(cut + 1)
    else if (known && (given.timeline?.limited === true || anew)) {
      const filled = await fillLimited(reading, room, given.timeline?.prev_batch, known, timeline)
      timeline = [...filled.events, ...timeline]
      events.push(...filled.gap)
    }
    const since = Date.parse(next.since) - clockMs
    const joinedAt = timeline.findIndex(
      event => event.type === 'm.room.member' && event.state_key === me && event.content.membership === 'join',
    )
    for (const [index, event] of timeline.entries()) {
      if (event.state_key !== undefined) book.takeState(room, event)
      const beforeUs = entered && book.peerOf(room) === undefined && index < joinedAt
      const history = (anew && !known) || (entered && event.origin_server_ts < since) || beforeUs
      events.push(...(await eventsOf(reading, room, event, { history, contiguous: true })))
      const at = Math.min(event.origin_server_ts, now().getTime())
      rememberLast(next, room.id, { id: event.event_id, at })
      room.lastAt = Math.max(room.lastAt, at)
    }
    return events
  }

  /** We went by ourselves, from here or elsewhere; or somebody removed us, and then the room says so. */
  function leftBy(current: Parts, id: string, state: readonly RoomEvent[]): NetworkEvent[] {
    const { book, me } = current
    const room = book.find(id)
    const ours = state.findLast(event => event.type === 'm.room.member' && event.state_key === me)
    const conversation = room && !room.isSpace ? book.conversationOf(room) : undefined
    const by = ours && (book.nameOf(ours.sender) ?? ours.sender)
    book.forget(id)
    if (!ours || !conversation || ours.sender === me) return []
    const { membership, reason } = ours.content
    const why = typeof reason === 'string' && reason !== '' ? `: “${reason}”` : ''
    const at = now()
    const what = membership === 'ban' ? 'banned you from this room' : 'removed you from this room'
    return [{ kind: 'gap', key: ours.event_id, conversation, from: at, to: at, why: `${by} ${what}${why}.` }]
  }

  /** Who is in a room, once for each; a list that fails is only shorter. */
  async function listMembers({ api, book }: Parts, ids: readonly string[], signal: AbortSignal): Promise<void> {
    for (const id of ids) {
      const room = book.find(id)
      if (!room || signal.aborted || room.isSpace || (room.joinedCount ?? 0) > mostMembers) continue
      if (book.peerOf(room) !== undefined) continue
      const answer = await api
        .call(pathOf`/_matrix/client/v3/rooms/${id}/joined_members`, joinedMembers, { signal })
        .catch(() => undefined)
      for (const [user, { display_name: name }] of Object.entries(answer?.joined ?? {}))
        room.members.set(user, { membership: 'join', name: name ?? undefined })
    }
  }

  async function tellPresence({ api, me }: Parts): Promise<void> {
    const { state, status } = deps.availability()
    // Many servers have presence switched off.
    await api
      .call(pathOf`/_matrix/client/v3/presence/${me}/status`, nothing, {
        method: 'PUT',
        body: { presence: presenceWord[state], ...(status ? { status_msg: status } : {}) },
      })
      .catch(() => undefined)
  }

  function signedOut(error: MatrixFailure): MatrixFailure {
    parts = undefined
    if (error.softLogout && account.login.kind === 'password') return error
    const again =
      account.login.kind === 'token'
        ? 'Copy a fresh access token from your Matrix program and enter it here.'
        : 'If that was not you, change your password there. Save this connection again to sign in.'
    return new MatrixFailure('wrong-credentials', `Your Matrix server has ended this login. ${again}`, { cause: error })
  }

  return {
    get ready() {
      return ready
    },
    parts: () => (ready ? parts : undefined),
    tellPresence: async () => (ready && parts ? tellPresence(parts) : undefined),
    /** Runs until something fails, and gives that; after an abort an undefined. `onReady`: all that was missed is stored. */
    async run(signal: AbortSignal): Promise<{ failure: MatrixFailure | undefined; wasReady: boolean }> {
      let wasReady = false
      try {
        const current = await signIn(signal)
        host.state({ kind: 'catching-up', ...(cursor.token === '' ? {} : { since: new Date(cursor.since) }) })
        for (;;) {
          const { answer, anew } = await ask(current, signal)
          await take(current, answer, anew, signal)
          if (signal.aborted) return { failure: undefined, wasReady }
          if (ready) continue
          ready = true
          wasReady = true
          host.state({ kind: 'connected' })
          if (deps.availability().status !== undefined) void tellPresence(current)
        }
      } catch (error) {
        if (signal.aborted) return { failure: undefined, wasReady }
        if (!(error instanceof MatrixFailure)) throw error
        return { failure: error.code === 'signed-out' ? signedOut(error) : error, wasReady }
      } finally {
        ready = false
        const lost = parts?.passing.lose() ?? []
        if (lost.length > 0) host.signal(lost)
      }
    },
    withParts: (act: (current: Parts) => Promise<SendOutcome>): Promise<SendOutcome> =>
      ready && parts ? act(parts) : Promise.resolve(notConnected),
  }
}

export type Connection = ReturnType<typeof connection>

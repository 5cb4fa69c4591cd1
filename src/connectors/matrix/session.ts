import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, secondMs } from '#kernel/clock.ts'
import { retryDelayMs, slowStart } from '../backoff.ts'
import type { Account, Host, Session } from '../contract.ts'
import { readAccount } from './account.ts'
import { type Availability, type Connection, connection } from './connection.ts'
import { firstCursor, readCursor } from './cursor.ts'
import { isEventId } from './keys.ts'
import { capabilitiesOf } from './manifest.ts'
import { notConnected } from './send/outcome.ts'
import { profileOver } from './send/profile.ts'
import { type Http, pathOf } from './wire/api.ts'
import { isNeedsYou } from './wire/failure.ts'
import { nothing } from './wire/shapes.ts'

const stableMs = 10 * secondMs
const typingMs = 30 * secondMs

export function openSession(account: Account, host: Host, { clock, http }: { clock: Clock; http: Http }): Session {
  const parsed = readAccount(account)
  const now = () => clock.now()
  const closing = new AbortController()
  let live: Connection | undefined
  let availability: Availability = { state: 'online', status: undefined }
  const parts = () => live?.parts()
  const page = () => {
    const current = parts()
    return current && profileOver(current)
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      const cursor = readCursor(text) ?? firstCursor(now())
      const current = connection({ account: parsed.value, http, host, now, cursor, availability: () => availability })
      live = current
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const startedAt = performance.now()
        const { failure, wasReady } = await current.run(signal)
        if (signal.aborted || !failure) return
        if (isNeedsYou(failure.code)) {
          host.state({ kind: 'needs-you', code: failure.code, text: failure.message })
          return
        }
        attempt = wasReady && performance.now() - startedAt > stableMs ? 1 : attempt + 1
        const delayMs = Math.max(retryDelayMs(attempt, Math.random(), slowStart), failure.retryAfterMs ?? 0)
        host.log.info({ code: failure.code, delayMs }, 'matrix connection ended, waiting')
        host.state({
          kind: 'waiting',
          retryAt: new Date(now().getTime() + delayMs),
          code: failure.code,
          text: failure.message,
        })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    },
    send: (request, signal) => live?.withParts(({ out }) => out.send(request, signal)) ?? later(),
    // Servers count what one account sends, wherever it goes.
    bucket: () => 'account',
    capabilities(conversation) {
      const current = parts()
      const room = current?.book.roomOf(conversation)
      return capabilitiesOf(conversation, {
        encrypted: room?.encrypted ?? false,
        tool: room && current?.book.bridgeOf(room)?.tool,
        maxFileBytes: current?.media.known(),
      })
    },
    signals: {
      async typing(to, on) {
        const current = parts()
        const room = current?.book.roomOf(to)
        if (!current || !room) return
        await current.api
          .call(pathOf`/_matrix/client/v3/rooms/${room.id}/typing/${current.me}`, nothing, {
            method: 'PUT',
            body: on ? { typing: true, timeout: typingMs } : { typing: false },
          })
          .catch(() => undefined)
      },
      async read(to, key) {
        const current = parts()
        if (!current || !isEventId(key)) return
        const rooms = to.kind === 'room' ? [to.id] : current.book.roomsWith(to.id).map(room => room.id)
        const room = rooms.find(id => current.memory.senderOf(id, key) !== undefined) ?? rooms[0]
        if (room === undefined) return
        await current.api
          .call(pathOf`/_matrix/client/v3/rooms/${room}/read_markers`, nothing, {
            method: 'POST',
            body: { 'm.fully_read': key, 'm.read': key },
          })
          .catch(() => undefined)
      },
      async setPresence(state, status) {
        availability = { state, status }
        await live?.tellPresence()
      },
    },
    people: {
      invite: (person, request) => live?.withParts(({ out }) => out.invite(person, request, closing.signal)) ?? later(),
      answer: (person, accept) => live?.withParts(({ out }) => out.answer(person, accept)) ?? later(),
    },
    history: {
      before: async (to, key, limit) => parts()?.history.before(to, key, limit) ?? [],
      between: async (to, from, until) => parts()?.history.between(to, from, until) ?? { events: [], whole: false },
    },
    edits: {
      edit: (to, target, text, txn) => live?.withParts(({ out }) => out.edit(to, target, text, txn)) ?? later(),
      retract: (to, target, txn) => live?.withParts(({ out }) => out.retract(to, target, txn)) ?? later(),
    },
    reactions: {
      react: (to, target, emoji, txn) => live?.withParts(({ out }) => out.react(to, target, emoji, txn)) ?? later(),
    },
    profile: {
      read: async signal => page()?.read(signal) ?? notHere,
      write: async (change, signal) => page()?.write(change, signal) ?? notHere,
      picture: async signal => page()?.picture(signal) ?? notHere,
    },
    files: {
      async open(url, signal) {
        const bytes = await parts()?.media.download(url, signal)
        return bytes && once(bytes)
      },
    },
    rooms: {
      join: room => live?.withParts(({ out }) => out.join(room)) ?? later(),
      leave: room => live?.withParts(({ out }) => out.leave(room)) ?? later(),
      list: () => parts()?.book.list() ?? [],
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

const later = async () => notConnected

const notHere = {
  kind: 'later',
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The Matrix connection is being restored.',
} as const

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

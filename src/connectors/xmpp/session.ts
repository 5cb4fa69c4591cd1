import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, minuteMs, secondMs } from '#kernel/clock.ts'
import { retryDelayMs } from '../backoff.ts'
import type { Account, ConnectionState, Host, NetworkEvent, SendOutcome, Session } from '../contract.ts'
import { readAccount } from './account.ts'
import { type Connection, connection, type World } from './connection.ts'
import { firstCursor, readCursor } from './cursor.ts'
import { eventsOf } from './inbound.ts'
import { bareOf } from './jid.ts'
import { messageIdIn, wordsOf } from './keys.ts'
import { capabilities, roomCapabilities } from './manifest.ts'
import { ns } from './namespaces.ts'
import {
  deliver,
  notConnected,
  presenceStanza,
  reactionStanza,
  readStanza,
  retractStanza,
  textMessage,
  typingStanza,
} from './outgoing.ts'
import { profileOver } from './profile.ts'
import { Element, legalText, xml } from './xml.ts'

const needsYou = new Set(['wrong-credentials', 'not-found', 'forbidden', 'insecure', 'conflict'] as const)
type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as ReadonlySet<string>).has(code)

const notHere = {
  kind: 'later',
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The XMPP connection is being restored.',
} as const

const nameless = (code: string, what: string): SendOutcome => ({
  kind: 'refused',
  code,
  text: `This message was sent by a program that does not support ${what}.`,
})

export function openSession(account: Account, host: Host, clock: Clock, world: World): Session {
  const parsed = readAccount(account)
  const now = () => clock.now()
  const closing = new AbortController()
  let live: Connection | undefined
  let availability: { state: 'online' | 'away' | 'off'; status: string | undefined } = {
    state: 'online',
    status: undefined,
  }

  const page = () => (live?.ready ? profileOver(live.stream, parsed.ok ? parsed.value.jid : '') : undefined)
  const withLive = (act: (live: Connection) => Promise<SendOutcome>): Promise<SendOutcome> =>
    live?.ready ? act(live) : Promise.resolve(notConnected)

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      const current = connection({
        account: parsed.value,
        host,
        now,
        cursor: readCursor(text) ?? firstCursor(now()),
        presence: () => presenceStanza(availability.state, availability.status),
        world,
      })
      live = current
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const startedAt = performance.now()
        const failure = await current.run(signal)
        if (signal.aborted) return
        if (isNeedsYou(failure.code)) {
          host.state({ kind: 'needs-you', code: failure.code, text: failure.message })
          return
        }
        const stable = current.wasReady && performance.now() - startedAt > minuteMs / 6
        attempt = stable ? 0 : attempt + 1
        const delayMs = retryDelayMs(attempt, Math.random())
        host.log.info({ code: failure.code, delayMs }, 'xmpp connection ended, waiting')
        host.state({
          kind: 'waiting',
          retryAt: new Date(now().getTime() + delayMs),
          code: failure.code,
          text: failure.message,
        })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    },
    send: (request, signal) =>
      withLive(async current => {
        const [file, ...more] = request.files ?? []
        if (more.length > 0)
          return {
            kind: 'refused',
            code: 'one-file',
            text: 'XMPP carries one file with a message. Send them one by one.',
          }
        if (file) {
          const text = request.text.trim()
          // The words that go with a file are a message of their own after it; for us both are one.
          const words = text === '' ? undefined : textMessage({ ...request, txn: wordsOf(request.txn) })
          if (words && !(words instanceof Element)) return words
          const sent = await current.sendFile(request, file, signal)
          if (words && sent.kind === 'accepted') current.post(words)
          return sent
        }
        const message = textMessage(request)
        return message instanceof Element ? current.sendMessage(message, request, signal) : message
      }),
    bucket: () => 'stream',
    capabilities(conversation) {
      const can = conversation.kind === 'room' ? roomCapabilities : capabilities
      const maxBytes = live?.maxFileBytes ?? 0
      return maxBytes === 0 ? can : { ...can, files: { ...can.files, level: 'full', maxBytes } }
    },
    signals: {
      async typing(to, on) {
        if (to.kind === 'direct') live?.post(typingStanza(to, on))
      },
      async read(to, key) {
        const id = messageIdIn(key)
        if (id && to.kind === 'direct') live?.post(readStanza(to.id, id))
      },
      async setPresence(state, status) {
        availability = { state, status }
        live?.post(presenceStanza(state, status))
      },
    },
    people: {
      invite: (person, request) =>
        withLive(async ({ stream }) => {
          const presence = xml('presence', { to: bareOf(person), type: 'subscribe', id: request.txn })
          if (request.text) presence.append(xml('status', {}, legalText(request.text)))
          return deliver(stream, presence, request.txn, now)
        }),
      answer: (person, accept) => withLive(connected => connected.answer(bareOf(person), accept)),
    },
    history: {
      async before(conversation, key, limit) {
        const archiveId = /^in:([^:]*):/.exec(key ?? '')?.[1]
        const room = conversation.kind === 'room' ? conversation.id : undefined
        const page = await live?.archive.page({
          max: Math.min(limit, 200),
          before: archiveId ? decodeURIComponent(archiveId) : '',
          ...(room ? { room } : { with: conversation.id }),
        })
        if (!page?.ok || !live) return []
        const reading = { ...live.reading(), historyUntil: now() }
        return page.items.flatMap(received => eventsOf(received, reading))
      },
      async between(conversation, from, to) {
        const room = conversation.kind === 'room' ? conversation.id : undefined
        const place = room ? { room } : {}
        const events: NetworkEvent[] = []
        let after: string | undefined
        for (;;) {
          // Archives stamp whole seconds: both ends reach a second further.
          const page = await live?.archive.page({
            max: 100,
            start: new Date(from.getTime() - secondMs),
            end: new Date(to.getTime() + secondMs),
            ...(after === undefined ? {} : { after }),
            ...(room ? place : { with: conversation.id }),
          })
          if (!page?.ok || !live) return { events, whole: false }
          const reading = { ...live.reading(), historyUntil: now() }
          events.push(...page.items.flatMap(received => eventsOf(received, reading)))
          if (page.complete || page.last === undefined || page.last === after) break
          after = page.last
        }
        // An archive that was cleaned also answers "complete": only one that keeps something older saw all of this time.
        const older = await live?.archive.page({ max: 1, end: from, before: '', ...place })
        return { events, whole: older?.ok === true && older.items.length > 0 }
      },
    },
    edits: {
      edit: (to, target, text, txn) =>
        withLive(async current => {
          const id = messageIdIn(target)
          if (!id) return nameless('cannot-edit', 'corrections')
          const message = textMessage({ txn, to, text }, [xml('replace', { xmlns: ns.correct, id })])
          return message instanceof Element ? current.sendMessage(message, { to, txn }, closing.signal) : message
        }),
      retract: (to, target, txn) =>
        withLive(async current => {
          const id = to.kind === 'room' ? (current.roomId(target) ?? messageIdIn(target)) : messageIdIn(target)
          if (!id) return nameless('cannot-retract', 'taking back')
          return current.sendMessage(retractStanza(to, id, txn), { to, txn }, closing.signal)
        }),
    },
    reactions: {
      react: (to, target, emoji, txn) =>
        withLive(async current => {
          const id = to.kind === 'room' ? current.roomId(target) : messageIdIn(target)
          if (!id) return nameless('cannot-react', 'reactions')
          return current.sendMessage(reactionStanza(to, id, emoji, txn), { to, txn }, closing.signal)
        }),
    },
    profile: {
      read: async () => page()?.read() ?? notHere,
      write: async change => page()?.write(change) ?? notHere,
      picture: async () => page()?.picture() ?? notHere,
    },
    rooms: {
      join: (room, nick) =>
        withLive(connected => connected.join(bareOf(room), nick ?? (parsed.ok ? parsed.value.local : 'kith'))),
      leave: room => withLive(connected => connected.leave(bareOf(room))),
      list: () => live?.rooms.list() ?? [],
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      if (live?.ready) live.stream.close()
    },
  }
}

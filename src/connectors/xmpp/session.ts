import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, minuteMs } from '#kernel/clock.ts'
import type { Account, ConnectionState, Host, SendOutcome, Session } from '../contract.ts'
import { readAccount, type XmppAccount } from './account.ts'
import { retryDelayMs } from './backoff.ts'
import { type Connection, connection } from './connection.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { eventsOf } from './inbound.ts'
import { bareOf } from './jid.ts'
import { messageIdIn } from './keys.ts'
import { capabilities, roomCapabilities } from './manifest.ts'
import { ns } from './namespaces.ts'
import { deliver, notConnected, presenceStanza, readStanza, textMessage, typeOf, typingStanza } from './outgoing.ts'
import type { StreamFailure } from './stream/failure.ts'
import { Element, legalText, xml } from './xml.ts'

const needsYou = new Set(['wrong-credentials', 'not-found', 'forbidden', 'insecure', 'conflict'] as const)
type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as ReadonlySet<string>).has(code)

export function openSession(account: Account, host: Host, clock: Clock): Session {
  const parsed = readAccount(account)
  const now = () => clock.now()
  const closing = new AbortController()
  let live: Connection | undefined
  let availability: { state: 'online' | 'away' | 'off'; status: string | undefined } = {
    state: 'online',
    status: undefined,
  }

  const withLive = (act: (live: Connection) => Promise<SendOutcome>): Promise<SendOutcome> =>
    live?.ready ? act(live) : Promise.resolve(notConnected)

  async function once(
    xmpp: XmppAccount,
    cursor: Cursor,
    signal: AbortSignal,
  ): Promise<{ failure: StreamFailure; cursor: Cursor; stable: boolean }> {
    const current = connection({
      account: xmpp,
      host,
      now,
      cursor,
      presence: () => presenceStanza(availability.state, availability.status),
    })
    live = current
    const startedAt = performance.now()
    try {
      const failure = await current.run(signal)
      return {
        failure,
        cursor: current.committed(),
        stable: current.wasReady && performance.now() - startedAt > minuteMs / 6,
      }
    } finally {
      live = undefined
      host.signal(current.lostPresence())
    }
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      let cursor = readCursor(text) ?? firstCursor(now())
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const { failure, cursor: committed, stable } = await once(parsed.value, cursor, signal)
        cursor = committed
        if (signal.aborted) return
        if (isNeedsYou(failure.code)) {
          host.state({ kind: 'needs-you', code: failure.code, text: failure.message })
          return
        }
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
      withLive(async ({ stream }) => {
        const message = textMessage(request)
        return message instanceof Element ? deliver(stream, message, request.txn, now, signal) : message
      }),
    bucket: () => 'stream',
    capabilities: conversation => (conversation.kind === 'room' ? roomCapabilities : capabilities),
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
    },
    edits: {
      edit: (to, target, text, txn) =>
        withLive(async ({ stream }) => {
          const id = messageIdIn(target)
          if (!id)
            return {
              kind: 'refused',
              code: 'cannot-edit',
              text: 'This message was sent by a program that does not support corrections.',
            }
          const message = textMessage({ txn, to, text }, [xml('replace', { xmlns: ns.correct, id })])
          return message instanceof Element ? deliver(stream, message, txn, now) : message
        }),
      retract: (to, target, txn) =>
        withLive(async ({ stream }) => {
          const id = messageIdIn(target)
          if (!id)
            return {
              kind: 'refused',
              code: 'cannot-retract',
              text: 'This message was sent by a program that does not support this.',
            }
          const message = xml(
            'message',
            { type: typeOf(to), to: to.id, id: txn },
            xml('retract', { xmlns: ns.retract, id }),
            xml('fallback', { xmlns: 'urn:xmpp:fallback:0', for: ns.retract }),
            xml('body', {}, 'This message was withdrawn; your program can not hide it.'),
            xml('origin-id', { xmlns: ns.stanzaId, id: txn }),
            xml('store', { xmlns: ns.hints }),
          )
          return deliver(stream, message, txn, now)
        }),
    },
    rooms: {
      join: (room, nick) =>
        withLive(connected => connected.join(bareOf(room), nick ?? (parsed.ok ? parsed.value.local : 'kith'))),
      leave: room => withLive(connected => connected.leave(bareOf(room))),
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      live?.stream.close()
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs } from '#kernel/clock.ts'
import { asOutcome, CallFailure } from '../call-failure.ts'
import type {
  Account,
  ConnectionState,
  Host,
  NetworkEvent,
  RemoteId,
  RemotePerson,
  SendOutcome,
  Session,
} from '../contract.ts'
import { readAccount } from './account.ts'
import { idOf } from './address.ts'
import { retryDelayMs } from './backoff.ts'
import { createChanges } from './changing.ts'
import { type Connection, connection, type World } from './connection.ts'
import { moveBond } from './contacts.ts'
import { type Bond, rememberBond } from './cursor.ts'
import { directConvoOf } from './directory.ts'
import { chatEvent } from './events.ts'
import { capabilities, chatCapabilities } from './manifest.ts'
import { createProfile } from './profile.ts'
import { message, messages } from './shapes.ts'

const needsYou = new Set(['wrong-credentials', 'forbidden'] as const)
type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as ReadonlySet<string>).has(code)

const notConnected = {
  kind: 'later',
  retryAfterMs: 5_000,
  code: 'not-connected',
  text: 'The connection to Bluesky is being restored.',
} as const satisfies SendOutcome

export function openSession(given: Account, host: Host, world: World): Session {
  const parsed = readAccount(given)
  const closing = new AbortController()
  let current: Connection | undefined
  const live = () => (current?.isLive() ? current : undefined)
  const withLive = (act: (live: Connection) => Promise<SendOutcome>): Promise<SendOutcome> => {
    const found = live()
    return found ? act(found) : Promise.resolve(notConnected)
  }
  const changes = ({ client, directory, cursor }: Connection) =>
    createChanges({ client, directory, cursor, now: world.now })

  /** Applied again to a cursor that was read meanwhile; what it came to is what counts. */
  async function tell(at: Connection, person: RemotePerson, state: Bond['state']): Promise<void> {
    let events: NetworkEvent[] | undefined
    at.patch(cursor => {
      if (!events) events = moveBond(cursor, person, state, world.now())
      else rememberBond(cursor, person.id, { state, count: (cursor.bonds[person.id]?.count ?? 0) + 1 })
    })
    if (events && events.length > 0) await at.commit(events, undefined).catch(() => undefined)
  }

  async function follow(at: Connection, id: RemoteId): Promise<SendOutcome> {
    const theirs = await changes(at).follow(id, closing.signal)
    if (!theirs)
      return { kind: 'refused', code: 'no-such-person', text: 'Nobody has this handle. Check how it is written.' }
    const before = at.cursor().bonds[id]?.state
    const back = theirs.viewer?.followedBy !== undefined || before === 'asks-us' || before === 'connected'
    at.patch(cursor => {
      cursor.names[theirs.did] ??= theirs.handle.toLowerCase()
    })
    await tell(at, { id }, back ? 'connected' : 'asked')
    return { kind: 'accepted', key: `follow:${theirs.did}:${world.now().getTime()}`, at: world.now() }
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      const connected = connection(parsed.value, host, world, text)
      current = connected
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const startedAt = performance.now()
        let wasReady = false
        const ready = () => {
          wasReady = true
        }
        const failure = await connected.run(signal, ready).then(
          () => undefined,
          (error: unknown) => error,
        )
        if (signal.aborted) return
        if (failure !== undefined && !(failure instanceof CallFailure)) throw failure
        const code = failure?.code ?? 'unreachable'
        const words = failure?.message ?? 'Bluesky ended the connection.'
        if (isNeedsYou(code)) {
          host.state({ kind: 'needs-you', code, text: words })
          return
        }
        attempt = wasReady && performance.now() - startedAt > minuteMs / 6 ? 1 : attempt + 1
        const delayMs = Math.max(failure?.retryAfterMs ?? 0, retryDelayMs(attempt, Math.random()))
        host.log.info({ code, delayMs }, 'bluesky is waited for')
        host.state({ kind: 'waiting', retryAt: new Date(world.now().getTime() + delayMs), code, text: words })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    },
    send: (request, signal) =>
      withLive(({ outgoing }) => outgoing.send(request, AbortSignal.any([signal, closing.signal]))),
    bucket: to => (to.kind === 'public' ? 'posts' : 'chat'),
    capabilities(to) {
      if (to.kind === 'public') return capabilities
      // The app password may not use the chat: the composer says so before anything is written.
      const closed = live()?.cursor().chat === null
      return closed ? { ...chatCapabilities, text: { ...chatCapabilities.text, level: 'rejected' } } : chatCapabilities
    },
    people: {
      /** The words of an invitation are left out: a follow carries none. */
      invite: person => withLive(at => asOutcome(() => follow(at, person))),
      answer: (person, accept) =>
        withLive(at =>
          asOutcome(async () => {
            if (accept) return follow(at, person)
            await tell(at, { id: person }, 'none')
            return { kind: 'accepted', key: `answer:${person}:${world.now().getTime()}`, at: world.now() }
          }),
        ),
    },
    history: {
      async before(conversation, key, limit) {
        const at = live()
        if (!at || conversation.kind !== 'direct') return []
        const { client, directory } = at
        const did = await directory.findDid(conversation.id, closing.signal)
        const convo = did && (await directConvoOf(client, did, closing.signal))
        if (!convo) return []
        const me = client.me()
        const events: NetworkEvent[] = []
        let place: string | undefined
        // Pages are walked from the newest: the API knows no “before this message”.
        for (let page = 0; page < 10; page += 1) {
          const params = { convoId: convo.id, limit: '100', ...(place ? { cursor: place } : {}) }
          const found = await client.query('chat.bsky.convo.getMessages', messages, params, closing.signal)
          for (const each of found.messages) {
            const said = message.safeParse(each)
            if (!said.success) continue
            const own = said.data.sender.did === me?.did
            const from = { id: own ? idOf(me?.handle ?? '') : conversation.id }
            const event = chatEvent(said.data, { from, conversation, own, history: true })
            if (event) events.push(event)
          }
          const from = key === undefined ? 0 : events.findIndex(event => event.key === key) + 1
          if ((from > 0 || key === undefined) && events.length - from >= limit) break
          if (!found.cursor || found.messages.length === 0) break
          place = found.cursor
        }
        const from = key === undefined ? 0 : events.findIndex(event => event.key === key) + 1
        return key !== undefined && from === 0 ? [] : events.slice(from, from + limit).toReversed()
      },
    },
    edits: {
      edit: async () => ({
        kind: 'refused',
        code: 'cannot-edit',
        text: 'Bluesky can’t change what was posted. Delete it and write again.',
      }),
      retract: (_, target) => withLive(at => changes(at).retract(target, closing.signal)),
    },
    reactions: {
      react: (to, target, emoji) => withLive(at => changes(at).react(to, target, emoji, closing.signal)),
    },
    profile: {
      read: async signal => {
        const at = live()
        return at ? createProfile(at.client).read(signal) : notConnected
      },
      write: async (change, signal) => {
        const at = live()
        return at ? createProfile(at.client).write(change, signal) : notConnected
      },
      picture: async signal => {
        const at = live()
        return at ? createProfile(at.client).picture(signal) : notConnected
      },
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

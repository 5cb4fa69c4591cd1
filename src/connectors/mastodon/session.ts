import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs } from '#kernel/clock.ts'
import { patient, retryDelayMs } from '../backoff.ts'
import { CallFailure } from '../call-failure.ts'
import type { Account, ConnectionState, Host, SendOutcome, Session } from '../contract.ts'
import { readAccount } from './account.ts'
import { personIn } from './address.ts'
import { createChanges } from './changing.ts'
import { type Connection, connection, type Live, type World } from './connection.ts'
import { firstCursor } from './cursor.ts'
import { statusIdIn } from './keys.ts'
import { capabilities } from './manifest.ts'
import { createPeople } from './people.ts'
import { createProfile } from './profile.ts'
import { readThread } from './reading.ts'
import { countCharacters, greetingFor } from './sending.ts'
import { context } from './shapes.ts'

const needsYou = new Set(['wrong-credentials', 'not-found', 'forbidden'] as const)
type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as ReadonlySet<string>).has(code)

const notConnected = {
  kind: 'later',
  retryAfterMs: 5_000,
  code: 'not-connected',
  text: 'The connection to the server is being restored.',
} as const satisfies SendOutcome

export function openSession(given: Account, host: Host, world: World): Session {
  const parsed = readAccount(given)
  const closing = new AbortController()
  const nowhere = { base: 'https://nowhere.invalid', token: '', historyDays: 0 }
  let current: Connection = connection(
    parsed.ok ? parsed.value : nowhere,
    host,
    world,
    JSON.stringify(firstCursor()),
    closing.signal,
  )

  const withLive = (act: (live: Live) => Promise<SendOutcome>): Promise<SendOutcome> => {
    const live = current.live()
    return live ? act(live) : Promise.resolve(notConnected)
  }
  const changes = (live: Live) => createChanges({ ...live, cursor: () => current.cursor(), now: world.now })
  const profile = <Outcome>(act: (live: Live) => Promise<Outcome>): Promise<Outcome | typeof notConnected> => {
    const live = current.live()
    return live ? act(live) : Promise.resolve(notConnected)
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      current = connection(parsed.value, host, world, text, closing.signal)
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const startedAt = performance.now()
        let wasReady = false
        const failure = await current
          .run(signal, () => {
            wasReady = true
          })
          .then(
            () => undefined,
            (error: unknown) => error,
          )
        if (signal.aborted) return
        if (failure !== undefined && !(failure instanceof CallFailure)) throw failure
        const code = failure?.code ?? 'unreachable'
        const words = failure?.message ?? 'The server ended the connection.'
        if (isNeedsYou(code) && (code === 'wrong-credentials' || !wasReady)) {
          host.state({ kind: 'needs-you', code, text: words })
          return
        }
        attempt = wasReady && performance.now() - startedAt > minuteMs / 6 ? 1 : attempt + 1
        const delayMs = Math.max(failure?.retryAfterMs ?? 0, retryDelayMs(attempt, Math.random(), patient))
        host.log.info({ code, delayMs }, 'fediverse server is waited for')
        host.state({ kind: 'waiting', retryAt: new Date(world.now().getTime() + delayMs), code, text: words })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    },
    send: (request, signal) =>
      withLive(({ outgoing }) => outgoing.send(request, AbortSignal.any([signal, closing.signal]))),
    bucket: () => 'account',
    capabilities(to) {
      const server = current.live()?.server
      const inFront = countCharacters(greetingFor(to, server?.reading.host ?? ''), 0)
      const max = (server?.limits.text ?? capabilities.text.max) - inFront
      const files = server
        ? {
            ...capabilities.files,
            maxBytes: server.limits.imageBytes,
            mimeTypes: server.limits.mimeTypes.length > 0 ? server.limits.mimeTypes : capabilities.files.mimeTypes,
          }
        : capabilities.files
      return { ...capabilities, text: { ...capabilities.text, max }, files }
    },
    people: {
      invite: (person, request) => createPeople(current, withLive, closing.signal, world.now).invite(person, request),
      answer: (person, accept) => createPeople(current, withLive, closing.signal, world.now).answer(person, accept),
    },
    history: {
      async before(conversation, key, limit) {
        const live = current.live()
        const id = (key === undefined ? undefined : statusIdIn(key)) ?? current.cursor().tails[conversation.id]
        if (!live || id === undefined || personIn(conversation) === '') return []
        const path = `/api/v1/statuses/${encodeURIComponent(id)}/context`
        const { ancestors } = await live.client.get(path, context, closing.signal)
        const { client, server } = live
        return (await readThread({ client, reading: server.reading }, conversation.id, id, ancestors)).slice(-limit)
      },
    },
    edits: {
      edit: (to, target, text) => withLive(live => changes(live).edit(to, target, text, closing.signal)),
      retract: (_, target) => withLive(live => changes(live).retract(target, closing.signal)),
    },
    reactions: {
      react: (to, target, emoji) => withLive(live => changes(live).react(to, target, emoji, closing.signal)),
    },
    profile: {
      read: signal => profile(({ client, server }) => createProfile(client, server).read(signal)),
      write: (change, signal) => profile(({ client, server }) => createProfile(client, server).write(change, signal)),
      picture: signal => profile(({ client, server }) => createProfile(client, server).picture(signal)),
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, secondMs } from '#kernel/clock.ts'
import type { Reach } from '#platform/http.ts'
import { retryDelayMs, slowStart } from '../backoff.ts'
import type { Account, ConnectionState, Host, SendOutcome, Session } from '../contract.ts'
import { type IrcAccount, readAccount } from './account.ts'
import { type Connection, openConnection } from './connection.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { capabilitiesOf } from './manifest.ts'
import { notConnected } from './send.ts'
import { IrcFailure } from './wire/failure.ts'
import { type PaceRule, usualPace } from './wire/pace.ts'

const needsYou = new Set(['wrong-credentials', 'not-found', 'forbidden', 'insecure', 'conflict'] as const)
type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as ReadonlySet<string>).has(code)

const stableMs = 10 * secondMs

export function openSession(account: Account, host: Host, { clock, reach }: { clock: Clock; reach: Reach }): Session {
  const parsed = readAccount(account)
  const now = () => clock.now()
  const closing = new AbortController()
  let live: Connection | undefined
  let rule: PaceRule = usualPace
  let away: string | undefined

  const withLive = (act: (live: Connection) => Promise<SendOutcome>): Promise<SendOutcome> =>
    live?.ready ? act(live) : Promise.resolve(notConnected)

  async function once(irc: IrcAccount, cursor: Cursor, first: boolean, signal: AbortSignal) {
    const startedAt = performance.now()
    try {
      const current = await openConnection(
        { account: irc, reach, host, now, cursor, first, rule, away: () => away },
        signal,
      )
      live = current
      const failure = await current.run(signal)
      host.signal(current.lostPresence())
      return { failure, cursor: current.committed(), stable: performance.now() - startedAt > stableMs }
    } catch (error) {
      if (!(error instanceof IrcFailure)) throw error
      return { failure: error, cursor, stable: false }
    } finally {
      live = undefined
    }
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      const known = readCursor(text)
      let first = known === undefined
      let cursor = known ?? firstCursor(now())
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const before = cursor
        const { failure, cursor: committed, stable } = await once(parsed.value, cursor, first, signal)
        cursor = committed
        first &&= cursor === before || cursor.at === before.at
        if (signal.aborted) return
        if (isNeedsYou(failure.code)) {
          host.state({ kind: 'needs-you', code: failure.code, text: failure.message })
          return
        }
        // Who was thrown out for flooding goes at half the speed, until the next start.
        if (failure.code === 'flood') rule = { burst: 2, everyMs: Math.min(rule.everyMs * 2, 10 * secondMs) }
        attempt = stable ? 1 : attempt + 1
        const delayMs = Math.max(retryDelayMs(attempt, Math.random(), slowStart), failure.retryAfterMs ?? 0)
        host.log.info({ code: failure.code, delayMs }, 'irc connection ended, waiting')
        host.state({
          kind: 'waiting',
          retryAt: new Date(now().getTime() + delayMs),
          code: failure.code,
          text: failure.message,
        })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    },
    send: (request, signal) => withLive(connection => connection.send(request, signal)),
    bucket: () => 'connection',
    capabilities: conversation => capabilitiesOf(conversation, live?.caps),
    signals: {
      async typing(to, on) {
        if (live?.ready) live.typing(to, on)
      },
      async read() {
        // IRC tells nobody what was read.
      },
      async setPresence(state, status) {
        away = state === 'online' ? undefined : status || 'Away'
        if (live?.ready) live.setAway(away)
      },
    },
    history: {
      before: async (conversation, key, limit) => (live?.ready ? live.before(conversation, key, limit) : []),
    },
    rooms: {
      join: room => withLive(connection => connection.join(room)),
      leave: room => withLive(connection => connection.leave(room)),
      list: () => live?.rooms.list() ?? [],
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

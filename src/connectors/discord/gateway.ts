import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { Reach } from '#platform/http.ts'
import { ConnectionFailure } from '../keep-trying.ts'
import { openSocket, type Socket } from '../web-socket.ts'
import { wrongToken } from './api.ts'

const op = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const

const payload = z.object({
  op: z.number(),
  d: z.unknown().optional(),
  s: z.number().nullish(),
  t: z.string().nullish(),
})
export type Dispatch = { type: string; seq: number; data: unknown }

export const intents = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  guildTyping: 1 << 11,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  directTyping: 1 << 14,
  messageContent: 1 << 15,
}

export type GatewayDeps = {
  url: string
  token: string
  intents: number
  /** The session to go on with; absent: a new one. */
  resume: { id: string; seq: number } | undefined
  /** The last that is stored: Discord repeats what came after it. */
  storedSeq(): number | undefined
  reach: Reach
  /** What came, in order; the next is read when it resolves. */
  onDispatches(batch: readonly Dispatch[]): Promise<void>
  /** The session is gone at Discord: what came meanwhile has to be fetched. */
  onSessionLost(): Promise<void>
}

/** Codes with which Discord ends a session for good (discord.com/developers/docs/topics/opcodes-and-status-codes). */
const lostCodes = new Set([1000, 1001, 4007, 4009])

function failureFor(code: number): ConnectionFailure {
  switch (code) {
    case 4004:
      return new ConnectionFailure('wrong-credentials', wrongToken)
    case 4013:
    case 4014:
      return new ConnectionFailure(
        'forbidden',
        'Discord does not let this bot read messages. In the Developer Portal, under Bot, switch “Message Content Intent” on, then connect again.',
      )
    case 4008:
      return new ConnectionFailure('too-fast', 'Discord asks for a pause.', { retryAfterMs: 60 * secondMs })
    default:
      return new ConnectionFailure('closed', 'Discord closed the connection; Kith takes it up again.')
  }
}

/** Resolves when the signal aborts; throws why the connection ended otherwise. */
export async function runGateway(deps: GatewayDeps, signal: AbortSignal): Promise<void> {
  await using socket = await openSocket(`${deps.url.replace(/\/$/, '')}/?v=10&encoding=json`, deps.reach, signal)
  using heart = heartbeat(socket, deps.storedSeq)
  for (;;) {
    const batch = await socket.next()
    if (signal.aborted) return
    if (!batch) {
      const code = socket.closed?.code ?? 1006
      if (lostCodes.has(code)) await deps.onSessionLost()
      throw heart.stopped
        ? new ConnectionFailure('silent', 'Discord did not answer any more; Kith connects again.')
        : failureFor(code)
    }
    const dispatches: Dispatch[] = []
    for (const each of batch) {
      const read = payload.safeParse(each)
      if (!read.success) continue
      const { op: code, d, s, t } = read.data
      if (code === op.dispatch && t && typeof s === 'number') dispatches.push({ type: t, seq: s, data: d })
      else if (code === op.hello) {
        const { heartbeat_interval: everyMs } = z.object({ heartbeat_interval: z.number() }).parse(d)
        heart.start(everyMs)
        introduce(socket, deps)
      } else if (code === op.ack) heart.answered()
      else if (code === op.heartbeat) heart.beat()
      else if (code === op.reconnect) {
        if (dispatches.length > 0) await heart.during(deps.onDispatches(dispatches))
        throw new ConnectionFailure('moved', 'Discord asks to connect again.')
      } else if (code === op.invalid) {
        if (d !== true) await deps.onSessionLost()
        // Identifying again at once is refused (docs: a random time of one to five seconds).
        await sleep(secondMs + Math.random() * 4 * secondMs, undefined, { signal }).catch(() => undefined)
        throw new ConnectionFailure('session-lost', 'Discord no longer knew the session; Kith begins a new one.')
      }
    }
    if (dispatches.length > 0) await heart.during(deps.onDispatches(dispatches))
  }
}

function introduce(socket: Socket, { token, intents: wanted, resume }: GatewayDeps): void {
  if (resume) socket.send({ op: op.resume, d: { token, session_id: resume.id, seq: resume.seq } })
  else
    socket.send({
      op: op.identify,
      d: { token, intents: wanted, properties: { os: process.platform, browser: 'kith', device: 'kith' } },
    })
}

function heartbeat(socket: Socket, storedSeq: () => number | undefined) {
  let timer: NodeJS.Timeout | undefined
  let waiting = false
  let busy = 0
  let stopped = false
  const beat = () => {
    socket.send({ op: op.heartbeat, d: storedSeq() ?? null })
    waiting = true
  }
  const tick = () => {
    // While something is being stored nothing is read, the answer neither.
    if (waiting && busy === 0) {
      stopped = true
      socket.close(4000)
      return
    }
    beat()
  }
  return {
    get stopped() {
      return stopped
    },
    start(everyMs: number): void {
      clearTimeout(timer)
      timer = setTimeout(() => {
        tick()
        timer = setInterval(tick, everyMs)
      }, everyMs * Math.random())
    },
    beat,
    answered(): void {
      waiting = false
    },
    async during(work: Promise<void>): Promise<void> {
      busy += 1
      try {
        await work
      } finally {
        busy -= 1
        waiting = false
      }
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}

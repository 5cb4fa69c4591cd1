import type { RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { rememberSent } from './cursor.ts'
import type { MessageEvent, Said } from './inbound.ts'
import { msgidIn, ownKey, sentMark } from './keys.ts'
import { textLimits } from './manifest.ts'
import { keepsHistory, type Scene } from './scene.ts'
import { byteLength } from './wire/bytes.ts'
import { ctcp, plainText } from './wire/formatting.ts'
import { formatLine, type Line } from './wire/line.ts'
import { isRefusal, patience, refusalOf } from './wire/numerics.ts'
import { splitText } from './wire/split.ts'

type Deps = {
  scene: Scene
  /** The nick or channel to write to, or why it can't be. */
  targetOf(to: RemoteConversation): Promise<{ target: string } | SendOutcome>
  /** Before a line leaves that a bouncer may play back: the cursor names it. */
  keep(): Promise<void>
  tell(event: MessageEvent): void
}

type Current = {
  target: string
  parts: readonly string[]
  written: number
  echoes: Said[]
  /** Tells apart which answer belongs to this message. */
  token: string
  settle(outcome: Settled): void
}

type Settled = { kind: 'taken' } | Exclude<SendOutcome, { kind: 'accepted' }>

const confirmMs = 30_000
const echoMs = 10_000
const longestQueueMs = 40_000

export const notConnected: Exclude<SendOutcome, { kind: 'accepted' }> = {
  kind: 'later',
  retryAfterMs: 5_000,
  code: 'not-connected',
  text: 'Kith is not connected to the network at the moment. The message goes out as soon as it is.',
}

/**
 * One message after the other. The server's word decides: its echo (echo-message), else its answer to a PING behind the message, before
 * which every refusal must come. Without either nobody can know, and so the outcome is `unknown`.
 */
export function sender({ scene, targetOf, keep, tell }: Deps) {
  const { fold, caps, link, pace } = scene
  let queue: Promise<unknown> = Promise.resolve()
  let current: Current | undefined
  let count = 0

  async function deliver(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const found = await targetOf(request.to)
    if (!('target' in found)) return found
    const prepared = partsOf(request, found.target)
    if ('kind' in prepared) return prepared
    const { parts, tags } = prepared
    if (link.ended || signal.aborted) return notConnected
    const waitMs = pace.waitMs()
    if (waitMs > longestQueueMs)
      return {
        kind: 'later',
        retryAfterMs: waitMs / 2,
        code: 'paced',
        text: 'IRC takes few lines a minute; this one waits for its turn.',
      }
    rememberSent(
      scene.cursor,
      request.txn,
      parts.map(part => sentMark(fold(found.target), part)),
      scene.now(),
    )
    if (keepsHistory(caps)) await keep()
    const { promise, resolve } = Promise.withResolvers<Settled>()
    const mine: Current = {
      target: fold(found.target),
      parts,
      written: 0,
      echoes: [],
      token: `kith-${++count}`,
      settle: resolve,
    }
    current = mine
    const timers = [
      setTimeout(
        () => resolve({ kind: 'unknown', why: 'The server did not confirm the message in time.' }),
        confirmMs + waitMs,
      ),
    ]
    const stop = () =>
      resolve(
        mine.written === 0
          ? notConnected
          : { kind: 'unknown', why: 'Kith stopped before the server confirmed the message.' },
      )
    signal.addEventListener('abort', stop)
    void link.closed.then(() =>
      resolve(
        mine.written === 0
          ? notConnected
          : { kind: 'unknown', why: 'The connection broke before the server confirmed the message.' },
      ),
    )
    try {
      void writeParts(mine, found.target, tags, timers, AbortSignal.any([signal, scene.signal]))
      const settled = await promise
      return settled.kind === 'taken' ? accepted(request, mine, found.target) : settled
    } finally {
      current = undefined
      for (const timer of timers) clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  }

  async function writeParts(
    mine: Current,
    target: string,
    tags: Readonly<Record<string, string>>,
    timers: NodeJS.Timeout[],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      for (const [at, part] of mine.parts.entries()) {
        await pace.turn(byteLength(part) > 300 ? 1.5 : 1, signal)
        if (current !== mine || link.ended) return
        mine.written += 1
        const label = caps.has('labeled-response') ? { label: mine.token } : {}
        link.write(formatLine('PRIVMSG', [target, part], { ...(at === 0 ? tags : {}), ...label }))
      }
      const fence = () => {
        if (current === mine) scene.write('PING', mine.token)
      }
      if (caps.has('echo-message')) timers.push(setTimeout(fence, echoMs))
      else {
        await pace.turn(0.5, signal)
        fence()
      }
    } catch {
      mine.settle(
        mine.written === 0 ? notConnected : { kind: 'unknown', why: 'Kith stopped in the middle of the message.' },
      )
    }
  }

  function accepted(request: SendRequest, mine: Current, target: string): SendOutcome {
    const at = mine.echoes[0]?.event.sentAt ?? scene.now()
    const keys = mine.echoes.flatMap(({ event }) => [event.key, ...event.otherKeys])
    const room = request.to.kind === 'room'
    tell({
      kind: 'message',
      key: ownKey(request.txn),
      otherKeys: [...new Set([request.txn, ...keys])],
      conversation: { ...request.to, title: room ? scene.rooms.titleOf(request.to.id) : target },
      from: { id: scene.people.idOf(scene.me()), name: scene.me() },
      own: true,
      text: request.text,
      sentAt: at,
      history: false,
    })
    return { kind: 'accepted', key: ownKey(request.txn), at }
  }

  /** The lines as they go out, no longer than the server hands on with our own name before them. */
  function partsOf(
    request: SendRequest,
    target: string,
  ): { parts: string[]; tags: Record<string, string> } | SendOutcome {
    const text = request.text.replace(/\r\n?/g, '\n').split('\n').map(plainText).join('\n')
    if (text.trim() === '') return { kind: 'refused', code: 'empty', text: 'There is nothing to send.' }
    const size = byteLength(text)
    if (size > textLimits.maxBytes)
      return tooLong(`The message has ${size} bytes; Kith sends ${textLimits.maxBytes} at most`)
    const replied = request.replyTo === undefined ? undefined : msgidIn(request.replyTo)
    const tags: Record<string, string> = replied && caps.has('message-tags') ? { '+draft/reply': replied } : {}
    const action = /^\/me\s+(.+)$/is.exec(text)?.[1]
    const name = request.quoted?.from.name
    const addressed =
      !action && request.to.kind === 'room' && name && !text.toLowerCase().includes(name.toLowerCase())
        ? `${name}: ${text}`
        : text
    const overhead = byteLength(`:${ownPrefix(scene)} PRIVMSG ${target} :`) + 2 + (action ? 9 : 0)
    const parts = splitText(action ?? addressed, scene.support().lineBytes - overhead)
    if (parts.length > textLimits.maxLines)
      return tooLong(
        `The message has ${parts.length} lines; Kith sends ${textLimits.maxLines} at most, for more is a flood to the readers`,
      )
    return { parts: action ? parts.map(part => ctcp('ACTION', part)) : parts, tags }
  }

  return {
    send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
      const mine = queue.then(() => deliver(request, signal))
      queue = mine.catch(() => undefined)
      return mine
    },
    takeEcho(said: Said, label: string | undefined): boolean {
      const mine = current
      if (!mine || said.to !== mine.target || mine.echoes.length >= mine.written) return false
      const expected = mine.parts[mine.echoes.length]
      // Servers may take colours or words out of what they echo; behind a bouncer another client of ours may have written.
      const sure = said.raw === expected || label === mine.token || caps.bouncer() === undefined
      if (!sure) return false
      mine.echoes.push(said)
      if (mine.echoes.length === mine.parts.length) mine.settle({ kind: 'taken' })
      return true
    },
    takePong(token: string): boolean {
      const mine = current
      if (!mine || token !== mine.token) return false
      mine.settle(
        caps.has('echo-message')
          ? { kind: 'unknown', why: 'The server took the message without a word and did not show it.' }
          : { kind: 'taken' },
      )
      return true
    },
    /** True when the line refuses what is being sent. */
    takeRefusal(line: Line): boolean {
      const mine = current
      if (!mine || mine.written === 0) return false
      const said = line.params.at(-1) ?? ''
      const labelled = line.tags.get('label') === mine.token
      if (line.command === 'FAIL') {
        if (!labelled && line.params[0] !== 'PRIVMSG') return false
        mine.settle({
          kind: 'refused',
          code: `irc-${(line.params[1] ?? 'fail').toLowerCase()}`,
          text: `The server refused it: “${said}”.`,
        })
        return true
      }
      const about = line.params.slice(1, -1).some(param => fold(param) === mine.target)
      const nameless = ['411', '412', '417'].includes(line.command)
      const waitMs = patience.get(line.command)
      if (waitMs !== undefined && (about || labelled || line.params[1]?.toUpperCase() === 'PRIVMSG')) {
        mine.settle({
          kind: 'later',
          retryAfterMs: waitMs,
          code: 'throttled',
          text: `The server asks for patience: “${said}”.`,
        })
        return true
      }
      if (!isRefusal(line.command) || !(about || labelled || nameless)) return false
      const display = mine.parts.length > 0 ? (line.params[1] ?? mine.target) : mine.target
      mine.settle({ kind: 'refused', ...refusalOf(line.command, display, said) })
      return true
    },
    /** Where the server acknowledges without showing (labeled-response without echo). */
    takeAck(line: Line): boolean {
      if (!current || line.tags.get('label') !== current.token || caps.has('echo-message')) return false
      return true
    },
  }
}

const tooLong = (start: string): SendOutcome => ({
  kind: 'refused',
  code: 'too-long',
  text: `${start}. Please shorten it.`,
})

/** As others see us: every line that we write reaches them with this before it. Until the server showed it the longest is assumed. */
export function ownPrefix(scene: Pick<Scene, 'people' | 'me'>): string {
  const me = scene.people.find(scene.me())
  const [user, host] = [me?.user ?? 'u'.repeat(11), me?.host ?? 'h'.repeat(63)]
  return `${scene.me()}!${user}@${host}`
}

import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import { guardedLookup, privateAddressWords, type Reach } from '#platform/http.ts'
import { CallFailure } from '../call-failure.ts'
import type { MastodonAccount } from './account.ts'
import { type Status, status } from './shapes.ts'

const frame = z.object({ event: z.string(), payload: z.unknown() })
/** Mastodon pings every 30 s. */
const silentMs = 100 * secondMs
const maxFrameBytes = 2_000_000

export type StreamNews =
  /** Something is there to be read. */
  { kind: 'something' } | { kind: 'deleted'; id: string } | { kind: 'edited'; status: Status }

const refusePrivate = (host: string) => new CallFailure('forbidden', privateAddressWords(host))

/**
 * The server's stream only says that something happened; what it was is read as always, so that nothing depends on a frame that was
 * lost. Deletions and edits are told nowhere else. Returns when `signal` aborts; a server without a stream is asked again seldom.
 */
export async function followStream(
  given: {
    account: MastodonAccount
    address: string
    reach: Reach
    tell(news: StreamNews): void
    live(on: boolean): void
  },
  signal: AbortSignal,
): Promise<void> {
  const { account } = given
  const url = new URL('/api/v1/streaming', given.address)
  const secure = account.base.startsWith('https:')
  // The token goes to no address that anybody on the way could read.
  if (secure && url.protocol !== 'wss:') return
  url.searchParams.set('stream', 'user')
  for (let failures = 0; !signal.aborted; ) {
    const worked = await listen(url, given, signal)
    given.live(false)
    failures = worked ? 0 : failures + 1
    const waitMs = Math.min(10 * minuteMs, 2 * secondMs * 2 ** Math.min(failures, 10))
    await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

function listen(url: URL, given: Parameters<typeof followStream>[0], signal: AbortSignal): Promise<boolean> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !given.reach.allowsAddress(host)) return Promise.resolve(false)
  return new Promise(resolve => {
    let opened = false
    const socket = new WebSocket(url, {
      headers: { authorization: `Bearer ${given.account.token}` },
      lookup: guardedLookup(given.reach, refusePrivate),
      followRedirects: false,
      handshakeTimeout: 15 * secondMs,
      maxPayload: maxFrameBytes,
      perMessageDeflate: false,
    })
    let timer = setTimeout(() => socket.terminate(), silentMs)
    const alive = () => {
      clearTimeout(timer)
      timer = setTimeout(() => socket.terminate(), silentMs)
    }
    const abort = () => socket.terminate()
    signal.addEventListener('abort', abort)
    socket.on('open', () => {
      opened = true
      alive()
      given.live(true)
      given.tell({ kind: 'something' })
    })
    socket.on('ping', alive)
    socket.on('message', data => {
      alive()
      const news = newsIn(String(data))
      if (news) given.tell(news)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      resolve(opened)
    })
    if (signal.aborted) abort()
  })
}

function newsIn(text: string): StreamNews | undefined {
  try {
    const { event, payload } = frame.parse(JSON.parse(text))
    if (event === 'delete') return { kind: 'deleted', id: String(payload) }
    if (event === 'status.update')
      return { kind: 'edited', status: status.parse(typeof payload === 'string' ? JSON.parse(payload) : payload) }
    return event === 'notification' || event === 'update' || event === 'conversation'
      ? { kind: 'something' }
      : undefined
  } catch {
    return undefined
  }
}

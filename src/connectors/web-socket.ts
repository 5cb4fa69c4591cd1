import { isIP } from 'node:net'
import WebSocket from 'ws'
import { secondMs } from '#kernel/clock.ts'
import { guardedLookup, privateAddressWords, type Reach } from '#platform/http.ts'
import { ConnectionFailure } from './keep-trying.ts'

export type Socket = AsyncDisposable & {
  send(value: unknown): void
  /** The next texts that came, all at once; undefined when the other side has closed or the signal aborted. */
  next(): Promise<readonly unknown[] | undefined>
  /** Why it closed; known when `next` gave undefined. */
  readonly closed: { code: number; reason: string } | undefined
  close(code: number): void
}

/** Above this many unread texts the other side has to wait. */
const mostWaiting = 500
const maxPayload = 32_000_000

/** A socket to an address that Kith may reach. Texts are JSON both ways; whoever reads slowly is not overrun. */
export async function openSocket(url: string, reach: Reach, signal: AbortSignal): Promise<Socket> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const refuse = (name: string) => new ConnectionFailure('unreachable', privateAddressWords(name))
  if (isIP(host) !== 0 && !reach.allowsAddress(host)) throw refuse(host)
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload,
    handshakeTimeout: 15 * secondMs,
    followRedirects: false,
    lookup: guardedLookup(reach, refuse),
  })
  let waiting: unknown[] = []
  let closed: { code: number; reason: string } | undefined
  let failure: Error | undefined
  let hear = () => {}
  const end = () => {
    socket.terminate()
    closed ??= { code: 1006, reason: 'ended here' }
    hear()
  }
  signal.addEventListener('abort', end, { once: true })
  socket.on('message', data => {
    try {
      waiting.push(JSON.parse(data.toString()))
    } catch {
      return
    }
    if (waiting.length > mostWaiting) socket.pause()
    hear()
  })
  socket.on('close', (code, reason) => {
    closed ??= { code, reason: reason.toString() }
    signal.removeEventListener('abort', end)
    hear()
  })
  socket.on('error', error => {
    failure = error
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('close', () =>
      reject(
        failure instanceof ConnectionFailure
          ? failure
          : new ConnectionFailure('unreachable', `${host} could not be reached.`, { cause: failure }),
      ),
    )
  })
  return {
    send(value) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(value))
    },
    async next() {
      while (waiting.length === 0 && !closed && !signal.aborted)
        await new Promise<void>(resolve => {
          hear = resolve
        })
      if (signal.aborted || (waiting.length === 0 && closed)) return undefined
      const taken = waiting
      waiting = []
      if (socket.isPaused) socket.resume()
      return taken
    },
    get closed() {
      return closed
    },
    close: code => socket.close(code),
    async [Symbol.asyncDispose]() {
      signal.removeEventListener('abort', end)
      if (socket.readyState === WebSocket.OPEN) socket.close(4000)
      const hard = setTimeout(() => socket.terminate(), 500)
      hard.unref()
      socket.once('close', () => clearTimeout(hard))
    },
  }
}

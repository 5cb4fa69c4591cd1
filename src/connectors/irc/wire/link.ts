import { createHash, X509Certificate } from 'node:crypto'
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import { guardedLookup, privateAddressWords, type Reach } from '#platform/http.ts'
import { lineReader } from './bytes.ts'
import { IrcFailure, socketFailure } from './failure.ts'
import { formatLine, type Line, parseLine } from './line.ts'

export type Endpoint = {
  host: string
  port: number
  tls: boolean
  /** PEM of a certificate that vouches for the server, or the server certificate's own SHA-256. */
  trust: { ca: string } | { fingerprint: string } | undefined
  /** PEM with certificate and key, for SASL EXTERNAL. */
  identity: { certificate: string; key: string } | undefined
}

/** Lines in and out over one socket. */
export type Link = {
  readonly closed: Promise<IrcFailure>
  readonly ended: boolean
  /** Milliseconds since anything arrived. */
  silentMs(): number
  write(line: string): void
  /** The peer waits while we are paused. */
  pause(): void
  resume(): void
  end(failure: IrcFailure): void
}

const dialMs = 15_000

/** Encrypted from the first byte unless the endpoint says otherwise; Nagle's delay is off. */
export async function openLink(
  endpoint: Endpoint,
  reach: Reach,
  signal: AbortSignal,
  onLine: (line: Line) => void,
): Promise<Link> {
  const where = `${endpoint.host}:${endpoint.port}`
  if (isIP(endpoint.host) !== 0 && !reach.allowsAddress(endpoint.host)) throw refusePrivate(endpoint.host)
  const lookup = guardedLookup(reach, refusePrivate)
  const socket = endpoint.tls
    ? await dialTls(endpoint, lookup, where, signal)
    : await dialPlain(endpoint, lookup, where, signal)
  const { promise: closed, resolve } = Promise.withResolvers<IrcFailure>()
  const read = lineReader()
  let ended = false
  let heardAtMs = performance.now()
  const end = (failure: IrcFailure) => {
    if (ended) return
    ended = true
    resolve(failure)
    socket.end()
    setTimeout(() => socket.destroy(), 500).unref()
  }
  socket.on('data', (chunk: Buffer) => {
    heardAtMs = performance.now()
    if (ended) return
    for (const text of read(chunk)) {
      const line = parseLine(text)
      if (line && !ended) onLine(line)
    }
  })
  socket.on('error', error => end(socketFailure(error, where)))
  socket.on('close', () => end(new IrcFailure('server-closed', 'The connection was closed without a word.')))
  return {
    closed,
    get ended() {
      return ended
    },
    silentMs: () => performance.now() - heardAtMs,
    write: line => {
      if (!ended) socket.write(`${line}\r\n`)
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    end,
  }
}

const refusePrivate = (host: string) => new IrcFailure('forbidden', privateAddressWords(host))

type Dial = (endpoint: Endpoint, lookup: LookupFunction, where: string, signal: AbortSignal) => Promise<Socket>

const dialPlain: Dial = ({ host, port }, lookup, where, signal) => {
  const socket = connectTcp({ host, port, lookup, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 })
  return settled(socket, 'connect', where, signal)
}

const dialTls: Dial = async (endpoint, lookup, where, signal) => {
  const { host, port, trust, identity } = endpoint
  const options: ConnectionOptions = {
    host,
    port,
    lookup,
    ...(isIP(host) ? {} : { servername: host }),
    ...(identity ? { cert: identity.certificate, key: identity.key } : {}),
    ...(trust && 'ca' in trust ? { ca: trust.ca } : {}),
    ...(trust && 'fingerprint' in trust ? { rejectUnauthorized: false } : {}),
  }
  const socket = await tlsSocket(options, where, signal)
  socket.setNoDelay(true)
  socket.setKeepAlive(true, 60_000)
  if (trust && 'fingerprint' in trust) {
    const shown = socket.getPeerCertificate().raw as Buffer | undefined
    const fingerprint = shown ? createHash('sha256').update(shown).digest('hex') : ''
    if (fingerprint !== trust.fingerprint) {
      socket.destroy()
      throw new IrcFailure(
        'insecure',
        `${where} shows another certificate than the one you named. Its SHA-256 fingerprint is ${fingerprint || 'missing'}. Ask whoever runs the server whether it was renewed.`,
      )
    }
  }
  return socket
}

function tlsSocket(options: ConnectionOptions, where: string, signal: AbortSignal) {
  try {
    const socket = connectTls(options)
    return settled(socket, 'secureConnect', where, signal)
  } catch (error) {
    throw socketFailure(error, where)
  }
}

function settled<T extends Socket>(
  socket: T,
  event: 'connect' | 'secureConnect',
  where: string,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (failure?: IrcFailure) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      socket.removeListener(event, good)
      socket.removeListener('error', bad)
      socket.removeListener('close', closed)
      if (!failure) return resolve(socket)
      socket.on('error', () => undefined)
      socket.destroy()
      reject(failure)
    }
    const good = () => end()
    const bad = (error: Error) => end(socketFailure(error, where))
    const closed = () => end(new IrcFailure('unreachable', `${where} closed the connection at once.`))
    const abort = () => end(new IrcFailure('stopped', 'Stopped.'))
    const timer = setTimeout(() => end(new IrcFailure('unreachable', `${where} does not answer.`)), dialMs)
    socket.once(event, good)
    socket.once('error', bad)
    socket.once('close', closed)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}

/** True when the text is a certificate that Node can read. */
export function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 !== ''
  } catch {
    return false
  }
}

export const quit = (words: string): string => formatLine('QUIT', [words])

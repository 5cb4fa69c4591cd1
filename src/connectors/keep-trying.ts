import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs } from '#kernel/clock.ts'
import { retryDelayMs } from './backoff.ts'
import type { ConnectionState, Host, NetworkEvent } from './contract.ts'

type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const needsYou: ReadonlySet<string> = new Set<NeedsYouCode>([
  'wrong-credentials',
  'not-found',
  'forbidden',
  'insecure',
  'conflict',
])
const isNeedsYou = (code: string): code is NeedsYouCode => needsYou.has(code)

/** Why a connection ended; `message` is one plain sentence for the recruiter. */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure'
  readonly code: string
  /** What the network asked to wait. */
  readonly retryAfterMs: number | undefined
  constructor(code: string, message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(message, options)
    this.code = code
    this.retryAfterMs = options.retryAfterMs
  }
}

export const failureOf = (error: unknown): ConnectionFailure =>
  error instanceof ConnectionFailure
    ? error
    : new ConnectionFailure(
        error instanceof Error && 'code' in error ? String(error.code) : 'unreachable',
        error instanceof Error ? error.message : String(error),
        { cause: error },
      )

/**
 * Runs `once` again and again until the signal aborts or a failure needs the recruiter. `once` resolves only when the signal aborted;
 * it calls `stable` when the connection stands.
 */
export async function keepTrying(
  host: Host,
  now: () => Date,
  signal: AbortSignal,
  once: (stable: () => void) => Promise<void>,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; ) {
    host.state({ kind: 'connecting' })
    let standsSince: number | undefined
    try {
      await once(() => {
        standsSince ??= performance.now()
      })
      if (signal.aborted) return
      throw new ConnectionFailure('closed', 'The network closed the connection.')
    } catch (error) {
      if (signal.aborted) return
      const failure = failureOf(error)
      if (isNeedsYou(failure.code)) {
        host.state({ kind: 'needs-you', code: failure.code, text: failure.message })
        return
      }
      attempt = standsSince !== undefined && performance.now() - standsSince > minuteMs / 6 ? 1 : attempt + 1
      const delayMs = Math.max(retryDelayMs(attempt, Math.random()), failure.retryAfterMs ?? 0)
      host.log.info({ code: failure.code, delayMs }, 'connection ended, waiting')
      const retryAt = new Date(now().getTime() + delayMs)
      host.state({ kind: 'waiting', retryAt, code: failure.code, text: failure.message })
      await sleep(delayMs, undefined, { signal }).catch(() => undefined)
    }
  }
}

/**
 * Commits what was read; fails in words that the recruiter sees, and at once when the session ends: what is not stored then is read
 * again by the next one.
 */
export async function commitOrFail(
  host: Host,
  events: readonly NetworkEvent[],
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const stop = Promise.withResolvers<never>()
  const ended = () => stop.reject(new ConnectionFailure('closed', 'The session ended.'))
  signal.addEventListener('abort', ended, { once: true })
  if (signal.aborted) ended()
  try {
    await Promise.race([host.commit(events, cursor), stop.promise])
  } catch (error) {
    if (signal.aborted) throw error
    throw new ConnectionFailure('not-stored', 'What arrived could not be stored; Kith reads it again.', {
      cause: error,
    })
  } finally {
    signal.removeEventListener('abort', ended)
  }
}

/** Errors that come before a single byte of the request has left. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'bad-url',
  'private-address',
  'no-such-host',
  'credentials-in-url',
  'tls',
])

/** Whether a request that failed can't have reached the network, on any of the addresses that were tried; else it may have. */
export function wasNeverSent(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && beforeSending.has(String(at.code))) return true
    if (at instanceof AggregateError) return at.errors.length > 0 && at.errors.every(wasNeverSent)
  }
  return false
}

/** A form with files, as bytes and their content type. */
export async function multipart(
  fields: Readonly<Record<string, string>>,
  files: readonly { field: string; name: string; mimeType: string; bytes: Uint8Array }[],
): Promise<{ body: Uint8Array; contentType: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const { field, name, mimeType, bytes } of files)
    form.set(field, new File([new Uint8Array(bytes)], name, { type: mimeType }))
  const packed = new Response(form)
  return {
    body: new Uint8Array(await packed.arrayBuffer()),
    contentType: packed.headers.get('content-type') ?? 'multipart/form-data',
  }
}

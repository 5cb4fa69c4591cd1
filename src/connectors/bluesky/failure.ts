import { secondMs } from '#kernel/clock.ts'
import { HttpRefused } from '#platform/http.ts'
import type { SendOutcome } from '../contract.ts'

export type FailureCode =
  | 'wrong-credentials'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'unreachable'
  | 'server-error'
  | 'bad-response'
  | 'rejected'
  | 'not-stored'

/** `error`: the name that XRPC gives it. `reached`: whether the server may have done what was asked. */
export class BlueskyFailure extends Error {
  override readonly name = 'BlueskyFailure'
  readonly code: FailureCode
  readonly error: string
  readonly reached: 'no' | 'maybe'
  readonly retryAfterMs: number | undefined
  constructor(
    code: FailureCode,
    message: string,
    more: { error?: string; reached?: 'no' | 'maybe'; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.code = code
    this.error = more.error ?? ''
    this.reached = more.reached ?? 'no'
    this.retryAfterMs = more.retryAfterMs
  }
}

const neverArrived = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/

function codesIn(error: unknown): string {
  let codes = ''
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner) codes += ` ${String(inner.code)}`
    if (inner instanceof AggregateError) codes += inner.errors.map(codesIn).join('')
  }
  return codes
}

/** No answer came. */
export function fromNoAnswer(error: unknown): BlueskyFailure {
  if (!(error instanceof HttpRefused)) throw error
  const before =
    ['no-such-host', 'private-address', 'bad-url', 'credentials-in-url', 'tls'].includes(error.code) ||
    neverArrived.test(codesIn(error))
  return new BlueskyFailure(error.code === 'private-address' ? 'forbidden' : 'unreachable', error.message, {
    reached: before ? 'no' : 'maybe',
    cause: error,
  })
}

export function outcomeOf(failure: BlueskyFailure): SendOutcome {
  switch (failure.code) {
    case 'rate-limited':
      return {
        kind: 'later',
        retryAfterMs: failure.retryAfterMs ?? 60 * secondMs,
        code: 'rate-limited',
        text: failure.message,
      }
    case 'unreachable':
    case 'server-error':
    case 'bad-response':
      return failure.reached === 'maybe'
        ? { kind: 'unknown', why: failure.message }
        : { kind: 'later', retryAfterMs: 10 * secondMs, code: failure.code, text: failure.message }
    case 'not-stored':
      return { kind: 'later', retryAfterMs: 5 * secondMs, code: failure.code, text: failure.message }
    default:
      return { kind: 'refused', code: failure.code, text: failure.message }
  }
}

/** Runs what sends; what it throws becomes an outcome. */
export async function asOutcome(act: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof BlueskyFailure) return outcomeOf(error)
    throw error
  }
}

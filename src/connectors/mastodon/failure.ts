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

/** `reached`: whether the server may have done what was asked. */
export class MastodonFailure extends Error {
  override readonly name = 'MastodonFailure'
  readonly code: FailureCode
  readonly reached: 'no' | 'maybe'
  readonly retryAfterMs: number | undefined
  readonly timedOut: boolean
  constructor(
    code: FailureCode,
    message: string,
    more: { reached?: 'no' | 'maybe'; retryAfterMs?: number; timedOut?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.code = code
    this.reached = more.reached ?? 'no'
    this.retryAfterMs = more.retryAfterMs
    this.timedOut = more.timedOut ?? false
  }
}

const neverArrived = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ECONNTIMEOUT|UND_ERR_CONNECT_TIMEOUT/

function codesIn(error: unknown): string {
  let codes = ''
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner) codes += ` ${String(inner.code)}`
    if (inner instanceof AggregateError) codes += inner.errors.map(codesIn).join('')
  }
  return codes
}

/** No answer came. */
export function fromNoAnswer(error: unknown): MastodonFailure {
  if (!(error instanceof HttpRefused)) throw error
  const before =
    ['no-such-host', 'private-address', 'bad-url', 'credentials-in-url', 'tls'].includes(error.code) ||
    neverArrived.test(codesIn(error))
  return new MastodonFailure(error.code === 'private-address' ? 'forbidden' : 'unreachable', error.message, {
    reached: before ? 'no' : 'maybe',
    timedOut: error.code === 'timeout',
    cause: error,
  })
}

/** What a send came to, when it failed. */
export function outcomeOf(failure: MastodonFailure): SendOutcome {
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

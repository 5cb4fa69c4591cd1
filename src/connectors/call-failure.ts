import { secondMs } from '#kernel/clock.ts'
import { HttpRefused } from '#platform/http.ts'
import type { SendOutcome } from './contract.ts'
import { wasNeverSent } from './keep-trying.ts'

export type CallFailureCode =
  | 'wrong-credentials'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'unreachable'
  | 'server-error'
  | 'bad-response'
  | 'rejected'
  | 'not-stored'

type More = {
  error?: string
  reached?: 'no' | 'maybe'
  retryAfterMs?: number | undefined
  timedOut?: boolean
  cause?: unknown
}

/** Why a call to a social network's server failed; `message` is for the recruiter. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly code: CallFailureCode
  /** The name that the server gives it. */
  readonly error: string
  /** Whether the server may have done what was asked. */
  readonly reached: 'no' | 'maybe'
  readonly retryAfterMs: number | undefined
  readonly timedOut: boolean
  constructor(code: CallFailureCode, message: string, more: More = {}) {
    super(message, { cause: more.cause })
    this.code = code
    this.error = more.error ?? ''
    this.reached = more.reached ?? 'no'
    this.retryAfterMs = more.retryAfterMs
    this.timedOut = more.timedOut ?? false
  }
}

/** No answer came. Throws on what is no failure of the call. */
export function fromNoAnswer(error: unknown): CallFailure {
  if (!(error instanceof HttpRefused)) throw error
  return new CallFailure(error.code === 'private-address' ? 'forbidden' : 'unreachable', error.message, {
    reached: wasNeverSent(error) ? 'no' : 'maybe',
    timedOut: error.code === 'timeout',
    cause: error,
  })
}

/** What a send came to, when it failed. */
export function outcomeOf(failure: CallFailure): SendOutcome {
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

/** Runs what sends; a failed call becomes its outcome. */
export async function asOutcome(act: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof CallFailure) return outcomeOf(error)
    throw error
  }
}

import { secondMs } from '#kernel/clock.ts'
import type { SendOutcome } from '../../contract.ts'
import { MatrixFailure } from '../wire/failure.ts'

export const notConnected: SendOutcome = {
  kind: 'later',
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The Matrix connection is being restored.',
}

/** What a failed request means for what was to be sent. */
export function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof MatrixFailure))
    return { kind: 'unknown', why: 'Kith stopped before the server confirmed the message.' }
  const { errcode, message } = error
  if (error.uncertain) return { kind: 'unknown', why: message }
  if (error.code === 'rate-limited')
    return { kind: 'later', retryAfterMs: error.retryAfterMs ?? 5 * secondMs, code: 'rate-limited', text: message }
  if (error.code === 'signed-out' || error.code === 'unreachable') return notConnected
  if (error.status === undefined || error.status >= 500)
    return { kind: 'later', retryAfterMs: error.retryAfterMs ?? 5 * secondMs, code: error.code, text: message }
  if (errcode === 'M_TOO_LARGE')
    return { kind: 'refused', code: 'too-long', text: 'That is more than the server takes at once. Please shorten it.' }
  if (errcode === 'M_FORBIDDEN' || errcode === 'M_GUEST_ACCESS_FORBIDDEN')
    return { kind: 'refused', code: 'forbidden', text: `You may not do this here. ${message}` }
  if (errcode === 'M_NOT_FOUND' || errcode === 'M_UNKNOWN_ROOM' || errcode === 'M_INVITE_BLOCKED')
    return { kind: 'refused', code: 'gone', text: `It can’t be reached. ${message}` }
  return { kind: 'refused', code: (errcode ?? error.code).toLowerCase().replaceAll('_', '-'), text: message }
}

export const refuse = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })

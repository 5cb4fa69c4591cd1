import type { Code } from '#features/etiquette/model.ts'

export const issueStates = ['draft', 'scheduled', 'sending', 'paused', 'sent'] as const
export type IssueState = (typeof issueStates)[number]

/** Which of a list's readers get an issue; what is left out does not narrow. */
export type Segment = {
  pool?: string
  place?: string
  /** Any of them. */
  interests?: readonly string[]
  /** Those who were put together for this issue of the weekly digest: `2026-W48`. */
  digest?: string
}

/** As `list_deliveries.state` holds it. */
export const delivery = { waits: 0, claimed: 1, sent: 2, leftOut: 3, refused: 4, givenUp: 5, unknown: 6 } as const

/** The etiquette codes under which a reader is left out; the same words as everywhere. */
export type LeftOut = Extract<Code, 'do-not-contact' | 'not-opted-in'>

export type Outcome =
  | { kind: 'sent'; code: string }
  | { kind: 'refused'; code: string; said: string; hard: boolean }
  | { kind: 'later'; code: string; said: string; waitMs: number }
  | { kind: 'given-up'; code: string; said: string }
  | { kind: 'unknown' }

const waits = [5, 20, 60, 240, 480].map(minutes => minutes * 60_000)

/** What a mail server's word on one mail means. `attempts`: this one included. */
export function outcomeOf(reply: { code: number; text: string }, attempts: number): Outcome {
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply.text)?.[1] ?? String(reply.code)
  const said = reply.text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  if (reply.code >= 200 && reply.code < 300) return { kind: 'sent', code: status }
  if (reply.code >= 500) return { kind: 'refused', code: status, said, hard: isHard(status, reply.code, said) }
  const waitMs = waits[attempts - 1]
  return waitMs === undefined ? { kind: 'given-up', code: status, said } : { kind: 'later', code: status, said, waitMs }
}

/**
 * Whether a refusal says that there is nobody at this address (RFC 3463), rather than that our mail, our server or their full mailbox is
 * the trouble: only the former ends an address.
 */
export function isHard(status: string | undefined, code: number, said: string): boolean {
  if (status && /^5\.\d+\.\d+$/.test(status))
    return (
      /^5\.1\.(?:0|1|2|3|6|10)$/.test(status) || (status === '5.2.1' && !/full|quota/i.test(said)) || isNobody(said)
    )
  return code >= 550 && code <= 553 && isNobody(said)
}

const isNobody = (said: string) =>
  /(?:no such|unknown|unrouteable|invalid|non-?existent) (?:user|mailbox|recipient|address)|(?:user|mailbox|recipient|address)[^.]{0,30}(?:unknown|does(?:n.t| not) exist|not found|unavailable|disabled)|no mailbox here/i.test(
    said,
  )

/** So many soft bounces of one address, each from another day, count as a hard one. */
export const softRule = { bounces: 4, withinDays: 60 }

/** Mails that a recipient domain may still get now, filled anew with time; the first minute's worth is there from the start. */
export type Throttle = {
  allowance(domain: string, nowMs: number): number
  take(domain: string, mails: number, nowMs: number): void
  waitMs(domain: string, nowMs: number): number
}

export function throttleBy(limits: { each: number; named: Readonly<Record<string, number>> }): Throttle {
  const buckets = new Map<string, { left: number; at: number }>()
  const perMinute = (domain: string) => limits.named[domain] ?? limits.each
  const bucket = (domain: string, nowMs: number) => {
    const most = perMinute(domain)
    const known = buckets.get(domain) ?? { left: most, at: nowMs }
    const now = { left: Math.min(most, known.left + ((nowMs - known.at) / 60_000) * most), at: nowMs }
    buckets.set(domain, now)
    return now
  }
  return {
    allowance: (domain, nowMs) => (perMinute(domain) > 0 ? Math.floor(bucket(domain, nowMs).left) : Infinity),
    take(domain, mails, nowMs) {
      if (perMinute(domain) > 0) bucket(domain, nowMs).left -= mails
    },
    waitMs(domain, nowMs) {
      const most = perMinute(domain)
      if (most <= 0) return 0
      const missing = 1 - bucket(domain, nowMs).left
      return missing <= 0 ? 0 : Math.ceil((missing / most) * 60_000)
    },
  }
}

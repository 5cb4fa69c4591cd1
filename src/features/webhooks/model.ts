import { dayMs, hourMs, minuteMs } from '#kernel/clock.ts'

/** What another program may hear of; the thing first, then what happened to it. */
export const webhookEvents = [
  'relationship.stage-moved',
  'message.received',
  'message.sent',
  'activity.found',
  'person.merged',
  'person.split',
  'person.move-undone',
  'person.erased',
  'person.do-not-contact',
  'person.owner-changed',
  'application.received',
  'candidacy.moved',
  'referral.changed',
  'import.undone',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Sent by the button only, to see whether an address answers. */
export const testEvent = 'webhook.test'

export const webhookLimits = {
  perWorkspace: 20,
  urlChars: 2_000,
  /** An answer later than this counts as none. */
  timeoutMs: 15_000,
  /** Deliveries that are settled are kept so long, to look them up and send them again. */
  keptMs: 30 * dayMs,
  /** A replaced secret signs beside the new one for so long. */
  secretOverlapMs: dayMs,
  /** Nothing arrived for so long: Kith stops sending and says so. */
  stopAfterMs: 5 * dayMs,
} as const

/** Waits before each try, the first included: about three days in all (Standard Webhooks, "Deliverability and reliability"). */
const waitsMs = [
  0,
  5_000,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
]

export type Answer = { kind: 'answered'; status: number; retryAfterMs?: number } | { kind: 'silent' }

export type NextTry =
  | { kind: 'delivered' }
  | { kind: 'again'; inMs: number }
  | { kind: 'given-up' }
  /** 410: the receiver asks never to be called again. */
  | { kind: 'unwanted' }

/** What follows from the answer to try number `attempt` (from 1). */
export function judgeAnswer(answer: Answer, attempt: number): NextTry {
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) return { kind: 'delivered' }
  if (answer.kind === 'answered' && answer.status === 410) return { kind: 'unwanted' }
  const planned = waitsMs[attempt]
  if (planned === undefined) return { kind: 'given-up' }
  const asked = answer.kind === 'answered' ? (answer.retryAfterMs ?? 0) : 0
  return { kind: 'again', inMs: Math.min(Math.max(planned, asked), dayMs) }
}

export type UrlFault = 'no-url' | 'has-credentials' | 'not-https'

/** Where signed facts about people may go: over TLS, except to the machine itself or a bare address (the HTTP client judges those). */
export function judgeWebhookUrl(text: string): UrlFault | undefined {
  if (!URL.canParse(text)) return 'no-url'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'no-url'
  if (url.username !== '' || url.password !== '') return 'has-credentials'
  const isNear = url.hostname === 'localhost' || /^[\d.]+$|^\[/.test(url.hostname)
  return url.protocol === 'https:' || isNear ? undefined : 'not-https'
}

/** The body of every delivery: the fields that Standard Webhooks asks for. */
export const writeBody = (type: WebhookEvent | typeof testEvent, at: Date, data: object): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data })

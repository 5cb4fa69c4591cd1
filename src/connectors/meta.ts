import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpRequest } from '#platform/http.ts'
import type { SendOutcome, WebhookAnswer, WebhookRequest } from './contract.ts'
import { answered, type Exchange, exchange, type Http, retryAfterMs, Trouble, unanswered } from './vendor.ts'

/** What WhatsApp, Messenger and Instagram share: the Graph API's calls and errors, and Meta's webhooks. */
export type Graph = {
  call(
    path: string,
    request?: { method?: HttpRequest['method']; query?: Record<string, string>; json?: unknown; form?: Form },
    signal?: AbortSignal,
  ): Promise<Exchange>
}
type Form = { body: Uint8Array; contentType: string }

export function graphFor(
  http: Http,
  options: { base: string; token: string /** Proves that the call comes from the app itself. */; appSecret?: string },
): Graph {
  const proof = options.appSecret
    ? { appsecret_proof: createHmac('sha256', options.appSecret).update(options.token).digest('hex') }
    : {}
  return {
    call(path, { method = 'GET', query = {}, json, form } = {}, signal) {
      const search = new URLSearchParams({ ...query, ...proof }).toString()
      const contentType = json === undefined ? form?.contentType : 'application/json'
      const body = json === undefined ? form?.body : JSON.stringify(json)
      return exchange(http, `${options.base}/${path}${search === '' ? '' : `?${search}`}`, {
        method,
        headers: {
          authorization: `Bearer ${options.token}`,
          ...(contentType === undefined ? {} : { 'content-type': contentType }),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      })
    },
  }
}

const errorBody = z.object({
  error: z.object({
    message: z.string().default(''),
    code: z.number().default(0),
    error_subcode: z.number().optional(),
    error_data: z.object({ details: z.string().optional() }).optional(),
    error_user_msg: z.string().optional(),
  }),
})
export type GraphError = { code: number; subcode: number | undefined; text: string }

export function errorIn(json: unknown): GraphError | undefined {
  const parsed = errorBody.safeParse(json)
  if (!parsed.success) return undefined
  const { error } = parsed.data
  return {
    code: error.code,
    subcode: error.error_subcode,
    text: error.error_user_msg ?? error.error_data?.details ?? error.message,
  }
}

/** Asked to slow down: the app, the account, the number, or this one pair. */
const slowDown = new Map<number, number>([
  [4, 5 * minuteMs],
  [17, 5 * minuteMs],
  [32, 5 * minuteMs],
  [613, minuteMs],
  [80007, 5 * minuteMs],
  [130429, 5 * secondMs],
  [131048, 30 * minuteMs],
  // One message every six seconds to the same person, beyond a burst.
  [131056, 6 * secondMs],
])
/** Their side is ill for a moment; nothing was sent. */
const illNow = new Set([1, 2, 131000, 131016, 133004])

/** What a Graph error means for the account; undefined when it is about one message only. */
export function troubleOf(found: Extract<Exchange, { kind: 'answer' }>, now: Date): Trouble | undefined {
  const error = errorIn(found.json)
  if (error === undefined) {
    if (found.status < 400) return undefined
    return new Trouble('unavailable', `Meta answered with ${found.status}.`, retryAfterMs(found.headers, now))
  }
  const { code, subcode } = error
  if (code === 190 || code === 102 || found.status === 401)
    return new Trouble(
      'wrong-credentials',
      'Meta does not accept the access token: it has expired or was withdrawn. Make a new one for a system user (it never expires) and enter it.',
    )
  if (code === 100 && subcode === 33)
    return new Trouble(
      'not-found',
      'Meta knows nothing under this ID, or the token may not see it. Check ID and token.',
    )
  if (code === 10 || (code >= 200 && code <= 299))
    if (subcode !== 2018278 && subcode !== 2534022)
      return new Trouble('forbidden', `The token lacks a permission. Meta says: ${error.text}`)
  if (code === 368 || code === 131031)
    return new Trouble('forbidden', 'Meta has restricted this account. Look into its account quality page.')
  const slowMs = slowDown.get(code)
  if (slowMs !== undefined) return new Trouble('rate-limit', 'Meta asks for a pause.', slowMs)
  if (illNow.has(code)) return new Trouble('unavailable', 'Meta can’t do it right now.', 30 * secondMs)
  return undefined
}

/** A call whose answer is needed; throws `Trouble`. */
export function expectOk(found: Exchange, now: Date): unknown {
  const answer = answered(found)
  if (answer.status < 400) return answer.json
  const error = errorIn(answer.json)
  throw troubleOf(answer, now) ?? new Trouble('refused', error?.text || `Meta answered with ${answer.status}.`)
}

/** `words`: what a network says to errors of its own, by code or `code/subcode`. `key`: of what was accepted. */
export function outcomeOf(
  found: Exchange,
  options: {
    now: Date
    words: ReadonlyMap<string, readonly [code: string, text: string]>
    key(json: unknown): string | undefined
  },
): SendOutcome {
  if (found.kind !== 'answer') return unanswered(found)
  const { now, words } = options
  if (found.status < 300) {
    const key = options.key(found.json)
    return key === undefined
      ? { kind: 'unknown', why: 'Meta took it without saying under which ID.' }
      : { kind: 'accepted', key, at: now }
  }
  const error = errorIn(found.json)
  const known = error && (words.get(`${error.code}/${error.subcode ?? ''}`) ?? words.get(String(error.code)))
  if (known) return { kind: 'refused', code: known[0], text: known[1] }
  const trouble = troubleOf(found, now)
  if (trouble?.code === 'rate-limit' || trouble?.code === 'unavailable')
    return {
      kind: 'later',
      retryAfterMs: trouble.retryAfterMs ?? 30 * secondMs,
      code: trouble.code,
      text: trouble.message,
    }
  return {
    kind: 'refused',
    code: trouble?.code ?? String(error?.code ?? found.status),
    text: trouble?.message ?? `Meta says: ${error?.text || found.status}`,
  }
}

/** Meta signs the raw body with the app's secret. */
export function isSignedByApp(request: WebhookRequest, appSecret: string): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(request.headers['x-hub-signature-256'] ?? '')?.[1]
  if (given === undefined) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', appSecret).update(request.body).digest())
}

/** The GET with which Meta tries an address that was entered. */
export function shakeHands({ query, word }: WebhookRequest): WebhookAnswer {
  const challenge = query.get('hub.challenge')
  if (query.get('hub.mode') !== 'subscribe' || challenge === null)
    return { kind: 'refused', status: 400, why: 'Somebody opened the address; Meta would have sent a challenge.' }
  if (query.get('hub.verify_token') !== word)
    return { kind: 'refused', status: 403, why: 'The verify token entered at Meta is not the one shown here.' }
  // Digits, and only ever sent as text.
  return { kind: 'handshake', answer: { contentType: 'text/plain; charset=utf-8', body: challenge.slice(0, 200) } }
}

export const unsigned: WebhookAnswer = {
  kind: 'refused',
  status: 401,
  why: 'Its signature is not made with the app secret entered here. Compare it with App settings, Basic, at Meta.',
}

/** Several accounts share one app and its address; Meta gives no ID to a body of its own, so age is judged by what stands in it. */
export const unreadable: WebhookAnswer = {
  kind: 'refused',
  status: 400,
  why: 'What Meta sent has another shape than Kith knows.',
}

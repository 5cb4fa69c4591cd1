import { randomUUID } from 'node:crypto'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient, HttpRequest } from '#platform/http.ts'
import type { ConnectionState, Host, SendOutcome } from './contract.ts'
import { wasNeverSent } from './keep-trying.ts'

/** What the connectors of closed networks share: calls over HTTP that tell what surely did not arrive, and the watch over an account. */
export type Http = Pick<HttpClient, 'fetch'>

export type Exchange =
  | { kind: 'answer'; status: number; headers: Headers; bytes: Uint8Array; json: unknown }
  /** Certainly not received there. */
  | { kind: 'unsent'; text: string }
  /** The line broke while they had it: it may have been done. */
  | { kind: 'lost'; text: string }

/** Vendors want to know who asks; some want it in this form. */
export const userAgent = 'Kith/1.0.0'

export async function exchange(http: Http, url: string, request: HttpRequest = {}): Promise<Exchange> {
  try {
    const answer = await http.fetch(url, {
      maxRedirects: 0,
      ...request,
      headers: { 'user-agent': userAgent, ...request.headers },
    })
    const { status, headers, body } = answer
    return { kind: 'answer', status, headers, bytes: body, json: readJson(body) }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { kind: wasNeverSent(error) ? 'unsent' : 'lost', text }
  }
}

export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

const ended = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

type NeedsYou = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const needsYou: ReadonlySet<string> = new Set<NeedsYou>([
  'wrong-credentials',
  'not-found',
  'forbidden',
  'insecure',
  'conflict',
])
const isNeedsYou = (code: string): code is NeedsYou => needsYou.has(code)

/** Why an account can't be used now; `message` is for the recruiter. Codes of `needs-you` end the watch, others are waited for. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly code: string
  readonly retryAfterMs: number | undefined
  constructor(code: string, text: string, retryAfterMs?: number) {
    super(text)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** A call that had to be answered. */
export function answered(found: Exchange): Extract<Exchange, { kind: 'answer' }> {
  if (found.kind === 'answer') return found
  throw new Trouble('unreachable', found.text)
}

/** What became of a send that was not answered. */
export const unanswered = (found: Exclude<Exchange, { kind: 'answer' }>): SendOutcome =>
  found.kind === 'unsent'
    ? { kind: 'later', retryAfterMs: 5 * secondMs, code: 'unreachable', text: found.text }
    : { kind: 'unknown', why: found.text }

export type Pace = { everyMs: number; firstWaitMs: number; longestWaitMs: number }
export const calm: Pace = { everyMs: 5 * minuteMs, firstWaitMs: secondMs, longestWaitMs: 3 * minuteMs }

/**
 * Looks at the account again and again: says that it is connected, waits while it can't be reached, ends when a person has to act.
 * `look` throws `Trouble`; anything else that it throws (a commit that failed) is waited for as well.
 */
export function watchAccount(options: { host: Host; now(): Date; pace: Pace }): {
  run(look: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void>
  /** A look is due now. */
  wake(): void
  connected(): boolean
} {
  const { host, now, pace } = options
  let connected = false
  let hear = () => {}
  let rung = false
  const pause = (ms: number, signal: AbortSignal) =>
    new Promise<void>(resolve => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        hear = () => {}
        rung = false
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal.addEventListener('abort', end, { once: true })
      hear = end
      if (rung || signal.aborted) end()
    })

  return {
    connected: () => connected,
    wake() {
      rung = true
      hear()
    },
    async run(look, signal) {
      host.state({ kind: 'connecting' })
      const over = ended(signal)
      for (let failures = 0; !signal.aborted; ) {
        try {
          // A commit that hangs must not keep the session from ending.
          await Promise.race([look(signal), over])
          if (signal.aborted) break
          failures = 0
          if (!connected) host.state({ kind: 'connected' })
          connected = true
          await pause(pace.everyMs, signal)
        } catch (error) {
          connected = false
          if (signal.aborted) break
          const text = error instanceof Error ? error.message : String(error)
          const code = error instanceof Trouble ? error.code : 'failed'
          if (isNeedsYou(code)) {
            host.state({ kind: 'needs-you', code, text })
            return
          }
          const asked = error instanceof Trouble ? error.retryAfterMs : undefined
          const waitMs = asked ?? Math.min(pace.firstWaitMs * 2 ** Math.min(failures, 20), pace.longestWaitMs)
          failures += 1
          host.state({ kind: 'waiting', retryAt: new Date(now().getTime() + waitMs), code, text })
          await pause(waitMs, signal)
        }
      }
      connected = false
    },
  }
}

/** A form with one file, as browsers send it. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file: { field: string; name: string; mimeType: string; bytes: Uint8Array },
): { body: Uint8Array; contentType: string } {
  const boundary = `kith-${randomUUID()}`
  const quoted = (text: string) => text.replaceAll(/["\r\n]/g, '_')
  const head = Object.entries(fields)
    .map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
  const fileHead = `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${quoted(file.name)}"\r\ncontent-type: ${file.mimeType}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head + fileHead), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { body, contentType: `multipart/form-data; boundary=${boundary}` }
}

/** `Retry-After` in seconds or as a date; undefined when there is none. */
export function retryAfterMs(headers: Headers, now: Date): number | undefined {
  const given = headers.get('retry-after')
  if (given === null) return undefined
  const seconds = Number(given)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * secondMs)
  const at = Date.parse(given)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}

/** `+1 (650) 555-1234` and `0049 …` as +16505551234; undefined for what is no full international number. */
export function internationalNumber(text: string): string | undefined {
  const plain = text.trim().replace(/^(tel|sms):/i, '')
  if (!/^(\+|00)[\d\s().\-/]+$/.test(plain)) return undefined
  const digits = plain.replace(/^00/, '').replaceAll(/\D/g, '')
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined
}

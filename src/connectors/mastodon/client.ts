import type { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { HttpClient, HttpResponse } from '#platform/http.ts'
import { CallFailure, fromNoAnswer } from '../call-failure.ts'
import type { MastodonAccount } from './account.ts'
import { apiError } from './shapes.ts'

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Readonly<Record<string, string | readonly string[]>>
  json?: object
  form?: FormData
  idempotencyKey?: string
  timeoutMs?: number
}

export type Page<T> = { items: readonly T[]; next: string | undefined }

/** The least time to wait when a server says “too many” and not how long. */
const restMs = 60 * secondMs

export type Client = ReturnType<typeof createClient>

/** The Mastodon API of one account; every answer passes a schema. */
export function createClient(
  account: Pick<MastodonAccount, 'base' | 'token'>,
  http: Pick<HttpClient, 'fetch'>,
  now: () => Date,
) {
  const host = new URL(account.base).host

  async function exchange(path: string, call: Call, signal: AbortSignal): Promise<HttpResponse> {
    const url = new URL(path, account.base)
    for (const [name, value] of Object.entries(call.query ?? {}))
      if (typeof value === 'string') url.searchParams.set(name, value)
      else for (const each of value) url.searchParams.append(`${name}[]`, each)
    const packed = call.form ? new Response(call.form) : undefined
    const type = packed ? packed.headers.get('content-type') : call.json ? 'application/json' : null
    const body = packed ? new Uint8Array(await packed.arrayBuffer()) : call.json ? JSON.stringify(call.json) : undefined
    const { method = 'GET', timeoutMs } = call
    const ask = () =>
      http.fetch(url.href, {
        method,
        headers: {
          authorization: `Bearer ${account.token}`,
          accept: 'application/json',
          ...(type ? { 'content-type': type } : {}),
          ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
        },
        ...(body === undefined ? {} : { body }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        signal,
      })
    const failed = (error: unknown) => {
      if (signal.aborted) throw error
      return fromNoAnswer(error)
    }
    const answer = await ask().catch(async (error: unknown) => {
      const failure = failed(error)
      // A kept connection that the server had just closed: what only asks can ask again.
      if (method !== 'GET' || failure.reached === 'no' || failure.timedOut) throw failure
      return ask().catch((again: unknown) => {
        throw failed(again)
      })
    })
    if (answer.status >= 400) throw refusal(answer, host, now())
    return answer
  }

  function read<Shape extends z.ZodType>(answer: HttpResponse, shape: Shape): z.output<Shape> {
    const text = new TextDecoder().decode(answer.body)
    let found: unknown
    try {
      found = JSON.parse(text)
    } catch (error) {
      throw new CallFailure('bad-response', `${host} does not answer as the Mastodon API does.`, {
        reached: 'maybe',
        cause: error,
      })
    }
    const parsed = shape.safeParse(found)
    if (parsed.success) return parsed.data
    const where = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new CallFailure('bad-response', `${host} answered in a form that Kith does not know (${where}).`, {
      reached: 'maybe',
      cause: parsed.error,
    })
  }

  return {
    host,
    async get<Shape extends z.ZodType>(
      path: string,
      shape: Shape,
      signal: AbortSignal,
      query: NonNullable<Call['query']> = {},
    ): Promise<z.output<Shape>> {
      return read(await exchange(path, { query }, signal), shape)
    },
    async call<Shape extends z.ZodType>(
      path: string,
      shape: Shape,
      call: Call,
      signal: AbortSignal,
    ): Promise<z.output<Shape>> {
      return read(await exchange(path, { method: 'POST', ...call }, signal), shape)
    },
    /** A file anywhere, asked for as anybody: another server hears nothing of the account. Undefined where it is not. */
    async download(url: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
      const answer = await http.fetch(url, { maxBytes, signal }).catch((error: unknown) => {
        if (signal.aborted) throw error
        throw fromNoAnswer(error)
      })
      return answer.status === 200 ? answer.body : undefined
    },
    /** Newest first. `next` is what the server names for older ones (RFC 8288); a link to another server is not followed. */
    async page<Item extends z.ZodType>(
      path: string,
      item: Item,
      signal: AbortSignal,
      query: NonNullable<Call['query']> = {},
    ): Promise<Page<z.output<Item>>> {
      const answer = await exchange(path, { query }, signal)
      const items = read(answer, item.array())
      return { items, next: nextLink(answer.headers.get('link'), account.base) }
    },
  }
}

function nextLink(header: string | null, base: string): string | undefined {
  for (const [, target = '', rest = ''] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (!/;\s*rel="?next\b/i.test(rest) || !URL.canParse(target, base)) continue
    const url = new URL(target, base)
    if (url.host === new URL(base).host) return url.pathname + url.search
  }
  return undefined
}

function refusal(answer: HttpResponse, host: string, now: Date): CallFailure {
  const said = saidIn(answer)
  const quoted = said === '' ? '' : ` ${host} says: “${said.slice(0, 240)}”`
  switch (answer.status) {
    case 401:
      return new CallFailure(
        'wrong-credentials',
        `The access token is not valid on ${host}. Make a new one in its settings under Development, and enter it here.${quoted}`,
      )
    case 403:
      return new CallFailure(
        'forbidden',
        `${host} does not allow this. The token needs the scopes read, write and follow; or the account is limited.${quoted}`,
      )
    case 404:
    case 410:
      return new CallFailure('not-found', `${host} does not know this (any more).${quoted}`)
    case 429: {
      const retryAfterMs = waitMs(answer.headers, now)
      return new CallFailure('rate-limited', `${host} takes no more for the moment.${quoted}`, { retryAfterMs })
    }
    default:
      return answer.status >= 500
        ? new CallFailure('server-error', `${host} is in trouble (${answer.status}).${quoted}`, {
            reached: answer.status === 503 ? 'no' : 'maybe',
          })
        : new CallFailure('rejected', `${host} refused it (${answer.status}).${quoted}`)
  }
}

function saidIn(answer: HttpResponse): string {
  try {
    const parsed = apiError.safeParse(JSON.parse(new TextDecoder().decode(answer.body)))
    return parsed.success ? parsed.data.error_description || parsed.data.error : ''
  } catch {
    return ''
  }
}

/** Mastodon says when (X-RateLimit-Reset, an instant), others for how long (Retry-After, seconds). */
function waitMs(headers: Headers, now: Date): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  if (Number.isFinite(seconds)) return Math.max(secondMs, seconds * secondMs)
  const reset = new Date(headers.get('x-ratelimit-reset') ?? Number.NaN).getTime()
  return Number.isNaN(reset) ? restMs : Math.max(secondMs, reset - now.getTime())
}

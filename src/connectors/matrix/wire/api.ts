import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { HttpClient, HttpRefusalCode, HttpResponse } from '#platform/http.ts'
import { MatrixFailure } from './failure.ts'

export type Http = Pick<HttpClient, 'fetch'>

type Query = Readonly<Record<string, string | number | boolean | undefined>>

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: Query
  /** Sent as JSON. */
  body?: object
  bytes?: { data: Uint8Array; mimeType: string }
  signal?: AbortSignal
  timeoutMs?: number
  maxBytes?: number
}

/** One homeserver, with or without a token. Every answer passes a schema; all that is no success throws a `MatrixFailure`. */
export type Api = {
  readonly base: string
  call<Shape extends z.ZodType>(path: string, shape: Shape, call?: Call): Promise<z.output<Shape>>
  raw(path: string, call?: Call): Promise<HttpResponse>
}

const usual = { timeoutMs: 30 * secondMs, maxBytes: 20_000_000 }

const refusal = z.object({
  errcode: z.string().default('M_UNKNOWN'),
  error: z.string().default(''),
  retry_after_ms: z.number().nonnegative().optional(),
  soft_logout: z.boolean().optional(),
})

/** `/_matrix/…` with every part escaped. */
export const pathOf = (strings: TemplateStringsArray, ...parts: readonly string[]): string =>
  strings.map((text, at) => text + (at < parts.length ? encodeURIComponent(parts[at] ?? '') : '')).join('')

export function createApi(http: Http, base: string, token?: string): Api {
  async function raw(path: string, call: Call = {}): Promise<HttpResponse> {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(call.query ?? {}))
      if (value !== undefined) query.set(name, String(value))
    const search = query.size > 0 ? `?${query}` : ''
    const body = call.bytes?.data ?? (call.body ? JSON.stringify(call.body) : undefined)
    const type = call.bytes?.mimeType ?? (call.body ? 'application/json' : undefined)
    const answer = await http
      .fetch(`${base}${path}${search}`, {
        method: call.method ?? 'GET',
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(type === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { body }),
        ...(call.signal ? { signal: call.signal } : {}),
        timeoutMs: call.timeoutMs ?? usual.timeoutMs,
        maxBytes: call.maxBytes ?? usual.maxBytes,
      })
      .catch((error: unknown) => {
        throw transportFailure(error)
      })
    if (answer.status >= 200 && answer.status < 300) return answer
    throw refusedBy(answer)
  }
  return {
    base,
    raw,
    async call(path, shape, call) {
      const answer = await raw(path, call)
      const parsed = shape.safeParse(jsonOf(answer.body))
      if (parsed.success) return parsed.data
      throw new MatrixFailure(
        'bad-answer',
        `${new URL(base).host} gave an answer that is not what Matrix says (${parsed.error.issues[0]?.path.join('.') || 'no JSON'}).`,
        // What was asked has been done; only the word about it can't be read.
        { status: answer.status, uncertain: true },
      )
    },
  }
}

/** JSON may hold what no database takes, a zero or half a sign; one such text would hold up all that come after it. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())
    ? value.replaceAll('\0', '').toWellFormed()
    : value

export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body), storable)
  } catch {
    return undefined
  }
}

/** These come before anything was sent. */
const before: ReadonlySet<HttpRefusalCode> = new Set([
  'bad-url',
  'credentials-in-url',
  'private-address',
  'no-such-host',
  'tls',
])

function transportFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (error.name !== 'HttpRefused') return error
  if (code === 'tls') return new MatrixFailure('insecure', error.message, { cause: error })
  if (code === 'private-address') return new MatrixFailure('forbidden', error.message, { cause: error })
  if (code === 'no-such-host') return new MatrixFailure('unreachable', error.message, { cause: error })
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : ''
  const neverSent = (before as ReadonlySet<string>).has(code) || cause === 'ECONNREFUSED' || cause === 'EHOSTUNREACH'
  return new MatrixFailure('unreachable', error.message, { cause: error, uncertain: !neverSent })
}

/** The server's own words, in one failure. */
export function refusedBy(answer: HttpResponse): MatrixFailure {
  const parsed = refusal.safeParse(jsonOf(answer.body))
  const { status } = answer
  const host = new URL(answer.url).host
  if (!parsed.success || parsed.data === undefined) {
    const busy = status === 429 || status >= 500
    return new MatrixFailure(
      status === 429 ? 'rate-limited' : busy ? 'server-busy' : 'bad-answer',
      busy
        ? `${host} is not ready (HTTP ${status}).`
        : `${host} answered with HTTP ${status}, which is no word of Matrix.`,
      { status, uncertain: status >= 500, ...waitOf(answer) },
    )
  }
  const { errcode, error, retry_after_ms: retryAfterMs, soft_logout: softLogout } = parsed.data
  const said = error.slice(0, 300) || errcode
  const more = {
    status,
    errcode,
    softLogout: softLogout ?? false,
    ...waitOf(answer),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  if (errcode === 'M_LIMIT_EXCEEDED' || status === 429)
    return new MatrixFailure('rate-limited', `${host} asks for patience: “${said}”.`, more)
  if (errcode === 'M_UNKNOWN_TOKEN' || errcode === 'M_MISSING_TOKEN')
    return new MatrixFailure('signed-out', `${host} no longer accepts the login: “${said}”.`, more)
  if (errcode === 'M_USER_DEACTIVATED' || errcode === 'M_USER_LOCKED' || errcode === 'M_USER_SUSPENDED')
    return new MatrixFailure(
      'forbidden',
      `${host} has closed this account: “${said}”. Ask whoever runs the server.`,
      more,
    )
  if (status >= 500)
    return new MatrixFailure('server-busy', `${host} is not ready: “${said}”.`, { ...more, uncertain: true })
  return new MatrixFailure('refused', `${host} refused it: “${said}”.`, more)
}

/** Retry-After is in seconds or a date. */
function waitOf({ headers }: HttpResponse): { retryAfterMs?: number } {
  const given = headers.get('retry-after')
  if (given === null) return {}
  const seconds = Number(given)
  const ms = Number.isFinite(seconds) ? seconds * secondMs : Date.parse(given) - Date.now()
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {}
}

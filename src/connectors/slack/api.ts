import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import { ConnectionFailure } from '../keep-trying.ts'
import { readJson } from '../vendor.ts'

/** `code` is Slack's own word; `needed` the scope that is missing. */
export type ApiRefusal = { code: string; needed: string | undefined; retryAfterMs: number | undefined }
export type ApiAnswer<T> = { ok: true; result: T; scopes: readonly string[] } | { ok: false; refusal: ApiRefusal }

type Fields = Readonly<Record<string, string | number | boolean | undefined>>
type Asked = { fields?: Fields; token?: string; get?: true; signal?: AbortSignal }

export type SlackApi = {
  call<T>(method: string, result: z.ZodType<T>, asked?: Asked): Promise<ApiAnswer<T>>
  /** Waits through limits and throws for other refusals: for reading what was missed. */
  read<T>(method: string, result: z.ZodType<T>, asked: Asked & { signal: AbortSignal }): Promise<T>
  fetch: HttpClient['fetch']
}

const envelope = z.looseObject({ ok: z.boolean(), error: z.string().optional(), needed: z.string().optional() })

/** Every method by form, the token in the header, so that it stands in no address. */
export function slackApi(
  botToken: string,
  { http, base }: { http: Pick<HttpClient, 'fetch'>; base: string },
): SlackApi {
  async function call<T>(method: string, result: z.ZodType<T>, asked: Asked = {}): Promise<ApiAnswer<T>> {
    const given = Object.entries(asked.fields ?? {}).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    )
    const form = new URLSearchParams(given).toString()
    const response = await http.fetch(`${base}/${method}${asked.get && form ? `?${form}` : ''}`, {
      method: asked.get ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${asked.token ?? botToken}`,
        ...(asked.get ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(asked.get ? {} : { body: form }),
      timeoutMs: 30 * secondMs,
      ...(asked.signal ? { signal: asked.signal } : {}),
    })
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after') ?? 1)
      const retryAfterMs = Math.ceil((Number.isFinite(seconds) ? seconds : 1) * secondMs)
      return { ok: false, refusal: { code: 'ratelimited', needed: undefined, retryAfterMs } }
    }
    const read = envelope.safeParse(readJson(response.body))
    if (!read.success)
      throw new ConnectionFailure(
        'bad-response',
        `Slack answered ${method} with status ${response.status} and nothing that can be read.`,
      )
    if (!read.data.ok)
      return {
        ok: false,
        refusal: { code: read.data.error ?? 'unknown', needed: read.data.needed, retryAfterMs: undefined },
      }
    const parsed = result.safeParse(read.data)
    if (!parsed.success) throw new ConnectionFailure('bad-response', `Slack’s answer to ${method} can’t be read.`)
    const scopes = (response.headers.get('x-oauth-scopes') ?? '')
      .split(',')
      .map(each => each.trim())
      .filter(Boolean)
    return { ok: true, result: parsed.data, scopes }
  }

  return {
    call,
    fetch: http.fetch,
    async read(method, result, asked) {
      for (;;) {
        const answer = await call(method, result, asked)
        if (answer.ok) return answer.result
        const { retryAfterMs } = answer.refusal
        if (retryAfterMs === undefined) throw connectionFailure(answer.refusal)
        await sleep(retryAfterMs, undefined, { signal: asked.signal })
      }
    },
  }
}

const badToken = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_allowed_token_type',
])

export const missingScope = (needed: string | undefined): string =>
  `The app lacks ${needed ? `the right “${needed}”` : 'a right'}: your app, OAuth & Permissions, Scopes; add it and install the app again.`

/** Why the whole connection can't go on. */
export function connectionFailure({ code, needed, retryAfterMs }: ApiRefusal): ConnectionFailure {
  if (badToken.has(code))
    return new ConnectionFailure(
      'wrong-credentials',
      'Slack does not accept the token: it was revoked, or the app was removed. Install the app again and paste the token that it shows.',
    )
  if (code === 'missing_scope') return new ConnectionFailure('forbidden', missingScope(needed))
  return new ConnectionFailure(
    code === 'ratelimited' ? 'too-fast' : 'refused',
    code === 'ratelimited' ? 'Slack asks for a pause.' : `Slack says: ${code}`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  )
}

import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import { ConnectionFailure, multipart } from '../keep-trying.ts'
import { readJson } from '../vendor.ts'
import type { DiscordAccount } from './account.ts'

export type ApiRefusal = { status: number; code: number; text: string; retryAfterMs: number | undefined }
export type ApiAnswer<T> = { ok: true; result: T } | { ok: false; refusal: ApiRefusal }

type Upload = { field: string; name: string; mimeType: string; bytes: Uint8Array }
type Asked = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  query?: Readonly<Record<string, string | number | undefined>>
  body?: Readonly<Record<string, unknown>>
  files?: readonly Upload[]
  signal?: AbortSignal
}

export type DiscordApi = {
  /** Asks once; a limit that is known already, or met, is a refusal with `retryAfterMs`. */
  call<T>(path: string, result: z.ZodType<T>, asked?: Asked): Promise<ApiAnswer<T>>
  /** Waits through limits and throws for other refusals: for reading what was missed. */
  read<T>(path: string, result: z.ZodType<T>, asked: Asked & { signal: AbortSignal }): Promise<T>
  fetch: HttpClient['fetch']
}

const limited = z.object({ retry_after: z.number().default(1), global: z.boolean().default(false) })
const failed = z.object({ code: z.number().default(0), message: z.string().default('') })

/** Limits are kept per method and per channel or server in the path (discord.com/developers/docs/topics/rate-limits). */
const routeOf = (method: string, path: string) =>
  `${method} ${path.replace(/(\/messages\/|\/reactions\/)[^/]+/g, '$1:')}`

export function discordApi(
  account: DiscordAccount,
  { http, base, now }: { http: Pick<HttpClient, 'fetch'>; base: string; now(): Date },
): DiscordApi {
  const heldUntil = new Map<string, number>()
  const everywhere = '*'

  const heldMs = (route: string) => {
    const until = Math.max(heldUntil.get(route) ?? 0, heldUntil.get(everywhere) ?? 0)
    return until - now().getTime()
  }
  const hold = (route: string, forMs: number) => heldUntil.set(route, now().getTime() + forMs)

  async function call<T>(path: string, result: z.ZodType<T>, asked: Asked = {}): Promise<ApiAnswer<T>> {
    const { method = 'GET', query = {}, body, files = [], signal } = asked
    const route = routeOf(method, path)
    const waitMs = heldMs(route)
    if (waitMs > 0)
      return { ok: false, refusal: { status: 429, code: 0, text: 'Discord asks for a pause.', retryAfterMs: waitMs } }
    const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    )
    const search = new URLSearchParams(given).toString()
    const packed =
      files.length > 0
        ? await multipart({ payload_json: JSON.stringify(body ?? {}) }, files)
        : body && { body: JSON.stringify(body), contentType: 'application/json' }
    const response = await http.fetch(`${base}${path}${search ? `?${search}` : ''}`, {
      method,
      headers: {
        authorization: `Bot ${account.token}`,
        ...(packed ? { 'content-type': packed.contentType } : {}),
      },
      ...(packed ? { body: packed.body } : {}),
      timeoutMs: files.length > 0 ? 180 * secondMs : 30 * secondMs,
      ...(signal ? { signal } : {}),
    })
    const left = response.headers.get('x-ratelimit-remaining')
    const resetAfter = Number(response.headers.get('x-ratelimit-reset-after') ?? 0)
    if (left === '0' && resetAfter > 0) hold(route, Math.ceil(resetAfter * secondMs))
    const json = readJson(response.body)
    if (response.status < 300) {
      const read = result.safeParse(json)
      if (read.success) return { ok: true, result: read.data }
      throw new ConnectionFailure('bad-response', `Discord’s answer to ${method} ${route} can’t be read.`)
    }
    if (response.status === 429) {
      const { retry_after: seconds, global } = limited.parse(json ?? {})
      const retryAfterMs = Math.ceil(seconds * secondMs)
      hold(global ? everywhere : route, retryAfterMs)
      return { ok: false, refusal: { status: 429, code: 0, text: 'Discord asks for a pause.', retryAfterMs } }
    }
    const { code, message } = failed.safeParse(json).data ?? { code: 0, message: '' }
    return { ok: false, refusal: { status: response.status, code, text: message, retryAfterMs: undefined } }
  }

  return {
    call,
    fetch: http.fetch,
    async read(path, result, asked) {
      for (;;) {
        const answer = await call(path, result, asked)
        if (answer.ok) return answer.result
        const { retryAfterMs } = answer.refusal
        if (retryAfterMs === undefined) throw connectionFailure(answer.refusal)
        await sleep(retryAfterMs, undefined, { signal: asked.signal })
      }
    },
  }
}

export const wrongToken =
  'Discord does not know this token. In the Developer Portal, under Bot, “Reset Token” shows a fresh one; paste it here.'

export function connectionFailure({ status, text, retryAfterMs }: ApiRefusal): ConnectionFailure {
  if (status === 401) return new ConnectionFailure('wrong-credentials', wrongToken)
  return new ConnectionFailure(
    status === 429 ? 'too-fast' : 'refused',
    status === 429 ? 'Discord asks for a pause.' : `Discord says: ${text.slice(0, 200) || status}`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  )
}

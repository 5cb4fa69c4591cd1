import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import { ConnectionFailure, multipart } from '../keep-trying.ts'
import { readJson } from '../vendor.ts'
import type { TelegramAccount } from './account.ts'

const answer = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string(),
    parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
  }),
])

/** What Telegram refused; `description` is its own sentence. */
export type ApiRefusal = {
  status: number
  description: string
  retryAfterMs: number | undefined
  /** The group lives on under this id. */
  movedTo: number | undefined
}

export type ApiAnswer<T> = { ok: true; result: T } | { ok: false; refusal: ApiRefusal }

type Upload = { field: string; name: string; mimeType: string; bytes: Uint8Array }

/** Who the bot is. */
export const me = z.object({
  id: z.number(),
  first_name: z.string(),
  username: z.string().default(''),
  can_join_groups: z.boolean().default(true),
  can_read_all_group_messages: z.boolean().default(false),
})

export type TelegramApi = {
  call<T>(
    method: string,
    result: z.ZodType<T>,
    parameters: Readonly<Record<string, unknown>>,
    more?: { signal?: AbortSignal; timeoutMs?: number; file?: Upload },
  ): Promise<ApiAnswer<T>>
  download(path: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array | undefined>
}

export function telegramApi(account: TelegramAccount, http: Pick<HttpClient, 'fetch'>): TelegramApi {
  const { token, server } = account
  /** The token is part of every address: it must stand in no sentence that somebody reads. */
  const quiet = (error: unknown) =>
    error instanceof Error && error.message.includes(token)
      ? new ConnectionFailure('unreachable', error.message.replaceAll(token, '…'))
      : error
  return {
    async call(method, result, parameters, { signal, timeoutMs = 30 * secondMs, file } = {}) {
      const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
      const packed = file
        ? await multipart(
            Object.fromEntries(
              given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
            ),
            [file],
          )
        : { body: JSON.stringify(Object.fromEntries(given)), contentType: 'application/json' }
      const response = await http
        .fetch(`${server}/bot${token}/${method}`, {
          method: 'POST',
          headers: { 'content-type': packed.contentType },
          body: packed.body,
          timeoutMs,
          ...(signal ? { signal } : {}),
        })
        .catch(error => Promise.reject(quiet(error)))
      const parsed = answer.safeParse(readJson(response.body))
      if (!parsed.success)
        throw new ConnectionFailure(
          'bad-response',
          `Telegram answered with status ${response.status} and nothing that can be read.`,
        )
      if (parsed.data.ok) {
        const read = result.safeParse(parsed.data.result)
        if (read.success) return { ok: true, result: read.data }
        throw new ConnectionFailure('bad-response', `Telegram’s answer to ${method} can’t be read.`)
      }
      const { error_code: status, description, parameters: extra } = parsed.data
      return {
        ok: false,
        refusal: {
          status,
          description,
          retryAfterMs: extra?.retry_after === undefined ? undefined : extra.retry_after * secondMs,
          movedTo: extra?.migrate_to_chat_id,
        },
      }
    },
    async download(path, maxBytes, signal) {
      const response = await http
        .fetch(`${server}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`, {
          maxBytes,
          timeoutMs: 120 * secondMs,
          signal,
        })
        .catch(error => Promise.reject(quiet(error)))
      return response.status === 200 ? response.body : undefined
    },
  }
}

/** Why the whole connection can't go on, for a refusal that is about the bot and not about one chat. */
export function connectionFailure(refusal: ApiRefusal): ConnectionFailure {
  const { status, description, retryAfterMs } = refusal
  if (status === 401 || status === 404)
    return new ConnectionFailure(
      'wrong-credentials',
      'Telegram does not know this token. Ask @BotFather for it (/mybots → API Token) and paste it here again.',
    )
  if (status === 409 && /webhook/i.test(description))
    return new ConnectionFailure(
      'conflict',
      'Another program receives this bot’s messages by webhook. Make a bot for Kith alone, or switch on “Take the bot over”.',
    )
  if (status === 409)
    return new ConnectionFailure(
      'conflict',
      'Another program reads this bot’s messages at the same time, and each would get only some of them. Stop it, or make a bot for Kith alone.',
    )
  return new ConnectionFailure(
    status === 429 ? 'too-fast' : 'refused',
    status === 429 ? 'Telegram asks for a pause.' : `Telegram says: ${description.slice(0, 200)}`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  )
}

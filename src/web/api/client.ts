import createClient from 'openapi-fetch'
import type { paths } from '#web/api.generated.ts'

/** A request that did not succeed: the server's coded refusal, or `offline` when it could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  readonly status: number
  readonly body: unknown
  constructor(code: string, status: number, message: string, body: unknown, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = status
    this.body = body
  }
}

const at = (body: unknown, key: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined

const read = (body: unknown, key: string): string | undefined => {
  const value = at(body, key)
  return typeof value === 'string' ? value : undefined
}

async function fetchOrExplain(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (cause) {
    if (request.signal.aborted) throw cause
    throw new ApiError('offline', 0, 'The server could not be reached.', undefined, cause)
  }
}

/** The typed client: `api.GET('/api/v1/people', { params })`. Wrap the call in `take` to get the data or an ApiError. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: fetchOrExplain,
})

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The data of an answer; an ApiError with the server's code and words when it refused. */
export async function take<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (response.ok && data !== undefined) return data
  throw refusal(response, error)
}

/** Like `take` for answers without a body (204). */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answer
  if (!response.ok) throw refusal(response, error)
}

function refusal(response: Response, body: unknown): ApiError {
  const told = at(body, 'error')
  const code = read(told, 'code') ?? (response.status === 401 ? 'signed-out' : `http-${response.status}`)
  return new ApiError(code, response.status, read(told, 'message') ?? code, body)
}

/** The same for paths the document does not list (files, uploads); `json` is unknown and checked by the caller. */
export async function fetchJson(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetchOrExplain(
    new Request(new URL(path, window.location.origin), { credentials: 'same-origin', ...init }),
  )
  const text = await response.text()
  const body = parseJson(text)
  if (!response.ok) throw refusal(response, body)
  return body
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

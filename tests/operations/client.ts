import createClient, { type Client, type Middleware } from 'openapi-fetch'
import type { Example } from '#server/examples.ts'
import type { paths } from '#web/api.generated.ts'

export type Api = Client<paths>

/** Sent as it is, under the type that the document names for it. */
export const bytes = {
  headers: { 'content-type': 'application/octet-stream' },
  bodySerializer: (body: unknown) => body as Uint8Array<ArrayBuffer>,
} as const

/** The smallest PNG. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const jsonOf = (text: string): unknown => (text === '' ? undefined : JSON.parse(text))

/** The client as it is generated for the browser, told who asks; each call that succeeds is noted. */
export function clientFor(
  url: string,
  note: (call: Example) => void,
  who: { token?: string; cookie?: string } = {},
): Api {
  const headers = {
    origin: url,
    ...(who.token && { authorization: `Bearer ${who.token}` }),
    ...(who.cookie && { cookie: who.cookie }),
  }
  const client = createClient<paths>({ baseUrl: url, headers })
  const sent = new Map<string, unknown>()
  const noting: Middleware = {
    async onRequest({ request, id }) {
      if (request.headers.get('content-type') === 'application/json') sent.set(id, jsonOf(await request.clone().text()))
    },
    async onResponse({ request, response, schemaPath, params, id }) {
      const body = sent.get(id)
      sent.delete(id)
      if (!response.ok) return
      const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
      const isJson = type === 'application/json'
      const text = isJson || type.startsWith('text/') ? await response.clone().text() : ''
      note({
        operation: `${request.method} ${schemaPath}`,
        path: params.path ?? {},
        query: params.query ?? {},
        body,
        status: response.status,
        type,
        answer: isJson ? jsonOf(text) : type.startsWith('text/') ? text : undefined,
      })
    },
  }
  client.use(noting)
  return client
}

type Answer<T> = { data?: T; error?: unknown; response: Response }

const refused = ({ error, response }: Answer<unknown>) =>
  new Error(`${response.url}: ${response.status} ${JSON.stringify(error)}`)

/** What was answered; what the server says when it refused. */
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked
  if (!answer.response.ok || answer.data === undefined) throw refused(answer)
  return answer.data
}

/** For what answers nothing, or what nobody looks at. */
export async function done(asked: Promise<Answer<unknown>>): Promise<Response> {
  const answer = await asked
  if (!answer.response.ok) throw refused(answer)
  return answer.response
}

/** Side by side. All come to their end before the first that failed is told of. */
export async function together<const All extends readonly Promise<unknown>[]>(
  ...all: All
): Promise<{ -readonly [Each in keyof All]: Awaited<All[Each]> }> {
  await Promise.allSettled(all)
  return (await Promise.all(all)) as { -readonly [Each in keyof All]: Awaited<All[Each]> }
}

/** Asked again until it is so. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, ms = 90_000): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 150))
  }
}

/** What a list must have at least one of. */
export function first<T>(of: readonly T[], what: string): T {
  const [found] = of
  if (found === undefined) throw new Error(`there is no ${what}`)
  return found
}

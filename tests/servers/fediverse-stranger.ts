import { request } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { z } from 'zod'

const named = z.object({ id: z.string(), acct: z.string() })
const post = z.object({
  id: z.string(),
  url: z.string().nullish(),
  content: z.string(),
  visibility: z.string(),
  spoiler_text: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  account: named,
  mentions: z.array(z.object({ acct: z.string() })),
  media_attachments: z.array(z.object({ url: z.string(), description: z.string().nullish() })),
})
export type Post = z.infer<typeof post>
const notice = z.object({ id: z.string(), type: z.string(), account: named, status: post.nullish() })
export type Notice = z.infer<typeof notice>

/** A person on the fediverse with a few lines of fetch: nothing in common with the connector. */
export function fediverseUser(base: string, token: string) {
  async function call(method: string, path: string, body?: object | FormData): Promise<unknown> {
    const packed = new Response(body instanceof FormData ? body : body ? JSON.stringify(body) : null)
    const type = body instanceof FormData ? packed.headers.get('content-type') : body ? 'application/json' : null
    const bytes = Buffer.from(await packed.arrayBuffer())
    const { status, text } = await ask(method, path, bytes, type)
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 200)}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  /** A connection of its own for each: small servers close those that rest. */
  const ask = (method: string, path: string, bytes: Buffer, type: string | null) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-length': `${bytes.length}`,
        ...(type ? { 'content-type': type } : {}),
      }
      const asking = request(base + path, { method, agent: false, headers }, answer => {
        readText(answer).then(text => resolve({ status: answer.statusCode ?? 0, text }), reject)
      })
      asking.on('error', reject)
      asking.end(bytes)
    })
  return {
    call,
    post: async (status: string, more: object = {}) =>
      post.parse(await call('POST', '/api/v1/statuses', { status, visibility: 'direct', ...more })),
    notices: async () => z.array(notice).parse(await call('GET', '/api/v1/notifications?limit=40')),
    find: async (acct: string) =>
      named.parse(await call('GET', `/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`)).id,
    read: async (id: string) => post.parse(await call('GET', `/api/v1/statuses/${id}`)),
  }
}

export type FediverseUser = ReturnType<typeof fediverseUser>

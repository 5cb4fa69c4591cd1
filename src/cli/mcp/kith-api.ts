import { z } from 'zod'
import { type HttpClient, HttpRefused } from '#platform/http.ts'

/** Said to the assistant as it stands, instead of an answer. */
export class NotDone extends Error {}

type Query = Readonly<Record<string, string | number | undefined>>

/** The API of a running Kith, with a token. Everything it refuses becomes `NotDone` in the server's own words. */
export type KithApi = {
  get<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T>
  send<T>(method: 'POST' | 'PUT', path: string, schema: z.ZodType<T>, body: unknown): Promise<T>
}

const refusal = z.object({ error: z.object({ message: z.string() }) })

export function createKithApi(http: HttpClient, { url, token }: { url: string; token: string }): KithApi {
  async function ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const request = { method, headers, maxRedirects: 0, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const answer = await http.fetch(url + path, request).catch((error: unknown) => {
      if (!(error instanceof HttpRefused)) throw error
      throw new NotDone(`Kith at ${url} does not answer: ${error.message} Is it running, and is the address right?`)
    })
    const text = new TextDecoder().decode(answer.body)
    let value: unknown
    try {
      value = JSON.parse(text === '' ? '{}' : text)
    } catch {
      throw new NotDone(`What answers at ${url} is no Kith. Give its address with --url.`)
    }
    if (answer.status < 300) return value
    const said = refusal.safeParse(value)
    throw new NotDone(said.success ? said.data.error.message : `Kith answered with status ${answer.status}.`)
  }
  return {
    get: async (path, schema, query = {}) => {
      const search = new URLSearchParams()
      for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
      return schema.parse(await ask('GET', search.size === 0 ? path : `${path}?${search}`))
    },
    send: async (method, path, schema, body) => schema.parse(await ask(method, path, body)),
  }
}

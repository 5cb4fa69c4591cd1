import type { webcrypto } from 'node:crypto'
import type { DocumentLoader } from '@fedify/vocab-runtime'
import type { HttpClient, HttpResponse } from '#platform/http.ts'

export type Http = Pick<HttpClient, 'fetch'>
/** Who asks: other servers show some things to those only whom they know. */
export type Signer = { keyId: string; privateKey: webcrypto.CryptoKey }

export const activityType = 'application/activity+json'
const accepts = `${activityType}, application/ld+json; profile="https://www.w3.org/ns/activitystreams"`
/** `draft-cavage` is what every server reads; some read RFC 9421 only, and say so with a refusal. */
const specs = ['draft-cavage-http-signatures-12', 'rfc9421'] as const
type Spec = (typeof specs)[number]

/** Of this process: what a host read last. */
const spoken = new Map<string, Spec>()
const remember = (host: string, spec: Spec) => {
  if (spoken.size > 5_000) spoken.clear()
  spoken.set(host, spec)
}

async function signed(signer: Signer, spec: Spec, url: string, request: { method: 'GET' | 'POST'; body?: string }) {
  const { signRequest } = await import('@fedify/fedify/sig')
  const headers = { accept: accepts, ...(request.body === undefined ? {} : { 'content-type': activityType }) }
  const unsigned = new Request(url, { method: request.method, headers, body: request.body ?? null })
  return Object.fromEntries(
    (await signRequest(unsigned, signer.privateKey, new URL(signer.keyId), { spec })).headers.entries(),
  )
}

/** Signed in the way that the host read last; refused, in the other one. */
export async function knock(
  http: Http,
  signer: Signer,
  url: string,
  request: { method: 'GET' | 'POST'; body?: string; signal?: AbortSignal },
): Promise<HttpResponse> {
  const { host } = new URL(url)
  const first = spoken.get(host) ?? specs[0]
  let answer: HttpResponse | undefined
  for (const spec of [first, ...specs.filter(each => each !== first)]) {
    answer = await http.fetch(url, {
      method: request.method,
      headers: await signed(signer, spec, url, request),
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(request.signal ? { signal: request.signal } : {}),
      maxBytes: 1_000_000,
      timeoutMs: 15_000,
    })
    if (answer.status < 300) remember(host, spec)
    if (![400, 401, 403].includes(answer.status)) return answer
  }
  if (!answer) throw new Error('nothing was asked')
  return answer
}

/** `DocumentLoader`s for Fedify: what it asks for goes through our client, signed; the usual contexts are known without asking. */
export async function loadersFor(
  http: Http,
  signer: Signer,
): Promise<{ documentLoader: DocumentLoader; contextLoader: DocumentLoader }> {
  const { preloadedContexts } = await import('@fedify/vocab-runtime')
  const ask = async (url: string) => {
    const answer = await knock(http, signer, url, { method: 'GET' })
    const type = answer.headers.get('content-type') ?? ''
    if (answer.status >= 300) throw new NotThere(`${new URL(url).host} answered ${answer.status}`, answer.status)
    if (!/\bjson\b|\+json/i.test(type)) throw new NotThere(`${new URL(url).host} answered no JSON`, answer.status)
    const document: unknown = JSON.parse(new TextDecoder().decode(answer.body))
    return { contextUrl: null, document, documentUrl: answer.url }
  }
  return {
    documentLoader: ask,
    contextLoader: async url => {
      const known: unknown = preloadedContexts[url]
      return known === undefined ? ask(url) : { contextUrl: null, document: known, documentUrl: url }
    },
  }
}

/** `status`: what the other server said. */
export class NotThere extends Error {
  override readonly name = 'NotThere'
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

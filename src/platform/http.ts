import { isIP, type Socket } from 'node:net'
import { Agent, buildConnector, request } from 'undici'
import { isPublicAddress } from '#platform/http/addresses.ts'
import { acceptedEncodings, readBody, tooBig } from '#platform/http/body.ts'
import { guardedLookup, privateAddressWords, type Resolve } from '#platform/http/reach.ts'
import { explainFailure, HttpRefused } from '#platform/http/refused.ts'

export { allowNetworks, isPublicAddress } from '#platform/http/addresses.ts'
export { guardedLookup, isReachableUrl, privateAddressWords, type Reach } from '#platform/http/reach.ts'
export { type HttpRefusalCode, HttpRefused } from '#platform/http/refused.ts'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type HttpRequest = {
  method?: Method
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** Of the answer once unpacked; 10 MB unless told. */
  maxBytes?: number
  /** For the whole exchange, redirects included; 20 s unless told. */
  timeoutMs?: number
  maxRedirects?: number
  signal?: AbortSignal
}

/** Any status, 404 and 500 included: only the lack of an answer throws. */
export type HttpResponse = {
  readonly status: number
  readonly headers: Headers
  /** Where the answer came from, after redirects. */
  readonly url: string
  readonly body: Uint8Array
}

export type HttpClient = AsyncDisposable & { fetch(url: string, request?: HttpRequest): Promise<HttpResponse> }

type Options = {
  /** Lets through an address that would be refused: the setting KITH_OUTBOUND_ALLOW, and loopback in tests. */
  allowAddress?: (address: string) => boolean
  lookup?: Resolve
  userAgent?: string
}

const defaults = { maxBytes: 10_000_000, timeoutMs: 20_000, maxRedirects: 5 }
const redirects = new Set([301, 302, 303, 307, 308])
/** Never sent to another origin than the one they were meant for. */
const personal = new Set(['authorization', 'cookie', 'proxy-authorization', 'x-api-key'])
const aboutBody = new Set(['content-type', 'content-length', 'content-encoding', 'content-language'])

function parseUrl(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) throw new HttpRefused('bad-url', `"${text.slice(0, 200)}" is no web address.`)
  const url = new URL(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HttpRefused('bad-url', `Only http and https addresses can be opened, not ${url.protocol.slice(0, -1)}.`)
  if (url.username !== '' || url.password !== '')
    throw new HttpRefused(
      'credentials-in-url',
      'The address holds a name or password. Leave out the part before the @.',
    )
  url.hash = ''
  return url
}

function refusePrivate(host: string): HttpRefused {
  return new HttpRefused('private-address', privateAddressWords(host))
}

/** Connects to none but allowed addresses: names are judged by what they resolve to, in the same look-up the connection uses. */
function createConnector(options: Options): buildConnector.connector {
  const isAllowed = (address: string) => isPublicAddress(address) || options.allowAddress?.(address) === true
  const lookup = guardedLookup({ allowsAddress: isAllowed }, refusePrivate, options.lookup)
  const connect = buildConnector({ lookup, timeout: 10_000, autoSelectFamily: true })
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !isAllowed(host)) return callback(refusePrivate(host), null)
    connect(target, (...result) => {
      const [error, socket] = result
      const reached = socket ? (socket as Socket).remoteAddress : undefined
      if (error || (reached !== undefined && isAllowed(reached))) return callback(...result)
      socket?.destroy()
      callback(refusePrivate(host), null)
    })
  }
}

function readHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw))
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) headers.append(name, each)
  return headers
}

function withoutNames(headers: Readonly<Record<string, string>>, names: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)))
}

/** Kith's only way out over HTTP. */
export function createHttpClient(options: Options = {}): HttpClient {
  const dispatcher = new Agent({
    connect: createConnector(options),
    connections: 8,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
  })
  const own = { 'user-agent': options.userAgent ?? 'Kith', accept: '*/*', 'accept-encoding': acceptedEncodings }

  async function exchange(start: string, asked: HttpRequest): Promise<HttpResponse> {
    const { maxBytes, timeoutMs, maxRedirects } = { ...defaults, ...asked }
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout
    let url = parseUrl(start)
    let { method = 'GET', body } = asked
    const lower = Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const)
    let headers = withoutNames(
      { ...own, ...Object.fromEntries(lower) },
      new Set(['host', 'connection', 'content-length']),
    )
    for (let hops = 0; ; hops += 1) {
      try {
        const answer = await request(url, { method, headers, body: body ?? null, signal, dispatcher })
        const head = readHeaders(answer.headers)
        const location = redirects.has(answer.statusCode) ? head.get('location') : null
        if (location === null) {
          const limits = { maxBytes, host: url.host, signal }
          const packed = Number(head.get('content-length') ?? 0)
          if (method !== 'HEAD' && packed > maxBytes) {
            answer.body.destroy()
            throw tooBig(url.host, maxBytes)
          }
          const encoding = method === 'HEAD' ? '' : (head.get('content-encoding') ?? '')
          return {
            status: answer.statusCode,
            headers: head,
            url: url.href,
            body: await readBody(answer.body, encoding, limits),
          }
        }
        answer.body.on('error', () => undefined).destroy()
        if (hops >= maxRedirects)
          throw new HttpRefused('too-many-redirects', `${url.host} sends from one address to the next without end.`)
        const next = parseUrl(location, url.href)
        if (answer.statusCode === 303 || (answer.statusCode < 303 && method === 'POST')) {
          if (method !== 'HEAD') method = 'GET'
          body = undefined
          headers = withoutNames(headers, aboutBody)
        }
        if (next.origin !== url.origin) headers = withoutNames(headers, personal)
        url = next
      } catch (error) {
        if (asked.signal?.aborted) throw asked.signal.reason
        if (timeout.aborted) throw new HttpRefused('timeout', `${url.host} took too long to answer.`, { cause: error })
        throw explainFailure(error, url.host)
      }
    }
  }

  return {
    fetch: (url, asked = {}) => exchange(url, asked),
    [Symbol.asyncDispose]: () => dispatcher.destroy(),
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { type Answer, handlers } from './handlers.ts'
import { queryRule, type Rule, type RuleName, rules } from './rules.ts'
import { type Content, homeState, Refused } from './state.ts'

export type Home = AsyncDisposable & {
  readonly url: string
  readonly port: number
  readonly state: ReturnType<typeof homeState>
  /** Requests that the specification does not allow, by the device that made them. */
  readonly violations: readonly { device: string; request: string; why: string }[]
  /** How often each request was made. */
  count(name: RuleName): number
  kill(): Promise<void>
  restart(): Promise<void>
  /** Requests are taken and not answered, until the server is killed. */
  freeze(): void
  /** So many sends of one device, then M_LIMIT_EXCEEDED for as long; undefined: no limit. */
  limitSends(limit: { most: number; forMs: number } | undefined): void
  /** The tokens of the user are no longer known. */
  forgetTokens(user: string, how: 'soft' | 'hard'): void
  /** The next requests of this name are answered with this and carried out all the same, or not at all. */
  breakNext(
    name: RuleName,
    how: { status: number; body?: string; carriedOut: boolean; times?: number; headers?: Record<string, string> },
  ): void
  /** Versions of the specification that it says it speaks. */
  speak(versions: readonly string[]): void
}

const modern = [
  'v1.1',
  'v1.2',
  'v1.3',
  'v1.4',
  'v1.5',
  'v1.6',
  'v1.7',
  'v1.8',
  'v1.9',
  'v1.10',
  'v1.11',
  'v1.12',
  'v1.13',
]

const table = Object.entries(rules).map(([name, rule]) => ({
  name: isRule(name),
  rule: rule as Rule,
  match: matcher(rule.path),
}))

function isRule(name: string): RuleName {
  if (name in rules) return name as RuleName
  throw new Error(`no rule ${name}`)
}

function matcher(path: string): (given: string) => Record<string, string> | undefined {
  const names: string[] = []
  const source = path
    .split('/')
    .map(part => {
      if (!part.startsWith(':')) return part.replaceAll('.', String.raw`\.`)
      const optional = part.endsWith('?')
      names.push(part.slice(1, optional ? -1 : undefined))
      return optional ? '([^/]*)' : '([^/]+)'
    })
    .join('/')
    // What may be left out may be left out with its slash.
    .replaceAll('/([^/]*)', '(?:/([^/]*))?')
  const pattern = new RegExp(`^${source}$`)
  return given => {
    const found = pattern.exec(given)
    return (
      (found &&
        Object.fromEntries(
          names.flatMap((name, at) => (found[at + 1] ? [[name, decodeURIComponent(found[at + 1] ?? '')]] : [])),
        )) ??
      undefined
    )
  }
}

/**
 * A Matrix homeserver in one process, with the state of one: it keeps users, devices, rooms, timelines, receipts, media and transaction
 * ids, and refuses, as a violation, every request that the specification's schemas refuse.
 */
export async function startHome(): Promise<Home> {
  const state = homeState()
  const violations: { device: string; request: string; why: string }[] = []
  const counts = new Map<RuleName, number>()
  const broken = new Map<
    RuleName,
    { status: number; body?: string; carriedOut: boolean; times: number; headers?: Record<string, string> }
  >()
  const sent = new Map<string, number>()
  let versions: readonly string[] = modern
  let limit: { most: number; forMs: number } | undefined
  let frozen = false
  let server: Server | undefined
  let port = 0
  const handle = handlers(state, { versions: () => versions, uploadSize: 1_000_000 })

  function deviceOf(request: IncomingMessage) {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) throw new Refused(401, 'M_MISSING_TOKEN', 'Missing access token')
    const known = state.tokens.get(token)
    if (!known || known.gone)
      throw new Refused(401, 'M_UNKNOWN_TOKEN', 'Unknown access token', { soft_logout: known?.gone === 'soft' })
    return known.device
  }

  function throttle(device: string): void {
    if (!limit) return
    const count = (sent.get(device) ?? 0) + 1
    sent.set(device, count)
    if (count <= limit.most) return
    setTimeout(() => sent.set(device, 0), limit.forMs).unref()
    throw new Refused(429, 'M_LIMIT_EXCEEDED', 'Too many requests', { retry_after_ms: limit.forMs })
  }

  async function answer(
    request: IncomingMessage,
    signal: AbortSignal,
  ): Promise<{ answer: Answer; broken?: { status: number; body?: string; headers?: Record<string, string> } }> {
    const url = new URL(request.url ?? '/', 'http://home')
    const found = table.flatMap(({ name, rule, match }) => {
      const params = rule.method === request.method ? match(url.pathname) : undefined
      return params ? [{ name, rule, params }] : []
    })[0]
    const bytes = await buffer(request)
    const line = `${request.method} ${url.pathname}`
    if (!found) {
      // Programs ask for what is not in the specification yet under this name, and take no for an answer.
      if (!url.pathname.includes('/unstable/')) violations.push({ device: '', request: line, why: 'M_UNRECOGNIZED' })
      throw new Refused(404, 'M_UNRECOGNIZED', 'Unrecognized request')
    }
    const { name, rule, params } = found
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const nobody = { id: '', user: '', token: undefined, txns: new Map<string, string>() }
    const device = rule.open ? nobody : deviceOf(request)
    const wrong = (errcode: string, why: string): Refused => {
      violations.push({ device: device.id, request: line, why })
      return new Refused(400, errcode, why)
    }
    const query = Object.fromEntries(url.searchParams)
    const asked = queryRule(rule).safeParse(query)
    if (!asked.success)
      throw wrong('M_INVALID_PARAM', `${asked.error.issues[0]?.path.join('.')}: ${asked.error.issues[0]?.message}`)
    let body: Content = {}
    if (rule.body && rule.body !== 'bytes') {
      const type = request.headers['content-type'] ?? ''
      if (!/^application\/json\b/.test(type)) throw wrong('M_NOT_JSON', `content-type ${type}`)
      let json: unknown
      try {
        json = JSON.parse(bytes.toString('utf8'))
      } catch {
        throw wrong('M_NOT_JSON', 'the body is no JSON')
      }
      const parsed = rule.body.safeParse(json)
      const issue = parsed.error?.issues[0]
      if (issue) throw wrong('M_BAD_JSON', `${issue.path.join('.')}: ${issue.message}`)
      body = z.record(z.string(), z.unknown()).parse(json)
    }
    if (rule.body === 'bytes' && request.headers['content-type'] === undefined)
      throw wrong('M_BAD_JSON', 'a file without content-type')
    if (name === 'send') throttle(device.id)
    const breaking = broken.get(name)
    if (breaking) {
      breaking.times -= 1
      if (breaking.times <= 0) broken.delete(name)
      if (!breaking.carriedOut) return { answer: {}, broken: breaking }
    }
    try {
      const made = await handle[name]({
        params,
        query,
        body,
        bytes,
        type: request.headers['content-type'] ?? '',
        device,
        base: `http://127.0.0.1:${port}`,
        signal,
      })
      return breaking ? { answer: made, broken: breaking } : { answer: made }
    } catch (error) {
      if (error instanceof Refused && 'schema' in error.more)
        violations.push({ device: device.id, request: line, why: error.message })
      throw error
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const say = (status: number, body: object | string, headers: Record<string, string> = {}) => {
      if (frozen || response.destroyed) return
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*', ...headers })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }
    if (frozen) return
    try {
      const { answer: made, broken: breaking } = await answer(request, gone.signal)
      if (breaking) return say(breaking.status, breaking.body ?? '', breaking.headers)
      if (!('bytes' in made)) return say(200, made)
      if (response.destroyed) return
      const name = made.name === undefined ? '' : `; filename="${encodeURIComponent(made.name)}"`
      response.writeHead(200, { 'content-type': made.type, 'content-disposition': `attachment${name}` })
      response.end(made.bytes)
    } catch (error) {
      if (error instanceof Refused)
        return say(error.status, { errcode: error.errcode, error: error.message, ...error.more })
      say(500, { errcode: 'M_UNKNOWN', error: String(error) })
    }
  }

  async function listen(): Promise<void> {
    const made = createServer((request, response) => void serve(request, response))
    await new Promise<void>((resolve, reject) => {
      made.once('error', reject)
      made.listen(port, '127.0.0.1', resolve)
    })
    const address = made.address()
    port = typeof address === 'object' && address ? address.port : port
    server = made
  }

  async function kill(): Promise<void> {
    const closing = server
    server = undefined
    if (!closing) return
    const closed = new Promise(resolve => closing.close(resolve))
    closing.closeAllConnections()
    await closed
    for (const room of state.rooms.values()) {
      for (const timer of room.typing.users.values()) clearTimeout(timer)
      room.typing.users.clear()
    }
  }

  await listen()
  return {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    get port() {
      return port
    },
    state,
    violations,
    count: name => counts.get(name) ?? 0,
    kill,
    async restart() {
      await kill()
      frozen = false
      await listen()
    },
    freeze() {
      frozen = true
    },
    limitSends(given) {
      limit = given
    },
    forgetTokens(user, how) {
      for (const known of state.tokens.values()) if (known.device.user === user) known.gone = how
      state.changed()
    },
    breakNext: (name, how) => void broken.set(name, { times: 1, ...how }),
    speak(given) {
      versions = given
    },
    [Symbol.asyncDispose]: kill,
  }
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'
import { buildHttp, type HttpOptions } from '#server/http.ts'

const thing = z.object({
  name: z.string().min(1).max(5),
  size: z.number().int().min(1),
  tags: z.array(z.enum(['a', 'b'])),
})
const caller = (role: Role): Caller => ({ workspace: newId(), user: newId(), role })

const lines: string[] = []
let ready = true
let folder: string

const options = (change: Partial<HttpOptions> = {}): HttpOptions => ({
  publicUrl: 'https://kith.example.org',
  version: '0.0.0',
  trustProxy: false,
  log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
  authenticate: async ({ session, token }) => {
    const role = session ?? token
    return role === 'viewer' || role === 'admin' ? caller(role) : undefined
  },
  ready: async () => {
    if (!ready) throw new Error('no database')
  },
  routes: (app: App) => {
    const config = { access: 'public' } as const
    app.get(
      '/api/v1/things',
      {
        schema: {
          querystring: z.object({ n: z.number().default(3), tag: z.array(z.string()).default([]) }),
          response: { 200: z.unknown(), ...refusals },
        },
        config,
      },
      async request => request.query,
    )
    app.post(
      '/api/v1/things',
      {
        schema: { body: thing, response: { 200: thing, ...refusals }, summary: 'Make a thing', tags: ['things'] },
        config: { access: 'admin' },
      },
      async request => request.body,
    )
    app.get('/api/v1/mine', { config: { access: 'viewer' } }, async request => ({ role: callerOf(request).role }))
    app.get('/api/v1/broken', { config }, async () => {
      throw new Error('secret detail of the inside')
    })
    app.get('/api/v1/away', { config }, async () => {
      throw new Error('query failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })
    })
    app.post('/api/v1/upload', { config, bodyLimit: 10 }, async request => {
      let bytes = 0
      for await (const chunk of request.body as AsyncIterable<Buffer>) bytes += chunk.length
      return { bytes }
    })
    app.post('/hooks/in', { config: { access: 'public', anyOrigin: true, rawBody: true } }, async request => ({
      raw: Buffer.isBuffer(request.body) && request.body.toString(),
    }))
    app.get('/p/widget', { config: { access: 'public', frameable: 'anyone' } }, async (_, reply) =>
      reply.type('text/html').send('<p>chat</p>'),
    )
  },
  webFolder: folder,
  ...change,
})

let app: App
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>')
  await writeFile(join(folder, 'assets/app-1a2b3c.js'), 'export {}')
  await writeFile(join(folder, 'kith.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  app = await buildHttp(options())
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const admin = { cookie: '__Host-kith_session=admin', 'sec-fetch-site': 'same-origin' }
const good = { name: 'chair', size: 2, tags: ['a'] }

test('a route that does not say who may use it stops the boot', async () => {
  const routes = (to: App) => void to.get('/api/v1/open', async () => 'x')
  await expect(buildHttp(options({ routes }))).rejects.toThrow(/say who may use it/)
})

test('a stranger is sent to sign in, a lesser role is told which one is needed', async () => {
  const stranger = await app.inject({ url: '/api/v1/mine' })
  expect(stranger.statusCode).toBe(401)
  expect(stranger.headers['www-authenticate']).toBe('Bearer')
  const lesser = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: { authorization: 'Bearer viewer' },
    payload: good,
  })
  expect(lesser.statusCode).toBe(403)
  expect(lesser.json().error.message).toContain('needs the role admin; yours is viewer')
  const cookie = await app.inject({ url: '/api/v1/mine', headers: { cookie: 'a=b; __Host-kith_session=viewer' } })
  expect(cookie.json()).toEqual({ role: 'viewer' })
})

test('every wrong field is named in plain words', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: admin,
    payload: { name: 'wardrobe', tags: ['c'] },
  })
  expect(answer.statusCode).toBe(400)
  expect(answer.json().error).toEqual({
    code: 'invalid-request',
    message: 'size is missing (and 2 more).',
    fields: [
      { path: 'size', message: 'is missing' },
      { path: 'name', message: 'has more than 5 characters' },
      { path: 'tags.0', message: 'should be one of: a, b' },
    ],
  })
})

test('a JSON body is taken as it is, only the query is read from text', async () => {
  const number = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: admin,
    payload: { ...good, name: 12 },
  })
  expect(number.json().error.fields).toEqual([{ path: 'name', message: 'should be text' }])
  const text = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: admin,
    payload: { ...good, size: '2' },
  })
  expect(text.json().error.fields).toEqual([{ path: 'size', message: 'should be a whole number' }])
  expect((await app.inject({ url: '/api/v1/things?n=7&tag=x' })).json()).toEqual({ n: 7, tag: ['x'] })
  expect((await app.inject({ url: '/api/v1/things?tag=x&tag=y' })).json()).toEqual({ n: 3, tag: ['x', 'y'] })
  expect((await app.inject({ url: '/api/v1/things?n=seven' })).json().error.fields).toEqual([
    { path: 'n', message: 'should be a number' },
  ])
})

test('a change that another site asks for is refused', async () => {
  const post = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/things', headers, payload: good })
  const cookie = '__Host-kith_session=admin'
  const host = 'kith.example.org'
  expect((await post({ cookie, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  expect((await post({ cookie, host, origin: 'https://kith.example.org' })).statusCode).toBe(200)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { host: 'evil.example', origin: 'http://evil.example' },
    {},
  ]) {
    const answer = await post({ cookie, ...headers })
    expect(answer.statusCode, JSON.stringify(headers)).toBe(403)
    expect(answer.json().error.code).toBe('foreign-origin')
  }
  expect((await post({ authorization: 'Bearer admin' })).statusCode).toBe(200)
})

test('a form or plain text is no way to make a change', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/things',
      headers: { ...admin, 'content-type': type },
      payload: JSON.stringify(good),
    })
    expect(answer.statusCode).toBe(415)
    expect(answer.json().error.message).toContain('Send JSON')
  }
})

test('bodies that are broken, empty or too large say so', async () => {
  const send = (payload: string, url = '/api/v1/things', type = 'application/json') =>
    app.inject({ method: 'POST', url, headers: { ...admin, 'content-type': type }, payload })
  expect((await send('{"name":')).json().error.code).toBe('no-json')
  expect((await send('')).json().error.code).toBe('no-body')
  expect((await send('{"__proto__":{"x":1}}')).statusCode).toBe(400)
  expect((await send(JSON.stringify({ ...good, name: 'x'.repeat(2_000_000) }))).statusCode).toBe(413)
  expect((await send('123456789', '/api/v1/upload', 'application/octet-stream')).json()).toEqual({ bytes: 9 })
  expect((await send('12345678901', '/api/v1/upload', 'application/octet-stream')).statusCode).toBe(413)
})

test('an upload whose length is not told is stopped at its limit', async () => {
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const body = new ReadableStream({
    start(stream) {
      for (let i = 0; i < 4; i += 1) stream.enqueue(Buffer.from('12345'))
      stream.close()
    },
  })
  const answer = await fetch(`${origin}/api/v1/upload`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/octet-stream' },
  } as RequestInit)
  expect(answer.status).toBe(413)
})

test('a signed webhook of another server gets its bytes untouched', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/hooks/in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    payload: 'a=%20b',
  })
  expect(answer.json()).toEqual({ raw: 'a=%20b' })
  const json = await app.inject({
    method: 'POST',
    url: '/hooks/in',
    headers: { 'content-type': 'application/json' },
    payload: '{ "a":1 }',
  })
  expect(json.json()).toEqual({ raw: '{ "a":1 }' })
})

test('a failure tells a request id and nothing of the inside; the log has the rest', async () => {
  const answer = await app.inject({ url: '/api/v1/broken' })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret detail')
  const id = /logged as ([0-9a-f-]{36})/.exec(answer.json().error.message)?.[1]
  expect(lines.some(line => line.includes(id ?? '-') && line.includes('secret detail'))).toBe(true)
  const away = await app.inject({ url: '/api/v1/away' })
  expect([away.statusCode, away.headers['retry-after'], away.json().error.code]).toEqual([503, '5', 'database-away'])
})

test('pages allow no inline script, one nonce each for styles, and no frame', async () => {
  const pages = await Promise.all([app.inject({ url: '/' }), app.inject({ url: '/people/42' })])
  const nonces = pages.map(page => {
    const csp = String(page.headers['content-security-policy'])
    expect(csp).not.toContain('unsafe')
    expect(csp).toContain("script-src 'self';")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).toContain('wss://kith.example.org')
    expect(page.headers['cache-control']).toBe('no-store')
    const nonce = /content="([^"]+)"/.exec(page.body)?.[1] ?? '-'
    expect(csp).toContain(`style-src 'self' 'nonce-${nonce}'`)
    return nonce
  })
  expect(new Set(nonces).size).toBe(2)
  const widget = await app.inject({ url: '/p/widget' })
  expect(widget.headers['content-security-policy']).toContain('frame-ancestors *')
  expect(widget.headers['x-frame-options']).toBeUndefined()
})

test('security headers are on every answer, and HSTS only behind TLS', async () => {
  const api = await app.inject({ url: '/api/v1/mine' })
  expect(api.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'strict-transport-security': 'max-age=31536000',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  })
  const plain = await buildHttp(options({ publicUrl: 'http://localhost:4280' }))
  const page = await plain.inject({ url: '/' })
  expect(page.headers['strict-transport-security']).toBeUndefined()
  expect(page.headers['content-security-policy']).toContain('ws://localhost:4280')
  expect((await plain.inject({ url: '/api/v1/mine', headers: { cookie: 'kith_session=viewer' } })).statusCode).toBe(200)
  await plain.close()
})

test('hashed files are kept for a year, others for an hour, missing ones are missing', async () => {
  expect((await app.inject({ url: '/assets/app-1a2b3c.js' })).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  )
  expect((await app.inject({ url: '/kith.svg' })).headers['cache-control']).toBe('public, max-age=3600')
  for (const url of ['/assets/gone.js', '/api/v1/gone', '/..%2f..%2fetc/passwd.txt', '/api']) {
    const answer = await app.inject({ url })
    expect(answer.statusCode, url).toBe(404)
    expect(answer.json().error.code).toBe('not-found')
  }
})

test('the API describes itself in OpenAPI 3.1, without pages and health checks', async () => {
  const document = (await app.inject({ url: '/api/openapi.json' })).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/v1/things')
  expect(Object.keys(document.paths).filter(path => !path.startsWith('/api/v1/'))).toEqual([])
  const { post, get } = document.paths['/api/v1/things']
  expect(post.security).toEqual([{ session: [] }, { token: [] }])
  expect(get.security).toEqual([])
  expect(post.requestBody.content['application/json'].schema.required).toEqual(['name', 'size', 'tags'])
})

test('health tells whether it lives, whether it can answer, and its figures to this machine only', async () => {
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
  ready = false
  expect((await app.inject({ url: '/readyz' })).statusCode).toBe(503)
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
  ready = true
  expect((await app.inject({ url: '/readyz' })).statusCode).toBe(200)
  const metrics = await app.inject({ url: '/metrics' })
  expect(metrics.body).toContain('kith_http_request_seconds_bucket')
  expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(403)
  expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(403)
})

test('the log has routes and ids, never addresses, queries or names', async () => {
  lines.length = 0
  await app.inject({ url: '/api/v1/things?tag=Ana%20Ruiz', remoteAddress: '203.0.113.9' })
  expect(lines.join('')).toContain('/api/v1/things')
  expect(lines.join('')).not.toMatch(/Ana|203\.0\.113/)
})

import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { networkOf } from '#kernel/network-address.ts'
import type { App } from '#platform/routes.ts'
import { buildHttp } from '#server/http.ts'
import { createCounters } from '#server/limits.ts'

let app: App
let now = 0

beforeAll(async () => {
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0.0.0',
    trustProxy: ['10.0.0.1'],
    log: pino({ level: 'silent' }),
    authenticate: async () => undefined,
    ready: async () => undefined,
    now: () => now,
    routes: app => {
      app.post('/api/v1/begin', { config: { access: 'public', mostPerAddress: 2 } }, async () => ({}))
      app.get('/api/v1/look', { config: { access: 'public' } }, async () => ({}))
    },
  })
})
afterAll(() => app.close())

const ask = (url: string, address: string, forwarded?: string) =>
  app.inject({
    method: url.endsWith('begin') ? 'POST' : 'GET',
    url,
    remoteAddress: address,
    headers: { 'sec-fetch-site': 'same-origin', ...(forwarded && { 'x-forwarded-for': forwarded }) },
  })

test('a network that begins too often is told how long to wait; others and other questions go on', async () => {
  expect((await ask('/api/v1/begin', '192.0.2.1')).statusCode).toBe(200)
  expect((await ask('/api/v1/begin', '192.0.2.1')).statusCode).toBe(200)
  now += 60_000
  const refused = await ask('/api/v1/begin', '192.0.2.1')
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '540'])
  expect(refused.json().error).toMatchObject({ code: 'slow-down', message: expect.stringContaining('9 minutes') })
  expect((await ask('/api/v1/begin', '192.0.2.2')).statusCode).toBe(200)
  expect((await ask('/api/v1/look', '192.0.2.1')).statusCode).toBe(200)
  now += 540_000
  expect((await ask('/api/v1/begin', '192.0.2.1')).statusCode).toBe(200)
})

test('behind a proxy that is trusted the visitor’s own address counts; nobody else may name one', async () => {
  for (const visitor of ['198.51.100.1', '198.51.100.2', '198.51.100.3'])
    for (let time = 0; time < 2; time += 1)
      expect((await ask('/api/v1/begin', '10.0.0.1', visitor)).statusCode).toBe(200)
  expect((await ask('/api/v1/begin', '10.0.0.1', '198.51.100.1')).statusCode).toBe(429)
  for (const visitor of ['203.0.113.1', '203.0.113.2']) await ask('/api/v1/begin', '192.0.2.9', visitor)
  expect((await ask('/api/v1/begin', '192.0.2.9', '203.0.113.3')).statusCode).toBe(429)
})

test('whoever has a whole IPv6 network counts once', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
})

test('a flood from everywhere does not fill the memory', () => {
  const count = createCounters(() => 0)
  for (let n = 0; n < 100_002; n += 1) count(String(n), 1)
  expect(count('0', 1)).toBeUndefined()
})

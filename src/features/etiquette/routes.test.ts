import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { App } from '#platform/routes.ts'
import { buildHttp } from '#server/http.ts'
import { etiquetteRoutes } from './routes.ts'

let app: App

beforeAll(async () => {
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0.0.0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async ({ token }) =>
      token === 'good' ? { workspace: newId(), user: newId(), role: 'viewer' } : undefined,
    ready: async () => undefined,
    routes: made => etiquetteRoutes(made, { clock: { now: () => new Date('2026-03-11T14:00:00Z') } }),
  })
})
afterAll(() => app.close())

const one = {
  id: 'a',
  tool: 'xmpp',
  surface: 'direct',
  stage: 'connected',
  draft: 'Hi, Mara here. We have a job for you.',
}
const check = (body: object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/etiquette/check',
    headers: { authorization: 'Bearer good', ...headers },
    payload: body,
  })

test('a case is judged over HTTP as on the command line, in the language that is asked for', async () => {
  const english = await check(one)
  expect(english.statusCode).toBe(200)
  expect(english.json()).toMatchObject({
    id: 'a',
    verdict: 'block',
    reasons: [{ code: 'job-before-introduction', message: 'A job, before they know who you are.' }],
    next: { step: 'introduce' },
  })
  const german = await check(one, { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' })
  expect(german.json()).toMatchObject({ reasons: [{ message: 'Eine Stelle, bevor sie weiß, wer du bist.' }] })
})

test('many cases are answered in their order, a bad one in its place', async () => {
  const answer = await check([one, { ...one, id: 'b', now: 'soon' }, { ...one, id: 'c', draft: 'How was the night?' }])
  expect(answer.json()).toMatchObject([
    { id: 'a', verdict: 'block' },
    { id: 'b', error: expect.stringContaining('ISO 8601') },
    { id: 'c', verdict: 'warn' },
  ])
})

test('what is no case is refused with what to do, and strangers get nothing', async () => {
  expect((await check({ ...one, tool: 'fax' })).statusCode).toBe(400)
  const unreadable = await check({ ...one, now: 'soon' })
  expect(unreadable.statusCode).toBe(400)
  expect(unreadable.json()).toMatchObject({ error: { code: 'bad-case', message: expect.stringContaining('ISO 8601') } })
  expect((await check(one, { authorization: 'Bearer no' })).statusCode).toBe(401)
})

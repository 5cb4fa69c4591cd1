import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activeLabels, exportActivity, hearForActivity } from '#features/activity/index.ts'
import { activityRoutes } from '#features/activity/routes.ts'
import { peopleRoutes } from '#features/people/routes.ts'
import { exportRelationships, hearForRelationships, relationshipMarks } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { relationshipsRoutes } from '#features/relationships/routes.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import type { App, ZodProvider } from '#platform/routes.ts'
import { compileSchemas } from '#server/schemas.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { todayRoutes } from './routes.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let app: App
let caller: Caller

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  const clock = createTestClock('2026-11-22T10:00:00Z')
  const events = createEvents()
  const readText = { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false }
  const online = async () => new Map()
  const shared = {
    db: database.db,
    clock,
    events,
    readText,
    online,
    suppressionKey: new Uint8Array(32),
    audit: async () => undefined,
  }
  hearForActivity(events)
  hearForRelationships(shared)
  const marks: Parameters<typeof peopleRoutes>[1]['marks'] = (tx, who, people) =>
    relationshipMarks(tx, shared, who, people)
  app = Fastify().withTypeProvider<ZodProvider>()
  app.addHook('onRoute', compileSchemas)
  app.addHook('onRequest', async request => {
    request.caller = caller
  })
  peopleRoutes(app, {
    ...shared,
    stages,
    marks,
    activeLabels: (tx, who, people) => activeLabels(tx, who.workspace, people, clock.now()),
    exportParts: [exportActivity, exportRelationships],
  })
  const nowhere = async () => {
    throw new Error('example.org does not answer.')
  }
  activityRoutes(app, {
    ...shared,
    fetch: nowhere,
    parseFeed: () => ({ title: null, description: null, link: null, language: null, entries: [] }),
    discoverFeeds: () => [],
    plainText: html => html,
  })
  relationshipsRoutes(app, shared)
  const nobody = { waiting: async () => [], reachable: async () => [], groups: async () => [], worth: async () => [] }
  todayRoutes(app, { ...shared, marks, ...nobody })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await database[Symbol.asyncDispose]()
})

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
  const reply = await app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.body ? reply.json() : null }
}

test('a person from first entry to erasure, over HTTP', async () => {
  const added = await ask('POST', '/people', {
    name: 'Ana Ruiz',
    profiles: [{ address: 'linkedin.com/in/ana-ruiz', headline: 'Night nurse' }],
  })
  expect(added.status).toBe(201)
  const ana = `/people/${added.body.id}`
  expect(await ask('POST', `${ana}/notes`, { text: 'Met at the fair.' })).toMatchObject({ status: 201 })
  expect(await ask('POST', '/people/tags', { people: [added.body.id], add: ['Nights'] })).toMatchObject({ status: 204 })
  expect(await ask('POST', `${ana}/contacts`, { kind: 'phone', value: '600' })).toMatchObject({
    status: 422,
    body: { error: { code: 'no-address' } },
  })
  expect(await ask('POST', `${ana}/touches`, { kind: 'their-reaction', tool: 'linkedin' })).toEqual({
    status: 201,
    body: { moved: 1 },
  })
  expect(await ask('POST', `${ana}/touches`, { kind: 'hired' })).toMatchObject({ status: 422 })
  const page = await ask('GET', '/people?q=nurse%20tag:nights')
  expect(page.body).toMatchObject({
    count: { n: 1, more: false },
    people: [
      {
        name: 'Ana Ruiz',
        stage: 'acknowledged',
        tools: ['linkedin'],
        depth: 'shallow',
        active: 'nothing public yet',
        nextStep: { id: 'write' },
      },
    ],
  })
  expect(await ask('GET', '/people?q=(nurse')).toMatchObject({
    status: 422,
    body: { error: { message: 'Close the bracket before `nurse`.' } },
  })
  expect((await ask('GET', ana)).body).toMatchObject({
    name: 'Ana Ruiz',
    stage: 'acknowledged',
    profiles: [{ source: 'by hand', depthWord: 'shallow' }],
    tags: ['nights'],
    unknown: expect.arrayContaining(['phone']),
  })
  const relationship = await ask('GET', `${ana}/relationship?tool=xmpp`)
  expect(relationship.body).toMatchObject({
    stage: 'acknowledged',
    gates: [
      { gate: 'invite', open: true },
      { gate: 'message', open: false },
      { gate: 'job', open: false },
    ],
  })
  expect(await ask('POST', `${ana}/relationship/moves/${relationship.body.undo}/undo`)).toEqual({
    status: 200,
    body: { stage: 'found' },
  })
  expect(await ask('PUT', `${ana}/relationship/stage`, { stage: 'passive', reason: 'Happy there.' })).toMatchObject({
    status: 200,
  })
  expect(await ask('POST', `${ana}/feeds`, { url: 'example.org' })).toMatchObject({
    status: 422,
    body: { error: { code: 'unreachable' } },
  })
  expect((await ask('GET', `${ana}/activity/level`)).body.level.level).toBe('unknown')
  expect((await ask('GET', `${ana}/touches`)).body.touches).toHaveLength(1)
  expect((await ask('GET', `${ana}/export`)).body).toMatchObject({
    format: 'kith-person',
    activity: [],
    touches: [{ kind: 'their-reaction' }],
  })
  expect((await ask('GET', '/today')).body).toMatchObject({ steps: 0 })
  expect(await ask('DELETE', ana)).toMatchObject({ status: 204 })
  expect(await ask('GET', ana)).toMatchObject({ status: 404, body: { error: { code: 'no-such-person' } } })
})

import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { findPerson, insertPerson } from '#features/people/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { privacyRoutes } from './routes.ts'

const publicUrl = 'https://kith.example.org'
const clock = createTestClock('2026-11-22T18:00:00Z')
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let app: Awaited<ReturnType<typeof buildHttp>>

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  const base = { db: database.db, clock, publicUrl }
  const people = {
    db: database.db,
    clock,
    events: createEvents(),
    suppressionKey: new Uint8Array(32),
    audit: async () => {},
    exportParts: [],
  }
  app = await buildHttp({
    publicUrl,
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here => privacyRoutes(here, { ...base, people }),
  })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

const get = (url: string) => app.inject({ url })
const send = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const find = (person: PersonId) =>
  inWorkspace(database.db, caller.workspace, tx => findPerson(tx, caller.workspace, person))

async function known(name: string): Promise<{ person: PersonId; path: string }> {
  const person = newId<'Person'>(clock.now().getTime())
  await inWorkspace(database.db, caller.workspace, tx =>
    insertPerson(tx, caller.workspace, { person, displayName: name, owner: caller.user }, clock.now()),
  )
  const made = await app.inject({
    method: 'POST',
    url: `/api/v1/people/${person}/privacy-link`,
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: {},
  })
  return { person, path: new URL(z.object({ url: z.string() }).parse(made.json()).url).pathname }
}

test('with their own link somebody sees what is kept, takes it along and corrects it', async () => {
  const { person, path } = await known('Ana <Ruis>')
  const page = await get(path)
  expect(page.body).toContain('Ana &lt;Ruis&gt;')
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  const file = await get(`${path}/data.json`)
  expect(file.json().person.display_name).toBe('Ana <Ruis>')
  expect(file.headers['content-disposition']).toContain('attachment')
  const corrected = await send(path, { do: 'correct', name: 'Ana Ruiz', place: 'Bergen', message: 'I left in May.' })
  expect(corrected.body).toContain('Thank you, it is corrected.')
  expect(await find(person)).toMatchObject({ display_name: 'Ana Ruiz', place: 'Bergen' })
  expect((await get(`${path}/data.json`)).json().notes[0].text).toContain('I left in May.')
})

test('whoever asks to be left alone is, and whoever asks to be erased is gone with their link', async () => {
  const { person, path } = await known('Sam Okoye')
  expect((await send(path, { do: 'alone' })).body).toContain('Nobody of us writes to you any more.')
  expect((await find(person))?.do_not_contact_at).toBeTruthy()
  const unsure = await send(path, { do: 'erase' })
  expect([unsure.statusCode, (await find(person)) !== undefined]).toEqual([422, true])
  expect((await send(path, { do: 'erase', sure: 'yes' })).body).toContain('is erased')
  expect(await find(person)).toBeUndefined()
  expect((await get(path)).statusCode).toBe(410)
})

test('a link lasts a week, and no other text is one', async () => {
  const { path } = await known('Li Wen')
  clock.pass(7 * dayMs + 1)
  expect((await get(path)).statusCode).toBe(410)
  expect((await send(path, { do: 'alone' })).statusCode).toBe(410)
  expect((await get(`/privacy/${'x'.repeat(43)}`)).statusCode).toBe(410)
  expect((await get('/privacy')).body).toContain('Ask whoever you talk with for your own link.')
})

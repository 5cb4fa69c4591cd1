import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connector, NetworkEvent } from '#connectors/contract.ts'
import { manifest } from '#connectors/website-chat/manifest.ts'
import { type Hooks, hookRoutes, hooksUnder } from '#features/conversations/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { App } from '#platform/routes.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let app: App
let hooks: Hooks
let databaseAway = false

const sign = (body: string) => createHmac('sha256', 'pigeon').update(body).digest('hex')

/** A network of this test: lines of `key text`, signed over the bytes, with a challenge that wants its word. */
const pigeonPost: Connector = {
  manifest: { ...manifest, tool: 'forum' },
  webhook: {
    word: true,
    required: true,
    async receive(_account, request) {
      if (request.method === 'GET')
        return request.query.get('word') === request.word
          ? { kind: 'handshake', answer: { contentType: 'text/plain', body: request.query.get('challenge') ?? '' } }
          : { kind: 'refused', status: 403, why: 'It did not say the word.' }
      const body = Buffer.from(request.body).toString()
      if (request.headers['x-seal'] !== sign(body))
        return { kind: 'refused', status: 401, why: 'The seal is not the pigeon’s.' }
      const events = body.split('\n').map((line): NetworkEvent => {
        const [key = '', ...words] = line.split(' ')
        return {
          kind: 'message',
          key,
          otherKeys: [],
          conversation: { id: 'ana', kind: 'direct' },
          from: { id: 'ana', name: 'Ana' },
          own: false,
          text: words.join(' '),
          sentAt: request.at,
          history: false,
        }
      })
      return { kind: 'events', events }
    },
  },
  open: () => {
    throw new Error('no session takes part')
  },
  test: async () => ({ ok: true, detail: '' }),
  parseAddress: () => undefined,
}

beforeAll(async () => {
  database = await startTestDatabase()
  hooks = hooksUnder(new URL('https://kith.example.org'), new Uint8Array(32).fill(7))
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0.0.0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => undefined,
    ready: async () => undefined,
    routes: routed =>
      hookRoutes(routed, {
        db: database.db,
        clock: systemClock,
        recordSpoken: async () => {
          if (databaseAway) throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' })
        },
        vault: { seal: text => text, unseal: text => text },
        hooks,
        connectorOf: async tool => (tool === 'forum' ? pigeonPost : undefined),
      }),
  })
})
afterAll(async () => {
  await app.close()
  await database[Symbol.asyncDispose]()
})

async function start() {
  const place = await seedConnection(database.db, 'forum')
  const { pathname } = new URL(hooks.urlOf(place.connection))
  const change = (set: string) =>
    inWorkspace(database.db, place.workspace, tx =>
      sql`update connections set ${sql.raw(set)} where connection_id = ${place.connection}`.execute(tx),
    )
  return {
    place,
    pathname,
    change,
    deliver: (body: string, headers: Record<string, string> = { 'x-seal': sign(body) }, url = pathname) =>
      app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, body }),
    texts: () =>
      inWorkspace(database.db, place.workspace, async tx => {
        const { rows } = await sql<{ text: string }>`select text from messages
          where workspace_id = ${place.workspace} order by sent_at, message_id`.execute(tx)
        return rows.map(row => row.text)
      }),
    marks: () =>
      inWorkspace(database.db, place.workspace, async tx => {
        const { rows } = await sql<{
          at: Date | null
          refusedAt: Date | null
          why: string | null
        }>`select webhook_at as at,
          webhook_refused_at as "refusedAt", webhook_refused_why as why from connections
          where connection_id = ${place.connection}`.execute(tx)
        return rows[0]
      }),
  }
}

test('a delivery is answered with 200 when it is kept, and the same delivery again changes nothing', async () => {
  const { deliver, texts, marks } = await start()
  const body = 'k1 Hello\nk2 Are you there?'
  expect((await deliver(body)).statusCode).toBe(200)
  expect((await deliver(body)).statusCode).toBe(200)
  expect(await texts()).toEqual(['Hello', 'Are you there?'])
  expect((await marks())?.at).toBeInstanceOf(Date)
})

test('while the database is away the network is told to send again, and nothing is half kept', async () => {
  const { deliver, texts, marks, place } = await start()
  await inWorkspace(database.db, place.workspace, tx =>
    sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      values (${place.workspace}, ${place.user}, 'Ana', now(), now())`.execute(tx),
  )
  await inWorkspace(database.db, place.workspace, tx =>
    sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, source, collected_at, updated_at)
      values (${place.workspace}, ${place.user}, ${place.user}, 'forum', 'ana', 'test', now(), now())`.execute(tx),
  )
  databaseAway = true
  const away = await deliver('k1 Hello')
  databaseAway = false
  expect(away.statusCode).toBe(503)
  expect(away.headers['retry-after']).toBe('5')
  expect(await texts()).toEqual([])
  expect((await marks())?.at).toBeNull()
  expect((await deliver('k1 Hello')).statusCode).toBe(200)
  expect(await texts()).toEqual(['Hello'])
})

test('a forged delivery is refused, its reason is for the owner alone, and a good one clears it', async () => {
  const { deliver, texts, marks } = await start()
  const forged = await deliver('k1 Hello', { 'x-seal': sign('something else') })
  expect(forged.statusCode).toBe(401)
  expect(forged.body).not.toContain('pigeon')
  expect(await texts()).toEqual([])
  expect(await marks()).toMatchObject({ at: null, why: 'The seal is not the pigeon’s.' })
  await deliver('k1 Hello')
  expect(await marks()).toMatchObject({ refusedAt: null, why: null })
})

test('an address that was not given out does not exist, whatever part of it is right', async () => {
  const first = await start()
  const second = await start()
  const token = first.pathname.split('/').at(-1) ?? ''
  const changed = first.pathname.slice(0, -1) + (first.pathname.endsWith('A') ? 'B' : 'A')
  for (const url of [changed, second.pathname.replace(/[^/]+$/, token), `/api/v1/hooks/x/${token}`])
    expect((await first.deliver('k1 Hello', undefined, url)).statusCode, url).toBe(404)
  await first.change('removed_at = now()')
  expect((await first.deliver('k1 Hello')).statusCode).toBe(404)
  expect(await first.texts()).toEqual([])
})

test('a handshake wants the word that the connections page shows', async () => {
  const { pathname, place } = await start()
  const ask = (word: string) => app.inject({ method: 'GET', url: `${pathname}?word=${word}&challenge=4711` })
  const right = await ask(hooks.wordOf(place.connection))
  expect([right.statusCode, right.body]).toEqual([200, '4711'])
  expect((await ask('guess')).statusCode).toBe(403)
})

test('a paused connection, and one whose session runs on another node, keep what is delivered', async () => {
  const { deliver, texts, change } = await start()
  await change('paused_at = now()')
  expect((await deliver('k1 while paused')).statusCode).toBe(200)
  await change(
    "paused_at = null, lease_holder = '01900000-0000-7000-8000-000000000001', lease_until = now() + interval '1 hour'",
  )
  expect((await deliver('k2 at the other node')).statusCode).toBe(200)
  expect(await texts()).toEqual(['while paused', 'at the other node'])
})

test('no session is asked for, another site may not be kept out, and what is too large is not taken', async () => {
  const { deliver } = await start()
  const body = 'k1 Hello'
  const foreign = { 'x-seal': sign(body), origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  expect((await deliver(body, foreign)).statusCode).toBe(200)
  expect((await deliver('x'.repeat(4 * 1024 * 1024 + 1))).statusCode).toBe(413)
})

test('networks are told an address only where the internet can reach it', () => {
  const key = new Uint8Array(32)
  const reach = (url: string) => hooksUnder(new URL(url), key).reachableUrlOf('x' as never) !== undefined
  expect(reach('https://kith.example.org')).toBe(true)
  expect(reach('http://kith.example.org')).toBe(false)
  for (const host of ['localhost:4280', '127.0.0.1', '192.168.1.4', '[::1]', 'nas.local'])
    expect(reach(`https://${host}`), host).toBe(false)
})

test('a file is lent at an address that nobody can guess, for its time, and is never run', async () => {
  const { place } = await start()
  const file = newId<'File'>()
  await inWorkspace(database.db, place.workspace, async tx => {
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, created_at)
      values (${place.workspace}, ${place.connection}, ${place.connection}, 'forum', 'direct', 'ana', now())`.execute(
      tx,
    )
    await sql`insert into files (workspace_id, file_id, user_id, conversation_id, name, mime_type, bytes, created_at)
      values (${place.workspace}, ${file}, ${place.user}, ${place.connection}, 'a.png', 'image/png', 3, now())`.execute(
      tx,
    )
    await sql`insert into file_chunks (workspace_id, file_id, position, data)
      values (${place.workspace}, ${file}, 0, ${Buffer.from('png')})`.execute(tx)
  })
  const lend = (until: number) =>
    new URL(hooks.lend({ workspace: place.workspace, file, until: new Date(until) }) ?? '')
  const ask = (path: string) => app.inject({ method: 'GET', url: path })
  const { pathname } = lend(Date.now() + 60_000)
  const answer = await ask(pathname)
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'image/png', 'png'])
  expect(answer.headers['content-security-policy']).toContain('sandbox')
  expect((await ask(lend(Date.now() - 1).pathname)).statusCode).toBe(404)
  // Neither longer, nor another file of the same workspace.
  expect((await ask(pathname.replace(/\/\d+\//, `/${Date.now() + 3_600_000}/`))).statusCode).toBe(404)
  expect((await ask(pathname.replace(file, newId()))).statusCode).toBe(404)
  expect(
    hooksUnder(new URL('http://localhost:4280'), new Uint8Array(32)).lend({
      workspace: place.workspace,
      file,
      until: new Date(),
    }),
  ).toBeUndefined()
})

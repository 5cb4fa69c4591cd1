import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { decrypt } from 'http_ece'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { ConversationId } from '#kernel/ids.ts'
import { createHttpClient } from '#platform/http.ts'
import { pushSender } from '#platform/web-push.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { commitEvents } from './commit.ts'
import { pushTasks, subscribe } from './push.ts'

type Told = { path: string; headers: IncomingHttpHeaders; news: unknown }

let database: Awaited<ReturnType<typeof startTestDatabase>>
const told: Told[] = []
/** A browser's keys; what comes is read by http_ece, which shares nothing with our encoder. */
const browser = createECDH('prime256v1')
browser.generateKeys()
const auth = randomBytes(16)
let status = 201
const service = createServer(async (request, response) => {
  const data = await buffer(request)
  const clear = decrypt(data, { version: 'aes128gcm', privateKey: browser, authSecret: auth.toString('base64url') })
  told.push({ path: request.url ?? '', headers: request.headers, news: JSON.parse(clear.toString()) })
  response.writeHead(status).end()
})

beforeAll(async () => {
  database = await startTestDatabase()
  await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  service.close()
  await database[Symbol.asyncDispose]()
})

async function start(hour = 12) {
  told.length = 0
  status = 201
  const place = await seedConnection(database.db)
  const now = new Date(Date.UTC(2026, 4, 4, hour))
  const deps = {
    db: database.db,
    clock: { now: () => now },
    recordSpoken: async () => {},
    http: createHttpClient({ allowAddress: () => true }),
    push: pushSender(Buffer.alloc(32, 7), 'mailto:kith@example.org'),
  }
  const origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  await subscribe(
    deps,
    { workspace: place.workspace, user: place.user, role: 'owner' },
    {
      endpoint: `${origin}/send/one`,
      publicKey: browser.getPublicKey().toString('base64url'),
      auth: auth.toString('base64url'),
      timezone: 'UTC',
    },
  )
  let key = 0
  const said = (text: string, more: { kind?: 'direct' | 'room'; history?: boolean } = {}) =>
    commitEvents(deps, place, [
      {
        kind: 'message',
        key: `k${key++}`,
        otherKeys: [],
        conversation: { id: 'ana@example.org', kind: more.kind ?? 'direct' },
        from: { id: 'ana@example.org', name: 'Ana' },
        own: false,
        text,
        sentAt: new Date(now.getTime() + key),
        history: more.history ?? false,
      },
    ])
  const conversation = async (): Promise<ConversationId> =>
    inWorkspace(database.db, place.workspace, async tx => {
      const { rows } = await sql<{ id: ConversationId }>`select conversation_id as id from conversations
        where workspace_id = ${place.workspace}`.execute(tx)
      if (!rows[0]) throw new Error('the conversation is there')
      return rows[0].id
    })
  const [task] = pushTasks(deps)
  const run = async () =>
    task?.run({ workspace: place.workspace, conversation: await conversation() }, new AbortController().signal)
  const change = (set: string) =>
    inWorkspace(database.db, place.workspace, tx =>
      sql`${sql.raw(`update conversations set ${set}`)} where workspace_id = ${place.workspace}`.execute(tx),
    )
  const waiting = () =>
    inWorkspace(database.db, place.workspace, async tx => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs
        where key like 'conversations.push:%' and key like ${`%${await conversation()}`}`.execute(tx)
      return rows[0]?.n
    })
  return { place, deps, said, run, change, conversation, waiting, origin }
}

const claims = z.object({ aud: z.string(), exp: z.number(), sub: z.string() })

test('a browser that is not open is told once who wrote and what, sealed for it alone and signed by this Kith', async () => {
  const { said, run, conversation, deps, origin } = await start()
  await said('Hello, are you there?')
  await said('I have a question')
  await run()
  const id = await conversation()
  expect(told.map(each => each.news)).toEqual([
    { kind: 'show', tag: id, title: 'Ana', body: 'I have a question', to: `/inbox/${id}` },
  ])
  const { authorization = '', topic, ttl } = told[0]?.headers ?? {}
  expect({ topic, ttl }).toEqual({ topic: id.replaceAll('-', ''), ttl: '14400' })
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  expect(key).toBe(deps.push.publicKey)
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const [head, body, mark = ''] = token.split('.')
  const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const }
  expect(verify('sha256', Buffer.from(`${head}.${body}`), signer, Buffer.from(mark, 'base64url'))).toBe(true)
  expect(claims.parse(JSON.parse(Buffer.from(body ?? '', 'base64url').toString())).aud).toBe(origin)
})

test('what was read elsewhere is taken away there, and what was read in time is never shown', async () => {
  const { said, run, change, conversation } = await start()
  await said('Hello')
  await run()
  await change('unread_count = 0')
  await run()
  await run()
  expect(told.map(each => each.news)).toEqual([
    expect.objectContaining({ kind: 'show' }),
    { kind: 'close', tag: await conversation() },
  ])
})

test('nothing in quiet hours, nothing of what a colleague has, and of a room only what speaks of us', async () => {
  const night = await start(22)
  await night.said('Still awake?')
  await night.run()
  const given = await start()
  await given.said('Hello')
  await given.change(`assignee_id = '00000000-0000-7000-8000-000000000000'`)
  await given.run()
  const room = await start()
  await room.said('Nice weather', { kind: 'room' })
  await room.run()
  expect(told).toEqual([])
  await room.said('Mara, what do you think?', { kind: 'room' })
  await room.run()
  expect(told).toHaveLength(1)
})

test('history wakes nobody, and a browser that has gone is forgotten', async () => {
  const { said, run, waiting } = await start()
  await said('From last week', { history: true })
  expect(await waiting()).toBe(0)
  await said('Now')
  await said('And now')
  expect(await waiting()).toBe(1)
  status = 410
  await run()
  await run()
  expect(told).toHaveLength(1)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SendOutcome, SendRequest, Session } from '#connectors/contract.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { type Connection, findConnection } from '../store/connections.ts'
import { upsertConversations } from '../store/conversations.ts'
import { insertMessages } from '../store/messages.ts'
import { deleteQueued, insertOutbox } from '../store/outbox.ts'
import { drainOutbox, recoverOutbox } from './outbox.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** The network's side: answers each send as the test says, and remembers what arrived. */
function network(answer: (request: SendRequest, nth: number) => SendOutcome | Promise<SendOutcome>) {
  const arrived: string[] = []
  const session: Session = {
    run: async () => {},
    async send(request) {
      const outcome = await answer(request, arrived.length)
      if (outcome.kind === 'accepted') arrived.push(request.text)
      return outcome
    },
    bucket: to => to.id,
    capabilities: () => {
      throw new Error('not asked here')
    },
    async [Symbol.asyncDispose]() {},
  }
  return { session, arrived }
}

const accepted = (request: SendRequest): SendOutcome => ({
  kind: 'accepted',
  key: `net-${request.txn}`,
  at: new Date(),
})

type Text = { to: string; text: string; afterMs?: number }

async function start(texts: readonly Text[], known: readonly string[] = []) {
  const place = await seedConnection(database.db)
  for (const key of known) await seedPerson(database.db, place.workspace, { tool: 'xmpp', key, name: key })
  let now = new Date('2026-05-04T09:00:00Z')
  const deps = { db: database.db, clock: { now: () => now }, recordSpoken: async () => {} }
  const connection = await inWorkspace(database.db, place.workspace, async tx => {
    const found = await findConnection(tx, place.workspace, place.connection)
    if (!found) throw new Error('the connection is there')
    for (const { to, text, afterMs = 0 } of texts) {
      const wanted = { id: newId<'Conversation'>(), remoteId: to, kind: 'direct' as const, title: null }
      const conversation = (await upsertConversations(tx, place.workspace, found, [wanted], now)).get(to)
      if (!conversation) throw new Error('an upsert gives its row')
      const id = newId<'Message'>()
      const row = {
        person: conversation.person,
        user: place.user,
        kind: 'text' as const,
        own: true,
        senderId: null,
        senderName: null,
      }
      const rest = { text, sentAt: now, history: false, replyTo: null, detail: {}, delivery: 'queued' as const }
      await insertMessages(
        tx,
        place.workspace,
        place.connection,
        [{ id, conversation: conversation.id, ...row, ...rest }],
        now,
      )
      await insertOutbox(
        tx,
        place.workspace,
        {
          message: id,
          connection: place.connection,
          conversation: conversation.id,
          action: 'message',
          payload: { to: { id: to, kind: 'direct' }, text },
          bucket: to,
        },
        new Date(now.getTime() + afterMs),
      )
    }
    return found
  })
  const states = () =>
    inWorkspace(database.db, place.workspace, async tx => {
      const { rows } = await sql<{ id: MessageId; text: string; delivery: string; why: string | null }>`
        select message_id as id, text, delivery, delivery_text as why from messages where workspace_id = ${place.workspace} order by message_id`.execute(
        tx,
      )
      return rows
    })
  return {
    place,
    deps,
    connection,
    states,
    later: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

type Scene = { deps: Parameters<typeof drainOutbox>[0]; connection: Connection }

const drain = (scene: Scene, session: Session, lane: { pipelined?: boolean; idempotent?: boolean } = {}) =>
  drainOutbox(scene.deps, scene.connection, session, new AbortController().signal, lane)

const change = (query: ReturnType<typeof sql>) => acrossWorkspaces(database.db, tx => query.execute(tx))

test('messages to one person leave in the order they were written', async () => {
  const scene = await start(['one', 'two', 'three', 'four'].map(text => ({ to: 'ana@example.org', text })))
  const { session, arrived } = network(async request => {
    await new Promise(resolve => setTimeout(resolve, request.text === 'one' ? 30 : 1))
    return accepted(request)
  })
  await drain(scene, session)
  expect(arrived).toEqual(['one', 'two', 'three', 'four'])
  expect((await scene.states()).map(row => row.delivery)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
})

test('when the network asks for a pause the whole bucket waits, in order, and others go on', async () => {
  const scene = await start([
    { to: 'ana@example.org', text: 'one' },
    { to: 'ana@example.org', text: 'two' },
    { to: 'tom@example.org', text: 'for Tom' },
  ])
  let paused = false
  const { session, arrived } = network(request => {
    if (request.text !== 'one' || paused) return accepted(request)
    paused = true
    return { kind: 'later', retryAfterMs: 6_000, code: 'flood', text: 'Slow down for 6 s.' }
  })
  const nextAt = await drain(scene, session)
  expect(arrived).toEqual(['for Tom'])
  expect(nextAt).toEqual(new Date('2026-05-04T09:00:06Z'))
  scene.later(6_000)
  await drain(scene, session)
  expect(arrived).toEqual(['for Tom', 'one', 'two'])
})

test('what may have arrived is not sent again by itself', async () => {
  const scene = await start([{ to: 'ana@example.org', text: 'once' }])
  let tries = 0
  const { session } = network(() => {
    tries += 1
    return { kind: 'unknown', why: 'the line broke' }
  })
  await drain(scene, session)
  await drain(scene, session)
  expect(tries).toBe(1)
  expect(await scene.states()).toMatchObject([{ delivery: 'unknown', why: 'the line broke' }])
})

test('what may have arrived is asked for again where the network takes the same message only once', async () => {
  const scene = await start([
    { to: 'ana@example.org', text: 'once' },
    { to: 'ana@example.org', text: 'then' },
  ])
  const tries: string[] = []
  const { session, arrived } = network(request => {
    tries.push(`${request.text} ${request.txn}`)
    return tries.length === 1 ? { kind: 'unknown', why: 'the line broke' } : accepted(request)
  })
  await drain(scene, session, { idempotent: true })
  expect(arrived).toEqual([])
  expect(await scene.states()).toMatchObject([{ delivery: 'later', why: 'the line broke' }, { delivery: 'queued' }])
  scene.later(6_000)
  await drain(scene, session, { idempotent: true })
  expect(arrived).toEqual(['once', 'then'])
  expect(tries[1]).toBe(tries[0])
})

test('a refusal is told in the network’s words and does not hold back the next', async () => {
  const scene = await start([
    { to: 'ana@example.org', text: 'one' },
    { to: 'ana@example.org', text: 'two' },
  ])
  const { session, arrived } = network(request =>
    request.text === 'one' ? { kind: 'refused', code: 'blocked', text: 'Ana takes no messages.' } : accepted(request),
  )
  await drain(scene, session)
  expect(arrived).toEqual(['two'])
  expect(await scene.states()).toMatchObject([
    { delivery: 'refused', why: 'Ana takes no messages.' },
    { delivery: 'accepted' },
  ])
})

test('after a crash in the middle of a send the message is unknown, or sent again where the network knows its id', async () => {
  for (const idempotent of [false, true]) {
    const scene = await start([{ to: 'ana@example.org', text: 'once' }])
    // What a killed process leaves behind: the row is marked, no answer was written.
    await acrossWorkspaces(database.db, tx =>
      sql`update outbox set state = 'sending' where connection_id = ${scene.connection.id}`.execute(tx),
    )
    await recoverOutbox(scene.deps, scene.connection, idempotent)
    const { session, arrived } = network(accepted)
    await drain(scene, session)
    expect(arrived).toEqual(idempotent ? ['once'] : [])
    expect(await scene.states()).toMatchObject([{ delivery: idempotent ? 'accepted' : 'unknown' }])
  }
})

test('where the network keeps the order many are on their way at once, begun in the order they were written', async () => {
  const texts = Array.from({ length: 600 }, (_, n) => ({ to: `person${n % 3}@example.org`, text: `${n}` }))
  const scene = await start(texts)
  let underWay = 0
  let most = 0
  const begun: string[] = []
  const { session } = network(async request => {
    begun.push(request.text)
    most = Math.max(most, ++underWay)
    await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
    underWay -= 1
    return accepted(request)
  })
  await drain(scene, session, { pipelined: true })
  expect(begun).toEqual(texts.map(({ text }) => text))
  expect(most).toBeGreaterThan(50)
  expect(new Set((await scene.states()).map(row => row.delivery))).toEqual(new Set(['accepted']))
})

test('somebody whose network is slow keeps nobody else waiting', async () => {
  const scene = await start([
    { to: 'slow@example.org', text: 'one' },
    { to: 'ana@example.org', text: 'two' },
    { to: 'ana@example.org', text: 'three' },
  ])
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const { session, arrived } = network(async request => {
    if (request.text === 'one') await held
    if (request.text === 'three') release()
    return accepted(request)
  })
  await drain(scene, session)
  expect(arrived).toEqual(['two', 'three', 'one'])
})

test('a message timed for tomorrow holds back nothing; one that can still be taken back does', async () => {
  const scene = await start([
    { to: 'ana@example.org', text: 'tomorrow', afterMs: 86_400_000 },
    { to: 'ana@example.org', text: 'in five seconds', afterMs: 5_000 },
    { to: 'ana@example.org', text: 'at once' },
  ])
  const { session, arrived } = network(accepted)
  expect(await drain(scene, session)).toEqual(new Date('2026-05-04T09:00:05Z'))
  expect(arrived).toEqual([])
  scene.later(5_000)
  expect(await drain(scene, session)).toEqual(new Date('2026-05-05T09:00:00Z'))
  expect(arrived).toEqual(['in five seconds', 'at once'])
})

test('whoever asked to be left alone after Send gets nothing, and the message says so', async () => {
  const scene = await start(
    [
      { to: 'ana@example.org', text: 'for Ana' },
      { to: 'tom@example.org', text: 'for Tom' },
    ],
    ['ana@example.org', 'tom@example.org'],
  )
  await change(
    sql`update people set do_not_contact_at = now() where workspace_id = ${scene.place.workspace} and display_name = 'ana@example.org'`,
  )
  const { session, arrived } = network(accepted)
  await drain(scene, session)
  expect(arrived).toEqual(['for Tom'])
  expect(await scene.states()).toMatchObject([
    { delivery: 'refused', why: 'They asked to be left alone before this was sent.' },
    { delivery: 'accepted' },
  ])
})

test('a message that is being taken back at that moment is not sent', async () => {
  const scene = await start([{ to: 'ana@example.org', text: 'not meant to go' }])
  const [message] = await scene.states()
  const { session, arrived } = network(accepted)
  let draining: Promise<unknown> | undefined
  await inWorkspace(database.db, scene.place.workspace, async tx => {
    if (!message || !(await deleteQueued(tx, scene.place.workspace, message.id))) throw new Error('it waits')
    draining = drain(scene, session)
    await new Promise(resolve => setTimeout(resolve, 200))
  })
  await draining
  expect(arrived).toEqual([])
})

test('a node whose connection went to another sends nothing more', async () => {
  const scene = await start([{ to: 'ana@example.org', text: 'one' }])
  await change(
    sql`update connections set lease_holder = ${newId()} where workspace_id = ${scene.place.workspace} and connection_id = ${scene.connection.id}`,
  )
  const { session, arrived } = network(accepted)
  await drain(scene, session)
  expect(arrived).toEqual([])
})

test('when the database fails while an answer is written it is written later, and a claim nobody heard of is taken up', async () => {
  const scene = await start(
    [
      { to: 'ana@example.org', text: 'one' },
      { to: 'tom@example.org', text: 'claimed, but the commit was not heard of' },
    ],
    ['ana@example.org'],
  )
  await change(
    sql`update outbox set state = 'sending' where workspace_id = ${scene.place.workspace} and bucket = 'tom@example.org'`,
  )
  let failures = 1
  const deps = {
    ...scene.deps,
    recordSpoken: async () => {
      if (failures-- > 0) throw new Error('the connection to the database broke')
    },
  }
  const { session, arrived } = network(accepted)
  await drain({ ...scene, deps }, session)
  expect(arrived).toEqual(['one', 'claimed, but the commit was not heard of'])
  expect((await scene.states()).map(row => row.delivery)).toEqual(['accepted', 'accepted'])
})

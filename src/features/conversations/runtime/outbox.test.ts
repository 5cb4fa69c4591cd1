import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SendOutcome, SendRequest, Session } from '#connectors/contract.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { type Connection, findConnection } from '../store/connections.ts'
import { upsertConversations } from '../store/conversations.ts'
import { insertMessages } from '../store/messages.ts'
import { insertOutbox } from '../store/outbox.ts'
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

async function start(texts: readonly { to: string; text: string }[]) {
  const place = await seedConnection(database.db)
  let now = new Date('2026-05-04T09:00:00Z')
  const deps = { db: database.db, clock: { now: () => now }, recordSpoken: async () => {} }
  const connection = await inWorkspace(database.db, place.workspace, async tx => {
    const found = await findConnection(tx, place.workspace, place.connection)
    if (!found) throw new Error('the connection is there')
    for (const { to, text } of texts) {
      const wanted = { id: newId<'Conversation'>(), remoteId: to, kind: 'direct' as const, title: null }
      const conversation = (await upsertConversations(tx, place.workspace, found, [wanted], now)).get(to)
      if (!conversation) throw new Error('an upsert gives its row')
      const id = newId<'Message'>()
      const row = { person: null, user: place.user, kind: 'text' as const, own: true, senderId: null, senderName: null }
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
        now,
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
    deps,
    connection,
    states,
    later: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

const drain = (scene: { deps: Parameters<typeof drainOutbox>[0]; connection: Connection }, session: Session) =>
  drainOutbox(scene.deps, scene.connection, session, new AbortController().signal)

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

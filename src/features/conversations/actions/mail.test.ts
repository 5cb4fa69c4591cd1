import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent } from '#connectors/contract.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { readContext } from './assess.ts'
import { commitEvents } from './commit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const at = (second: number) => new Date(Date.UTC(2026, 4, 4, 9, 0, second))
const conversation = { id: 'ana@example.org', kind: 'direct' } as const

function mail(key: string, more: Partial<Extract<NetworkEvent, { kind: 'message' }>> = {}): NetworkEvent {
  return {
    kind: 'message',
    key,
    otherKeys: [],
    conversation,
    from: { id: 'ana@example.org', name: 'Ana' },
    own: false,
    text: key,
    sentAt: at(1),
    history: false,
    ...more,
  }
}

async function start() {
  const place = await seedConnection(database.db)
  const deps = { db: database.db, clock: systemClock, recordSpoken: async () => undefined }
  const commit = (...events: readonly NetworkEvent[]) => commitEvents(deps, place, events)
  const look = () =>
    inWorkspace(database.db, place.workspace, async tx => {
      const { rows } = await sql<{ unread: number; lastOwn: boolean | null }>`
        select unread_count as unread, last_own as "lastOwn" from conversations where workspace_id = ${place.workspace}`.execute(
        tx,
      )
      const { rows: lines } = await sql<{ text: string; delivery: string; why: string | null }>`
        select text, delivery, delivery_text as why from messages where workspace_id = ${place.workspace}
        order by sent_at, message_id`.execute(tx)
      return { ...rows[0], lines }
    })
  return { commit, look }
}

test('an absence notice is shown, and it is still their turn', async () => {
  const { commit, look } = await start()
  await commit(mail('ours', { own: true, from: { id: 'me@example.test' } }))
  await commit(mail('I am away', { automatic: 'reply', sentAt: at(2) }))
  expect(await look()).toMatchObject({ unread: 0, lastOwn: true, lines: [{ text: 'ours' }, { text: 'I am away' }] })
  await commit(mail('Hello', { sentAt: at(3) }))
  expect(await look()).toMatchObject({ unread: 1, lastOwn: false })
})

test('a mail that came back is refused with the reason, and its copy in Sent does not make it arrive', async () => {
  const { commit, look } = await start()
  const ours = mail('mid:1@example.test', { own: true, from: { id: 'me@example.test' } })
  await commit(ours)
  await commit({
    kind: 'failed',
    key: 'failed:1',
    target: 'mid:1@example.test',
    code: '5.1.1',
    text: 'No such address.',
    at: at(5),
  })
  await commit(ours)
  expect((await look()).lines).toMatchObject([{ delivery: 'refused', why: 'No such address.' }])
})

test('a mail that was delivered stays delivered, whatever another server says later', async () => {
  const { commit, look } = await start()
  await commit(mail('mid:2@example.test', { own: true, from: { id: 'me@example.test' } }))
  await commit({ kind: 'receipt', key: 'r', target: 'mid:2@example.test', conversation, state: 'delivered', at: at(4) })
  await commit({ kind: 'failed', key: 'f', target: 'mid:2@example.test', code: '5.0.0', text: 'No.', at: at(5) })
  expect((await look()).lines).toMatchObject([{ delivery: 'delivered' }])
})

test('a first mail to an address from a GitHub profile is judged as outreach on GitHub', async () => {
  const place = await seedConnection(database.db, 'email')
  const { db } = database
  const person = await seedPerson(db, place.workspace, { tool: 'github', key: 'ana', name: 'Ana' })
  const id = newId<'Conversation'>()
  await inWorkspace(db, place.workspace, async tx => {
    await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, profile_id, source, created_at)
      select workspace_id, person_id, 'email', 'ana@example.org', 'Ana@Example.org', profile_id, 'profile', now() from profiles
      where workspace_id = ${place.workspace} and person_id = ${person}`.execute(tx)
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, person_id, created_at)
      values (${place.workspace}, ${id}, ${place.connection}, 'email', 'direct', 'ana@example.org', ${person}, now())`.execute(
      tx,
    )
  })
  const caller = { workspace: place.workspace, user: place.user, role: 'owner' } as const
  expect(await readContext({ db, clock: systemClock }, caller, id)).toMatchObject({ tool: 'email', via: 'github' })
})

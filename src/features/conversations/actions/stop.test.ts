import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent } from '#connectors/contract.ts'
import { systemClock } from '#kernel/clock.ts'
import { type ConnectionId, type ConversationId, type MessageId, newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findUnwanted } from '../store/outbox.ts'
import { commitEvents } from './commit.ts'
import { saveSecrets } from './connect.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const ana = '+4915112345678'
const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 9, minute))

test('STOP holds back what waits for that number on every connection of ours, until START', async () => {
  const place = await seedConnection(database.db, 'sms')
  const second = newId<'Connection'>()
  const deps = { db: database.db, clock: systemClock, recordSpoken: async () => {} }
  const { workspace, user } = place
  await inWorkspace(database.db, workspace, tx =>
    sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${workspace}, ${second}, ${user}, 'sms', 'Second number', now(), now())`.execute(tx),
  )
  const said = (connection: ConnectionId, key: string, more: readonly NetworkEvent[] = []) =>
    commitEvents(deps, { workspace, connection }, [
      {
        kind: 'message',
        key,
        otherKeys: [],
        conversation: { id: ana, kind: 'direct' },
        from: { id: ana },
        own: false,
        text: 'Hi',
        sentAt: at(0),
        history: false,
      },
      ...more,
    ])
  await said(place.connection, 'a')
  await said(second, 'b')
  const there = await inWorkspace(database.db, workspace, async tx => {
    const { rows } = await sql<{ id: ConversationId }>`select conversation_id as id from conversations
      where workspace_id = ${workspace} and connection_id = ${second}`.execute(tx)
    return rows.map(({ id }) => id)
  })
  const unwanted = () =>
    inWorkspace(database.db, workspace, async tx => [...(await findUnwanted(tx, workspace, there))])
  const word = (state: 'stopped' | 'resumed', minute: number): NetworkEvent => ({
    kind: 'contact',
    key: `${state} ${minute}`,
    person: { id: ana },
    state,
    at: at(minute),
  })
  expect(await unwanted()).toEqual([])
  await said(place.connection, 'c', [word('stopped', 1)])
  expect(await unwanted()).toEqual(there)
  await said(place.connection, 'd', [word('resumed', 2)])
  expect(await unwanted()).toEqual([])
  // A delivery that comes again is no new word.
  await said(place.connection, 'c', [word('stopped', 1)])
  expect(await unwanted()).toEqual([])
})

test('read up to an instant: what was sent until then is read, later texts are not', async () => {
  const { workspace, connection } = await seedConnection(database.db, 'messenger')
  const deps = { db: database.db, clock: systemClock, recordSpoken: async () => {} }
  const own = (key: string, minute: number): NetworkEvent => ({
    kind: 'message',
    key,
    otherKeys: [],
    conversation: { id: 'ana', kind: 'direct' },
    from: { id: 'us' },
    own: true,
    text: key,
    sentAt: at(minute),
    history: false,
  })
  await commitEvents(deps, { workspace, connection }, [own('first', 1), own('second', 5)])
  const conversation = { id: 'ana', kind: 'direct' as const }
  const read: NetworkEvent = { kind: 'read-up-to', key: 'r', conversation, upTo: at(3), at: at(6) }
  await commitEvents(deps, { workspace, connection }, [read])
  const { rows } = await inWorkspace(database.db, workspace, tx =>
    sql<{
      text: string
      delivery: string
    }>`select text, delivery from messages where workspace_id = ${workspace} order by sent_at`.execute(tx),
  )
  expect(rows).toEqual([
    { text: 'first', delivery: 'read' },
    { text: 'second', delivery: 'accepted' },
  ])
})

test('a secret that the network replaces is kept beside the others, by the node that runs the session only', async () => {
  const { workspace, connection } = await seedConnection(database.db, 'twitter')
  const vault = {
    seal: (text: string, context: string) => `${context}|${text}`,
    unseal: (text: string) => text.split('|')[1] ?? '',
  }
  const holder = newId<'Node'>()
  await inWorkspace(database.db, workspace, tx =>
    sql`update connections set lease_holder = ${holder}, secrets_sealed = ${vault.seal('{"accessToken":"a1","refreshToken":"r1"}', `connection:${connection}`)}
      where connection_id = ${connection}`.execute(tx),
  )
  const seen: (string | null)[] = []
  const deps = { db: database.db, vault }
  const save = (by: MessageId | string) =>
    saveSecrets(deps, { workspace, connection, holder: by }, { refreshToken: 'r2' }, row =>
      seen.push(row.secretsSealed),
    )
  await save(holder)
  const sealed = async () =>
    (
      await inWorkspace(database.db, workspace, tx =>
        sql<{
          sealed: string
        }>`select secrets_sealed as sealed from connections where connection_id = ${connection}`.execute(tx),
      )
    ).rows[0]?.sealed
  expect(await sealed()).toBe(`connection:${connection}|{"accessToken":"a1","refreshToken":"r2"}`)
  expect(seen).toEqual([await sealed()])
  await expect(save(newId())).rejects.toThrow('lease lost')
})

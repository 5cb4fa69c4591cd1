import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent } from '#connectors/contract.ts'
import { findConnector } from '#connectors/registry.ts'
import { systemClock } from '#kernel/clock.ts'
import { type ConnectionId, type ConversationId, newId, type PersonId, type WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createHttpClient } from '#platform/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { commitEvents } from './commit.ts'
import { markRead, readConversation, readInbox, readMessages } from './manage.ts'
import { sendMessage } from './send.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const said = (from: string, key: string, text: string, second: number): Extract<NetworkEvent, { kind: 'message' }> => ({
  kind: 'message',
  key,
  otherKeys: [],
  conversation: { id: from, kind: 'direct' },
  from: { id: from },
  own: false,
  text,
  sentAt: new Date(Date.UTC(2026, 4, 4, 9, 0, second)),
  history: false,
})

/** Ana on XMPP and IRC, with a mail address; all three tools are connected. */
async function start() {
  const place = await seedConnection(database.db, 'xmpp')
  const { workspace, user } = place
  const person = await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana' })
  const irc = await connect(workspace, user, 'irc')
  await connect(workspace, user, 'email')
  await inWorkspace(database.db, workspace, async tx => {
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, source, collected_at, updated_at)
      values (${workspace}, ${newId()}, ${person}, 'irc', 'ana', 'test', now(), now())`.execute(tx)
    await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, source, created_at)
      values (${workspace}, ${person}, 'email', 'ana@mail.example', 'Ana@Mail.example', 'test', now())`.execute(tx)
  })
  const outside = { http: createHttpClient(), allowAddress: () => false }
  const deps = {
    db: database.db,
    clock: systemClock,
    recordSpoken: async () => {},
    connectorOf: (tool: ToolId) => findConnector(tool, outside),
    session: () => undefined,
    peopleInPool: () => sql`select null::uuid`,
  }
  const caller = { workspace, user, role: 'owner' as const }
  const over = (connection: ConnectionId, events: readonly NetworkEvent[]) =>
    commitEvents(deps, { workspace, connection }, events)
  return { place, person, irc, deps, caller, over, ids: () => conversationsOf(workspace, person) }
}

async function connect(workspace: WorkspaceId, user: string, tool: ToolId): Promise<ConnectionId> {
  const connection = newId<'Connection'>()
  await inWorkspace(database.db, workspace, tx =>
    sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${workspace}, ${connection}, ${user}, ${tool}, 'Mine', now(), now())`.execute(tx),
  )
  return connection
}

const conversationsOf = (workspace: WorkspaceId, person: PersonId) =>
  inWorkspace(database.db, workspace, async tx => {
    const { rows } = await sql<{ id: ConversationId; tool: string; unread: number }>`
      select conversation_id as id, tool, unread_count as unread from conversations
      where workspace_id = ${workspace} and person_id = ${person} order by tool desc`.execute(tx)
    return rows
  })

function idOf(row: { id: ConversationId } | undefined): ConversationId {
  if (!row) throw new Error('the conversation is there')
  return row.id
}

test('one thread holds what was said over all tools of a person, each message with its tool', async () => {
  const { place, person, irc, deps, caller, over } = await start()
  await over(place.connection, [said('ana@example.org', 'k1', 'Over here', 1)])
  await over(irc, [said('ana', 'k2', 'And there', 2)])
  const { messages, tools } = await readMessages(deps, caller, { person }, undefined, 10)
  expect(messages.map(row => [tools.get(row.conversation), row.text])).toEqual([
    ['irc', 'And there'],
    ['xmpp', 'Over here'],
  ])
})

test('the way to answer is where they spoke last; a tool that is connected and was not used yet can be chosen', async () => {
  const { place, irc, deps, caller, over, ids } = await start()
  await over(irc, [said('ana', 'k1', 'Hello', 1)])
  await over(place.connection, [said('ana@example.org', 'k2', 'Better here', 2)])
  const [first] = await ids()
  const detail = await readConversation(deps, caller, idOf(first))
  if (!detail.ok) throw new Error(detail.refusal.code)
  const ways = detail.value.ways.map(({ tool, address, best, conversation }) => [
    tool,
    address,
    best,
    conversation !== null,
  ])
  expect(ways).toEqual([
    ['xmpp', 'ana@example.org', true, true],
    ['irc', 'ana', false, true],
    ['email', 'ana@mail.example', false, false],
  ])
})

test('a way whose connection needs its owner is last and says why', async () => {
  const { place, irc, deps, caller, over, ids } = await start()
  await over(irc, [said('ana', 'k1', 'Hello', 1)])
  await over(place.connection, [said('ana@example.org', 'k2', 'Better here', 2)])
  await inWorkspace(database.db, place.workspace, tx =>
    sql`update connections set state = 'needs-you' where workspace_id = ${place.workspace} and connection_id = ${place.connection}`.execute(
      tx,
    ),
  )
  const [first] = await ids()
  const detail = await readConversation(deps, caller, idOf(first))
  if (!detail.ok) throw new Error(detail.refusal.code)
  const { ways } = detail.value
  expect(ways.map(way => [way.tool, way.unable])).toEqual([
    ['irc', null],
    ['email', null],
    ['xmpp', 'needs-you'],
  ])
})

test('reading the thread reads what came over every tool', async () => {
  const { place, irc, deps, caller, over, ids } = await start()
  await over(irc, [said('ana', 'k1', 'Hello', 1)])
  await over(place.connection, [said('ana@example.org', 'k2', 'Better here', 2)])
  const [first] = await ids()
  expect((await markRead(deps, caller, idOf(first))).ok).toBe(true)
  expect((await ids()).map(row => row.unread)).toEqual([0, 0])
})

test('a send is refused when the person wrote over another tool, or a colleague did, since it was seen', async () => {
  const { person, place, irc, deps, caller, over, ids } = await start()
  const { workspace, connection } = place
  await over(connection, [said('ana@example.org', 'x1', 'Is it only nights?', 1)])
  await over(irc, [said('ana', 'i1', 'or days, too?', 5)])
  const here = idOf((await ids()).find(row => row.tool === 'xmpp'))
  const there = idOf((await ids()).find(row => row.tool === 'irc'))
  const send = (id: ConversationId, seen: number, who = caller) =>
    sendMessage(deps, who, id, {
      id: newId(),
      text: 'Hi Ana, I am Mara, I recruit for the harbour. Days, too.',
      action: 'message',
      seenAt: new Date(Date.UTC(2026, 4, 4, 9, 0, seen)).toISOString(),
      overrideReason: 'a test of who saw what',
    })
  expect(await send(here, 1)).toMatchObject({ ok: false, refusal: { code: 'thread-moved' } })
  expect(await send(here, 5)).toMatchObject({ ok: true })
  // What we wrote ourselves over another tool is no news to us; to a colleague it is.
  expect(await send(there, 5)).toMatchObject({ ok: true })
  const ben = newId<'User'>()
  await inWorkspace(database.db, workspace, tx =>
    sql`insert into users (workspace_id, user_id, email, name, role, created_at)
      values (${workspace}, ${ben}, ${`${ben}@kith.example`}, 'Ben', 'owner', now())`.execute(tx),
  )
  const colleague = { workspace, user: ben, role: 'owner' as const }
  expect(await send(here, 5, colleague)).toMatchObject({ ok: false, refusal: { code: 'thread-moved' } })
  expect(person).toBeTruthy()
})

test('a room that speaks of us says so in the list until it is read', async () => {
  const { place, deps, caller, over } = await start()
  const inRoom = (key: string, text: string): NetworkEvent => ({
    ...said('room@rooms.example.org/Tomas', key, text, Number(key.slice(1))),
    conversation: { id: 'room@rooms.example.org', kind: 'room' },
  })
  const [user] = await inWorkspace(database.db, place.workspace, async tx => {
    const { rows } = await sql<{ name: string }>`select name from users
      where workspace_id = ${place.workspace} and user_id = ${place.user}`.execute(tx)
    return rows
  })
  const name = user?.name ?? ''
  await over(place.connection, [inRoom('r1', 'Anybody got frost last night?'), inRoom('r2', `${name}: did you?`)])
  const read = async () => {
    const { rows, counts } = await readInbox(deps, caller, { view: 'all', limit: 10 })
    return { rows: rows.map(row => [row.unread, row.mentions]), mentions: counts.mentions }
  }
  expect(await read()).toEqual({ rows: [[2, 1]], mentions: 1 })
  const [row] = (await readInbox(deps, caller, { view: 'all', limit: 10 })).rows
  await markRead(deps, caller, idOf(row))
  expect(await read()).toEqual({ rows: [[0, 0]], mentions: 0 })
})

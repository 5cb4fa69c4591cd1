import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { websiteChat } from '#connectors/website-chat/connector.ts'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { hearForRelationships, recordSpoken } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { type ConversationId, newId, type PersonId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { insertMessages } from '../store/messages.ts'
import { hearForConversations } from '../subscriptions.ts'
import { attachPerson, openConversation } from './begin.ts'
import type { Chat } from './chat.ts'
import { beginVisit, findVisitor, sayAsVisitor } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** One visitor of a chat, and relationships that hear what is said. */
async function start() {
  const place = await seedConnection(database.db, 'website-chat')
  const { workspace, user } = place
  const clock = createTestClock('2026-11-23T10:00:00Z')
  const events = createEvents()
  const touches = {
    events,
    suppressionKey: new Uint8Array(32),
    readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
  }
  hearForRelationships(touches)
  hearForConversations(events)
  const deps = {
    db: database.db,
    clock,
    events,
    suppressionKey: touches.suppressionKey,
    recordSpoken: (tx: Parameters<typeof recordSpoken>[0], spoken: Parameters<typeof recordSpoken>[2]) =>
      recordSpoken(tx, touches, spoken, clock.now()),
    hashToken,
    newToken,
    vault: { seal: (text: string) => text, unseal: (text: string) => text },
    connectorOf: async () => websiteChat({ clock, tell: async () => undefined }),
    session: () => undefined,
  }
  const chat: Chat = { ...place, origins: [] }
  const begun = await beginVisit(deps, chat, { consentWording: 'Yes' })
  if (!begun.ok) throw new Error(begun.refusal.code)
  const visitor = async () => {
    const found = await findVisitor(deps, chat, begun.value.token)
    if (!found) throw new Error('no visitor')
    return found
  }
  const one = <Row>(query: ReturnType<typeof sql<Row>>) =>
    inWorkspace(database.db, workspace, async tx => (await query.execute(tx)).rows[0])
  return {
    ...place,
    deps,
    caller: { workspace, user, role: 'owner' } as const,
    visitor,
    async say(text: string) {
      clock.pass(5_000)
      const said = await sayAsVisitor(deps, chat, await visitor(), { id: newId<'Message'>(), text })
      if (!said.ok) throw new Error(said.refusal.code)
    },
    async thread() {
      const row = await one(sql<{
        id: ConversationId
        person: PersonId
      }>`select conversation_id as id, person_id as person
        from conversations where workspace_id = ${workspace}`)
      if (!row) throw new Error('no conversation')
      return row
    },
    stage: async (person: PersonId) =>
      (
        await one(sql<{ stage: string }>`select stage from relationships
          where workspace_id = ${workspace} and person_id = ${person} and user_id = ${user}`)
      )?.stage,
  }
}

test('a visitor who turns out to be somebody known brings along what they said: the stage is what the history proves', async () => {
  const { say, deps, caller, thread, stage, workspace } = await start()
  await say('Hello! Are you hiring nurses for the nights?')
  const before = await thread()
  const ana = await seedPerson(database.db, workspace, { tool: 'github', key: 'ana', name: 'Ana Ruiz' })
  expect(await stage(ana)).toBeUndefined()
  expect(await attachPerson(deps, caller, before.id, { person: ana })).toMatchObject({ ok: true, value: ana })
  expect((await thread()).person).toBe(ana)
  expect(await stage(ana)).toBe('interested')
  await say('And in summer?')
  expect((await thread()).person).toBe(ana)
})

test('who is known from other tools too does not become somebody else by one word', async () => {
  const { say, deps, caller, thread, workspace } = await start()
  await say('Hello, are you there?')
  const { id, person } = await thread()
  await inWorkspace(database.db, workspace, tx =>
    sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, source, collected_at, updated_at)
      values (${workspace}, ${newId()}, ${person}, 'github', 'ben', 'test', now(), now())`.execute(tx),
  )
  const ana = await seedPerson(database.db, workspace, { tool: 'linkedin', key: 'ana', name: 'Ana Ruiz' })
  expect(await attachPerson(deps, caller, id, { person: ana })).toMatchObject({
    ok: false,
    refusal: { code: 'somebody-else' },
  })
  expect((await thread()).person).toBe(person)
})

test('a visitor who was greeted before their first word has heard who we are when they answer', async () => {
  const { say, deps, caller, thread, stage, visitor, workspace, connection, user } = await start()
  const opened = await openConversation(deps, caller, { connection, address: (await visitor()).id })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const greeting = {
    id: newId<'Message'>(),
    conversation: opened.value,
    person: null,
    user,
    kind: 'text',
    own: true,
    senderId: null,
    senderName: null,
    text: 'Hi, I am Mara, a recruiter for wards in Bergen. Can I help?',
    sentAt: deps.clock.now(),
    history: false,
    replyTo: null,
    detail: {},
    delivery: 'accepted',
  } as const
  await inWorkspace(database.db, workspace, tx =>
    insertMessages(tx, workspace, connection, [greeting], deps.clock.now()),
  )
  await say('Hi Mara, nice page')
  expect(await stage((await thread()).person)).toBe('introduced')
})

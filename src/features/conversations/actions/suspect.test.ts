import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '#kernel/clock.ts'
import { type ConversationId, newId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { sayingOf, suspicionOf } from '../model/suspicion.ts'
import { attachPerson } from './begin.ts'
import type { Chat } from './chat.ts'
import { beginVisit, findVisitor, readVisit, sayAsVisitor } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function start() {
  const place = await seedConnection(database.db, 'website-chat')
  const clock = createTestClock('2026-11-23T10:00:00Z')
  const deps = {
    db: database.db,
    clock,
    events: createEvents(),
    recordSpoken: async () => undefined,
    hashToken,
    newToken,
    vault: { seal: (text: string) => text, unseal: (text: string) => text },
    connectorOf: async () => undefined,
    session: () => undefined,
  }
  const chat: Chat = { ...place, origins: [] }
  const visitor = async (form: { trap?: string; tookMs?: number } = {}) => {
    const begun = await beginVisit(deps, chat, { consentWording: 'Yes', ...form })
    if (!begun.ok) throw new Error(begun.refusal.code)
    const now = async () => {
      const found = await findVisitor(deps, chat, begun.value.token)
      if (!found) throw new Error('no visitor')
      return found
    }
    return {
      now,
      async say(text: string, id = newId<'Message'>()) {
        clock.pass(5_000)
        const said = await sayAsVisitor(deps, chat, await now(), { id, text })
        if (!said.ok) throw new Error(said.refusal.code)
      },
      async row() {
        const { id } = await now()
        return inWorkspace(database.db, place.workspace, async tx => {
          const { rows } = await sql<{
            id: ConversationId
            requested: boolean
            suspicion: string | null
            person: string | null
          }>`
            select conversation_id as id, requested, suspicion, person_id as person from conversations
            where workspace_id = ${place.workspace} and remote_id = ${id}`.execute(tx)
          return rows[0]
        })
      },
    }
  }
  const caller = { workspace: place.workspace, user: place.user, role: 'owner' } as const
  return { deps, chat, clock, visitor, caller, place }
}

const ordinary = 'Hello, are the night shifts in Bergen only at weekends?'

test('who filled the field that nobody sees is kept among the requests, and becomes no person', async () => {
  const { visitor, deps, chat } = await start()
  const bot = await visitor({ trap: 'https://pills.example' })
  await bot.say(ordinary)
  expect(await bot.row()).toMatchObject({ requested: true, suspicion: 'trap', person: null })
  // Nothing is lost, and the sender is told nothing else than anybody.
  expect((await readVisit(deps, chat, await bot.now(), undefined)).messages).toHaveLength(1)
  const person = await visitor({ trap: '' })
  await person.say(ordinary)
  expect(await person.row()).toMatchObject({ requested: false, suspicion: null })
  expect((await person.row())?.person).not.toBeNull()
})

test('a flood of links is caught also after a harmless first line, one link of a person is not', async () => {
  const { visitor } = await start()
  const one = await visitor({ tookMs: 8_000 })
  await one.say('Is it this advert? https://jobs.example.org/nights')
  expect(await one.row()).toMatchObject({ requested: false, suspicion: null })
  await one.say('https://a.example https://b.example https://c.example')
  expect(await one.row()).toMatchObject({ requested: true, suspicion: 'links' })
})

test('one text in many chats is caught, and what many people say in a word or two is not', async () => {
  const { visitor, clock } = await start()
  const pitch = (n: number) => `Dear sir, we offer ${n} first-class leads for your business today`
  const rows = []
  for (let n = 0; n < 4; n += 1) {
    const each = await visitor()
    await each.say(pitch(n))
    rows.push((await each.row())?.suspicion)
  }
  expect(rows).toEqual([null, null, 'repeated', 'repeated'])
  for (let n = 0; n < 4; n += 1) {
    const each = await visitor()
    await each.say('Hi there')
    expect((await each.row())?.suspicion).toBeNull()
  }
  clock.pass(2 * dayMs)
  const later = await visitor()
  await later.say(pitch(9))
  expect((await later.row())?.suspicion).toBeNull()
})

test('a message that is sent again after a lost answer is not a repetition', async () => {
  const { visitor } = await start()
  const ana = await visitor()
  const id = newId<'Message'>()
  for (let n = 0; n < 6; n += 1) await ana.say(ordinary, id)
  expect((await ana.row())?.suspicion).toBeNull()
  for (let n = 0; n < 4; n += 1) await ana.say(ordinary)
  expect((await ana.row())?.suspicion).toBe('repeated')
})

test('who is no spam for the recruiter, or was answered, is not judged again', async () => {
  const { visitor, deps, caller, place } = await start()
  const links = 'https://a.example https://b.example https://c.example'
  const trusted = await visitor()
  await trusted.say(links)
  const row = await trusted.row()
  if (!row) throw new Error('no conversation')
  expect((await attachPerson(deps, caller, row.id, { name: 'Ana' })).ok).toBe(true)
  await trusted.say(links)
  expect(await trusted.row()).toMatchObject({ requested: false, suspicion: 'none' })
  const answered = await visitor()
  await answered.say('Hello')
  const there = await answered.row()
  await inWorkspace(database.db, place.workspace, tx =>
    sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, own, text, sent_at, delivery, delivery_at, created_at)
      values (${place.workspace}, ${newId()}, ${there?.id}, ${place.connection}, true, 'Yes?', now(), 'accepted', now(), now())`.execute(
      tx,
    ),
  )
  await answered.say(links)
  expect(await answered.row()).toMatchObject({ requested: false, suspicion: null })
})

test('haste alone is no spam; with a link in the first words it is', () => {
  const signs = { trapped: false, tookMs: 300, text: 'Hi', first: true, others: 0, times: 1 }
  expect(suspicionOf(signs)).toBeUndefined()
  expect(suspicionOf({ ...signs, text: 'see www.pills.example' })).toBe('hasty')
  expect(suspicionOf({ ...signs, text: 'see www.pills.example', tookMs: null })).toBeUndefined()
  expect(suspicionOf({ ...signs, text: 'see www.pills.example', first: false })).toBeUndefined()
  expect(sayingOf('  Cheap   LEADS, 100 % for you!! ')).toBe(sayingOf('cheap leads 2 % for you'))
  expect(sayingOf('Hi there')).toBeUndefined()
})

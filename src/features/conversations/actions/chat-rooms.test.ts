import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minuteMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { type ChatRoomId, roomIdOf } from '../store/chat-rooms.ts'
import { findConversation } from '../store/conversations.ts'
import { readContext } from './assess.ts'
import type { Chat } from './chat.ts'
import {
  changeChatRoom,
  joinChatRoom,
  leaveChatRoom,
  makeChatRoom,
  moderateRoom,
  readOpenRoom,
  readRoomAsVisitor,
  sayInRoom,
} from './chat-rooms.ts'
import { readRoom } from './rooms.ts'
import { beginVisit, findVisitor } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function start() {
  const place = await seedConnection(database.db, 'website-chat')
  const { workspace, user } = place
  const clock = createTestClock('2026-11-23T10:00:00Z')
  const deps = {
    db: database.db,
    clock,
    recordSpoken: async () => undefined,
    hashToken,
    newToken,
    vault: { seal: (text: string) => text, unseal: (text: string) => text },
    connectorOf: async () => undefined,
    session: () => undefined,
  }
  const chat: Chat = { ...place, origins: [] }
  const caller = { workspace, user, role: 'owner' } as const
  const make = (page: null = null) =>
    inWorkspace(database.db, workspace, tx =>
      makeChatRoom(tx, deps, caller, chat.connection, { title: 'Welders', norms: 'No job adverts.', page }),
    )
  const made = await make()
  if (!made.ok) throw new Error(made.refusal.code)
  const conversation = await inWorkspace(database.db, workspace, tx => findConversation(tx, workspace, made.value))
  const room = conversation && roomIdOf(conversation.remoteId)
  if (!room) throw new Error('no room')
  const visitor = async () => {
    const begun = await beginVisit(deps, chat, { consentWording: 'Yes' })
    const found = begun.ok ? await findVisitor(deps, chat, begun.value.token) : undefined
    if (!found) throw new Error('no visitor')
    const code = async (result: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>) => {
      const answer = await result
      return answer.ok ? 'ok' : answer.refusal.code
    }
    return {
      id: found.id,
      join: (name: string, into: ChatRoomId = room) => code(joinChatRoom(deps, chat, found, { room: into, name })),
      leave: () => leaveChatRoom(deps, chat, found, room),
      say: (text: string, id = newId<'Message'>()) => code(sayInRoom(deps, chat, found, { room, id, text })),
      async see() {
        const seen = await readRoomAsVisitor(deps, chat, found, room)
        return seen.ok ? seen.value : undefined
      },
    }
  }
  const read = async () => {
    const seen = await readRoom(deps, caller, made.value)
    return seen.ok ? seen.value : undefined
  }
  return { deps, chat, caller, clock, room, conversation: made.value, visitor, make, read, place }
}

test('visitors talk in a room under names of their choice, and see what was said since they came', async () => {
  const { visitor, clock, read } = await start()
  const [ana, bo] = [await visitor(), await visitor()]
  expect(await ana.see()).toMatchObject({
    title: 'Welders',
    norms: 'No job adverts.',
    name: null,
    members: [],
    messages: [],
  })
  expect(await ana.say('Hello?')).toBe('not-in-room')
  expect(await ana.join('  ')).toBe('name-missing')
  expect(await ana.join('Ana')).toBe('ok')
  const id = newId<'Message'>()
  expect(await ana.say('First', id)).toBe('ok')
  expect(await ana.say('First', id)).toBe('ok')
  clock.pass(minuteMs)
  expect(await bo.join('ána')).toBe('name-taken')
  expect(await bo.join('Bo')).toBe('ok')
  clock.pass(1_000)
  await ana.say('Welcome')
  const texts = async (who: typeof ana) => (await who.see())?.messages.map(message => [message.sender, message.text])
  expect(await texts(ana)).toEqual([
    ['Ana', 'First'],
    ['Ana', 'Welcome'],
  ])
  expect(await texts(bo)).toEqual([['Ana', 'Welcome']])
  expect((await bo.see())?.members).toEqual(['Ana', 'Bo'])
  expect(await read()).toMatchObject({
    inside: true,
    subject: 'No job adverts.',
    members: [
      { name: 'Ana', id: ana.id },
      { name: 'Bo', id: bo.id },
    ],
  })
  await bo.leave()
  expect(await bo.see()).toMatchObject({ name: null, messages: [] })
  expect(await ana.join('Bo')).toBe('ok')
})

test('who is asked to leave is out at once, can’t come back under another name, and is let in again by the recruiter alone', async () => {
  const { visitor, deps, caller, conversation, read } = await start()
  const ana = await visitor()
  await ana.join('Ana')
  const put = (removed: boolean) => moderateRoom(deps, caller, conversation, { visitor: ana.id, removed })
  expect((await put(true)).ok).toBe(true)
  expect(await ana.say('Why?')).toBe('removed-from-room')
  expect(await ana.join('Somebody else')).toBe('removed-from-room')
  expect(await ana.see()).toMatchObject({ removed: true, messages: [] })
  expect((await read())?.members).toEqual([])
  expect((await put(false)).ok).toBe(true)
  expect(await ana.say('Thank you')).toBe('ok')
  expect(
    await moderateRoom(deps, { ...caller, role: 'viewer' }, conversation, { visitor: ana.id, removed: true }),
  ).toMatchObject({
    refusal: { code: 'viewers-read' },
  })
})

test('a room takes so much a minute from one visitor, and says so', async () => {
  const { visitor, clock } = await start()
  const [ana, bo] = [await visitor(), await visitor()]
  await ana.join('Ana')
  await bo.join('Bo')
  for (let n = 0; n < 12; n += 1) expect(await ana.say(`line ${n}`)).toBe('ok')
  expect(await ana.say('one more')).toBe('slow-down')
  expect(await bo.say('My turn')).toBe('ok')
  clock.pass(minuteMs + 1)
  expect(await ana.say('one more')).toBe('ok')
})

test('a closed room is gone for visitors and stays with us; one open room stands in a place', async () => {
  const { visitor, deps, caller, chat, room, make, place } = await start()
  const ana = await visitor()
  await ana.join('Ana')
  expect(await make()).toMatchObject({ refusal: { code: 'room-there' } })
  const change = (open: boolean) =>
    inWorkspace(database.db, place.workspace, tx => changeChatRoom(tx, deps, caller, room, { open }))
  expect((await change(false)).ok).toBe(true)
  expect(await ana.say('Hello?')).toBe('no-such-room')
  expect(await readOpenRoom(deps, chat, undefined)).toBeUndefined()
  expect((await make()).ok).toBe(true)
  expect(await change(true)).toMatchObject({ refusal: { code: 'room-there' } })
  const elsewhere = await start()
  expect(await ana.join('Ana', elsewhere.room)).toBe('no-such-room')
})

test('a room’s messages count in the inbox as a room’s, make nobody a person, and its norms judge what we write', async () => {
  const { visitor, deps, caller, conversation, place } = await start()
  const ana = await visitor()
  await ana.join('Ana')
  await ana.say('Hello all')
  const rows = await inWorkspace(database.db, place.workspace, async tx => {
    const { rows: found } = await sql<{ kind: string; unread: number; title: string; people: number }>`
      select kind, unread_count as unread, title, (select count(*)::int from people where workspace_id = ${place.workspace}) as people
      from conversations where workspace_id = ${place.workspace}`.execute(tx)
    return found
  })
  expect(rows).toEqual([{ kind: 'room', unread: 1, title: 'Welders', people: 0 }])
  const context = await readContext(deps, caller, conversation)
  expect(context).toMatchObject({ surface: 'room', room: { norms: 'No job adverts.' } })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { websiteChat } from '#connectors/website-chat/connector.ts'
import { hourMs, minuteMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { findConversationByRemote } from '../store/conversations.ts'
import { insertMessages } from '../store/messages.ts'
import type { Chat } from './chat.ts'
import { beginVisit, findVisitor, readChatState, sayAsVisitor } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('the time that a page promises is that of all who asked: whom nobody answered for a day counts, who just asked does not yet', async () => {
  const place = await seedConnection(database.db, 'website-chat')
  const clock = createTestClock('2026-11-23T10:00:00Z')
  const deps = {
    db: database.db,
    clock,
    events: createEvents(),
    suppressionKey: new Uint8Array(32),
    recordSpoken: async () => {},
    hashToken,
    newToken,
    vault: { seal: (text: string) => text, unseal: (text: string) => text },
    connectorOf: async () => websiteChat({ clock, tell: async () => undefined }),
    session: () => undefined,
  }
  const chat: Chat = { ...place, origins: [] }
  /** `minutes` null: nobody answers. */
  const asks = async (minutes: number | null) => {
    const begun = await beginVisit(deps, chat, { consentWording: 'Yes' })
    const visitor = begun.ok ? await findVisitor(deps, chat, begun.value.token) : undefined
    if (!visitor) throw new Error('no visitor')
    await sayAsVisitor(deps, chat, visitor, { id: newId<'Message'>(), text: 'Is it only nights?' })
    if (minutes === null) return
    await inWorkspace(database.db, place.workspace, async tx => {
      const found = await findConversationByRemote(tx, place.workspace, place.connection, visitor.id)
      if (!found) throw new Error('no conversation')
      const answer = {
        id: newId<'Message'>(),
        conversation: found.id,
        person: null,
        user: place.user,
        kind: 'text',
        own: true,
        senderId: null,
        senderName: null,
        text: 'Not only.',
        sentAt: new Date(clock.now().getTime() + minutes * minuteMs),
        history: false,
        replyTo: null,
        detail: {},
        delivery: 'accepted',
      } as const
      await insertMessages(tx, place.workspace, place.connection, [answer], clock.now())
    })
  }
  const promised = async () => (await readChatState(deps, place.workspace)).answerMinutes

  for (const minutes of [2, 4, 6, 8]) await asks(minutes)
  expect(await promised()).toBeNull()
  await asks(30)
  expect(await promised()).toBe(6)
  for (let each = 0; each < 4; each += 1) await asks(null)
  clock.pass(hourMs)
  expect(await promised()).toBe(6)
  clock.pass(24 * hourMs)
  expect(await promised()).toBe(30)
  await asks(null)
  clock.pass(25 * hourMs)
  await asks(null)
  clock.pass(25 * hourMs)
  expect(await promised()).toBeNull()
})

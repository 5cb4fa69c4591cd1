import { afterAll, beforeAll, expect, test } from 'vitest'
import { websiteChat } from '#connectors/website-chat/connector.ts'
import { type ConversationId, type MessageId, newId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { findConversationByRemote } from '../store/conversations.ts'
import { insertMessageKeys, insertMessages, listMessages } from '../store/messages.ts'
import type { Chat } from './chat.ts'
import { beginVisit, findVisitor, readVisit, sayAsVisitor } from './visit.ts'
import { changeAsVisitor } from './visit-changes.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Two visitors of one chat; the first has written. */
async function start() {
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
  const begin = async () => {
    const begun = await beginVisit(deps, chat, { consentWording: 'Yes' })
    if (!begun.ok) throw new Error(begun.refusal.code)
    return async () => {
      const found = await findVisitor(deps, chat, begun.value.token)
      if (!found) throw new Error('no visitor')
      return found
    }
  }
  const [ana, tom] = [await begin(), await begin()]
  const key = newId<'Message'>()
  await sayAsVisitor(deps, chat, await ana(), { id: key, text: 'I can begin in Mai.' })
  const within = <T>(ask: (tx: Parameters<typeof listMessages>[0]) => Promise<T>) =>
    inWorkspace(database.db, place.workspace, ask)
  const conversation = (
    await within(async tx => findConversationByRemote(tx, place.workspace, place.connection, (await ana()).id))
  )?.id as ConversationId
  const change = async (
    visitor: typeof ana,
    of: MessageId,
    what: { kind: 'edit'; text: string } | { kind: 'retract' } | { kind: 'react'; emoji: string[] },
    id = newId<'Change'>(),
  ) => {
    const result = await changeAsVisitor(deps, chat, await visitor(), of, { ...what, id })
    return result.ok ? 'done' : result.refusal.code
  }
  const seen = async () => (await readVisit(deps, chat, await ana(), undefined)).messages
  return { ...place, clock, ana, tom, key, conversation, within, change, seen }
}

test('a visitor corrects what they wrote, the same correction counts once, and what it said before is kept', async () => {
  const { ana, key, change, seen, within, workspace, conversation } = await start()
  const id = newId<'Change'>()
  expect(await change(ana, key, { kind: 'edit', text: 'I can begin in May.' }, id)).toBe('done')
  expect(await change(ana, key, { kind: 'edit', text: 'I can begin in June.' }, id)).toBe('done')
  expect(await seen()).toMatchObject([{ text: 'I can begin in May.', edited: true }])
  const [row] = await within(tx => listMessages(tx, workspace, { conversation }, undefined, 5))
  expect(row?.detail.before).toEqual(['I can begin in Mai.'])
})

test('what a visitor took back is gone with all that it said before, and cannot be changed any more', async () => {
  const { ana, key, change, seen, within, workspace, conversation } = await start()
  await change(ana, key, { kind: 'edit', text: 'I can begin in May.' })
  expect(await change(ana, key, { kind: 'retract' })).toBe('done')
  expect(await seen()).toMatchObject([{ text: '', gone: true }])
  const [row] = await within(tx => listMessages(tx, workspace, { conversation }, undefined, 5))
  expect(JSON.stringify(row)).not.toContain('begin')
  expect(await change(ana, key, { kind: 'edit', text: 'again' })).toBe('no-such-message')
})

test('nobody changes what another wrote, nor anything after a day', async () => {
  const { ana, tom, key, change, clock, seen } = await start()
  expect(await change(tom, key, { kind: 'edit', text: 'Tom was here' })).toBe('no-such-message')
  expect(await change(tom, key, { kind: 'retract' })).toBe('no-such-message')
  clock.pass(86_400_001)
  expect(await change(ana, key, { kind: 'edit', text: 'In June after all.' })).toBe('too-late')
  expect(await change(ana, key, { kind: 'retract' })).toBe('too-late')
  expect(await seen()).toMatchObject([{ text: 'I can begin in Mai.', edited: false, gone: false }])
})

test('a visitor reacts to what we wrote, takes it back, and never changes it', async () => {
  const { ana, change, clock, seen, within, workspace, connection, user, conversation } = await start()
  const id = newId<'Message'>()
  await within(async tx => {
    const message = {
      id,
      conversation,
      person: null,
      user,
      kind: 'text',
      own: true,
      senderId: null,
      senderName: null,
      text: 'May is good.',
      sentAt: clock.now(),
      history: false,
      replyTo: null,
      detail: {},
      delivery: 'accepted',
    } as const
    await insertMessages(tx, workspace, connection, [message], clock.now())
    await insertMessageKeys(tx, workspace, connection, [{ key: id, message: id }])
  })
  const given = async () => (await seen()).find(each => each.id === id)?.reactions
  expect(await change(ana, id, { kind: 'react', emoji: ['🎉'] })).toBe('done')
  expect(await given()).toEqual({ [(await ana()).id]: ['🎉'] })
  expect(await change(ana, id, { kind: 'react', emoji: [] })).toBe('done')
  expect(Object.values((await given()) ?? {}).flat()).toEqual([])
  expect(await change(ana, id, { kind: 'edit', text: 'May is bad.' })).toBe('no-such-message')
})

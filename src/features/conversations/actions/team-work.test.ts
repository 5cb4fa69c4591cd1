import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConversationId, newId, type UserId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock } from '#tests/servers/workspace.ts'
import { commitEvents } from './commit.ts'
import { readMessages } from './manage.ts'
import { readNotices } from './notices.ts'
import { addSavedReply, changeSavedReply, fillSavedReply, readSavedReplies } from './saved-replies.ts'
import { addThreadNote, readThreadNotes, removeThreadNote } from './thread-notes.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function start() {
  const place = await seedConnection(database.db)
  const { workspace, connection } = place
  const mara: Caller = { workspace, user: place.user, role: 'owner' }
  const ben: Caller = { workspace, user: newId(), role: 'recruiter' }
  const vera: Caller = { workspace, user: newId(), role: 'viewer' }
  await addRecruiter(database.db, ben)
  await addRecruiter(database.db, vera)
  const clock = createTestClock('2026-05-04T09:00:00Z')
  let page: string | undefined
  const deps = {
    db: database.db,
    clock,
    recordSpoken: async () => undefined,
    connectorOf: async () => undefined,
    session: () => undefined,
    ownPage: async () => page,
  }
  await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana María Ruiz' })
  await commitEvents(
    deps,
    { workspace, connection },
    ['ana@example.org', 'someone@example.org'].map(id => ({
      kind: 'message' as const,
      key: newId(),
      otherKeys: [],
      conversation: { id, kind: 'direct' as const },
      from: { id },
      own: false,
      text: 'Hello',
      sentAt: clock.now(),
      history: false,
    })),
  )
  const { rows } = await inWorkspace(database.db, workspace, tx =>
    sql<{
      id: ConversationId
      remoteId: string
    }>`select conversation_id as id, remote_id as "remoteId" from conversations
      where workspace_id = ${workspace}`.execute(tx),
  )
  const of = (remoteId: string) => rows.find(row => row.remoteId === remoteId)?.id ?? newId<'Conversation'>()
  return {
    mara,
    ben,
    vera,
    deps,
    ana: of('ana@example.org'),
    someone: of('someone@example.org'),
    publish: (url: string) => {
      page = url
    },
  }
}

const note = (text: string, mentions: UserId[] = []) => ({ id: newId<'ThreadNote'>(), text, mentions })

test('a note stays with the team: it is no message, and whoever is named in it is told', async () => {
  const { deps, mara, ben, ana } = await start()
  const written = note('@Ben she asked about nights, can you say how it is?', [ben.user])
  expect(await addThreadNote(deps, mara, ana, written)).toMatchObject({ ok: true })
  expect(await addThreadNote(deps, mara, ana, written), 'sent again after a lost answer').toMatchObject({ ok: true })
  expect(await readThreadNotes(deps, ben, ana)).toMatchObject([{ text: written.text, user: mara.user }])
  expect(await readNotices(deps, ben)).toMatchObject([{ kind: 'mentioned', conversation: ana, byName: 'Mara' }])
  expect(await readNotices(deps, mara)).toEqual([])
  const { messages } = await readMessages(deps, mara, { conversation: ana }, undefined, 50)
  expect(messages.map(message => message.text)).toEqual(['Hello'])
  const { rows } = await inWorkspace(database.db, mara.workspace, tx =>
    sql`select from outbox where workspace_id = ${mara.workspace}`.execute(tx),
  )
  expect(rows).toEqual([])
})

test('a note is taken away by its writer or an admin only, its news with it, and comes back', async () => {
  const { deps, mara, ben, vera, ana } = await start()
  const own = note('@Mara look', [mara.user])
  await addThreadNote(deps, ben, ana, own)
  const other = note('@Ben look', [ben.user])
  await addThreadNote(deps, mara, ana, other)
  expect(await removeThreadNote(deps, ben, other.id, true)).toMatchObject({ refusal: { code: 'not-yours' } })
  expect(await removeThreadNote(deps, mara, other.id, true)).toMatchObject({ ok: true })
  expect(await removeThreadNote(deps, mara, own.id, true)).toMatchObject({ ok: true })
  expect(await readThreadNotes(deps, ben, ana)).toEqual([])
  expect(await readNotices(deps, ben)).toEqual([])
  expect(await removeThreadNote(deps, mara, other.id, false)).toMatchObject({ ok: true })
  expect(await readThreadNotes(deps, ben, ana)).toMatchObject([{ id: other.id }])
  expect(await addThreadNote(deps, vera, ana, note('May I?'))).toMatchObject({ refusal: { code: 'viewers-read' } })
  expect(await addThreadNote(deps, mara, ana, note('@who', [newId()]))).toMatchObject({
    refusal: { code: 'no-such-colleague' },
  })
})

const greeting = {
  name: 'Who I am',
  text: 'Hello {first-name}, I am {my-first-name}. More about me: {my-page}',
  variants: { email: 'Dear {name},\n\nI am {me}.' },
}

async function saved(scene: Awaited<ReturnType<typeof start>>, given: Parameters<typeof addSavedReply>[2] = greeting) {
  const result = await addSavedReply(scene.deps, scene.mara, given)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('a saved reply names the person, its writer and the page; what is not known is asked for, never guessed', async () => {
  const scene = await start()
  const { deps, mara, ana, someone, publish } = scene
  const id = await saved(scene)
  expect(await fillSavedReply(deps, mara, id, { conversation: ana, values: {} })).toMatchObject({
    value: { text: 'Hello Ana, I am Mara. More about me: {my-page}', missing: ['my-page'] },
  })
  publish('https://kith.example/p/mara')
  expect(await fillSavedReply(deps, mara, id, { conversation: ana, values: { 'first-name': 'Anita' } })).toMatchObject({
    value: { text: 'Hello Anita, I am Mara. More about me: https://kith.example/p/mara', missing: [] },
  })
  // An address is no name.
  expect(await fillSavedReply(deps, mara, id, { conversation: someone, values: { 'first-name': ' ' } })).toMatchObject({
    value: { missing: ['first-name'] },
  })
  const asked = await saved(scene, { name: 'When', text: 'Shall we say {Friday or Monday?}', variants: {} })
  expect(await fillSavedReply(deps, mara, asked, { conversation: ana, values: {} })).toMatchObject({
    value: { missing: ['Friday or Monday?'] },
  })
})

test('each tool speaks its own variant of a saved reply', async () => {
  const scene = await start()
  const id = await saved(scene, { ...greeting, variants: { ...greeting.variants, xmpp: 'Hi {first-name}' } })
  expect(await fillSavedReply(scene.deps, scene.mara, id, { conversation: scene.ana, values: {} })).toMatchObject({
    value: { text: 'Hi Ana', missing: [] },
  })
})

test('saved replies are changed, removed and brought back; a name belongs to one', async () => {
  const scene = await start()
  const { deps, mara, vera } = scene
  const id = await saved(scene)
  expect(await addSavedReply(deps, mara, { ...greeting, name: 'who i am' })).toMatchObject({
    refusal: { code: 'name-taken' },
  })
  expect(await changeSavedReply(deps, vera, id, { text: 'x' })).toMatchObject({ refusal: { code: 'viewers-read' } })
  await changeSavedReply(deps, mara, id, { name: 'Introduction' })
  expect(await readSavedReplies(deps, mara)).toMatchObject([{ id, name: 'Introduction', text: greeting.text }])
  await changeSavedReply(deps, mara, id, { removed: true })
  expect(await readSavedReplies(deps, mara)).toEqual([])
  expect(await fillSavedReply(deps, mara, id, { conversation: scene.ana, values: {} })).toMatchObject({
    refusal: { code: 'no-such-reply' },
  })
  await changeSavedReply(deps, mara, id, { removed: false })
  expect(await readSavedReplies(deps, mara)).toHaveLength(1)
})

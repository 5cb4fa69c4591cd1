import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Capabilities, NetworkEvent, SendOutcome, Session } from '#connectors/contract.ts'
import { manifest } from '#connectors/xmpp/manifest.ts'
import { dayMs } from '#kernel/clock.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { drainOutbox, recoverOutbox } from '../runtime/outbox.ts'
import { findConnection } from '../store/connections.ts'
import { viewMessage } from '../views.ts'
import { type Change, changeMessage, readVersions, resolveChange } from './change-message.ts'
import { commitEvents } from './commit.ts'
import { readMessages } from './manage.ts'
import { sendMessage } from './send.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

type Asked = { what: string; target: string; value: unknown; txn: string }

/** Ana wrote, we answered, and the network has both; `answer` is what it says to changes. */
async function start(answer: () => SendOutcome = accepted, able: Partial<Capabilities> = {}) {
  const place = await seedConnection(database.db)
  await seedPerson(database.db, place.workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana' })
  let now = new Date('2026-05-04T09:00:00Z')
  const asked: Asked[] = []
  const ask = async (what: string, target: string, value: unknown, txn: string) => {
    asked.push({ what, target, value, txn })
    return answer()
  }
  const session: Session = {
    run: async () => {},
    send: async request => ({ kind: 'accepted', key: `net-${request.txn}`, at: now }),
    bucket: to => to.id,
    capabilities: () => ({ ...manifest.capabilities, ...able }),
    edits: {
      edit: (_to, target, text, txn) => ask('edit', target, text, txn),
      retract: (_to, target, txn) => ask('retract', target, undefined, txn),
    },
    reactions: { react: (_to, target, emoji, txn) => ask('react', target, emoji, txn) },
    async [Symbol.asyncDispose]() {},
  }
  const deps = {
    db: database.db,
    clock: { now: () => now },
    recordSpoken: async () => {},
    connectorOf: async () => undefined,
    session: () => session,
  }
  const caller = { workspace: place.workspace, user: place.user, role: 'owner' as const }
  const commit = (events: readonly NetworkEvent[]) => commitEvents(deps, place, events)
  await commit([
    {
      kind: 'message',
      key: 'theirs',
      otherKeys: [],
      conversation: { id: 'ana@example.org', kind: 'direct' },
      from: { id: 'ana@example.org', name: 'Ana' },
      own: false,
      text: 'Do you know the harbour?',
      sentAt: now,
      history: false,
    },
  ])
  const connection = await inWorkspace(database.db, place.workspace, tx =>
    findConnection(tx, place.workspace, place.connection),
  )
  if (!connection) throw new Error('the connection is there')
  const drain = () => drainOutbox(deps, connection, session, new AbortController().signal)
  const look = async () => {
    const [first] = await conversationsOf()
    if (!first) throw new Error('the conversation is there')
    const { messages, changes, quoted } = await readMessages(deps, caller, { conversation: first }, undefined, 10)
    return messages.toReversed().map(row =>
      viewMessage(row, 'xmpp', {
        change: changes.get(row.id),
        quoted: row.replyTo ? quoted.get(row.replyTo) : undefined,
      }),
    )
  }
  const conversationsOf = () =>
    inWorkspace(database.db, place.workspace, async tx =>
      (
        await tx
          .selectFrom('conversations')
          .select('conversation_id')
          .where('workspace_id', '=', place.workspace)
          .execute()
      ).map(row => row.conversation_id as never),
    )
  const ours = newId<'Message'>()
  const [conversation] = await conversationsOf()
  const sent = await sendMessage(deps, caller, conversation as never, {
    id: ours,
    text: 'I am Mara and recruit there. I know it wel',
    action: 'message',
  })
  expect(sent.ok).toBe(true)
  await drain()
  const [theirs] = await look()
  if (!theirs) throw new Error('their message is there')
  return {
    deps,
    caller,
    asked,
    ours,
    theirs: theirs.id,
    connection,
    commit,
    drain,
    look,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
    change: (message: MessageId, change: Change, id = newId<'Change'>()) =>
      changeMessage(deps, caller, message, id, change),
  }
}

const accepted = (): SendOutcome => ({
  kind: 'accepted',
  key: `change-${newId()}`,
  at: new Date('2026-05-04T09:05:00Z'),
})

test('a correction goes out once under the key of its message, and what was said before is kept', async () => {
  const { ours, asked, change, drain, look, deps, caller } = await start()
  const id = newId<'Change'>()
  expect((await change(ours, { kind: 'edit', text: 'I am Mara and recruit there. I know it well' }, id)).ok).toBe(true)
  expect((await change(ours, { kind: 'edit', text: 'I am Mara and recruit there. I know it well' }, id)).ok).toBe(true)
  // Shown as it will be, before anybody has answered.
  expect((await look())[1]).toMatchObject({
    text: 'I am Mara and recruit there. I know it well',
    change: { kind: 'edit', state: 'queued' },
    editedAt: null,
  })
  await drain()
  expect(asked).toEqual([
    { what: 'edit', target: `net-${ours}`, value: 'I am Mara and recruit there. I know it well', txn: id },
  ])
  expect((await look())[1]).toMatchObject({
    text: 'I am Mara and recruit there. I know it well',
    change: null,
    edits: 1,
  })
  const versions = await readVersions(deps, caller, ours)
  expect(versions?.map(version => version.text)).toEqual([
    'I am Mara and recruit there. I know it wel',
    'I am Mara and recruit there. I know it well',
  ])
})

test('a correction that the network refuses leaves the message as it was and says why', async () => {
  const { ours, change, drain, look } = await start(() => ({
    kind: 'refused',
    code: 'too-late',
    text: 'Too late there.',
  }))
  await change(ours, { kind: 'edit', text: 'Something else' })
  await drain()
  expect((await look())[1]).toMatchObject({
    text: 'I am Mara and recruit there. I know it wel',
    change: { kind: 'edit', state: 'refused', why: 'Too late there.' },
  })
})

test('job talk does not come in by a correction', async () => {
  const { ours, asked, change, drain } = await start()
  const result = await change(ours, {
    kind: 'edit',
    text: 'We have a job opening for a night nurse in Lisbon, apply now!',
  })
  expect(result).toMatchObject({ ok: false, refusal: { code: 'not-yet' } })
  await drain()
  expect(asked).toEqual([])
})

test('what was taken back is gone with all that it said before', async () => {
  const { ours, change, drain, look, deps, caller } = await start()
  await change(ours, { kind: 'edit', text: 'I am Mara. I know it well' })
  await change(ours, { kind: 'retract' })
  await drain()
  expect((await look())[1]).toMatchObject({ text: '', edits: 0, change: null })
  expect(await readVersions(deps, caller, ours)).toEqual([expect.objectContaining({ text: '' })])
  expect(await change(ours, { kind: 'edit', text: 'Back again' })).toMatchObject({
    refusal: { code: 'not-possible', why: 'taken-back' },
  })
})

test('reactions of both sides are told apart, and ours are taken back', async () => {
  const { theirs, asked, change, drain, look, commit } = await start()
  await commit([
    {
      kind: 'reaction',
      key: 'r1',
      target: 'theirs',
      conversation: { id: 'ana@example.org', kind: 'direct' },
      from: { id: 'ana@example.org' },
      emoji: ['👍'],
      at: new Date(),
    },
  ])
  await change(theirs, { kind: 'react', emoji: ['👍', '🎉'] })
  await drain()
  expect(asked[0]).toMatchObject({ what: 'react', target: 'theirs', value: ['👍', '🎉'] })
  expect((await look())[0]?.reactions).toEqual([
    { emoji: '👍', count: 2, mine: true, who: ['ana@example.org'] },
    { emoji: '🎉', count: 1, mine: true, who: [] },
  ])
  await change(theirs, { kind: 'react', emoji: [] })
  await drain()
  expect((await look())[0]?.reactions).toEqual([{ emoji: '👍', count: 1, mine: false, who: ['ana@example.org'] }])
})

test('what a network lacks, what is too old and what is not ours is refused with its reason', async () => {
  const { ours, theirs, change, pass } = await start(accepted, { reactions: 'rejected' })
  expect(await change(theirs, { kind: 'react', emoji: ['👍'] })).toMatchObject({ refusal: { why: 'network' } })
  expect(await change(theirs, { kind: 'retract' })).toMatchObject({ refusal: { why: 'not-ours' } })
  pass(2 * dayMs)
  expect(await change(ours, { kind: 'edit', text: 'Much later' })).toMatchObject({ refusal: { why: 'too-old' } })
})

test('a change that was under way when Kith died is not repeated: its echo settles it, or a person does', async () => {
  const { ours, asked, change, drain, look, deps, caller, connection, commit } = await start(() => ({
    kind: 'unknown',
    why: 'the connection broke',
  }))
  await change(ours, { kind: 'edit', text: 'I am Mara. I know it well' })
  await drain()
  await recoverOutbox(deps, connection, false)
  await drain()
  expect(asked).toHaveLength(1)
  expect((await look())[1]).toMatchObject({ change: { state: 'unknown' } })
  await commit([
    {
      kind: 'edit',
      key: 'archive-9',
      target: ours,
      conversation: { id: 'ana@example.org', kind: 'direct' },
      from: { id: 'me@example.org' },
      own: true,
      text: 'I am Mara. I know it well',
      at: new Date(),
    },
  ])
  expect((await look())[1]).toMatchObject({ change: null, text: 'I am Mara. I know it well', edits: 1 })

  const id = newId<'Change'>()
  await change(ours, { kind: 'edit', text: 'I am Mara. I know it very well' }, id)
  await drain()
  expect((await resolveChange(deps, caller, id, 'again')).ok).toBe(true)
  await drain()
  expect(asked).toHaveLength(3)
  expect((await resolveChange(deps, caller, id, 'leave')).ok).toBe(true)
  expect((await look())[1]).toMatchObject({ change: null, text: 'I am Mara. I know it well' })
})

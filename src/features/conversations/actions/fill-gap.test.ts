import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent, Session } from '#connectors/contract.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findConversationByRemote } from '../store/conversations.ts'
import { listMessages, type MessageRow } from '../store/messages.ts'
import { commitEvents } from './commit.ts'
import { fillGap } from './fill-gap.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const at = (time: string) => new Date(`2026-05-04T${time}Z`)
const said = (who: string, time: string, sentAt = at(time)): NetworkEvent => ({
  kind: 'message',
  key: `in:${who}:${time}`,
  otherKeys: [],
  conversation: { id: who, kind: 'direct' },
  from: { id: who },
  own: false,
  text: time,
  sentAt,
  history: false,
})

async function start(history: (archive: NetworkEvent[]) => NonNullable<Session['history']>) {
  const place = await seedConnection(database.db)
  const caller: Caller = { ...place, role: 'recruiter' }
  const archive: NetworkEvent[] = []
  const session: Session = {
    run: async () => {},
    send: async () => ({ kind: 'unknown', why: 'not asked here' }),
    bucket: to => to.id,
    capabilities: () => {
      throw new Error('not asked here')
    },
    history: history(archive),
    async [Symbol.asyncDispose]() {},
  }
  const deps = {
    db: database.db,
    clock: { now: () => at('18:00:00') },
    recordSpoken: async () => {},
    session: () => session,
  }
  const thread = (who: string): Promise<MessageRow[]> =>
    inWorkspace(database.db, place.workspace, async tx => {
      const found = await findConversationByRemote(tx, place.workspace, place.connection, who)
      return found ? listMessages(tx, place.workspace, { conversation: found.id }, undefined, 100) : []
    })
  return { archive, caller, thread, deps, commit: (events: NetworkEvent[]) => commitEvents(deps, place, events) }
}

const gap: NetworkEvent = {
  kind: 'gap',
  key: 'gap:1',
  from: at('14:02:00'),
  to: at('14:10:00'),
  why: 'The line broke.',
}
const texts = (rows: readonly MessageRow[]) => rows.map(row => (row.kind === 'gap' ? '⋯' : row.text)).toReversed()
const gapIn = (rows: readonly MessageRow[]) => {
  const found = rows.find(row => row.kind === 'gap')
  if (!found) throw new Error('there is a gap')
  return found.id
}
const walking = (archive: NetworkEvent[]): NonNullable<Session['history']> => ({
  async before(conversation, key, limit) {
    const theirs = archive.filter(event => event.kind === 'message' && event.conversation.id === conversation.id)
    const end = key === undefined ? theirs.length : theirs.findIndex(event => event.key === key)
    return theirs.slice(Math.max(0, end - limit), end)
  },
})

test('a gap of the whole connection stands in the threads it touches, and in no others', async () => {
  const scene = await start(walking)
  await scene.commit([said('old@example.org', '14:00:00', new Date('2026-01-04T09:00:00Z'))])
  await scene.commit([said('ana@example.org', '14:00:00'), said('tom@example.org', '13:00:00')])
  await scene.commit([gap])
  await scene.commit([gap])
  expect(texts(await scene.thread('ana@example.org'))).toEqual(['14:00:00', '⋯'])
  expect(texts(await scene.thread('tom@example.org'))).toEqual(['13:00:00', '⋯'])
  expect(texts(await scene.thread('old@example.org'))).toEqual(['14:00:00'])
})

test('Get brings what the archive has, in its place and as history, and the mark goes', async () => {
  for (const kind of ['before', 'between']) {
    const scene = await start(archive =>
      kind === 'before'
        ? walking(archive)
        : {
            ...walking(archive),
            between: async (_, from, to) => ({
              events: archive.filter(event => event.kind === 'message' && event.sentAt >= from && event.sentAt <= to),
              whole: true,
            }),
          },
    )
    const who = 'ana@example.org'
    await scene.commit([said(who, '14:00:00')])
    await scene.commit([gap])
    await scene.commit([said(who, '14:12:00')])
    scene.archive.push(...['13:00:00', '14:00:00', '14:03:00', '14:05:00', '14:12:00'].map(time => said(who, time)))
    const id = gapIn(await scene.thread(who))
    expect(await fillGap(scene.deps, scene.caller, id), kind).toMatchObject({ value: { found: 2, filled: true } })
    const rows = await scene.thread(who)
    expect(texts(rows)).toEqual(['14:00:00', '14:03:00', '14:05:00', '14:12:00'])
    expect(rows.filter(row => row.history).map(row => row.text)).toEqual(['14:05:00', '14:03:00'])
    expect(await fillGap(scene.deps, scene.caller, id)).toMatchObject({ refusal: { code: 'no-such-gap' } })
  }
})

test('an archive that begins later leaves the mark and says that it has no more', async () => {
  const scene = await start(walking)
  const who = 'ana@example.org'
  await scene.commit([said(who, '14:00:00')])
  await scene.commit([gap])
  await scene.commit([said(who, '14:12:00')])
  scene.archive.push(said(who, '14:08:00'), said(who, '14:12:00'))
  const id = gapIn(await scene.thread(who))
  expect(await fillGap(scene.deps, scene.caller, id)).toMatchObject({ value: { found: 1, filled: false } })
  const rows = await scene.thread(who)
  expect(texts(rows)).toEqual(['14:00:00', '14:08:00', '⋯', '14:12:00'])
  expect(rows.find(row => row.kind === 'gap')?.detail).toMatchObject({ looked: true })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs, hourMs } from '#kernel/clock.ts'
import { type ConversationId, newId } from '#kernel/ids.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock } from '#tests/servers/workspace.ts'
import type { InboxView } from '../store/inbox.ts'
import { upsertPresence } from '../store/presence.ts'
import { commitEvents } from './commit.ts'
import { addLabel, changeLabel, readLabels } from './labels.ts'
import { changeConversation, readInbox } from './manage.ts'
import { readNotices, seeNotices } from './notices.ts'
import { changeConversations } from './organise.ts'
import { wake, wakeForOnline } from './wake.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A connection over which Ana and Tom, who are known, and a stranger have written. */
async function start() {
  const place = await seedConnection(database.db)
  const { workspace, connection } = place
  const mara: Caller = { workspace, user: place.user, role: 'owner' }
  const clock = createTestClock('2026-05-04T09:00:00Z')
  const deps = {
    db: database.db,
    clock,
    recordSpoken: async () => undefined,
    connectorOf: async () => undefined,
    session: () => undefined,
    peopleInPool: () => sql`select null::uuid`,
  }
  const member = async (role: Role): Promise<Caller> => {
    const caller = { workspace, role, user: newId<'User'>() }
    await addRecruiter(database.db, caller)
    return caller
  }
  const hear = (from: string, text: string, more: { own?: boolean; tool?: 'telegram' } = {}) =>
    commitEvents(deps, { workspace, connection }, [
      {
        kind: 'message',
        key: newId(),
        otherKeys: [],
        conversation: { id: from, kind: 'direct', ...(more.tool ? { tool: more.tool } : {}) },
        from: { id: from },
        own: more.own ?? false,
        text,
        sentAt: clock.now(),
        history: false,
      },
    ])
  const see = async (view: InboxView, caller = mara, more: object = {}) =>
    (await readInbox(deps, caller, { view, limit: 50, ...more })).rows
  const names = async (view: InboxView, caller = mara, more: object = {}) =>
    (await see(view, caller, more)).map(row => row.personName ?? row.remoteId)
  for (const [key, name] of [
    ['ana@example.org', 'Ana Ruiz'],
    ['tom@example.org', 'Tom Bek'],
  ] as const)
    await seedPerson(database.db, workspace, { tool: 'xmpp', key, name })
  await hear('ana@example.org', 'Is it only nights?')
  clock.pass(1_000)
  await hear('tom@example.org', 'Hello again')
  clock.pass(1_000)
  await hear('stranger@example.org', 'Who are you?')
  clock.pass(1_000)
  const idOf = async (key: string): Promise<ConversationId> => {
    const { rows } = await inWorkspace(database.db, workspace, tx =>
      sql<{ id: ConversationId }>`select conversation_id as id from conversations
        where workspace_id = ${workspace} and remote_id = ${key}`.execute(tx),
    )
    const [row] = rows
    if (!row) throw new Error(`nobody wrote as ${key}`)
    return row.id
  }
  return {
    ...place,
    mara,
    ben: await member('recruiter'),
    vera: await member('viewer'),
    clock,
    deps,
    hear,
    see,
    names,
    ana: await idOf('ana@example.org'),
    tom: await idOf('tom@example.org'),
    stranger: await idOf('stranger@example.org'),
  }
}

type Scene = Awaited<ReturnType<typeof start>>
const ahead = ({ clock }: Scene, ms: number) => new Date(clock.now().getTime() + ms)
async function must<T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>): Promise<T> {
  const given = await result
  if (!given.ok) throw new Error(given.refusal.code)
  return given.value
}

test('every view holds what its name says, and its count is the same', async () => {
  const scene = await start()
  const { deps, mara, ben, ana, tom, names } = scene
  await must(changeConversations(deps, mara, [{ conversations: [tom], change: { assignee: mara.user } }]))
  await scene.hear('tom@example.org', 'On my way', { own: true })
  expect(await names('all')).toEqual(['Tom Bek', 'Ana Ruiz'])
  expect(await names('unread')).toEqual(['Tom Bek', 'Ana Ruiz'])
  expect(await names('mine')).toEqual(['Tom Bek'])
  expect(await names('mine', ben)).toEqual([])
  expect(await names('unassigned')).toEqual(['Ana Ruiz'])
  expect(await names('waiting')).toEqual(['Tom Bek'])
  expect(await names('requests')).toEqual(['stranger@example.org'])
  await must(changeConversation(deps, mara, ana, { done: true }))
  expect(await names('done')).toEqual(['Ana Ruiz'])
  expect(await names('all', mara, { tool: 'irc' })).toEqual([])
  expect(await names('all', mara, { only: [ana] })).toEqual([])
  expect(await names('all', mara, { only: [tom] })).toEqual(['Tom Bek'])
  const { counts } = await readInbox(deps, mara, { view: 'all', limit: 1 })
  expect(counts).toEqual({ mentions: 0, unread: 1, mine: 1, unassigned: 0, waiting: 1, snoozed: 0, requests: 1 })
})

test('the tools to choose from are those of open conversations, also what a bridge carries and what is connected no more', async () => {
  const { deps, mara, hear, workspace, ana, tom } = await start()
  const tools = async () => (await readInbox(deps, mara, { view: 'all', limit: 1 })).tools
  expect(await tools()).toEqual(['xmpp'])
  await seedPerson(database.db, workspace, { tool: 'telegram', key: 'leo', name: 'Leo Ito' })
  await hear('leo', 'Over the bridge', { tool: 'telegram' })
  expect(await tools()).toEqual(['telegram', 'xmpp'])
  await inWorkspace(database.db, workspace, tx => sql`update connections set removed_at = now()`.execute(tx))
  expect(await tools()).toEqual(['telegram', 'xmpp'])
  await must(changeConversations(deps, mara, [{ conversations: [ana, tom], change: { done: true } }]))
  expect(await tools()).toEqual(['telegram'])
})

test('the list is walked in pages without a repeat or a gap, whatever moves up meanwhile', async () => {
  const scene = await start()
  for (let n = 0; n < 12; n += 1) {
    const key = `p${n}@example.org`
    await seedPerson(database.db, scene.workspace, { tool: 'xmpp', key, name: `P${n}` })
    // All in the same instant: only the id tells them apart.
    await scene.hear(key, 'hello')
  }
  const seen: string[] = []
  let before: { at: Date; id: ConversationId } | undefined
  for (;;) {
    const page = await scene.see('all', scene.mara, { limit: 5, ...(before ? { before } : {}) })
    seen.push(...page.map(row => row.personName ?? ''))
    const last = page.at(-1)
    if (page.length < 5 || !last?.topAt) break
    before = { at: last.topAt, id: last.id }
    scene.clock.pass(60_000)
    await scene.hear('ana@example.org', 'up again')
  }
  expect(seen.filter(name => name.startsWith('P')).toSorted()).toEqual(
    Array.from({ length: 12 }, (_, n) => `P${n}`).toSorted(),
  )
})

test('a conversation put aside comes back on top at its time and says so', async () => {
  const scene = await start()
  const { deps, clock, mara, ana, workspace, names } = scene
  await must(changeConversation(deps, mara, ana, { snooze: { for: 'time', until: ahead(scene, hourMs) } }))
  expect(await names('all')).toEqual(['Tom Bek'])
  expect(await names('snoozed')).toEqual(['Ana Ruiz'])
  await wake(deps, { workspace, conversation: ana })
  expect(await names('snoozed'), 'it is not the time yet').toEqual(['Ana Ruiz'])
  clock.pass(hourMs)
  await wake(deps, { workspace, conversation: ana })
  expect(await names('all')).toEqual(['Ana Ruiz', 'Tom Bek'])
  expect((await scene.see('all'))[0]).toMatchObject({ wokeWhy: 'time', wokeAt: clock.now(), snoozedUntil: null })
  clock.pass(1_000)
  await scene.hear('ana@example.org', 'I will be there', { own: true })
  expect((await scene.see('all'))[0]).toMatchObject({ personName: 'Ana Ruiz', wokeWhy: null })
})

test('the task that brings it back is written with the snooze, replaced by a later one, and survives', async () => {
  const scene = await start()
  const { deps, mara, ana } = scene
  const tasks = async () => {
    const { rows } = await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs
      where key = ${`conversations.wake:${ana}`}`.execute(database.db)
    return rows.map(row => row.at)
  }
  const first = ahead(scene, hourMs)
  const second = ahead(scene, dayMs)
  await must(changeConversation(deps, mara, ana, { snooze: { for: 'time', until: first } }))
  expect(await tasks()).toEqual([first])
  await must(changeConversation(deps, mara, ana, { snooze: { for: 'time', until: second } }))
  expect(await tasks()).toEqual([second])
})

test('until they are online: their presence on any of their addresses brings it back', async () => {
  const scene = await start()
  const { deps, clock, mara, ana, workspace, connection, names } = scene
  await must(changeConversation(deps, mara, ana, { snooze: { for: 'online', until: ahead(scene, 14 * dayMs) } }))
  const appear = (state: 'online' | 'away') =>
    inWorkspace(database.db, workspace, async tx => {
      const rows = [{ remoteId: 'ana@example.org', state, status: null, since: clock.now() }]
      await wakeForOnline(tx, workspace, connection, await upsertPresence(tx, workspace, connection, rows), clock.now())
    })
  await appear('away')
  expect(await names('snoozed')).toEqual(['Ana Ruiz'])
  await appear('online')
  expect(await names('snoozed')).toEqual([])
  expect((await scene.see('all'))[0]).toMatchObject({ personName: 'Ana Ruiz', wokeWhy: 'online' })
})

test('until they answer: their answer brings it back, and silence does too, each by its name', async () => {
  const scene = await start()
  const { deps, clock, mara, ana, tom, workspace } = scene
  const until = ahead(scene, 3 * dayMs)
  await must(
    changeConversations(deps, mara, [{ conversations: [ana, tom], change: { snooze: { for: 'answer', until } } }]),
  )
  clock.pass(hourMs)
  await scene.hear('ana@example.org', 'Sorry, late shift')
  expect((await scene.see('all'))[0]).toMatchObject({ personName: 'Ana Ruiz', wokeWhy: 'answered', unread: 2 })
  clock.pass(3 * dayMs)
  await wake(deps, { workspace, conversation: tom })
  expect((await scene.see('all'))[0]).toMatchObject({ personName: 'Tom Bek', wokeWhy: 'no-answer' })
})

test('a reminder leaves the conversation where it is, fires when nobody answered, and ends with an answer', async () => {
  const scene = await start()
  const { deps, clock, mara, ana, tom, workspace } = scene
  const remindAt = ahead(scene, 3 * dayMs)
  await must(changeConversations(deps, mara, [{ conversations: [ana, tom], change: { remindAt } }]))
  expect(await scene.names('all')).toEqual(['Tom Bek', 'Ana Ruiz'])
  clock.pass(hourMs)
  await scene.hear('tom@example.org', 'Yes')
  clock.pass(3 * dayMs)
  for (const conversation of [ana, tom]) await wake(deps, { workspace, conversation })
  const rows = await scene.see('all')
  expect(rows).toMatchObject([
    { personName: 'Ana Ruiz', wokeWhy: 'no-answer', remindAt: null },
    { personName: 'Tom Bek', wokeWhy: null },
  ])
})

test('what a bulk change did is taken back row by row, exactly', async () => {
  const scene = await start()
  const { deps, mara, ben, ana, tom, stranger } = scene
  const label = await must(addLabel(deps, mara, { name: 'Nights', colour: 'blue' }))
  await must(changeConversation(deps, mara, ana, { assignee: ben.user, addLabels: [label] }))
  await must(changeConversation(deps, mara, tom, { snooze: { for: 'time', until: ahead(scene, hourMs) } }))
  const look = async () => {
    const rows = [...(await scene.see('all')), ...(await scene.see('snoozed')), ...(await scene.see('requests'))]
    return rows
      .map(({ id, assignee, labels, doneAt, snoozedUntil, unread }) => ({
        id,
        assignee,
        labels,
        doneAt,
        snoozedUntil,
        unread: unread > 0,
      }))
      .toSorted((a, b) => a.id.localeCompare(b.id))
  }
  const before = await look()
  const all = [ana, tom, stranger]
  const { changed, undo } = await must(
    changeConversations(deps, mara, [
      { conversations: all, change: { done: true, assignee: mara.user, addLabels: [label], unread: false } },
    ]),
  )
  expect(changed).toBe(3)
  expect(await scene.names('done')).toHaveLength(3)
  expect(await look()).toEqual([])
  await must(changeConversations(deps, mara, undo))
  expect(await look()).toEqual(before)
})

test('whoever is given a conversation is told once, not when it is taken back unseen, and never of their own doing', async () => {
  const scene = await start()
  const { deps, mara, ben, ana, tom } = scene
  const { undo } = await must(
    changeConversations(deps, mara, [{ conversations: [ana, tom], change: { assignee: ben.user } }]),
  )
  expect(await readNotices(deps, ben)).toMatchObject([
    { kind: 'assigned', byName: 'Mara' },
    { kind: 'assigned', byName: 'Mara' },
  ])
  await must(changeConversations(deps, mara, undo))
  expect(await readNotices(deps, ben)).toEqual([])
  await must(changeConversation(deps, mara, ana, { assignee: ben.user }))
  await must(changeConversation(deps, ben, tom, { assignee: ben.user }))
  expect(await readNotices(deps, ben)).toMatchObject([{ title: 'Ana Ruiz' }])
  await seeNotices(deps, ben, { conversation: ana })
  expect(await readNotices(deps, ben)).toEqual([])
  const { rows } = await inWorkspace(database.db, scene.workspace, tx =>
    sql<{ subject: string }>`select subject_id as subject from audit_log where workspace_id = ${scene.workspace}
      and action = 'conversation.assigned'`.execute(tx),
  )
  expect(rows).toHaveLength(6)
})

test('nothing is given to who may not write, put off to the past, or labelled with what is gone', async () => {
  const scene = await start()
  const { deps, mara, vera, ana, clock } = scene
  const refused = async (change: Parameters<typeof changeConversation>[3], caller = mara) => {
    const result = await changeConversation(deps, caller, ana, change)
    return result.ok ? 'done' : result.refusal.code
  }
  expect(await refused({ assignee: vera.user })).toBe('no-such-colleague')
  expect(await refused({ assignee: newId() })).toBe('no-such-colleague')
  expect(await refused({ snooze: { for: 'time', until: clock.now() } })).toBe('not-ahead')
  expect(await refused({ snooze: { for: 'time', until: ahead(scene, 400 * dayMs) } })).toBe('not-ahead')
  expect(await refused({ addLabels: [newId()] })).toBe('no-such-label')
  expect(await refused({ done: true }, vera)).toBe('viewers-read')
  expect(await scene.see('all')).toMatchObject([{}, { id: ana, assignee: null, doneAt: null, snoozedUntil: null }])
  const many = Array.from({ length: 501 }, () => newId<'Conversation'>())
  expect(await changeConversations(deps, mara, [{ conversations: many, change: { done: true } }])).toMatchObject({
    refusal: { code: 'too-many' },
  })
})

test('a workspace cannot change what belongs to another', async () => {
  const [one, other] = [await start(), await start()]
  expect(await changeConversation(one.deps, one.mara, other.ana, { done: true })).toMatchObject({
    refusal: { code: 'no-such-conversation' },
  })
  const label = await must(addLabel(other.deps, other.mara, { name: 'Theirs', colour: 'red' }))
  expect(await changeConversation(one.deps, one.mara, one.ana, { addLabels: [label] })).toMatchObject({
    refusal: { code: 'no-such-label' },
  })
  expect(await readLabels(one.deps, one.mara)).toEqual([])
})

test('a label is renamed for all, removed at once, and brought back onto the same conversations', async () => {
  const scene = await start()
  const { deps, mara, ana, tom } = scene
  const label = await must(addLabel(deps, mara, { name: ' Nights ', colour: 'blue' }))
  expect(await addLabel(deps, mara, { name: 'nights', colour: 'red' })).toMatchObject({
    refusal: { code: 'name-taken' },
  })
  await must(changeConversations(deps, mara, [{ conversations: [ana, tom], change: { addLabels: [label] } }]))
  expect(await scene.names('all', mara, { label })).toEqual(['Tom Bek', 'Ana Ruiz'])
  await must(changeLabel(deps, mara, label, { name: 'Night shift', colour: 'green' }))
  expect(await readLabels(deps, mara)).toMatchObject([{ id: label, name: 'Night shift', colour: 'green', open: 2 }])
  await must(changeLabel(deps, mara, label, { removed: true }))
  expect(await readLabels(deps, mara)).toEqual([])
  const again = await must(addLabel(deps, mara, { name: 'Night shift', colour: 'red' }))
  expect(await changeLabel(deps, mara, label, { removed: false })).toMatchObject({ refusal: { code: 'name-taken' } })
  await must(changeLabel(deps, mara, again, { removed: true }))
  await must(changeLabel(deps, mara, label, { removed: false }))
  expect(await readLabels(deps, mara)).toMatchObject([{ id: label, open: 2 }])
})

test('other browsers hear of a bulk change in one word', async () => {
  const scene = await start()
  const { deps, mara, ana, tom, workspace } = scene
  await must(changeConversations(deps, mara, [{ conversations: [ana, tom], change: { done: true } }]))
  const { rows } = await inWorkspace(database.db, workspace, tx =>
    sql<{ payload: { conversations: string[] } }>`select payload from live_events
      where workspace_id = ${workspace} and kind = 'conversations.changed'`.execute(tx),
  )
  expect(rows.map(row => row.payload.conversations.toSorted())).toEqual([[ana, tom].toSorted()])
})

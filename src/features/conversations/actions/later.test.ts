import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hourMs } from '#kernel/clock.ts'
import { type ConversationId, newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock } from '#tests/servers/workspace.ts'
import { commitEvents } from './commit.ts'
import { changeLater, readLater, runLater, sendLater, sendLaterNow, takeBackLater } from './later.ts'
import { readNotices } from './notices.ts'
import { sendMessage } from './send.ts'

const jobTalk = 'We have a job opening for a night nurse in Lisbon, apply now!'
const plain = 'Glad it was of use. I am Mara, I recruit for the harbour. How did the round go?'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Ana has written; it is nine in the morning where she lives. */
async function start() {
  const place = await seedConnection(database.db)
  const { workspace, connection } = place
  const mara: Caller = { workspace, user: place.user, role: 'owner' }
  const ben: Caller = { workspace, user: newId(), role: 'recruiter' }
  await addRecruiter(database.db, ben)
  const clock = createTestClock('2026-05-04T09:00:00Z')
  const deps = {
    db: database.db,
    clock,
    recordSpoken: async () => undefined,
    connectorOf: async () => undefined,
    session: () => undefined,
  }
  const person = await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana Ruiz' })
  await acrossWorkspaces(database.db, tx =>
    sql`update people set time_zone = 'Europe/Lisbon' where workspace_id = ${workspace} and person_id = ${person}`.execute(
      tx,
    ),
  )
  const hear = (text: string) =>
    commitEvents(deps, { workspace, connection }, [
      {
        kind: 'message',
        key: newId(),
        otherKeys: [],
        conversation: { id: 'ana@example.org', kind: 'direct' },
        from: { id: 'ana@example.org' },
        own: false,
        text,
        sentAt: clock.now(),
        history: false,
      },
    ])
  await hear('Your checklist was of use')
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>) =>
    (await inWorkspace(database.db, workspace, tx => query.execute(tx))).rows
  const [found] = await rows(
    sql<{ id: ConversationId }>`select conversation_id as id from conversations where workspace_id = ${workspace}`,
  )
  const conversation = found?.id ?? newId<'Conversation'>()
  const outbox = () =>
    rows(
      sql<{
        id: string
        text: string
      }>`select message_id as id, payload->>'text' as text from outbox where workspace_id = ${workspace}`,
    )
  const plan = (text: string, ms: number, caller = mara) =>
    sendLater(deps, caller, conversation, {
      id: newId(),
      text,
      action: 'message',
      sendAt: new Date(clock.now().getTime() + ms),
    })
  const planned = async (text = plain, ms = hourMs) => {
    const result = await plan(text, ms)
    if (!result.ok) throw new Error(result.refusal.code)
    return result.value
  }
  const shown = () => readLater(deps, mara, conversation)
  return { ...place, mara, ben, clock, deps, person, conversation, hear, outbox, plan, planned, shown, rows }
}

test('a message for later is no message until its time; then it leaves under its own id, once', async () => {
  const { deps, clock, workspace, planned, outbox, shown, rows, conversation } = await start()
  const later = await planned()
  const before = await rows(
    sql<{
      version: number
      lastOwn: boolean
    }>`select version, last_own as "lastOwn" from conversations where conversation_id = ${conversation}`,
  )
  expect(before).toEqual([{ version: 1, lastOwn: false }])
  expect(await outbox()).toEqual([])
  const tasks = await rows(
    sql<{
      at: Date
    }>`select run_at as at from graphile_worker.jobs where key = ${`conversations.send-later:${later.id}`}`,
  )
  expect(tasks).toEqual([{ at: later.sendAt }])
  await runLater(deps, { workspace, message: later.id })
  expect(await outbox(), 'it is not the time yet').toEqual([])
  clock.pass(hourMs)
  await runLater(deps, { workspace, message: later.id })
  await runLater(deps, { workspace, message: later.id })
  expect(await outbox()).toEqual([{ id: later.id, text: plain }])
  expect(await shown()).toEqual([])
})

test('when the other side wrote meanwhile it waits for its writer, who is told why', async () => {
  const { deps, clock, workspace, mara, planned, outbox, shown, hear } = await start()
  const later = await planned()
  clock.pass(hourMs / 2)
  await hear('By the way, I am off next week')
  clock.pass(hourMs / 2)
  await runLater(deps, { workspace, message: later.id })
  expect(await outbox()).toEqual([])
  expect(await shown()).toMatchObject([{ id: later.id, held: { code: 'thread-moved' } }])
  expect(await readNotices(deps, mara)).toMatchObject([{ kind: 'held', title: 'Ana Ruiz' }])
  await runLater(deps, { workspace, message: later.id })
  expect(await readNotices(deps, mara)).toHaveLength(1)
})

test('what its own writer said meanwhile does not hold it; what a colleague said does', async () => {
  const scene = await start()
  const { deps, clock, workspace, mara, ben, planned, shown, outbox, conversation } = scene
  const first = await planned(plain, 10 * 60_000)
  clock.pass(60_000)
  expect(
    await sendMessage(deps, mara, conversation, {
      id: newId(),
      text: 'Thank you. I am Mara, I recruit.',
      action: 'message',
    }),
  ).toMatchObject({ ok: true })
  clock.pass(10 * 60_000)
  await runLater(deps, { workspace, message: first.id })
  expect((await outbox()).map(row => row.text)).toContain(plain)
  await scene.hear('It went well')
  const second = await planned('Good to hear. What was the best of it?')
  clock.pass(60_000)
  expect(
    await sendMessage(deps, ben, conversation, {
      id: newId(),
      text: 'Ben here, I recruit with Mara. Well done.',
      action: 'message',
    }),
  ).toMatchObject({ ok: true })
  clock.pass(hourMs)
  await runLater(deps, { workspace, message: second.id })
  expect(await shown()).toMatchObject([{ id: second.id, held: { code: 'thread-moved' } }])
})

test('it is judged when it is written, for its time, and again when the time has come', async () => {
  const { deps, clock, workspace, person, planned, plan, shown, outbox, rows } = await start()
  expect(await plan(jobTalk, hourMs)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await shown()).toEqual([])
  const later = await planned()
  await rows(
    sql`update people set do_not_contact_at = now() where workspace_id = ${workspace} and person_id = ${person}`,
  )
  clock.pass(hourMs)
  await runLater(deps, { workspace, message: later.id })
  expect(await outbox()).toEqual([])
  expect(await shown()).toMatchObject([{ held: { code: 'not-yet', reasons: [{ code: 'do-not-contact' }] } }])
})

test('a warning its writer saw lets it go; one that is new holds it', async () => {
  const { deps, clock, workspace, planned, outbox, shown } = await start()
  // 22:00 in Lisbon, and its writer was warned.
  const knowing = await planned(plain, 12 * hourMs)
  expect(knowing.accepted).toContain('quiet-hours')
  clock.pass(12 * hourMs)
  await runLater(deps, { workspace, message: knowing.id })
  expect(await outbox()).toMatchObject([{ id: knowing.id }])
  const early = await planned('And how was the night?', 11 * hourMs)
  expect(early.accepted).not.toContain('quiet-hours')
  // The server was away: by now it is 22:00 there.
  clock.pass(24 * hourMs)
  await runLater(deps, { workspace, message: early.id })
  expect(await shown()).toMatchObject([{ id: early.id, held: { code: 'worth-a-look' } }])
})

test('held or not, it is changed, taken back to the composer, or sent at once', async () => {
  const { deps, clock, workspace, mara, ben, planned, outbox, shown, hear, conversation, rows } = await start()
  const later = await planned()
  expect(await changeLater(deps, ben, later.id, { text: 'Mine now' })).toMatchObject({ refusal: { code: 'not-yours' } })
  expect(await changeLater(deps, mara, later.id, { text: jobTalk })).toMatchObject({ refusal: { code: 'not-yet' } })
  await hear('Hello?')
  clock.pass(hourMs)
  await runLater(deps, { workspace, message: later.id })
  expect(await shown()).toMatchObject([{ held: { code: 'thread-moved' } }])
  const at = new Date(clock.now().getTime() + hourMs)
  expect(await changeLater(deps, mara, later.id, { sendAt: at })).toMatchObject({ value: { held: null, sendAt: at } })
  expect(await shown()).toMatchObject([{ held: null }])
  expect(await takeBackLater(deps, mara, later.id)).toMatchObject({ value: { text: plain } })
  expect(await shown()).toEqual([])
  expect(
    await rows(
      sql`select text from drafts where workspace_id = ${workspace} and conversation_id = ${conversation} and user_id = ${mara.user}`,
    ),
  ).toEqual([{ text: plain }])
  clock.pass(hourMs)
  await runLater(deps, { workspace, message: later.id })
  expect(await outbox()).toEqual([])
  const other = await planned()
  expect(await sendLaterNow(deps, mara, other.id)).toMatchObject({ ok: true })
  expect(await outbox()).toMatchObject([{ id: other.id }])
})

test('a writer who left the team or the role sends nothing any more', async () => {
  const { deps, clock, workspace, mara, planned, outbox, shown, rows } = await start()
  const later = await planned()
  await rows(sql`update users set disabled_at = now() where workspace_id = ${workspace} and user_id = ${mara.user}`)
  clock.pass(hourMs)
  await runLater(deps, { workspace, message: later.id })
  expect(await outbox()).toEqual([])
  expect(await shown()).toMatchObject([{ held: { code: 'writer-gone' } }])
})

test('a variable that nobody filled in is never sent, now or later', async () => {
  const { deps, mara, plan, conversation } = await start()
  const text = 'Hello {first-name}, I am Mara, I recruit.'
  expect(await plan(text, hourMs)).toMatchObject({ refusal: { code: 'unfilled', variable: 'first-name' } })
  const now = await sendMessage(deps, mara, conversation, { id: newId(), text, action: 'message' })
  expect(now).toMatchObject({ refusal: { code: 'unfilled', variable: 'first-name' } })
})

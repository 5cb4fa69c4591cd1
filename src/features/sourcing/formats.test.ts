import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesSource } from '#importers/byte-source.ts'
import { type Fixture, fixtures } from '#importers/fixtures/files.test-support.ts'
import { recogniseFile } from '#importers/registry.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { importFile } from './actions/import-file.ts'
import { changeImport } from './actions/manage.ts'
import { undoImport } from './actions/undo-import.ts'
import { historyFound, type PastTouch } from './events.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const clock = createTestClock('2026-11-22T10:00:00Z')
const still = new AbortController().signal

async function load(caller: Caller, file: Fixture | undefined) {
  if (!file) throw new Error('no such fixture')
  const heard: PastTouch[] = []
  const events = createEvents()
  events.hear(historyFound, async (_, { touches }) => void heard.push(...touches))
  const deps = {
    db: database.db,
    clock,
    events,
    suppressionKey: new Uint8Array(32).fill(7),
    recogniseFile,
    audit: async () => undefined,
  }
  clock.pass(60_000)
  const loaded = await importFile(deps, { ...caller, source: bytesSource(file.name, file.bytes), signal: still })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  const undo = async () => {
    const asked = await changeImport(deps, caller, loaded.value.import_id, 'undo')
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal))
    await undoImport(deps, { ...caller, importId: loaded.value.import_id, signal: still })
  }
  return { row: loaded.value, heard, undo }
}

const rename = (caller: Caller, name: string, email: string) =>
  inWorkspace(database.db, caller.workspace, async tx => {
    await sql`update users set name = ${name}, email = ${email} where workspace_id = ${caller.workspace}`.execute(tx)
  })
async function workspaceOfRosa(): Promise<Caller> {
  const caller = await createWorkspace(database.db)
  await rename(caller, 'Rosa Keller', `rosa@rosa.example`)
  return caller
}
const rows = <Row>(caller: Caller, query: ReturnType<typeof sql<Row>>) =>
  inWorkspace(database.db, caller.workspace, async tx => (await query.execute(tx)).rows)
const named = (caller: Caller) =>
  rows(
    caller,
    sql<{ name: string }>`select display_name as name from people where workspace_id = ${caller.workspace} order by 1`,
  )
const items = (caller: Caller) =>
  rows(
    caller,
    sql<{ name: string; kind: string; title: string | null; profile: boolean }>`
      select p.display_name as name, a.kind, a.title, a.profile_id is not null as profile from activity_items a
        join people p on p.workspace_id = a.workspace_id and p.person_id = a.person_id
      where a.workspace_id = ${caller.workspace} order by a.published_at`,
  )
const feeds = (caller: Caller) =>
  rows(caller, sql<{ url: string }>`select url from feeds where workspace_id = ${caller.workspace} order by 1`)

test('blogs of a list are people, followed at once; the same list again changes nothing, undo takes all of it back', async () => {
  const caller = await createWorkspace(database.db)
  const first = await load(caller, fixtures.opml[0])
  expect(first.row).toMatchObject({
    state: 'done',
    created_count: 2,
    rejected_count: 1,
    also: { feed: 2, followed: 2 },
  })
  expect(await feeds(caller)).toEqual([{ url: 'https://night.example/feed.xml' }, { url: 'https://weld.example/atom' }])
  const again = await load(caller, fixtures.opml[0])
  expect(again.row).toMatchObject({ created_count: 0, unchanged_count: 2, also: { feed: 2 } })
  expect(again.row.also.followed ?? 0).toBe(0)
  await first.undo()
  expect(await feeds(caller)).toEqual([])
  expect(await named(caller)).toEqual([])
})

test('what people did on GitHub stands in their timeline once, and goes with the import', async () => {
  const caller = await createWorkspace(database.db)
  const { row, undo } = await load(caller, fixtures.github[2])
  expect(row).toMatchObject({ created_count: 1, also: { activity: 2, taken: 2 } })
  const told = [
    { name: 'adalovell', kind: 'commit', title: 'Commits to engines/mill', profile: true },
    { name: 'adalovell', kind: 'comment', title: 'Wheel squeaks', profile: true },
  ]
  expect(await items(caller)).toEqual(told)
  const again = await load(caller, fixtures.github[2])
  expect(again.row.also.taken ?? 0).toBe(0)
  await again.undo()
  expect(await items(caller)).toEqual(told)
  await undo()
  expect(await items(caller)).toEqual([])
})

test('chats become history with the person they are with, whoever else has the same name', async () => {
  const caller = await workspaceOfRosa()
  await load(caller, fixtures['whatsapp-chat'][0])
  const { row, heard } = await load(caller, fixtures['telegram-export'][1])
  expect(row.also).toMatchObject({ message: 2, activity: 1, taken: 1, owner: 'Rosa Keller' })
  expect(heard.map(({ direction, tool, text }) => [direction, tool, text])).toEqual([
    ['in', 'telegram', 'See https://a.example'],
    ['out', 'telegram', 'Thank you'],
  ])
  expect(await items(caller)).toMatchObject([{ name: 'Tom Bek', kind: 'post', title: 'Rustaceans' }])
})

test('Slack and mailboxes know the recruiter by their address; list mail is what its author published', async () => {
  const caller = await workspaceOfRosa()
  const slack = await load(caller, fixtures['slack-export'][0])
  expect(slack.heard.map(one => [one.direction, one.text])).toEqual([
    ['out', 'Hi Bo'],
    ['in', 'Hi Rosa'],
  ])
  const mail = await load(caller, fixtures.mbox[0])
  expect(mail.heard.map(one => [one.direction, one.text])).toEqual([
    ['in', 'Die Mühle steht.\nFrom here on it turns.'],
    ['out', 'Good!'],
  ])
  expect(await items(caller)).toEqual([
    { name: 'Bo Chen', kind: 'post', title: '#general', profile: true },
    { name: 'Bo Chen', kind: 'post', title: '[rust] Slices', profile: true },
  ])
  expect(await named(caller)).toEqual([{ name: 'Bo Chen' }, { name: 'Jürgen Müßig' }])
})

test('a Discord package makes nobody a person', async () => {
  const caller = await workspaceOfRosa()
  const { row, heard } = await load(caller, fixtures['discord-package'][0])
  expect(row).toMatchObject({ state: 'done', created_count: 0, also: { message: 1, room: 1, unmatched: 1 } })
  expect(heard).toEqual([])
  expect(await named(caller)).toEqual([])
})

test('résumés, tables of Excel and exports of every kind bring people, and again change nothing', async () => {
  const caller = await workspaceOfRosa()
  const files = [
    ...fixtures['resume-pdf'],
    ...fixtures['resume-docx'],
    ...fixtures['json-resume'],
    ...fixtures.xlsx,
    ...fixtures['open-social'],
    ...fixtures.page,
    ...fixtures['meta-export'].slice(0, 2),
    ...fixtures['x-archive'],
    ...fixtures.mastodon.slice(0, 1),
    ...fixtures['bluesky-car'],
  ]
  for (const file of files) expect((await load(caller, file)).row.state, file.name).toBe('done')
  const before = await named(caller)
  expect(before.map(one => one.name)).toEqual(
    expect.arrayContaining(['Ada Lovell', 'Ana Ruiz', 'Tom Bek', 'Jürgen Müßig']),
  )
  for (const file of files)
    expect((await load(caller, file)).row, file.name).toMatchObject({ created_count: 0, changed_count: 0 })
  expect(await named(caller)).toEqual(before)
})

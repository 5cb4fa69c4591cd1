import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { type MailDesk, mailSettings, startMailDesk } from '#tests/servers/list-mail.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { type SmtpSink, startSmtpSink } from '#tests/servers/smtp-sink.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { changeDigest, makeDigest, readDigest } from './actions/digest.ts'
import type { SendDeps } from './actions/send/run.ts'
import { sendIssue } from './actions/send.ts'
import { digestIssue, isOf, jobsFor, nextDigest, weekOf } from './model/digest.ts'

const stack = new AsyncDisposableStack()
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let sink: SmtpSink
let desk: MailDesk

beforeAll(async () => {
  database = stack.use(await startTestDatabase())
  sink = stack.use(await startSmtpSink({ args: [] }))
  caller = await createWorkspace(database.db)
  desk = stack.use(await startMailDesk(database.db, caller, mailSettings(sink.port)))
})
afterAll(() => stack.disposeAsync())

test('an interest finds the openings that speak of it, and no others; who named nothing is kept from nothing', () => {
  const job = (id: string, title: string, place: string, anywhere = false, words: string[] = []) => ({
    id,
    title,
    url: `https://jobs.example.org/${id}`,
    facts: '',
    summary: '',
    words,
    place,
    anywhere,
  })
  const jobs = [
    job('a', 'Pflegefachkraft (Nacht)', 'Köln'),
    job('b', 'Warehouse packer', 'Hamburg', false, ['night shift', 'part-time']),
    job('c', 'Bookkeeper', 'Berlin', true),
  ]
  const [a, b, c] = jobs
  expect(a && isOf(a, { label: 'Pflege' })).toBe(true)
  expect(b && isOf(b, { label: 'Night shifts' })).toBe(true)
  expect(c && isOf(c, { label: 'Night shifts' })).toBe(false)
  const interests = [
    { id: 'night', label: 'Night shifts' },
    { id: 'care', label: 'Pflege' },
  ]
  const ids = (place: string | null, ...ticked: string[]) =>
    jobsFor({ id: 'r', place, interests: ticked }, jobs, interests).map(each => each.id)
  expect(ids(null)).toEqual(['a', 'b', 'c'])
  expect(ids('koln')).toEqual(['a', 'c'])
  expect(ids(null, 'night')).toEqual(['b'])
  expect(ids('Hamburg', 'care')).toEqual([])
  expect(digestIssue(jobs.slice(0, 1), 'de').subject).toBe('Neu für dich: Pflegefachkraft (Nacht)')
})

test('the digest goes out at the same hour of the day when the clocks change, and a week has one name', () => {
  const plan = { weekday: 1, hour: 9, timezone: 'Europe/Berlin' }
  expect(nextDigest(plan, new Date('2026-10-19T08:00:00Z')).toISOString()).toBe('2026-10-26T08:00:00.000Z')
  expect(nextDigest(plan, new Date('2026-10-12T07:30:00Z')).toISOString()).toBe('2026-10-19T07:00:00.000Z')
  expect(weekOf(new Date('2027-01-03T12:00:00Z'), 'UTC')).toBe('2026-W53')
  expect(weekOf(new Date('2027-01-03T23:30:00Z'), 'Europe/Berlin')).toBe('2027-W01')
})

test('once a week each reader gets what is new for them, nobody twice, and nothing when nothing is new', async () => {
  const { db } = database
  const { workspace, user } = caller
  const now = desk.deps.clock.now()
  const list = await desk.addList(4)
  await inWorkspace(db, workspace, async tx => {
    await sql`update lists set interests = '[{"id":"night","label":"Night shifts"},{"id":"books","label":"Bookkeeping"}]'
      where workspace_id = ${workspace} and list_id = ${list}`.execute(tx)
    const { rows } = await sql<{ id: string }>`select subscriber_id as id from list_subscribers
      where workspace_id = ${workspace} and list_id = ${list} order by number`.execute(tx)
    const [nights, books, far] = rows.map(row => row.id)
    await sql`update list_subscribers set interests = '{night}' where subscriber_id = ${nights}`.execute(tx)
    await sql`update list_subscribers set interests = '{books}' where subscriber_id = ${books}`.execute(tx)
    await sql`update list_subscribers set place = 'Lisbon' where subscriber_id = ${far}`.execute(tx)
    await sql`insert into openings (workspace_id, opening_id, slug, title, description, must, place, town, country, organisation, state,
        owner_id, opened_at, created_at, updated_at)
      values (${workspace}, ${newId<'Opening'>()}, 'packer', 'Packer [nights]', 'You pack what ships at night, with a crew of five.',
        '{night shift}', 'Hamburg', 'Hamburg', 'DE', 'Harbour', 'open', ${user}, ${now}, ${now}, ${now})`.execute(tx)
  })
  const on = { on: true, weekday: 1, hour: 9, timezone: 'Europe/Berlin' }
  const deps: SendDeps = {
    ...desk.deps,
    publicUrl: 'https://kith.example',
    listKey: new Uint8Array(32),
    reach: { allowsAddress: () => true },
    outgoing: desk.outgoing,
    touches: {
      events: createEvents(),
      suppressionKey: new Uint8Array(32),
      readText: { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false },
    },
  }
  expect(await changeDigest(deps, caller, list, { ...on, timezone: 'Nowhere/Land' })).toMatchObject({ ok: false })
  expect(await changeDigest(deps, caller, list, on)).toMatchObject({ ok: true })
  const before = await readDigest(deps, caller, list)
  // One reads of nights, one ticked nothing; bookkeeping and Lisbon hear nothing of it.
  expect(before).toMatchObject({ ok: true, value: { groups: [{ readers: { length: 2 } }] } })
  const made = await makeDigest(deps, workspace, list)
  expect(made).toHaveLength(1)
  for (const issue of made) await sendIssue(deps, { workspace, issue }, new AbortController().signal)
  const mails = await sink.mails()
  expect(mails).toHaveLength(2)
  expect(mails[0]?.raw).toContain('New for you: Packer')
  // The task runs again, as after a crash, and next week with nothing new.
  expect(await makeDigest(deps, workspace, list)).toEqual([])
  await inWorkspace(db, workspace, tx =>
    sql`update lists set digest_until = ${new Date(now.getTime() - 86_400_000)} where list_id = ${list}`.execute(tx),
  )
  expect(await makeDigest(deps, workspace, list)).toEqual([])
  expect(await sink.mails()).toHaveLength(2)
})

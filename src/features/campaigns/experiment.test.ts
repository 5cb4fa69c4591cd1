import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { chooseVersion, keepVersion, noteReached, readExperiment, startExperiment } from './actions/experiments.ts'
import { changePage, createPage, type PagesDeps, readPublished } from './actions/pages.ts'
import { differenceOf, judgeVersions } from './model/experiment.ts'
import { firstLanding } from './model.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let deps: PagesDeps
const clock = createTestClock('2026-11-22T18:00:00Z')

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  deps = { db: database.db, clock, publicUrl: 'https://kith.example.org', refreshSessions: async () => undefined }
})
afterAll(() => database?.[Symbol.asyncDispose]())

const counted = (visits: number, reached: number) => ({ visits, reached, chats: reached, subscribes: 0 })

test('nothing is claimed of a few readers, nor of a difference that luck explains; how many more are needed is said', () => {
  expect(judgeVersions(counted(40, 2), counted(45, 9))).toMatchObject({ kind: 'too-few' })
  const unclear = judgeVersions(counted(500, 25), counted(500, 33))
  expect(unclear).toMatchObject({ kind: 'unclear' })
  if (unclear.kind !== 'unclear') return
  expect(unclear.low).toBeLessThan(0)
  expect(unclear.high).toBeGreaterThan(0)
  // 5.0 against 6.6 per cent at 99 % and 80 %: some 5,000 each.
  expect(unclear.moreVisits).toBeGreaterThan(7_000)
  expect(unclear.moreVisits).toBeLessThan(12_000)
  expect(judgeVersions(counted(2_000, 60), counted(2_000, 140))).toMatchObject({ kind: 'better', which: 'b' })
  expect(judgeVersions(counted(2_000, 140), counted(2_000, 60))).toMatchObject({ kind: 'better', which: 'a' })
  expect(judgeVersions(counted(5_000, 0), counted(5_000, 0))).toEqual({ kind: 'too-few', moreVisits: null })
})

test('looked at after every hundred readers, two equal versions are seldom called different', () => {
  let seed = 20_261_130
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  let wrong = 0
  for (let trial = 0; trial < 300; trial += 1) {
    const a = counted(0, 0)
    const b = counted(0, 0)
    let claimed = false
    for (let reader = 1; reader <= 3_000; reader += 1) {
      const one = random() < 0.5 ? a : b
      one.visits += 1
      if (random() < 0.05) one.reached += 1
      if (reader % 100 === 0) claimed ||= judgeVersions(a, b).kind === 'better'
    }
    if (claimed) wrong += 1
  }
  expect(wrong / 300).toBeLessThan(0.08)
  // Newcombe 1998, method 10: 56 of 70 and 48 of 80 differ by 0.05 to 0.34 at 95 %; wider at 99 %.
  const { low, high } = differenceOf(counted(80, 48), counted(70, 56))
  expect(low).toBeLessThan(0.0524)
  expect(high).toBeGreaterThan(0.3339)
})

test('readers get one of two versions without a cookie, the same one all day; the one that is kept is the page', async () => {
  const id = await createPage(deps, caller, { title: 'Nights' })
  expect(await startExperiment(deps, caller, id)).toMatchObject({ refusal: { code: 'nothing-to-try' } })
  await changePage(deps, caller, id, { content: { ...firstLanding, heading: 'As it was' }, published: true })
  await changePage(deps, caller, id, { content: { ...firstLanding, heading: 'Changed' } })
  expect(await startExperiment(deps, caller, id)).toMatchObject({ ok: true })
  const page = await readPublished(deps, 'nights')
  expect(page?.content.heading).toBe('As it was')
  const reader = (n: number) => ({ ip: `203.0.113.${n}`, agent: 'Mozilla/5.0 (X11)', purpose: '' })
  const got = new Map<number, string | undefined>()
  for (let n = 0; n < 60; n += 1) got.set(n, (await chooseVersion(deps, 'nights', reader(n), true))?.version)
  const b = [...got.values()].filter(version => version === 'b').length
  expect(b).toBeGreaterThan(10)
  expect(b).toBeLessThan(50)
  for (let n = 0; n < 60; n += 1)
    expect((await chooseVersion(deps, 'nights', reader(n), true))?.version).toBe(got.get(n))
  // A program that looks, one who only fetches ahead, and one who was never on the page count for nothing.
  await chooseVersion(deps, 'nights', { ...reader(70), agent: 'Googlebot/2.1' }, true)
  await chooseVersion(deps, 'nights', { ...reader(71), purpose: 'prefetch' }, true)
  const campaign = `page:${id}`
  await noteReached(deps, caller.workspace, campaign, reader(3), 'chatted')
  await noteReached(deps, caller.workspace, campaign, reader(3), 'subscribed')
  await noteReached(deps, caller.workspace, campaign, reader(99), 'chatted')
  const seen = await readExperiment(deps, caller, id)
  expect((seen?.a.visits ?? 0) + (seen?.b.visits ?? 0)).toBe(60)
  expect((seen?.a.reached ?? 0) + (seen?.b.reached ?? 0)).toBe(1)
  expect(seen?.verdict.kind).toBe('too-few')
  // Neither address nor program is kept, and the salt of the day is gone with it.
  const stored = async () =>
    inWorkspace(database.db, caller.workspace, async tx => {
      const { rows } = await sql<{
        salts: number
        widest: number
      }>`select (select count(*)::int from page_test_salts) as salts,
        (select max(length(visitor)) from page_test_visits) as widest`.execute(tx)
      return rows[0]
    })
  expect(await stored()).toEqual({ salts: 1, widest: 16 })
  clock.set('2026-11-23T08:00:00Z')
  await chooseVersion(deps, 'nights', reader(1), true)
  expect(await stored()).toEqual({ salts: 1, widest: 16 })

  await changePage(deps, caller, id, { content: { ...firstLanding, heading: 'A third' } })
  expect(await changePage(deps, caller, id, { published: true })).toMatchObject({ refusal: { code: 'test-runs' } })
  expect(await keepVersion(deps, caller, id, 'b')).toMatchObject({ ok: true })
  expect((await readPublished(deps, 'nights'))?.content.heading).toBe('Changed')
  expect(await chooseVersion(deps, 'nights', reader(1), true)).toBeUndefined()
  expect(await keepVersion(deps, caller, id, 'a')).toMatchObject({ refusal: { code: 'runs-not' } })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordActivity } from '#features/activity/index.ts'
import { addMessengerProfile } from '#features/people/index.ts'
import { recordTouches, relationshipMarks, type Touch } from '#features/relationships/index.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { readToday, type TodayDeps } from './actions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-11-22T10:00:00Z')
const events = createEvents()
const silentText = { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false }
const touchDeps = { events, readText: silentText, suppressionKey: new Uint8Array(32) }
const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function add(
  caller: Caller,
  name: string,
  tool: ToolId,
  ...touches: Pick<Touch, 'kind' | 'at'>[]
): Promise<PersonId> {
  return inWorkspace(database.db, caller.workspace, async tx => {
    const made = await addMessengerProfile(tx, {
      ...caller,
      tool,
      address: `${name}@x.org`,
      name,
      source: 'test',
      now: clock.now(),
    })
    if (!made.ok) throw new Error('refused')
    const { person } = made.value
    await recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      touches.map(touch => ({ ...touch, person, user: caller.user, tool })),
      clock.now(),
    )
    return person
  })
}

const deps = (seams: Partial<Pick<TodayDeps, 'waiting' | 'reachable'>> = {}): TodayDeps => ({
  db: database.db,
  clock,
  marks: (tx, caller, people) => relationshipMarks(tx, { clock, online: async () => new Map() }, caller, people),
  waiting: async () => [],
  reachable: async () => [],
  ...seams,
})

test('every person appears once, in the most urgent section, with one step', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana', 'xmpp', { kind: 'their-message', at: daysAgo(70) })
  const tom = await add(caller, 'Tom', 'matrix', { kind: 'their-reaction', at: daysAgo(1) })
  const li = await add(caller, 'Li', 'xmpp')
  const sam = await add(
    caller,
    'Sam',
    'xmpp',
    { kind: 'their-message', at: daysAgo(95) },
    { kind: 'our-message', at: daysAgo(94) },
  )
  const post = {
    person: li,
    tool: 'blog' as const,
    kind: 'post',
    key: 'frost',
    title: 'Frost in the vineyard',
    text: 'word '.repeat(1_000),
    publishedAt: daysAgo(1),
  }
  await inWorkspace(database.db, caller.workspace, tx =>
    recordActivity(tx, { events }, caller.workspace, [post], clock.now()),
  )
  const today = await readToday(
    deps({
      waiting: async () => [
        {
          conversation: newId(),
          person: ana,
          name: 'Ana',
          tool: 'xmpp',
          presence: 'online',
          preview: 'is it only nights?',
          since: daysAgo(0),
        },
      ],
      reachable: async () => [
        { person: ana, name: 'Ana', tool: 'xmpp', presence: 'online', conversation: null },
        {
          person: tom,
          name: 'Tom',
          tool: 'matrix',
          presence: 'online',
          usually: 'usually Tue–Thu evenings',
          conversation: null,
        },
        { person: li, name: 'Li', tool: 'xmpp', presence: 'away', conversation: null },
      ],
    }),
    caller,
  )
  const shown = (steps: typeof today.waiting) => steps.map(step => [step.name, step.stage, step.step.id])
  expect(shown(today.waiting)).toEqual([['Ana', 'connected', 'reply']])
  expect(shown(today.online)).toEqual([['Tom', 'acknowledged', 'invite']])
  expect(shown(today.read)).toEqual([['Li', 'found', 'read']])
  expect(today.read[0]).toMatchObject({ text: 'Frost in the vineyard', minutes: 4 })
  expect(shown(today.warm).map(([name]) => name)).toEqual(['Sam'])
  expect(today.warm[0]?.person).toBe(sam)
  expect(today.steps).toBe(4)
})

test('nobody who wants no contact is offered, and an empty day is empty', async () => {
  const caller = await createWorkspace(database.db)
  expect(await readToday(deps(), caller)).toEqual({
    steps: 0,
    minutes: 0,
    waiting: [],
    online: [],
    read: [],
    warm: [],
    heardThisWeek: 0,
  })
  const sam = await add(
    caller,
    'Sam',
    'xmpp',
    { kind: 'their-message', at: daysAgo(94) },
    { kind: 'our-message', at: daysAgo(2) },
  )
  const today = await readToday(deps(), caller)
  expect([today.warm.length, today.heardThisWeek]).toEqual([0, 1])
  await inWorkspace(database.db, caller.workspace, tx =>
    recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      [{ person: sam, user: caller.user, kind: 'opted-out', at: clock.now() }],
      clock.now(),
    ),
  )
  const reachable = async () => [
    { person: sam, name: 'Sam', tool: 'xmpp' as const, presence: 'online' as const, conversation: null },
  ]
  expect((await readToday(deps({ reachable }), caller)).online).toEqual([])
})

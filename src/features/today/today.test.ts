import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordActivity } from '#features/activity/index.ts'
import { addMessengerProfile } from '#features/people/index.ts'
import { insertMembers, insertPool } from '#features/pools/index.ts'
import { recordTouches, relationshipMarks, type Touch } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { importFile } from '#features/sourcing/actions/import-file.ts'
import { bytesSource } from '#importers/byte-source.ts'
import { recogniseFile } from '#importers/registry.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { bringBack, planWeek, putOff } from './actions/arrange.ts'
import { readProposedWeek } from './actions/propose-week.ts'
import { readToday, type TodayDeps } from './actions/read-today.ts'
import type { SectionId } from './model.ts'
import type { TodayPage } from './wire.ts'

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

const deps = (seams: Partial<Pick<TodayDeps, 'waiting' | 'reachable' | 'groups'>> = {}): TodayDeps => ({
  db: database.db,
  clock,
  marks: (tx, caller, people) => relationshipMarks(tx, { clock, online: async () => new Map() }, caller, people),
  waiting: async () => [],
  reachable: async () => [],
  groups: async () => [],
  ...seams,
})

const of = (page: TodayPage, section: SectionId) => page.sections.find(one => one.id === section)?.steps ?? []

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
  expect(
    today.sections.map(({ id, steps }) => [id, ...steps.map(step => [step.name, step.stage, step.step.id])]),
  ).toEqual([
    ['waiting', ['Ana', 'connected', 'reply']],
    ['online', ['Tom', 'acknowledged', 'invite']],
    ['read', ['Li', 'found', 'read']],
    ['introduce', ['Sam', 'connected', 'introduce']],
  ])
  expect(of(today, 'read')[0]).toMatchObject({ text: 'Frost in the vineyard', minutes: 4 })
  expect(of(today, 'introduce')[0]?.person).toBe(sam)
  expect(today.steps).toBe(4)
})

test('nobody who wants no contact is offered, and an empty day is empty', async () => {
  const caller = await createWorkspace(database.db)
  expect(await readToday(deps(), caller)).toEqual({
    steps: 0,
    minutes: 0,
    todos: 0,
    sections: [],
    heardThisWeek: 0,
    week: [],
    weekday: 7,
  })
  const sam = await add(
    caller,
    'Sam',
    'xmpp',
    { kind: 'their-message', at: daysAgo(94) },
    { kind: 'our-message', at: daysAgo(2) },
  )
  const today = await readToday(deps(), caller)
  expect([of(today, 'warm').length, today.heardThisWeek]).toEqual([0, 1])
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
  expect((await readToday(deps({ reachable }), caller)).sections).toEqual([])
})

test('each step of the ladder that is due has its section: to invite, to introduce, interest shown', async () => {
  const caller = await createWorkspace(database.db)
  await add(caller, 'Ack', 'xmpp', { kind: 'their-reaction', at: daysAgo(4) })
  await add(
    caller,
    'Invited',
    'xmpp',
    { kind: 'their-reaction', at: daysAgo(4) },
    { kind: 'invite-sent', at: daysAgo(1) },
  )
  await add(caller, 'Met', 'xmpp', { kind: 'invite-accepted', at: daysAgo(3) })
  await add(
    caller,
    'Keen',
    'xmpp',
    { kind: 'asked-about-work', at: daysAgo(2) },
    { kind: 'our-message', at: daysAgo(1) },
  )
  const today = await readToday(deps(), caller)
  expect(today.sections.map(({ id, steps }) => [id, ...steps.map(step => step.name)])).toEqual([
    ['invite', 'Ack'],
    ['introduce', 'Met'],
    ['interested', 'Keen'],
  ])
})

test('what people in pools published stands before the rest, and a rhythm brings a reason to write', async () => {
  const caller = await createWorkspace(database.db)
  const pooled = await add(caller, 'Pooled', 'xmpp')
  const other = await add(caller, 'Other', 'xmpp')
  const warm = await add(
    caller,
    'Warm',
    'xmpp',
    { kind: 'invite-accepted', at: daysAgo(50) },
    { kind: 'introduced', at: daysAgo(50) },
  )
  await inWorkspace(database.db, caller.workspace, async tx => {
    const made = await insertPool(tx, { db: database.db, clock, stages }, caller, {
      kind: 'static',
      name: 'Growers',
      warmWeeks: 4,
      offer: { title: 'Frost guide', url: 'https://kith.example/frost' },
    })
    if (!made.ok) throw new Error(made.refusal.code)
    await insertMembers(tx, caller.workspace, made.value, [pooled, warm], { user: caller.user, at: clock.now() })
    const post = (person: PersonId, key: string, days: number) => ({
      person,
      tool: 'blog' as const,
      kind: 'post',
      key,
      title: key,
      text: 'word '.repeat(100),
      publishedAt: daysAgo(days),
    })
    await recordActivity(
      tx,
      { events },
      caller.workspace,
      [post(other, 'Newer', 1), post(pooled, 'Older', 5)],
      clock.now(),
    )
  })
  const today = await readToday(deps(), caller)
  expect(of(today, 'read').map(step => [step.name, step.because.map(one => one.text)])).toEqual([
    ['Pooled', ['Growers']],
    ['Other', []],
  ])
  expect(of(today, 'warm')).toMatchObject([
    {
      name: 'Warm',
      step: { id: 'keep-warm', reason: 'due' },
      because: [
        { code: 'rhythm', text: 'Growers', count: 4 },
        { code: 'our-post', text: 'Frost guide' },
      ],
      offer: { url: 'https://kith.example/frost' },
    },
  ])
})

test('the new job of a contact on LinkedIn is a reason before anything else was between us; a colleague has none', async () => {
  const caller = await createWorkspace(database.db)
  const shared = { ...touchDeps, db: database.db, clock, audit: async () => undefined, recogniseFile }
  const load = async (job: string) => {
    const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
    const text = `${header}\nAna,Ruiz,https://www.linkedin.com/in/ana-ruiz,,${job},08 Feb 2026\n`
    const source = bytesSource('Connections.csv', new TextEncoder().encode(text))
    const signal = new AbortController().signal
    const done = await importFile(shared, { ...caller, source, signal })
    if (!done.ok) throw new Error(done.refusal.code)
  }
  await load('Clinic Norte,Night Nurse')
  await load('Hospital Sur,Head of Nights')
  expect(of(await readToday(deps(), caller), 'jobs')).toEqual([])
  await inWorkspace(database.db, caller.workspace, async tx => {
    const { person_id: person } = await tx.selectFrom('people').select('person_id').executeTakeFirstOrThrow()
    const contact = { kind: 'in-contacts', person, user: caller.user, tool: 'linkedin', at: daysAgo(200) } as const
    await recordTouches(tx, touchDeps, caller.workspace, [contact], clock.now())
  })
  expect(of(await readToday(deps(), caller), 'jobs')).toMatchObject([
    {
      name: 'Ana Ruiz',
      stage: 'found',
      text: 'Head of Nights, Hospital Sur',
      step: { id: 'follow' },
      because: [{ code: 'new-job' }],
    },
  ])
  expect(of(await readToday(deps(), { ...caller, user: newId<'User'>() }), 'jobs')).toEqual([])
})

test('what is put off is gone until its day, and comes back when that is taken back', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana', 'xmpp', { kind: 'their-reaction', at: daysAgo(4) })
  const shown = async () => (await readToday(deps(), caller)).sections.flatMap(one => one.steps.map(step => step.name))
  expect(await shown()).toEqual(['Ana'])
  await putOff({ db: database.db, clock }, caller, ana, 1)
  expect(await shown()).toEqual([])
  await bringBack({ db: database.db, clock }, caller, ana)
  expect(await shown()).toEqual(['Ana'])
  await putOff({ db: database.db, clock }, caller, ana, 1)
  clock.pass(dayMs)
  expect(await shown()).toEqual(['Ana'])
  clock.pass(-dayMs)
})

test('a planned week counts who heard from us over each tool, and brings what is planned for today to the front', async () => {
  const caller = await createWorkspace(database.db)
  await add(caller, 'Ana', 'irc', { kind: 'their-reaction', at: daysAgo(9) })
  await add(caller, 'Tom', 'matrix', { kind: 'their-reaction', at: daysAgo(4) })
  await add(
    caller,
    'Li',
    'matrix',
    { kind: 'invite-accepted', at: daysAgo(30) },
    { kind: 'our-message', at: daysAgo(1) },
  )
  // The clock stands on a Sunday.
  await planWeek({ db: database.db, clock }, caller, [
    { tool: 'matrix', people: 5, place: '#welding', days: [7, 2] },
    { tool: 'irc', people: 3, place: '', days: [1] },
  ])
  const today = await readToday(deps(), caller)
  expect(today.week).toMatchObject([
    { tool: 'matrix', people: 5, done: 1, days: [2, 7], place: '#welding' },
    { tool: 'irc', people: 3, done: 0 },
  ])
  expect(of(today, 'invite').map(step => [step.name, step.because])).toEqual([
    ['Tom', [{ code: 'week', text: 'matrix', count: null }]],
    ['Ana', []],
  ])
})

test('a group that is worth a visit closes the list', async () => {
  const caller = await createWorkspace(database.db)
  const groups: TodayDeps['groups'] = async () => [
    {
      group: newId(),
      title: '#welding',
      tool: 'irc',
      conversation: null,
      url: null,
      reason: { kind: 'question', count: 1, text: 'Which rod for thin plate?' },
      step: 'answer',
      minutes: 5,
    },
  ]
  const today = await readToday(deps({ groups }), caller)
  expect(today.sections).toMatchObject([
    { id: 'groups', steps: [{ name: '#welding', person: null, text: 'Which rod for thin plate?', minutes: 5 }] },
  ])
})

test('a week is proposed from where people are, what groups are worth and the days on which they write; nobody to leave alone counts', async () => {
  const caller = await createWorkspace(database.db)
  const propose = (groups: Parameters<typeof readProposedWeek>[0]['worth'] = async () => []) =>
    readProposedWeek({ db: database.db, clock, worth: groups }, caller, 'Europe/Berlin')
  expect(await propose()).toEqual([])
  // 17 November 2026 is a Tuesday, 19 November a Thursday.
  const tuesday = (weeks: number) => new Date(Date.parse('2026-11-17T20:30:00Z') - weeks * 7 * 86_400_000)
  for (const name of ['Ana', 'Tom', 'Li'])
    await add(
      caller,
      name,
      'xmpp',
      ...[0, 1, 2].flatMap(weeks => [
        { kind: 'our-message' as const, at: new Date(tuesday(weeks).getTime() - 3_600_000) },
        { kind: 'their-message' as const, at: tuesday(weeks) },
      ]),
    )
  await add(caller, 'Sam', 'matrix')
  await add(caller, 'Gone', 'irc', { kind: 'opted-out', at: daysAgo(3) })
  const week = await propose(async () => [
    { tool: 'matrix', title: 'Night nurses', score: 0.4, people: 1, minutes: 25 },
    { tool: 'matrix', title: 'Empty hall', score: 0, people: 0, minutes: 90 },
  ])
  expect(week.map(line => line.tool)).toEqual(['xmpp', 'matrix'])
  expect(week[0]).toMatchObject({ people: 2, place: '', days: [2] })
  expect(week[0]?.because).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'people', count: 3 }),
      expect.objectContaining({ code: 'few-asked', count: 3, of: 3 }),
      expect.objectContaining({ code: 'days', days: [2] }),
    ]),
  )
  expect(week[1]).toMatchObject({ tool: 'matrix', place: 'Night nurses' })
  expect(week[1]?.because.map(each => each.code)).toEqual(['people', 'group', 'time', 'days-unknown', 'to-learn'])
})

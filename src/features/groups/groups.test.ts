import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent } from '#connectors/contract.ts'
import { commitEvents, insertSampleConnections, readRoomContext } from '#features/conversations/index.ts'
import { assess } from '#features/etiquette/model.ts'
import { addMessengerProfile } from '#features/people/index.ts'
import { parseFeed } from '#importers/feeds/parse-feed.ts'
import { plainText } from '#importers/feeds/values.ts'
import { type ConversationId, newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { addPlace, changeGroup, logVisit, removeVisit, spendTime } from './actions/change.ts'
import type { GroupsDeps } from './actions/deps.ts'
import { followGroupFeed, pollGroupFeed } from './actions/feed.ts'
import { readGroup, readGroups } from './actions/read.ts'
import { groupsToVisit } from './actions/to-visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-03-12T12:00:00Z')
let pages: Record<string, { status: number; body: string; headers?: Record<string, string> }> = {}
let pooled = new Set<PersonId>()
const deps = (): GroupsDeps => ({
  db: database.db,
  clock,
  parseFeed,
  discoverFeeds: () => [],
  plainText,
  fetch: async url => {
    const page = pages[url]
    if (!page) throw new Error(`${url} does not answer.`)
    const { status, headers = {} } = page
    return { status, url, headers: new Headers(headers), body: new TextEncoder().encode(page.body) }
  },
  marks: async (_tx, _caller, people) =>
    new Map(people.map(person => [person, { stage: 'read', lastTouchAt: null, contactSince: null, nextStep: null }])),
  inPools: async (_tx, _caller, people) => new Set(people.filter(person => pooled.has(person))),
})

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const room = '#welding'
const ago = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000)

/** "tom: text" or ">text", so many minutes ago. */
function said(number: number, minutes: number, line: string): NetworkEvent {
  const own = line.startsWith('>')
  const [name = '', text = ''] = own ? ['mara', line.slice(1)] : line.split(/: (.*)/s)
  return {
    kind: 'message',
    key: `k${number}`,
    otherKeys: [],
    conversation: { id: room, kind: 'room', title: room },
    from: { id: name, name },
    own,
    text,
    sentAt: ago(minutes),
    history: true,
  }
}

async function openRoom(
  lines: readonly [minutes: number, line: string][],
): Promise<{ caller: Caller; conversation: ConversationId }> {
  const caller = await createWorkspace(database.db)
  const connection = newId<'Connection'>()
  await inWorkspace(database.db, caller.workspace, tx =>
    insertSampleConnections(
      tx,
      caller.workspace,
      caller.user,
      [{ id: connection, tool: 'irc', label: 'mara' }],
      clock.now(),
    ),
  )
  await commitEvents(
    { db: database.db, clock, recordSpoken: async () => undefined },
    { workspace: caller.workspace, connection },
    lines.map(([minutes, line], index) => said(index, minutes, line)),
  )
  const { groups } = await readGroups(deps(), caller, 28)
  const conversation = groups[0]?.conversation
  if (!conversation) throw new Error('the room is no group')
  return { caller, conversation }
}

const know = (caller: Caller, address: string) =>
  inWorkspace(database.db, caller.workspace, async tx => {
    const made = await addMessengerProfile(tx, {
      ...caller,
      tool: 'irc',
      address,
      name: address,
      source: 'test',
      now: clock.now(),
    })
    if (!made.ok) throw new Error('refused')
    return made.value.person
  })

const talk: [number, string][] = [
  [300, 'tom: which rod for cast iron?'],
  [298, '>A nickel rod does it, preheat it well.'],
  [296, 'tom: mara: thanks, it held'],
  [200, ">We're hiring a welder for nights, apply on our page."],
  [90, 'li: does anyone know a good torch?'],
]

test('a room that an account is in is a group by itself, once, with its ledger of what was given and received', async () => {
  const { caller } = await openRoom(talk)
  const tom = await know(caller, 'tom')
  pooled = new Set([tom])
  const { groups } = await readGroups(deps(), caller, 28)
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({
    kind: 'room',
    title: room,
    ledger: { posts: 2, promotion: 1, answers: 1, thanks: 1, answeredUs: 1, answeredPosts: 1, roomPosts: 2 },
    worth: {
      reasons: [
        { kind: 'here', count: 1 },
        { kind: 'pooled', count: 1 },
        { kind: 'few-posts', total: 2 },
      ],
    },
  })
  const id = groups[0]?.id
  if (!id) throw new Error('none')
  const page = await readGroup(deps(), caller, id, 28)
  if (!page.ok) throw new Error('refused')
  expect(page.value.acts.map(act => [act.kind, act.because, act.name])).toEqual([
    ['promotion', null, ''],
    ['answered-us', 'named', 'tom'],
    ['thanks', 'named', 'tom'],
    ['answer', 'follows', 'tom'],
  ])
  expect(page.value.members.map(({ name, person, asks }) => [name, person?.id ?? null, asks?.text ?? null])).toEqual([
    ['tom', tom, null],
    ['li', null, 'does anyone know a good torch?'],
  ])
  const stranger = await createWorkspace(database.db)
  expect(await readGroup(deps(), stranger, id, 28)).toMatchObject({ ok: false })
})

test('the norms of a group hold in the composer: its rules, then what somebody settled, a job day included', async () => {
  const { caller, conversation } = await openRoom(talk)
  const id = (await readGroups(deps(), caller, 28)).groups[0]?.id
  if (!id) throw new Error('none')
  const advert = "We're hiring two welders for the night shift, apply at https://jobs.example.org/welders"
  const verdict = async (at: string) => {
    const context = await inWorkspace(database.db, caller.workspace, tx =>
      readRoomContext(tx, caller.workspace, conversation, clock.now()),
    )
    const { reasons } = assess(advert, {
      tool: 'irc',
      surface: 'room',
      stage: 'found',
      now: new Date(at),
      room: context,
    })
    return reasons.map(reason => reason.code)
  }
  expect(await verdict('2026-03-12T12:00:00Z')).toEqual(['broadcast-on-messaging'])
  await changeGroup(deps(), caller, id, { rules: 'Job posts only on Fridays.' })
  expect(await verdict('2026-03-12T12:00:00Z')).toContain('promotes-in-room')
  expect(await verdict('2026-03-13T12:00:00Z')).toEqual([])
  await changeGroup(deps(), caller, id, { settled: { jobs: 'forbidden' } })
  expect(await verdict('2026-03-13T12:00:00Z')).toContain('promotes-in-room')
  const page = await readGroup(deps(), caller, id, 28)
  expect(page).toMatchObject({ ok: true, value: { normsBy: 'Mara', group: { norms: { jobs: { from: 'settled' } } } } })
  await changeGroup(deps(), caller, id, { rules: null, settled: {} })
  expect(await verdict('2026-03-13T12:00:00Z')).toEqual(['broadcast-on-messaging'])
})

test('the share of promotion is not known from a few posts, and warns from then on', async () => {
  const help: [number, string][] = [1, 2, 3, 4].map(hour => [hour * 60, '>A nickel rod does it, preheat it well.'])
  const few = await openRoom(help)
  const shareIn = ({ caller, conversation }: typeof few) =>
    inWorkspace(
      database.db,
      caller.workspace,
      async tx => (await readRoomContext(tx, caller.workspace, conversation, clock.now())).promoShare,
    )
  expect(await shareIn(few)).toBeUndefined()
  expect(await shareIn(await openRoom([...help, [10, ">We're hiring a welder for nights, apply on our page."]]))).toBe(
    0.2,
  )
})

test('time of the browser adds up per day, visits are told by hand and taken back, and both are the ledger', async () => {
  const { caller, conversation } = await openRoom(talk)
  expect(await spendTime(deps(), caller, { conversation }, { readMs: 60_000, talkMs: 20_000 })).toBe(true)
  expect(await spendTime(deps(), caller, { conversation }, { readMs: 30_000, talkMs: 0 })).toBe(true)
  expect(await spendTime(deps(), caller, { conversation: newId() }, { readMs: 1, talkMs: 0 })).toBe(false)
  const id = (await readGroups(deps(), caller, 28)).groups[0]?.id
  if (!id) throw new Error('none')
  const nothing = { posts: 0, promotion: 0, answers: 0, thanks: 0, answeredUs: 0, note: '' }
  const visit = await logVisit(deps(), caller, id, { ...nothing, readMinutes: 10, talkMinutes: 5, answers: 2 })
  if (!visit.ok) throw new Error('refused')
  const ledger = async () => (await readGroups(deps(), caller, 7)).groups[0]?.ledger
  expect(await ledger()).toMatchObject({ readMs: 690_000, talkMs: 320_000, answers: 3 })
  expect(
    await logVisit(deps(), caller, id, { ...nothing, readMinutes: 1, talkMinutes: 0, at: '2026-03-13T12:00:00Z' }),
  ).toMatchObject({
    refusal: { code: 'in-the-future' },
  })
  expect((await removeVisit(deps(), caller, id, visit.value)).ok).toBe(true)
  expect(await ledger()).toMatchObject({ readMs: 90_000, talkMs: 20_000, answers: 1 })
})

const rss = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>Welding forum</title><link>https://forum.example.org</link>${titles
    .map(
      title =>
        `<item><guid>${title}</guid><title>${title}</title><link>https://forum.example.org/${title}</link><author>tom</author><pubDate>Wed, 11 Mar 2026 10:00:00 GMT</pubDate><description>About ${title}&lt;script&gt;alert(1)&lt;/script&gt;</description></item>`,
    )
    .join('')}</channel></rss>`

test('a place is added once, its feed is followed, polled, and stops when it is gone', async () => {
  const caller = await createWorkspace(database.db)
  const place = await addPlace(deps(), caller, {
    tool: 'forum',
    address: 'https://www.forum.example.org/',
    title: 'Welders',
  })
  if (!place.ok) throw new Error('refused')
  expect(await addPlace(deps(), caller, { tool: 'forum', address: 'forum.example.org', title: 'Again' })).toEqual({
    ok: false,
    refusal: { code: 'already-there', group: place.value },
  })
  expect(await addPlace(deps(), caller, { tool: 'forum', address: 'somewhere', title: 'x' })).toMatchObject({
    ok: false,
  })
  pages = {}
  expect(await followGroupFeed(deps(), caller, place.value, 'https://forum.example.org/feed')).toMatchObject({
    refusal: { code: 'unreachable' },
  })
  pages = { 'https://forum.example.org/feed': { status: 200, body: rss('rods', 'torches') } }
  expect(await followGroupFeed(deps(), caller, place.value, 'https://forum.example.org/feed')).toEqual({
    ok: true,
    value: { items: 2, title: 'Welding forum' },
  })
  const page = async () => {
    const read = await readGroup(deps(), caller, place.value, 28)
    if (!read.ok) throw new Error('refused')
    return read.value
  }
  expect((await page()).items.map(item => [item.title, item.fresh, /<script/.test(item.text)])).toEqual([
    ['rods', true, false],
    ['torches', true, false],
  ])
  pages = { 'https://forum.example.org/feed': { status: 200, body: rss('rods', 'beds') } }
  await pollGroupFeed(deps(), caller.workspace, place.value)
  expect((await page()).items).toHaveLength(3)
  pages = { 'https://forum.example.org/feed': { status: 500, body: '' } }
  await pollGroupFeed(deps(), caller.workspace, place.value)
  expect((await page()).feed).toMatchObject({ state: 'failing', error: 'It answered 500.' })
  pages = { 'https://forum.example.org/feed': { status: 410, body: '' } }
  await pollGroupFeed(deps(), caller.workspace, place.value)
  expect((await page()).feed?.state).toBe('gone')
})

test('Today hears of groups where somebody waits first, then of what is new, then of those left alone for a week', async () => {
  const { caller, conversation } = await openRoom(talk)
  await know(caller, 'tom')
  const visits = () => inWorkspace(database.db, caller.workspace, tx => groupsToVisit(tx, deps(), caller, 3))
  expect(await visits()).toMatchObject([{ title: room, step: 'answer', reason: { kind: 'question', count: 1 } }])
  await spendTime(deps(), caller, { conversation }, { readMs: 60_000, talkMs: 0 })
  clock.pass(2 * 86_400_000)
  expect(await visits()).toEqual([])
  clock.pass(6 * 86_400_000)
  expect(await visits()).toMatchObject([{ step: 'visit', reason: { kind: 'away', days: 8 } }])
  const id = (await visits())[0]?.group
  if (id) await changeGroup(deps(), caller, id, { archived: true })
  expect(await visits()).toEqual([])
})

import { createServer, type Server } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellLanguage } from '#features/etiquette/model.ts'
import { findPerson, insertPerson, mergeInto, takeBackMove } from '#features/people/index.ts'
import { discoverFeeds } from '#importers/feeds/discover.ts'
import { parseFeed } from '#importers/feeds/parse-feed.ts'
import { plainText } from '#importers/feeds/values.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { followFeed } from './actions/feeds.ts'
import { followImportedFeeds } from './actions/imported.ts'
import { pollOneFeed } from './actions/poll.ts'
import { pollDueFeeds } from './actions/poll-due.ts'
import {
  activeLabels,
  dismissReading,
  keepQuote,
  listTimeline,
  openItem,
  readPersonActivity,
  recordReading,
} from './actions/read.ts'
import { recordActivity } from './actions/record.ts'
import { activityFound, readingDismissed, readingRecorded } from './events.ts'
import { pollEveryMs, readRetryAfter, retryAfterMs } from './model/feed.ts'
import { judgeActivity } from './model/level.ts'
import { countWords, neededVisibleMs } from './model/reading.ts'
import { findFeed } from './store/feeds.ts'
import { hearForActivity } from './subscriptions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let blog: Server
let home = ''
let posts: { id: string; title: string; body: string; at: string; link?: string }[] = []
let status = 200
let about = ''
let asked: { path: string; etag: string | undefined }[] = []
const clock = createTestClock('2026-11-22T10:00:00Z')
const http = createHttpClient({ allowAddress: () => true })

const atom =
  () => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Frost notes</title><subtitle>${about}</subtitle>
<id>tag:frost,2026:feed</id><updated>2026-11-20T08:00:00Z</updated><link href="${home}/"/>
${posts
  .map(
    post => `<entry><id>${post.id}</id><title>${post.title}</title><link href="${home}/${post.link ?? post.id}"/>
<updated>${post.at}</updated><published>${post.at}</published><content type="html">${post.body.replaceAll('<', '&lt;')}</content></entry>`,
  )
  .join('')}</feed>`

beforeAll(async () => {
  database = await startTestDatabase()
  blog = createServer((request, reply) => {
    asked.push({ path: request.url ?? '', etag: request.headers['if-none-match'] })
    if (request.url === '/') {
      reply.setHeader('content-type', 'text/html')
      reply.end(
        '<html><head><title>Frost</title><link rel="alternate" type="application/atom+xml" href="/feed.atom"></head><body>Hello</body></html>',
      )
      return
    }
    const etag = `"${posts.length}-${posts.map(post => post.title).join('').length}"`
    if (status !== 200) reply.writeHead(status, { 'retry-after': '7200' }).end('sorry')
    else if (request.headers['if-none-match'] === etag) reply.writeHead(304).end()
    else reply.writeHead(200, { 'content-type': 'application/atom+xml', etag }).end(atom())
  })
  await new Promise<void>(resolve => blog.listen(0, '127.0.0.1', resolve))
  const address = blog.address()
  home = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(async () => {
  blog.close()
  await http[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})
beforeEach(() => {
  status = 200
  about = ''
  asked = []
  posts = [
    {
      id: 'urn:post:1',
      title: 'Frost in the vineyard',
      body: '<p>We lit fires between the rows at four in the morning.</p><script>alert(1)</script>',
      at: '2026-11-20T08:00:00Z',
    },
    { id: 'urn:post:2', title: 'Harvest', body: '<p>Late again.</p>', at: '2026-11-10T08:00:00Z' },
  ]
})

const events = createEvents()
hearForActivity(events, tellLanguage)
const heard: string[] = []
events.hear(readingRecorded, async (_, { person }) => void heard.push(`read ${person}`))
events.hear(readingDismissed, async (_, { person, left }) => void heard.push(`dismissed ${person} ${left}`))
const deps = () => ({
  db: database.db,
  clock,
  events,
  suppressionKey: new Uint8Array(32).fill(7),
  fetch: http.fetch,
  parseFeed,
  discoverFeeds,
  plainText,
})

async function add(caller: Caller, name: string): Promise<PersonId> {
  const person = newId<'Person'>()
  await inWorkspace(database.db, caller.workspace, tx =>
    insertPerson(tx, caller.workspace, { person, displayName: name }, clock.now()),
  )
  return person
}

const timeline = async (caller: Caller, person: PersonId) =>
  (await listTimeline(deps(), caller, person, { limit: 50 })).items

async function follow(caller: Caller, person: PersonId) {
  const followed = await followFeed(deps(), caller, person, home)
  if (!followed.ok) throw new Error(JSON.stringify(followed.refusal))
  return followed.value
}

test('a blog is followed by its address; its posts are there, safe to show, and never doubled', async () => {
  const caller = await createWorkspace(database.db)
  const li = await add(caller, 'Li Wen')
  const { feed, title, items } = await follow(caller, li)
  expect([title, items]).toEqual(['Frost notes', 2])
  const found = await timeline(caller, li)
  expect(found.map(item => item.title)).toEqual(['Frost in the vineyard', 'Harvest'])
  const open = found[0] && (await openItem(deps(), caller, found[0].activity_id))
  expect(open?.html).toContain('<p>We lit fires')
  expect(open?.html).not.toContain('script')

  asked = []
  await pollOneFeed(deps(), caller.workspace, feed)
  expect(asked).toEqual([{ path: '/feed.atom', etag: expect.any(String) }])
  posts[0] = { ...posts[0]!, title: 'Frost in the vineyard, again', body: '<p>Corrected.</p>' }
  posts.unshift({ id: 'urn:post:3', title: 'Snow', body: '<p>It came.</p>', at: '2026-11-21T08:00:00Z' })
  await pollOneFeed(deps(), caller.workspace, feed)
  const after = await timeline(caller, li)
  expect(after.map(item => item.title)).toEqual(['Snow', 'Frost in the vineyard, again', 'Harvest'])
  expect(after[1]?.edited_at).not.toBeNull()
  expect(await followFeed(deps(), caller, await add(caller, 'Other'), home)).toMatchObject({
    refusal: { code: 'known-elsewhere', person: li },
  })
})

test('two posts to which the feed gives one id are two, and stay the same two as it moves on', async () => {
  const caller = await createWorkspace(database.db)
  const li = await add(caller, 'Li Wen')
  const frost = { id: 'urn:same', title: 'Frost', body: '<p>Fires.</p>', at: '2026-11-10T08:00:00Z', link: 'frost' }
  const harvest = {
    id: 'urn:same',
    title: 'Harvest',
    body: '<p>Late.</p>',
    at: '2026-11-15T08:00:00Z',
    link: 'harvest',
  }
  posts = [frost]
  const { feed } = await follow(caller, li)
  const titles = async () => {
    await pollOneFeed(deps(), caller.workspace, feed)
    return (await timeline(caller, li)).map(item => item.title)
  }
  posts = [harvest, frost]
  expect(await titles()).toEqual(['Harvest', 'Frost'])
  posts = [{ ...harvest, title: 'Harvest, late' }, frost]
  expect(await titles()).toEqual(['Harvest, late', 'Frost'])
  posts = [{ ...harvest, title: 'Harvest at last' }]
  expect(await titles()).toEqual(['Harvest at last', 'Frost'])
})

test('a feed that is gone stops; one in trouble waits as long as it asks', async () => {
  const caller = await createWorkspace(database.db)
  const { feed } = await follow(caller, await add(caller, 'Li Wen'))
  const state = () => inWorkspace(database.db, caller.workspace, tx => findFeed(tx, caller.workspace, feed))
  status = 503
  await pollOneFeed(deps(), caller.workspace, feed)
  expect(await state()).toMatchObject({ state: 'failing', failures: 1, next_poll_at: new Date('2026-11-22T12:00:00Z') })
  status = 410
  await pollOneFeed(deps(), caller.workspace, feed)
  expect(await state()).toMatchObject({ state: 'gone' })
  asked = []
  await pollOneFeed(deps(), caller.workspace, feed)
  expect(asked).toEqual([])
})

test('an address that is no blog is refused with what to do', async () => {
  const caller = await createWorkspace(database.db)
  const person = await add(caller, 'Li Wen')
  status = 404
  expect(await followFeed(deps(), caller, person, `${home}/feed.atom`)).toMatchObject({
    refusal: { code: 'unreachable' },
  })
})

test('an item counts as read only after it was in view long enough, once per sitting', async () => {
  const caller = await createWorkspace(database.db)
  const li = await add(caller, 'Li Wen')
  await follow(caller, li)
  const [item] = await timeline(caller, li)
  if (!item) throw new Error('no item')
  expect(await recordReading(deps(), caller, item.activity_id, 400)).toEqual({
    ok: false,
    refusal: { code: 'too-short', neededMs: 3_000 },
  })
  heard.length = 0
  const first = await recordReading(deps(), caller, item.activity_id, 5_000)
  const second = await recordReading(deps(), caller, item.activity_id, 5_000)
  if (!first.ok || !second.ok) throw new Error('refused')
  expect(second.value).toEqual({ reading: first.value.reading, fresh: false })
  expect((await timeline(caller, li))[0]?.read_at).toEqual(clock.now())
  expect(await dismissReading(deps(), { ...caller, user: newId() }, first.value.reading)).toMatchObject({
    refusal: { code: 'no-such-reading' },
  })
  await dismissReading(deps(), caller, first.value.reading)
  expect((await timeline(caller, li))[0]?.read_at).toBeNull()
  expect(heard).toEqual([`read ${li}`, `dismissed ${li} 0`])
})

test('a kept quote is in their own words', async () => {
  const caller = await createWorkspace(database.db)
  const li = await add(caller, 'Li Wen')
  await follow(caller, li)
  const [item] = await timeline(caller, li)
  if (!item) throw new Error('no item')
  expect(await keepQuote(deps(), caller, item.activity_id, 'We lit  fires between the rows')).toMatchObject({
    ok: true,
  })
  expect(await keepQuote(deps(), caller, item.activity_id, 'I need a job')).toMatchObject({
    refusal: { code: 'not-in-item' },
  })
  expect((await readPersonActivity(deps(), caller, li)).quotes.map(quote => quote.text)).toEqual([
    'We lit fires between the rows',
  ])
})

test('items, readings and quotes follow a merge and come back with its undo', async () => {
  const caller = await createWorkspace(database.db)
  const [li, other] = [await add(caller, 'Li Wen'), await add(caller, 'frostnotes')]
  await follow(caller, other)
  const [item] = await timeline(caller, other)
  if (item) await recordReading(deps(), caller, item.activity_id, 60_000)
  const decision = {
    workspace: caller.workspace,
    user: caller.user,
    decidedBy: 'recruiter' as const,
    probability: 1,
    evidence: [],
    now: clock.now(),
  }
  const merged = await inWorkspace(database.db, caller.workspace, tx => mergeInto(tx, deps(), decision, li, other))
  if (!merged.ok) throw new Error('not merged')
  expect(await timeline(caller, li)).toHaveLength(2)
  expect((await readPersonActivity(deps(), caller, li)).readings).toHaveLength(1)
  await inWorkspace(database.db, caller.workspace, tx =>
    takeBackMove(tx, deps(), { workspace: caller.workspace, user: caller.user, move: merged.value, now: clock.now() }),
  )
  expect(await timeline(caller, li)).toHaveLength(0)
  expect(await timeline(caller, other)).toHaveLength(2)
})

test.each([
  ['en', 'Notes on frost. No recruiters, please.', 'No recruiters, please'],
  ['de', 'Notizen zum Frost. Bitte keine Headhunter!', 'Bitte keine Headhunter'],
  ['fr', 'Notes sur le gel - pas de recruteurs, merci', 'pas de recruteurs, merci'],
  ['es', 'Notas de la helada. Abstenerse reclutadores', 'Abstenerse reclutadores'],
  ['pt', 'Notas sobre a geada. Sem recrutadores, por favor', 'Sem recrutadores, por favor'],
  ['nl', 'Over vorst. Geen recruiters aub', 'Geen recruiters aub'],
])(
  'a blog that asks recruiters to stay away (%s) makes do-not-contact, with its words as reason',
  async (_, says, quote) => {
    const caller = await createWorkspace(database.db)
    const li = await add(caller, 'Li Wen')
    const found = () => inWorkspace(database.db, caller.workspace, tx => findPerson(tx, caller.workspace, li))
    const { feed } = await follow(caller, li)
    expect((await found())?.do_not_contact_at).toBeNull()
    about = says
    posts.unshift({ id: 'urn:post:4', title: 'New', body: 'Words', at: '2026-11-21T09:00:00Z' })
    await pollOneFeed(deps(), caller.workspace, feed)
    expect(await found()).toMatchObject({
      do_not_contact_reason: 'Their blog asks recruiters to stay away.',
      do_not_contact_quote: quote,
    })
  },
)

test('what somebody writes is read for its language, which counts more than what their blog declares when it is plain', async () => {
  const caller = await createWorkspace(database.db)
  const li = await add(caller, 'Li Wen')
  const words =
    'Wir haben heute Nacht zwischen den Reihen Feuer gemacht, und es hat geholfen. Das ist nicht immer so, aber wenn der Frost kommt, kann man sonst nichts tun.'
  const found = [
    { key: 'a', text: words, language: undefined },
    { key: 'b', text: words, language: 'en-us' },
    { key: 'c', text: 'Ok', language: 'fr' },
    { key: 'd', text: '42', language: undefined },
  ].map(item => ({ ...item, person: li, tool: 'blog' as const, kind: 'post', publishedAt: clock.now() }))
  await inWorkspace(database.db, caller.workspace, tx =>
    recordActivity(tx, deps(), caller.workspace, found, clock.now()),
  )
  const told = new Map((await timeline(caller, li)).map(item => [`${item.text.slice(0, 2)}${item.language}`, item]))
  expect([...told.keys()].sort()).toEqual(['42null', 'Okfr', 'Wide'])
})

test('the label in lists is that of the person page', async () => {
  const caller = await createWorkspace(database.db)
  const [weekly, none] = [await add(caller, 'Weekly'), await add(caller, 'None')]
  const found = Array.from({ length: 10 }, (_, week) => ({
    person: weekly,
    tool: 'blog' as const,
    kind: 'post',
    key: `w${week}`,
    text: 'Words',
    publishedAt: new Date(clock.now().getTime() - week * 7 * 86_400_000 - 1_000),
  }))
  await inWorkspace(database.db, caller.workspace, tx =>
    recordActivity(tx, deps(), caller.workspace, found, clock.now()),
  )
  const labels = await inWorkspace(database.db, caller.workspace, tx =>
    activeLabels(tx, caller.workspace, [weekly, none], clock.now()),
  )
  expect([...labels.values()]).toEqual(['active weekly', 'nothing public yet'])
  const { level } = await readPersonActivity(deps(), caller, weekly)
  expect(level).toMatchObject({ level: 'weekly', label: 'active weekly', kinds: [{ kind: 'post', items: 10 }] })
  expect(level.items).toHaveLength(10)
})

test('a level says why, and one old burst is not activity', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const burst = Array.from({ length: 50 }, (_, n) => ({
    id: `${n}`,
    kind: 'commit',
    publishedAt: new Date(Date.parse('2025-06-01T00:00:00Z') + n * 60_000),
  }))
  expect(judgeActivity(burst, now)).toMatchObject({ level: 'quiet', label: 'quiet for 17 months' })
  expect(judgeActivity([], now).level).toBe('unknown')
  const daily = Array.from({ length: 20 }, (_, n) => ({
    id: `${n}`,
    kind: 'post',
    publishedAt: new Date(now.getTime() - n * 86_400_000),
  }))
  expect(judgeActivity(daily, now)).toMatchObject({
    level: 'daily',
    because: expect.stringContaining('20 of the last 28 days'),
  })
})

test('how long is long enough grows with the words, within reason', () => {
  expect(neededVisibleMs(10)).toBe(3_000)
  expect(neededVisibleMs(400)).toBe(25_000)
  expect(neededVisibleMs(20_000)).toBe(45_000)
  expect(countWords('Don’t panic: night-shift work')).toBe(4)
  expect(countWords('今日は良い天気です')).toBeGreaterThan(3)
})

test('feeds are asked when they are due, many at a time, and one that nobody can read holds up no other', async () => {
  const caller = await createWorkspace(database.db)
  const { workspace } = caller
  const { feed } = await follow(caller, await add(caller, 'Li Wen'))
  const importId = newId<'Import'>()
  await inWorkspace(database.db, workspace, async tx => {
    const all = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const person = newId<'Person'>()
        await insertPerson(tx, workspace, { person, displayName: `Blogger ${index}` }, clock.now())
        const profile = newId<'Profile'>()
        await sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, source, lawful_basis, collected_at, updated_at)
          values (${workspace}, ${profile}, ${person}, 'blog', ${`b${index}`}, 'test', 'legitimate-interest', now(), now())`.execute(
          tx,
        )
        const url = index === 0 ? 'http://127.0.0.1:1/' : `${home}/many-${index}.atom`
        return { person, profile, importId, url, siteUrl: null, title: null }
      }),
    )
    expect(await followImportedFeeds(tx, workspace, all, clock.now())).toBe(60)
  })
  asked = []
  await pollDueFeeds(deps(), workspace)
  expect(asked.filter(({ path }) => path.startsWith('/many-'))).toHaveLength(59)
  expect(asked.some(({ path }) => path === '/feed.atom')).toBe(false)
  const { rows } = await inWorkspace(database.db, workspace, tx =>
    sql<{
      state: string
      n: number
    }>`select state, count(*)::int as n from feeds where workspace_id = ${workspace} and feed_id <> ${feed}
      and next_poll_at > ${clock.now()} group by state order by state`.execute(tx),
  )
  expect(rows).toEqual([
    { state: 'active', n: 59 },
    { state: 'failing', n: 1 },
  ])
  const waiting = await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs
    where key = ${`activity.poll-feeds:${workspace}`}`.execute(database.db)
  expect(waiting.rows).toHaveLength(1)
  expect(waiting.rows[0]?.at.getTime()).toBeGreaterThan(clock.now().getTime())
  asked = []
  await pollDueFeeds(deps(), workspace)
  expect(asked).toEqual([])
})

test('a busy feed is asked often, a sleepy one rarely, a broken one ever less', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const every = (hours: number) => Array.from({ length: 8 }, (_, n) => new Date(now.getTime() - n * hours * 3_600_000))
  expect(pollEveryMs(every(1), now)).toBe(1_800_000)
  expect(pollEveryMs(every(240), now)).toBe(86_400_000)
  expect(pollEveryMs([], now)).toBe(21_600_000)
  expect(retryAfterMs(1, undefined)).toBe(1_200_000)
  expect(retryAfterMs(30, undefined)).toBe(86_400_000)
  expect(readRetryAfter('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(3_600_000)
})

test('a trouble of ours puts a feed off by minutes, words that cannot be kept by hours', async () => {
  const caller = await createWorkspace(database.db)
  const { feed } = await follow(caller, await add(caller, 'Li Wen'))
  posts.push({ id: 'urn:post:3', title: 'New', body: 'Words', at: '2026-11-21T08:00:00Z' })
  const putOff = async (trouble: Error) => {
    const troubled = createEvents()
    troubled.hear(activityFound, () => Promise.reject(trouble))
    await inWorkspace(database.db, caller.workspace, tx =>
      sql`update feeds set next_poll_at = ${clock.now()}, etag = null where workspace_id = ${caller.workspace}`.execute(
        tx,
      ),
    )
    await pollDueFeeds({ ...deps(), events: troubled }, caller.workspace)
    const found = await inWorkspace(database.db, caller.workspace, tx => findFeed(tx, caller.workspace, feed))
    return ((found?.next_poll_at.getTime() ?? 0) - clock.now().getTime()) / 60_000
  }
  expect(await putOff(new Error('timeout exceeded when trying to connect'))).toBe(5)
  expect(await putOff(Object.assign(new Error('invalid byte sequence'), { code: '22021' }))).toBeGreaterThan(60)
})

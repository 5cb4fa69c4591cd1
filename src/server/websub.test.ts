import { createServer, type Server } from 'node:http'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
// The address and secrets of this test's server; outside it, only a public https address is given to hubs.
import { pushAddresses, pushAddressesUnder } from '#features/activity/actions/push-address.ts'
import { activityRoutes } from '#features/activity/routes.ts'
import { activityTasks } from '#features/activity/tasks.ts'
import { insertPerson } from '#features/people/index.ts'
import { discoverFeeds } from '#importers/feeds/discover.ts'
import { parseFeed } from '#importers/feeds/parse-feed.ts'
import { plainText } from '#importers/feeds/values.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import type { App } from '#platform/routes.ts'
import { startWorker } from '#platform/worker.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { startHub } from '#tests/servers/websub-hub.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let app: App
let blog: Server
let home = ''
let ours = ''
let posts: string[] = []
let hubOf: 'header' | 'feed' = 'feed'
let hub: Awaited<ReturnType<typeof startHub>>
let worker: AsyncDisposable
let caller: Caller
const http = createHttpClient({ allowAddress: () => true })
const key = new Uint8Array(32).fill(9)
const log = pino({ level: 'silent' })

const rss = (
  path: string,
) => `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Night notes</title>
${hubOf === 'feed' ? `<atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${home}${path}"/>` : ''}
${posts.map(post => `<item><guid>urn:${path}:${post}</guid><title>${post}</title><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item>`).join('')}
</channel></rss>`

const deps = () => ({
  db: database.db,
  clock: systemClock,
  events: createEvents(),
  suppressionKey: key,
  fetch: http.fetch,
  parseFeed,
  discoverFeeds,
  plainText,
  pushAddresses: ours === '' ? undefined : pushAddresses(new URL(ours), key),
})

beforeAll(async () => {
  database = await startTestDatabase()
  hub = await startHub()
  caller = await createWorkspace(database.db)
  blog = createServer((request, reply) => {
    const path = request.url ?? ''
    const self = `${home}${path}`
    reply.writeHead(200, {
      'content-type': 'application/rss+xml',
      ...(hubOf === 'header'
        ? { link: `</style.css>; rel=preload; as="a,b", <${hub.url}>; rel="hub", <${self}>; rel=self` }
        : {}),
    })
    reply.end(rss(path))
  })
  await new Promise<void>(resolve => blog.listen(0, '127.0.0.1', resolve))
  const address = blog.address()
  home = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0.0.0',
    trustProxy: false,
    log,
    authenticate: async () => caller,
    ready: async () => undefined,
    // Read anew for each request: our own port is known only once we listen.
    routes: routed =>
      activityRoutes(routed, {
        ...deps(),
        get pushAddresses() {
          return deps().pushAddresses
        },
      }),
  })
  ours = await app.listen({ host: '127.0.0.1', port: 0 })
  worker = await startWorker({ url: database.url, handlers: activityTasks(deps()), concurrency: 2, log, pollMs: 50 })
})
afterAll(async () => {
  await worker[Symbol.asyncDispose]()
  await app.close()
  blog.close()
  await hub[Symbol.asyncDispose]()
  await http[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})
beforeEach(() => {
  posts = ['Frost']
  hubOf = 'feed'
  hub.refuse(false)
})

let feeds = 0

/** However busy the machine is. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 50 })

async function follow() {
  feeds += 1
  const path = `/feed-${feeds}.xml`
  const person = newId<'Person'>()
  await inWorkspace(database.db, caller.workspace, tx =>
    insertPerson(tx, caller.workspace, { person, displayName: 'Li Wen' }, new Date()),
  )
  const api = (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) =>
    app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: { origin: 'https://kith.example.org' },
      ...(body ? { payload: body } : {}),
    })
  const followed = await api('POST', `people/${person}/feeds`, { url: `${home}${path}` })
  expect(followed.statusCode, followed.body).toBe(201)
  const { id } = followed.json<{ id: string }>()
  const pushed = async () => {
    const shown = await api('GET', `people/${person}/feeds`)
    return shown.json<{ feeds: { pushed: boolean }[] }>().feeds[0]?.pushed
  }
  return {
    topic: `${home}${path}`,
    change: (change: string) => api('PATCH', `feeds/${id}`, { change }),
    pushed,
    titles: async () => {
      const page = await api('GET', `people/${person}/activity`)
      return page
        .json<{ items: { title: string }[] }>()
        .items.map(item => item.title)
        .sort()
    },
    subscribed: () => [...hub.subscriptions.values()].filter(each => each.topic === `${home}${path}`),
    row: () =>
      inWorkspace(database.db, caller.workspace, async tx => {
        const { rows } = await sql<{ state: string; push_id: string; lease_until: Date | null; hours: number }>`
          select p.state, p.push_id, p.lease_until, (extract(epoch from f.next_poll_at - now()) / 3600)::float8 as hours
          from feed_pushes p join feeds f using (workspace_id, feed_id) where feed_id = ${id}`.execute(tx)
        return rows[0]
      }),
  }
}

test.each(['header', 'feed'] as const)('a blog that names its hub in the %s tells at once what is new', async where => {
  hubOf = where
  const blogOf = await follow()
  await until(async () => expect(await blogOf.pushed()).toBe(true))
  posts.push('Harvest')
  expect(await hub.publish(blogOf.topic)).toEqual([202])
  expect(await blogOf.titles()).toEqual(['Frost', 'Harvest'])
  // Told twice is known once; and polls become rare.
  expect(await hub.publish(blogOf.topic)).toEqual([202])
  expect(await blogOf.titles()).toEqual(['Frost', 'Harvest'])
  expect((await blogOf.row())?.hours).toBeGreaterThan(23)
})

test('what is not signed with our secret, or changed on the way, is thanked for and thrown away', async () => {
  const blogOf = await follow()
  await until(async () => expect(await blogOf.pushed()).toBe(true))
  const forged = rss('/forged').replace('Frost', 'Forged')
  for (const signature of ['', 'sha256=00', `sha256=${'0'.repeat(64)}`, `md5=${'0'.repeat(32)}`, 'sha1='])
    expect(await hub.publish(blogOf.topic, { body: forged, signature })).toEqual([202])
  expect(await blogOf.titles()).toEqual(['Frost'])
  const [{ callback = '' } = {}] = blogOf.subscribed()
  const guessed = await fetch(
    callback.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
    { method: 'POST', body: forged },
  )
  expect(guessed.status).toBe(404)
})

test.each(['sha1', 'sha512'] as const)('a hub may sign with %s', async method => {
  await using other = await startHub({ method })
  const first = hub
  hub = other
  try {
    const blogOf = await follow()
    await until(async () => expect(await blogOf.pushed()).toBe(true))
    posts.push('Harvest')
    expect(await other.publish(blogOf.topic)).toEqual([202])
    expect(await blogOf.titles()).toEqual(['Frost', 'Harvest'])
  } finally {
    hub = first
  }
})

test('nobody else can subscribe us, to anything', async () => {
  const blogOf = await follow()
  await until(async () => expect(await blogOf.pushed()).toBe(true))
  const [{ callback = '' } = {}] = blogOf.subscribed()
  const ask = (mode: string, topic: string, at = callback) =>
    fetch(
      `${at}?${new URLSearchParams({ 'hub.mode': mode, 'hub.topic': topic, 'hub.challenge': 'x1', 'hub.lease_seconds': '60' })}`,
    )
  expect((await ask('subscribe', 'https://elsewhere.example/feed')).status).toBe(404)
  expect((await ask('unsubscribe', blogOf.topic)).status).toBe(404)
  expect(
    (
      await ask(
        'subscribe',
        blogOf.topic,
        callback.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
      )
    ).status,
  ).toBe(404)
  expect((await ask('nonsense', blogOf.topic)).status).toBe(404)
})

test('a subscription is renewed before it ends', async () => {
  const blogOf = await follow()
  await until(async () => expect(await blogOf.pushed()).toBe(true))
  const before = await blogOf.row()
  const waiting = sql<{
    minutes: number
  }>`select (extract(epoch from run_at - now()) / 60)::float8 as minutes from graphile_worker.jobs
    where key = ${`activity.ask-hub:${before?.push_id}`}`
  const { rows } = await waiting.execute(database.db)
  expect(rows[0]?.minutes).toBeGreaterThan(50)
  expect(rows[0]?.minutes).toBeLessThan(60)
  await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
    where key = ${`activity.ask-hub:${before?.push_id}`}), run_at => now())`.execute(database.db)
  await until(async () => {
    const { push_id, lease_until } = (await blogOf.row()) ?? {}
    expect(push_id).toBe(before?.push_id)
    expect(lease_until?.getTime()).toBeGreaterThan(before?.lease_until?.getTime() ?? 0)
  })
})

test('pausing and unfollowing tell the hub, and going on asks it anew', async () => {
  const blogOf = await follow()
  await until(async () => expect(await blogOf.pushed()).toBe(true))
  const [before] = blogOf.subscribed()
  expect((await blogOf.change('pause')).statusCode).toBe(204)
  await until(() => expect(blogOf.subscribed()).toEqual([]))
  expect(await blogOf.pushed()).toBe(false)
  expect((await fetch(before?.callback ?? '', { method: 'POST', body: rss('/late') })).status).toBe(410)
  await blogOf.change('resume')
  await until(async () => expect(await blogOf.pushed()).toBe(true))
  expect(blogOf.subscribed()).toHaveLength(1)
  expect(blogOf.subscribed()[0]?.callback).not.toBe(before?.callback)
  await blogOf.change('unfollow')
  await until(() => expect(blogOf.subscribed()).toEqual([]))
})

test('a hub that says no leaves the blog to be polled as usual', async () => {
  hub.refuse(true)
  const blogOf = await follow()
  await until(async () => expect((await blogOf.row())?.state).toBe('refused'))
  expect(await blogOf.pushed()).toBe(false)
  expect((await blogOf.row())?.hours).toBeLessThan(23)
})

test('only a public address is given to hubs', () => {
  const given = (url: string) => pushAddressesUnder(new URL(url), key)?.urlOf(newId<'Push'>()) !== undefined
  expect(given('https://kith.example.org')).toBe(true)
  for (const url of ['http://kith.example.org', 'https://localhost', 'https://192.168.1.4', 'https://[::1]:4280'])
    expect(given(url), url).toBe(false)
})

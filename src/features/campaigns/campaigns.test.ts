import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, chatRoutes, ensureWebsiteChat, findOpenChat } from '#features/conversations/index.ts'
import { siteRoutes } from '#features/site/index.ts'
import { minuteMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { isSlug, slugFrom } from '#kernel/slug.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { buildHttp } from '#server/http.ts'
import { framedPolicy } from '#server/security.ts'
import { inWorkspace } from '#storage/database.ts'
import { ownHosts } from '#tests/servers/own-hosts.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import {
  changeOrigins,
  changePage,
  createPage,
  readDraft,
  readPages,
  readPublished,
  removePage,
  restorePage,
} from './actions/pages.ts'
import { firstLanding, originFrom } from './model.ts'
import { campaignsRoutes } from './routes.ts'
import { pageList } from './wire.ts'

const publicUrl = 'https://kith.example.org'
const clock = createTestClock('2026-11-22T18:00:00Z')
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let app: Awaited<ReturnType<typeof buildHttp>>
const hosts = ownHosts(() => app)

const deps = () => ({ db: database.db, clock, publicUrl, refreshSessions: async () => {} })
const vault = { seal: (text: string) => text, unseal: (text: string) => text }
const visit = () => ({
  db: database.db,
  clock,
  recordSpoken: async () => {},
  hashToken,
  newToken,
  vault,
  connectorOf: async () => undefined,
})

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  app = await buildHttp({
    publicUrl,
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here => {
      siteRoutes(here, { ...deps(), http: hosts })
      chatRoutes(here, visit())
      campaignsRoutes(here, {
        ...deps(),
        visit: visit(),
        pagePolicy: origins => framedPolicy(new URL(publicUrl), origins),
      })
    },
  })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

const browser = { 'sec-fetch-site': 'same-origin' }
const get = async (url: string) => app.inject({ url, headers: browser })
const titled = async (title: string) => {
  const id = await createPage(deps(), caller, { title })
  const page = await readDraft(deps(), caller.workspace, id)
  if (!page) throw new Error('no page')
  return page
}

test('an address is made of what can stand in one', () => {
  expect(slugFrom('Night shifts in Bergen')).toBe('night-shifts-in-bergen')
  expect(slugFrom('  Über Pflege & Nächte! ')).toBe('uber-pflege-nachte')
  expect(slugFrom('夜勤')).toBe('')
  expect(isSlug(slugFrom('x'.repeat(200)))).toBe(true)
  for (const wrong of ['', '-a', 'a-', 'A', 'a b', 'a/b']) expect(isSlug(wrong)).toBe(false)
})

test('a site is named by its address in any usual writing, and nothing else is one', () => {
  expect(originFrom('https://jobs.example.org/nights?x=1')).toBe('https://jobs.example.org')
  expect(originFrom(' jobs.example.org ')).toBe('https://jobs.example.org')
  expect(originFrom('http://localhost:8080')).toBe('http://localhost:8080')
  for (const wrong of ['', 'jobs', 'javascript:alert(1)', 'ftp://a.example', 'two words.example', "https://*' x"])
    expect(originFrom(wrong)).toBeUndefined()
})

test('two pages of one name get two addresses, and a taken one is refused', async () => {
  const [one, two] = [await titled('Welders'), await titled('Welders')]
  expect([one.slug, two.slug]).toEqual(['welders', 'welders-2'])
  expect(await changePage(deps(), caller, two.id, { slug: 'welders' })).toMatchObject({
    ok: false,
    refusal: { code: 'slug-taken' },
  })
  expect(await changePage(deps(), caller, two.id, { slug: 'welders-2', title: 'Others' })).toMatchObject({ ok: true })
})

test('readers see what was published until the changes are published too', async () => {
  const page = await titled('Harbour')
  expect((await get('/p/harbour')).statusCode).toBe(404)
  await changePage(deps(), caller, page.id, { published: true })
  await changePage(deps(), caller, page.id, { content: { ...firstLanding, heading: 'Newer words' } })
  expect((await readPublished(deps(), 'harbour'))?.content.heading).toBe(firstLanding.heading)
  expect((await readDraft(deps(), caller.workspace, page.id))?.content.heading).toBe('Newer words')
  expect((await get('/p/harbour')).body).not.toContain('Newer words')
  expect((await get(`/preview/${page.id}`)).body).toContain('Newer words')
  await changePage(deps(), caller, page.id, { published: true })
  expect((await get('/p/harbour')).body).toContain('Newer words')
  await changePage(deps(), caller, page.id, { content: { ...firstLanding, heading: 'Slip' } })
  const back = await changePage(deps(), caller, page.id, { content: { ...firstLanding, heading: 'Newer words' } })
  expect(back).toMatchObject({ ok: true, value: { draft: null } })
})

test('a landing page has the colour of the site, and its host once Kith was found there', async () => {
  const page = await titled('Quay')
  await changePage(deps(), caller, page.id, { published: true })
  expect((await get('/p/quay')).body).not.toContain('theme.css')
  const change = (payload: object) => app.inject({ method: 'PATCH', url: '/api/v1/site', headers: browser, payload })
  expect((await change({ accent: '#8a2be2', domain: 'work.example' })).statusCode).toBeLessThan(300)
  const mapped = async (base: string) => (await get('/sitemap.xml')).body.includes(`<loc>${base}/p/quay</loc>`)
  expect((await get('/p/quay')).body).toContain(`<link rel="canonical" href="${publicUrl}/p/quay">`)
  expect([await mapped(publicUrl), await mapped('https://work.example')]).toEqual([true, false])
  hosts.leading.add('work.example')
  await app.inject({ method: 'POST', url: '/api/v1/site/domain/check', headers: browser })
  expect([await mapped(publicUrl), await mapped('https://work.example')]).toEqual([false, true])
  const { body } = await get('/p/quay')
  expect(body).toContain('href="/site/theme.css?8a2be2"')
  expect(body).toContain('<link rel="canonical" href="https://work.example/p/quay">')
  const { pages } = pageList.parse((await get('/api/v1/pages')).json())
  expect(pages.find(one => one.id === page.id)?.url).toBe('https://work.example/p/quay')
  await change({ accent: null, domain: null })
})

test('a removed page is gone for readers and comes back as it was, under another address if its own was taken', async () => {
  const page = await titled('Nurses')
  await changePage(deps(), caller, page.id, { published: true })
  expect(await removePage(deps(), caller, page.id)).toMatchObject({ ok: true })
  expect((await get('/p/nurses')).statusCode).toBe(404)
  expect((await readPages(deps(), caller)).map(each => each.id)).not.toContain(page.id)
  expect(await changePage(deps(), caller, page.id, { title: 'x' })).toMatchObject({ ok: false })
  const other = await titled('Nurses')
  expect(other.slug).toBe('nurses')
  await restorePage(deps(), caller, page.id)
  expect((await get('/p/nurses-2')).statusCode).toBe(200)
})

test('another team neither sees nor changes a page', async () => {
  const page = await titled('Ours')
  const stranger = await createWorkspace(database.db)
  expect(await readPages(deps(), stranger)).toEqual([])
  expect(await changePage(deps(), stranger, page.id, { title: 'Theirs' })).toMatchObject({ ok: false })
  expect(await removePage(deps(), stranger, page.id)).toMatchObject({ ok: false })
  expect(await readDraft(deps(), stranger.workspace, page.id)).toBeUndefined()
})

test('whatever a writer types is text on the page, in the page’s own language and direction', async () => {
  const page = await titled('Marks')
  const nasty = `<script>alert(1)</script> "quoted" 'single' & more`
  const content = {
    ...firstLanding,
    lang: 'ar' as const,
    heading: nasty,
    why: [nasty],
    greeting: nasty,
    contact: nasty,
  }
  await changePage(deps(), caller, page.id, { content, published: true })
  const landing = await get('/p/marks')
  expect(landing.body).toContain('<html lang="ar" dir="rtl">')
  expect(landing.body).not.toContain('<script>alert')
  expect(landing.body.match(/<script/g)).toHaveLength(1)
  const chat = await get(`/chat/${page.connection}?page=${page.id}`)
  expect(chat.body).not.toContain('<script>alert')
  expect(chat.body).toContain('data-greeting="&lt;script&gt;')
})

test('nobody may frame a landing page; the chat only we and the sites in the list', async () => {
  const page = await titled('Frames')
  await changePage(deps(), caller, page.id, { published: true })
  const policyOf = async (url: string) => String((await get(url)).headers['content-security-policy'])
  expect(await policyOf('/p/frames')).toContain("frame-ancestors 'none'")
  expect(await policyOf(`/chat/${page.connection}`)).toMatch(/frame-ancestors 'self'$/)
  expect(await changeOrigins(deps(), caller, ['https://a.example/x', 'no site'])).toMatchObject({
    ok: false,
    refusal: { code: 'no-origin', text: 'no site' },
  })
  expect(await changeOrigins(deps(), caller, ['https://a.example/x', 'b.example', 'b.example'])).toMatchObject({
    value: { origins: ['https://a.example', 'https://b.example'] },
  })
  const policy = await policyOf(`/chat/${page.connection}`)
  expect(policy).toMatch(/frame-ancestors 'self' https:\/\/a\.example https:\/\/b\.example$/)
  expect(policy).not.toContain('unsafe')
  expect((await get(`/chat/${page.connection}`)).headers['x-frame-options']).toBeUndefined()
  expect((await get('/p/frames')).headers['set-cookie']).toBeUndefined()
})

async function beginVisit(chat: Chat['connection'], campaign?: string) {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/chat/${chat}/visitors`,
    headers: browser,
    payload: { consent: firstLanding.consent, ...(campaign ? { campaign } : {}) },
  })
  const { token }: { token: string } = response.json()
  const headers = { ...browser, authorization: `Bearer ${token}` }
  return {
    say: (id: string, text: string) =>
      app.inject({ method: 'POST', url: `/api/v1/chat/${chat}/messages`, headers, payload: { id, text } }),
    messages: async (): Promise<{ key: string; text: string; mine: boolean; read: boolean }[]> =>
      (await app.inject({ url: `/api/v1/chat/${chat}/messages`, headers })).json().messages,
  }
}

test('visitors and those of them who wrote are counted by the page they came from', async () => {
  const page = await titled('Counted')
  const campaign = `page:${page.id}`
  await beginVisit(page.connection, campaign)
  const second = await beginVisit(page.connection, campaign)
  await second.say(newId(), 'Hello')
  await second.say(newId(), 'Still there?')
  await beginVisit(page.connection)
  expect((await readPages(deps(), caller)).find(each => each.id === page.id)).toMatchObject({ visitors: 2, people: 1 })
})

test('the same id sent twice is one message, found again under the id the browser gave', async () => {
  const page = await titled('Twice')
  const visitor = await beginVisit(page.connection)
  const id = newId()
  expect((await visitor.say(id, 'Hello')).statusCode).toBe(200)
  expect((await visitor.say(id, 'Hello')).statusCode).toBe(200)
  expect(await visitor.messages()).toMatchObject([{ key: id, text: 'Hello', mine: true, read: false }])
})

test('who writes too fast is refused with words, and the same message is taken a minute later', async () => {
  const page = await titled('Fast')
  const visitor = await beginVisit(page.connection)
  for (let at = 0; at < 20; at += 1) expect((await visitor.say(newId(), `line ${at}`)).statusCode).toBe(200)
  const id = newId()
  const refused = await visitor.say(id, 'one too many')
  expect(refused.statusCode).toBe(429)
  expect(refused.json().error).toMatchObject({ code: 'slow-down' })
  clock.pass(minuteMs + 1)
  expect((await visitor.say(id, 'one too many')).statusCode).toBe(200)
  expect(await visitor.messages()).toHaveLength(21)
})

test('a token opens nothing but its own thread', async () => {
  const page = await titled('Tokens')
  const [one, other] = [await beginVisit(page.connection), await beginVisit(page.connection)]
  await one.say(newId(), 'Mine alone')
  expect(await other.messages()).toEqual([])
  const guess = await app.inject({
    url: `/api/v1/chat/${page.connection}/messages`,
    headers: { ...browser, authorization: 'Bearer guessed' },
  })
  expect(guess.statusCode).toBe(401)
  expect(await findOpenChat(deps(), newId())).toBeUndefined()
})

test('a page that asks for several things of the website chat at once makes one chat, not several', async () => {
  const stranger = await createWorkspace(database.db)
  const made = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  const first = inWorkspace(database.db, stranger.workspace, async tx => {
    const id = await ensureWebsiteChat(tx, stranger, clock.now())
    made.resolve()
    await told.promise
    return id
  })
  await made.promise
  const second = inWorkspace(database.db, stranger.workspace, tx => ensureWebsiteChat(tx, stranger, clock.now()))
  // Made, and not yet to be seen by others: the second has its chance to make another one.
  await Promise.race([second, setTimeout(500)])
  told.resolve()
  expect(await second).toBe(await first)
})

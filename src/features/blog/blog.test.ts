import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { mf2 } from 'microformats-parser'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createAnswers, siteRoutes } from '#features/site/index.ts'
import { newId, type PostId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { buildHttp } from '#server/http.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { feedFaults } from '#tests/feed-rules/rules.ts'
import { schemaFaults } from '#tests/schema-org.ts'
import { ownHosts } from '#tests/servers/own-hosts.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { proveMention, tellOthers } from './actions/mentions.ts'
import { goOut } from './actions/posts.ts'
import type { BlogDeps } from './deps.ts'
import { readMention } from './mention-page.ts'
import { blogRoutes } from './routes.ts'
import { postDetail } from './wire.ts'

const publicUrl = 'https://kith.example.org'
const clock = createTestClock('2026-11-22T18:00:00Z')
const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let deps: BlogDeps
let app: Awaited<ReturnType<typeof buildHttp>>
const hosts = ownHosts(() => app)

/** Another site, really asked: pages by path, and what was posted to it. */
let elsewhere: Server
let other: string
const pages = new Map<string, { body: string; link?: string }>()
const posted: { path: string; form: Record<string, string> }[] = []

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  elsewhere = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (request.method === 'POST') {
      posted.push({ path, form: Object.fromEntries(new URLSearchParams(await text(request))) })
      return response.writeHead(202).end()
    }
    const page = pages.get(path)
    if (!page) return response.writeHead(404).end()
    return response
      .writeHead(200, { 'content-type': 'text/html', ...(page.link ? { link: page.link } : {}) })
      .end(page.body)
  })
  await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
  const address = elsewhere.address()
  other = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  deps = {
    db: database.db,
    clock,
    publicUrl,
    http,
    answers: createAnswers(() => clock.now().getTime()),
    touches: {
      events: createEvents(),
      readText: { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false },
      suppressionKey: new Uint8Array(32),
    },
    chatOffer: async () => ({ chat: newId<'Connection'>(), promise: 'Mara answers.', online: false }),
  }
  app = await buildHttp({
    publicUrl,
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here => {
      siteRoutes(here, { ...deps, http: hosts })
      blogRoutes(here, deps)
    },
  })
})
afterAll(async () => {
  await app?.close()
  elsewhere?.close()
  await http[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
})

const browser = { 'sec-fetch-site': 'same-origin' }
const api = (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object) =>
  app.inject({ method, url: `/api/v1${path}`, headers: browser, ...(body ? { payload: body } : {}) })
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { ...browser, ...headers } })

async function written(title: string, body: string, more: object = {}): Promise<PostId> {
  const { id } = z.object({ id: z.string() }).parse((await api('POST', '/posts', { title })).json())
  const content = { title, summary: '', body, tags: [], lang: 'en', ...more }
  expect((await api('PATCH', `/posts/${id}`, { content })).statusCode).toBe(204)
  return id as PostId
}
const publish = (id: string, at?: string) => api('POST', `/posts/${id}/publish`, at ? { at } : {})

test('a post goes out when it is published, keeps what is changed to itself until then, and can be taken back', async () => {
  const id = await written(
    'Cold chain at night',
    'Keep it **cold**.\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))',
  )
  expect((await get('/blog/cold-chain-at-night')).statusCode).toBe(404)
  expect((await publish(id)).statusCode).toBe(204)
  const page = await get('/blog/cold-chain-at-night')
  expect(page.body).toContain('<strong>cold</strong>')
  expect(page.body).not.toMatch(/<img src=x|javascript:/)
  expect(Buffer.byteLength(page.body)).toBeLessThan(50_000)
  const content = { title: 'Cold chain by night', summary: '', body: 'Colder.', tags: [], lang: 'en' }
  await api('PATCH', `/posts/${id}`, { content })
  expect((await get('/blog/cold-chain-at-night')).body).not.toContain('Colder.')
  await publish(id)
  expect((await get('/blog/cold-chain-at-night')).body).toContain('Colder.')
  await api('POST', `/posts/${id}/withdraw`, {})
  expect((await get('/blog/cold-chain-at-night')).statusCode).toBe(404)
  const empty = await written('Nothing yet', '   ')
  expect((await publish(empty)).json().error.code).toBe('no-text')
})

test('a planned post goes out at its time and not before', async () => {
  const id = await written('Planned', 'Later.')
  await publish(id, '2026-11-23T08:00:00.000Z')
  await goOut(deps, caller.workspace, id)
  expect((await get('/blog/planned')).statusCode).toBe(404)
  clock.set('2026-11-23T08:00:01Z')
  await goOut(deps, caller.workspace, id)
  expect((await get('/blog/planned')).statusCode).toBe(200)
})

const faultsOf = (path: string, { body, headers }: Awaited<ReturnType<typeof get>>) =>
  feedFaults(
    path === 'feed.json' ? 'json' : path === 'rss.xml' ? 'rss' : 'atom',
    { body, type: String(headers['content-type']) },
    {
      url: `${publicUrl}/blog/${path}`,
      now: new Date(Math.max(Date.now(), clock.now().getTime())),
    },
  )

test('two libraries read the same posts in all three feeds, which keep to their specifications, whose ids outlive a move, and a page is an h-entry', async () => {
  const id = await written('Knots & <lines>', 'Read [the others](/blog).', {
    tags: ['Deck work'],
    summary: 'How to tie.',
  })
  await publish(
    await written(
      'Every kind of “thing” & more',
      '# One\n\n| a | b |\n| - | - |\n| [x](mailto:a@b.example) | `c` |\n\n- [x] done\n\n![Ropes](/blog/images/none.webp)\n\n<script>x</script>\n\nhttps://a.example/?b=1&c=2 \u0007',
      { lang: 'de', tags: ['Seil & Knoten', 'Ä'] },
    ),
  )
  await publish(id)
  const titles: unknown[] = []
  for (const path of ['rss.xml', 'atom.xml']) {
    const answer = await get(`/blog/${path}`)
    expect(faultsOf(path, answer)).toEqual([])
    const first = parseByRowan(answer.body)
    const second = parseByFeedsmith(answer.body)
    const theirs =
      (second.format === 'rss' ? second.feed.items : second.format === 'atom' ? second.feed.entries : []) ?? []
    titles.push(first.items.map(item => item.title))
    titles.push(theirs.map(({ title }) => (typeof title === 'object' ? title.value : title)))
    const mine = first.items.find(item => item.title === 'Knots & <lines>')
    expect(mine).toMatchObject({
      id: `urn:uuid:${id}`,
      url: `${publicUrl}/blog/knots-lines?via=blog-feed`,
      description: 'How to tie.',
    })
    expect(mine?.content).toContain(`href="${publicUrl}/blog"`)
    const again = await get(`/blog/${path}`, { 'if-none-match': String(answer.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  }
  const jsonAnswer = await get('/blog/feed.json')
  expect(faultsOf('feed.json', jsonAnswer)).toEqual([])
  const json = parseByFeedsmith(jsonAnswer.body)
  if (json.format !== 'json') throw new Error('no JSON Feed')
  titles.push((json.feed.items ?? []).map(item => item.title))
  expect(new Set(titles.map(each => JSON.stringify(each))).size).toBe(1)
  const page = await get('/blog/knots-lines')
  const [entry] = mf2(page.body, { baseUrl: `${publicUrl}/blog/knots-lines` }).items
  expect(entry?.type).toEqual(['h-entry'])
  expect(entry?.properties).toMatchObject({
    name: ['Knots & <lines>'],
    url: [`${publicUrl}/blog/knots-lines`],
    published: ['2026-11-23T08:00:01.000Z'],
    author: [{ type: ['h-card'], properties: { name: ['Mara'] } }],
  })
  expect((await get('/blog/tag/deck-work')).body).toContain('Knots &amp; &lt;lines&gt;')
  expect((await get(`/blog/by/${caller.user}`)).statusCode).toBe(200)
  expect((await get('/blog/tag/none')).statusCode).toBe(404)
})

test('a picture is drawn anew in two widths, without where it was taken; what is none is refused in words', async () => {
  const photo = await sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: '#016965' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer()
  const send = (payload: Buffer) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/posts/images',
      headers: { ...browser, 'content-type': 'application/octet-stream' },
      payload,
    })
  const made = z.object({ url: z.string(), width: z.number() }).parse((await send(photo)).json())
  expect(made.width).toBe(1_600)
  const large = (await get(made.url)).rawPayload
  expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 1_600, height: 800 })
  expect((await sharp(large).metadata()).exif).toBeUndefined()
  expect(await sharp((await get(made.url.replace('.webp', '-small.webp'))).rawPayload).metadata()).toMatchObject({
    width: 800,
  })
  const id = await written('With a picture', `![A quay](${made.url})`)
  await publish(id)
  const page = (await get('/blog/with-a-picture')).body
  expect(page).toContain(`${made.url.replace('.webp', '-small.webp')} 800w`)
  expect(page).toContain(`<meta property="og:image" content="${publicUrl}${made.url}">`)
  const refused = await send(Buffer.from('<svg onload="alert(1)"/>'))
  expect(refused.json().error.message).toContain('This is no picture')
})

const mention = (source: string, target: string) =>
  app.inject({
    method: 'POST',
    url: '/webmention',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ source, target }).toString(),
  })
const listed = async (id: PostId) => postDetail.parse((await api('GET', `/posts/${id}`)).json()).mentions

async function proveAll(): Promise<void> {
  const rows = await acrossWorkspaces(database.db, tx => tx.selectFrom('mentions').select('mention_id').execute())
  for (const { mention_id } of rows) await proveMention(deps, caller.workspace, mention_id, AbortSignal.timeout(10_000))
}

test('what another site says of a post is proven, waits for a recruiter, and goes when the page no longer says it', async () => {
  const id = await written('Spoken of', 'Here.')
  await publish(id)
  const target = `${publicUrl}/blog/spoken-of`
  pages.set('/reply', {
    body: `<div class="h-entry"><a class="p-author h-card" href="${other}/ana">Ana Ruiz</a>
<a class="u-in-reply-to" href="${target}">that</a><p class="e-content">True <script>x</script>for <b>fish</b> too.</p></div>`,
  })
  pages.set('/liar', { body: `<!-- <a href="${target}">no</a> -->` })
  expect((await mention(`${other}/reply`, target)).statusCode).toBe(202)
  expect((await mention(`${other}/liar`, target)).statusCode).toBe(202)
  await proveAll()
  const [only, ...rest] = await listed(id)
  expect(rest).toEqual([])
  expect(only).toMatchObject({ kind: 'reply', author: 'Ana Ruiz', state: 'waiting' })
  expect((await get('/blog/spoken-of')).body).not.toContain('Ana Ruiz')
  await api('PUT', `/mentions/${only?.id}/state`, { state: 'shown' })
  const page = (await get('/blog/spoken-of')).body
  expect(page).toContain('Ana Ruiz')
  expect(page).not.toContain('<script>x')
  pages.delete('/reply')
  await proveAll()
  expect(await listed(id)).toEqual([])
  for (const [source, where] of [
    ['ftp://x.example', target],
    [`${other}/reply`, 'https://elsewhere.example/blog/spoken-of'],
    [target, target],
    [`${other}/reply`, `${publicUrl}/blog/none`],
  ] as const)
    expect((await mention(source, where)).statusCode).toBe(400)
  // An address inside our own network is never asked: it is no page, and no retry either.
  await mention('http://169.254.169.254/latest', target)
  await proveAll()
  expect(await listed(id)).toEqual([])
})

test('when a post goes out its hub learns of each feed, and pages that it links to learn of it', async () => {
  await api('PATCH', '/site', { hub: `${other}/hub` })
  pages.set('/by-header', { body: 'x', link: `<${other}/other>; rel="prev", </take?a=1>; rel="webmention"` })
  pages.set('/by-link', { body: '<html><head><link rel="webmention" href="/take-too"></head></html>' })
  pages.set('/silent', { body: '<p>nothing</p>' })
  const id = await written(
    'Links',
    `[a](${other}/by-header) [b](${other}/by-link) [c](${other}/silent) [d](http://169.254.169.254/)`,
  )
  await publish(id)
  posted.length = 0
  await tellOthers(deps, caller.workspace, id, AbortSignal.timeout(10_000))
  const source = `${publicUrl}/blog/links`
  const by = (path: string) => posted.filter(each => each.path === path).map(each => each.form)
  expect(by('/take?a=1')).toEqual([{ source, target: `${other}/by-header` }])
  expect(by('/take-too')).toEqual([{ source, target: `${other}/by-link` }])
  expect(
    by('/hub')
      .map(form => form['hub.url'])
      .toSorted(),
  ).toEqual(['atom.xml', 'feed.json', 'rss.xml'].map(path => `${publicUrl}/blog/${path}`))
  expect((await get('/blog/rss.xml')).headers.link).toContain('rel="hub"')
})

test('a page is read for what it says of us, never for what stands in its comments', () => {
  const us = ['https://us.example/blog/a']
  const like = '<div class="h-entry"><a class="u-like-of" href="https://us.example/blog/a#x">l</a></div>'
  expect(readMention(like, 'https://them.example/1', us)).toMatchObject({ kind: 'like', authorName: 'them.example' })
  expect(readMention('<a href="https://us.example/blog/ab">b</a>', 'https://them.example/', us)).toBeUndefined()
})

test('a host of its own begins with the jobs; the address of the installation is left to its recruiters', async () => {
  await api('PATCH', '/site', { domain: 'jobs.harbour.example' })
  const at = (host: string, url = '/') => app.inject({ url, headers: { host } })
  expect(await at('jobs.harbour.example')).toMatchObject({ statusCode: 302, headers: { location: '/jobs' } })
  expect((await at('kith.example.org')).statusCode).toBe(404)
  expect((await at('elsewhere.example')).statusCode).toBe(404)
  await api('PATCH', '/site', { domain: null })
})

test('feeds and structured data keep the installation’s address until Kith was found at the site’s own host', async () => {
  await publish(await written('Two addresses', 'One of them is proven.'))
  const host = 'posts.harbour.example'
  const documents = ['/blog/rss.xml', '/blog/atom.xml', '/blog/feed.json', '/blog/two-addresses']
  const bases = async () => {
    const bodies = await Promise.all(documents.map(async url => (await app.inject({ url, headers: { host } })).body))
    const linked = bodies.at(-1)?.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? ''
    expect(linked).toContain('/blog/two-addresses')
    expect(schemaFaults(JSON.parse(linked))).toEqual([])
    const told = (base: string) =>
      [...bodies, linked].filter(body => body.includes(`${base}/blog/two-addresses`)).length
    return [told(publicUrl), told(`https://${host}`)]
  }
  await api('PATCH', '/site', { domain: host })
  expect(await bases()).toEqual([5, 0])
  // Now it leads here, and whoever opens it has Kith look; but once in a minute.
  hosts.leading.add(host)
  clock.pass(120_000)
  await app.inject({ url: '/', headers: { host } })
  await expect.poll(bases).toEqual([0, 5])
  // It leads elsewhere since.
  hosts.leading.delete(host)
  await api('POST', '/site/domain/check')
  expect(await bases()).toEqual([5, 0])
  await api('PATCH', '/site', { domain: null })
})

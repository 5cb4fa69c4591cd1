import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'

const origin = 'http://localhost:4280'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

let api: ApiServer
let page = { id: '', slug: '', chat: '' }

const ask = async (method: Method, url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${api.token}` }
  const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) }
}
const call = async <T>(shape: z.ZodType<T>, method: Method, url: string, payload?: object): Promise<T> => {
  const { status, body } = await ask(method, url, payload)
  if (status >= 300) throw new Error(`${method} ${url}: ${status} ${JSON.stringify(body)}`)
  return shape.parse(body)
}
const made = z.object({ id: z.string() })
const link = z.object({ id: z.string(), code: z.string(), url: z.string(), leadsTo: z.string(), tool: z.string() })
const nothing = z.unknown()
type Browser = { ip?: string; agent?: string; method?: 'GET' | 'HEAD'; headers?: Record<string, string> }
const look = (url: string, { ip = '198.51.100.7', agent = firefox, method = 'GET', headers = {} }: Browser = {}) =>
  api.app.inject({
    method,
    url,
    remoteAddress: ip,
    headers: { 'user-agent': agent, host: 'localhost:4280', ...headers },
  })

const rows = z.object({
  people: z.number(),
  rows: z.array(
    z.looseObject({
      key: z.string().nullable(),
      label: z.string().nullable(),
      visits: z.number(),
      people: z.record(z.string(), z.number()),
    }),
  ),
})
const reported = (view: string, by = 'source') => call(rows, 'GET', `/attribution?view=${view}&by=${by}`)
const rowOf = async (key: string, view = 'first', by = 'source') =>
  (await reported(view, by)).rows.find(row => row.key === key)
const visitsOf = async (key: string) => (await rowOf(key))?.visits ?? 0
/** Visits are written once a second. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000, interval: 100 })

/** Opens the chat on a page and writes; gives the person that they became. */
async function chat(about: { page: string; referrer?: string; campaign?: string }, name: string): Promise<string> {
  const begun = await api.app.inject({
    method: 'POST',
    url: `/api/v1/chat/${page.chat}/visitors`,
    headers: { host: 'localhost:4280', 'sec-fetch-site': 'same-origin' },
    payload: { consent: 'They may answer me.', name, ...about },
  })
  const { token } = z.object({ token: z.string() }).parse(begun.json())
  const said = await api.app.inject({
    method: 'POST',
    url: `/api/v1/chat/${page.chat}/messages`,
    headers: {
      host: 'localhost:4280',
      'sec-fetch-site': 'same-origin',
      authorization: `Bearer ${token}`,
    },
    payload: { id: newId(), text: 'Is it only nights?' },
  })
  expect(said.statusCode, said.body).toBeLessThan(300)
  const { rows: found } = await acrossWorkspaces(api.db, tx =>
    sql<{ id: string }>`select person_id as id from people where display_name = ${name}`.execute(tx),
  )
  return found[0]?.id ?? ''
}

beforeAll(async () => {
  api = await startApi()
  const { id } = await call(made, 'POST', '/pages', { title: 'Night jobs' })
  await call(nothing, 'PATCH', `/pages/${id}`, { published: true })
  const pages = z.object({ pages: z.array(z.object({ id: z.string(), slug: z.string(), chat: z.string() })) })
  page = (await call(pages, 'GET', '/pages')).pages[0] ?? page
}, 60_000)
afterAll(() => api?.[Symbol.asyncDispose]())

test('one click gives a short link, the same one again; it leads to the page with its tag and counts a visitor of a day once, without a cookie', async () => {
  const group = newId<'Group'>()
  await acrossWorkspaces(api.db, tx =>
    sql`insert into groups (workspace_id, group_id, kind, tool, address, title, created_at)
      select workspace_id, ${group}, 'place', 'forum', 'welding.example', 'Welding', now() from workspaces`.execute(tx),
  )
  const wish = { kind: 'group', group, to: { kind: 'page', id: page.id } }
  const first = await call(link, 'POST', '/sources', wish)
  expect(await call(link, 'POST', '/sources', wish)).toEqual(first)
  expect(first).toMatchObject({ tool: 'forum', leadsTo: `${origin}/p/${page.slug}` })
  const answer = await look(`/go/${first.code}`)
  expect(answer.statusCode).toBe(302)
  expect(answer.headers.location).toBe(`${origin}/p/${page.slug}?via=${first.code}`)
  expect(answer.headers['set-cookie']).toBeUndefined()
  const read = await look(`/p/${page.slug}?via=${first.code}`, { headers: { referer: 'https://welding.example/t/7' } })
  expect(read.statusCode).toBe(200)
  expect(read.body).toContain(`href="/chat/${page.chat}?`)
  await look(`/p/${page.slug}?via=${first.code}`)
  await look(`/p/${page.slug}`, { ip: '198.51.100.8' })
  await eventually(() => visitsOf(first.id)).toBe(1)
  const { sources } = await call(
    z.object({ sources: z.array(z.looseObject({ id: z.string(), kind: z.string() })) }),
    'GET',
    `/sources?kind=page`,
  )
  await eventually(() => visitsOf(sources[0]?.id ?? '')).toBe(2)
})

test('programs, pages fetched ahead, looks at the head alone and our own people are no visits', async () => {
  const { id, code } = await call(link, 'POST', '/sources', { kind: 'link', target: '/jobs', code: 'Night-Bots' })
  expect(code).toBe('night-bots')
  await look(`/go/${code}`, { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })
  await look(`/go/${code}`, { agent: '' })
  await look(`/go/${code}`, { agent: 'curl/8.5.0' })
  await look(`/go/${code}`, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  await look(`/go/${code}`, { method: 'HEAD' })
  await look(`/go/${code}`, { headers: { cookie: 'kith_session=abc; __Host-kith_session=abc; kith=abc' } })
  // Whoever comes last is counted, so the others were looked at.
  await look(`/go/${code}`, { ip: '203.0.113.9' })
  await eventually(() => visitsOf(id)).toBe(1)
  await setTimeout(0)
  expect(await visitsOf(id)).toBe(1)
})

test('no address of a visitor is in the database, and the salt of a day is in no backup and gone the day after', async () => {
  const found = await acrossWorkspaces(api.db, async tx => {
    const { rows: marks } = await sql<{
      all: string
    }>`select coalesce(string_agg(v::text, ' '), '') as all from visits v`.execute(tx)
    const { rows: salts } = await sql<{
      kind: string
    }>`select relpersistence as kind from pg_class where relname = 'visit_salts'`.execute(tx)
    return { marks: marks[0]?.all ?? '', kind: salts[0]?.kind }
  })
  expect(found.marks).not.toBe('')
  expect(found.marks).not.toContain('198.51.100')
  expect(found.kind).toBe('u')
})

test('a link leads where a recruiter said and nowhere else, and a code is nobody else’s', async () => {
  expect(await ask('POST', '/sources', { kind: 'link', target: 'javascript:alert(1)' })).toMatchObject({
    status: 400,
    body: { error: { code: 'no-target' } },
  })
  expect(await ask('POST', '/sources', { kind: 'link', code: 'night-bots' })).toMatchObject({
    status: 409,
    body: { error: { code: 'code-taken' } },
  })
  expect(await ask('POST', '/sources', { kind: 'link', code: 'issue-7' })).toMatchObject({
    status: 400,
    body: { error: { code: 'no-code' } },
  })
  expect((await look('/go/nobody-has-this')).statusCode).toBe(404)
  expect((await look('/go/night-bots?target=https://evil.example')).headers.location).toBe(
    `${origin}/jobs?via=night-bots`,
  )
})

test('who only looks stays unknown; who writes is known with the link that brought them first and the page they wrote on last, and their stages count from then on', async () => {
  const { id, code } = await call(link, 'POST', '/sources', {
    kind: 'profile',
    tool: 'linkedin',
    target: `/p/${page.slug}`,
  })
  await look(`/go/${code}`)
  expect((await rowOf(id))?.people.lead ?? 0).toBe(0)
  const ana = await chat({ page: `${origin}/p/${page.slug}?via=${code}`, campaign: `page:${page.id}` }, 'Ana Ruiz')
  await eventually(async () => (await rowOf(id))?.people).toMatchObject({
    lead: 1,
    chat: 1,
    connected: 1,
    candidate: 0,
  })
  const sources = await call(
    z.object({ sources: z.array(z.looseObject({ kind: z.string(), how: z.string() })) }),
    'GET',
    `/people/${ana}/sources`,
  )
  expect(sources.sources.map(one => [one.kind, one.how])).toEqual([
    ['profile', 'chat'],
    ['page', 'chat'],
  ])
  expect((await rowOf(id, 'last'))?.people.lead ?? 0).toBe(0)
  expect((await rowOf('page', 'last', 'kind'))?.people.lead).toBe(1)
  expect((await rowOf(id, 'all'))?.people.lead).toBe(1)
  expect((await reported('all')).people).toBe(1)
  await call(nothing, 'PUT', `/people/${ana}/relationship/stage`, {
    stage: 'candidate',
    reason: 'She came by and stayed.',
  })
  await eventually(async () => (await rowOf('linkedin', 'first', 'tool'))?.people).toMatchObject({
    lead: 1,
    interested: 1,
    candidate: 1,
  })
  const who = await call(
    z.object({ people: z.array(z.looseObject({ name: z.string(), stage: z.string() })) }),
    'GET',
    `/attribution/people?view=first&by=tool&key=linkedin&milestone=candidate`,
  )
  expect(who.people).toMatchObject([{ name: 'Ana Ruiz', stage: 'candidate' }])
})

test('an application counts for the link it came by, a hidden page in the way or not; without consent nothing is joined', async () => {
  const { id } = await call(made, 'POST', '/openings', { title: 'Night packer', organisation: 'Harbour & Sons' })
  await call(nothing, 'PATCH', `/openings/${id}`, {
    description: 'You pack what the boats bring, at night and in the cold, with two others who know how.',
    place: 'Bergen, Norway',
  })
  await call(nothing, 'PUT', `/openings/${id}/state`, { state: 'open' })
  const { id: source, code } = await call(link, 'POST', '/sources', { kind: 'referral', to: { kind: 'opening', id } })
  const form = (more: Record<string, string>) =>
    api.app.inject({
      method: 'POST',
      url: '/jobs/night-packer/apply',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:4280', 'user-agent': firefox },
      payload: new URLSearchParams({ name: 'Tom Bek', email: 'tom@bek.example', ref: code, ...more }).toString(),
    })
  expect((await look(`/jobs/night-packer?via=${code}`)).body).toContain(`name="ref" value="${code}"`)
  expect((await form({})).statusCode).toBe(422)
  expect((await form({ consent: 'yes' })).statusCode).toBe(200)
  await eventually(async () => (await rowOf(source))?.people).toMatchObject({
    lead: 1,
    applied: 1,
    answered: 1,
    interested: 1,
  })
  expect((await rowOf('opening', 'last', 'kind'))?.people.applied).toBe(1)
})

test('two who turn out to be one are one in the report, taken back they are two, and an erased person is in it no more', async () => {
  const { id, code } = await call(link, 'POST', '/sources', { kind: 'link', target: '/blog', tool: 'mastodon' })
  const one = await chat({ page: `${origin}/blog?via=${code}` }, 'Li Wen')
  const other = await chat({ page: `${origin}/blog?via=${code}` }, 'Wen Li')
  await eventually(async () => (await rowOf(id))?.people.lead).toBe(2)
  const merged = await ask('POST', `/people/${one}/merge`, { other })
  expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300)
  await eventually(async () => (await rowOf(id))?.people.lead).toBe(1)
  const { id: move } = made.parse(merged.body)
  expect((await ask('POST', `/moves/${move}/undo`)).status).toBeLessThan(300)
  await eventually(async () => (await rowOf(id))?.people.lead).toBe(2)
  expect((await ask('DELETE', `/people/${other}`)).status).toBeLessThan(300)
  await eventually(async () => (await rowOf(id))?.people.lead).toBe(1)
  const left = await acrossWorkspaces(api.db, tx =>
    sql`select from source_touches where person_id = ${other} union all select from source_people where person_id = ${other}`.execute(
      tx,
    ),
  )
  expect(left.rows).toEqual([])
})

test('a campaign shows its parts, what it cost and how far its people came, and is silent where they are too few', async () => {
  const { id } = await call(made, 'POST', '/campaigns', {
    name: 'Night guide',
    aim: 'Ten who like the night',
    startsOn: '2026-01-01',
  })
  expect(
    (await ask('POST', '/campaigns', { name: 'Backwards', startsOn: '2026-02-01', endsOn: '2026-01-01' })).status,
  ).toBe(400)
  const wish = { kind: 'link', to: { kind: 'page', id: page.id }, tool: 'irc', campaign: id, code: 'night-guide' }
  const { code } = await call(link, 'POST', '/sources', wish)
  await call(nothing, 'PUT', `/campaigns/${id}/parts`, { tool: 'irc', part: 'drive', note: '#welding on Tuesdays' })
  await call(nothing, 'POST', `/campaigns/${id}/costs`, { what: 'Posters', amount: 40, currency: 'EUR' })
  await call(nothing, 'POST', `/campaigns/${id}/costs`, { what: 'Writing', minutes: 90, tool: 'blog' })
  expect((await ask('POST', `/campaigns/${id}/costs`, { what: 'Nothing' })).status).toBe(400)
  await chat({ page: `${origin}/p/${page.slug}?via=${code}` }, 'Sam Okoye')
  const whole = z.object({
    campaign: z.looseObject({
      counts: z.record(z.string(), z.number()),
      weakest: z.unknown(),
      chain: z.array(z.looseObject({ verdict: z.string() })),
    }),
  })
  await eventually(async () => (await call(whole, 'GET', `/campaigns/${id}`)).campaign.counts).toMatchObject({
    answered: 1,
    connected: 1,
  })
  const { campaign } = await call(whole, 'GET', `/campaigns/${id}`)
  expect(campaign).toMatchObject({
    money: [{ currency: 'EUR', amount: 40 }],
    minutes: [{ tool: 'blog', minutes: 90 }],
    parts: [{ tool: 'irc', part: 'drive', note: '#welding on Tuesdays' }],
    weakest: null,
  })
  expect(campaign.chain[0]?.verdict).toBe('few')
  const board = await call(z.object({ campaigns: z.array(z.looseObject({ id: z.string() })) }), 'GET', '/strategy')
  expect(board.campaigns.map(one => one.id)).toEqual([id])
  // What readers can open may be put in before anybody came by it; what they can't, may not.
  const open = await call(made, 'POST', '/posts', { title: 'Is it only nights?' })
  await call(made, 'POST', '/posts', { title: 'Not out yet' })
  const content = { title: 'Is it only nights?', summary: '', body: 'No.', tags: [], lang: 'en' }
  await call(nothing, 'PATCH', `/posts/${open.id}`, { content })
  await call(nothing, 'POST', `/posts/${open.id}/publish`, {})
  const all = z.object({ sources: z.array(z.looseObject({ id: z.string(), kind: z.string(), label: z.string() })) })
  const posts = (await call(all, 'GET', '/sources')).sources.filter(one => one.kind === 'post')
  expect(posts.map(one => one.label)).toEqual(['Is it only nights?'])
  await call(nothing, 'PATCH', `/sources/${posts[0]?.id}`, { campaign: id })
})

test('the calendar of the board has what goes out by itself: a list’s new jobs, each week at their hour', async () => {
  const list = await call(made, 'POST', '/lists', {
    name: 'Night jobs',
    lang: 'en',
    purpose: 'Night shifts, once a week.',
    consent: 'Yes, write to me.',
  })
  const plan = { on: true, weekday: 2, hour: 9, timezone: 'Europe/Oslo' }
  await call(nothing, 'PATCH', `/lists/${list.id}/digest`, plan)
  const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const board = z.object({
    calendar: z.array(z.looseObject({ kind: z.string(), thing: z.string().nullable(), at: z.string() })),
  })
  const { calendar } = await call(board, 'GET', `/strategy?from=${on(0)}&to=${on(20)}`)
  const digests = calendar.filter(one => one.kind === 'digest')
  expect(digests.length).toBeGreaterThanOrEqual(2)
  for (const { thing, at } of digests) {
    expect(thing).toBe(list.id)
    const there = new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', timeZone: 'Europe/Oslo' })
    expect(there.format(new Date(at))).toBe('Tuesday, 09')
  }
})

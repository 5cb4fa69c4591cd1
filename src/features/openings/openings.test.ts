import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { fixtures } from '#importers/fixtures/files.test-support.ts'
import { recogniseFile } from '#importers/registry.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { feedFaults } from '#tests/feed-rules/rules.ts'
import { schemaFaults } from '#tests/schema-org.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { readResume } from './actions/apply.ts'
import { closeExpired } from './actions/manage.ts'
import type { PublicDeps } from './deps.ts'
import { findMissing } from './model.ts'
import { resumeKindOf, resumeName } from './resume-file.ts'
import { openingRoutes } from './routes.ts'
import { openingDetail } from './wire.ts'

const publicUrl = 'https://kith.example.org'
const clock = createTestClock('2026-11-22T18:00:00Z')
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let deps: PublicDeps
let app: Awaited<ReturnType<typeof buildHttp>>

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  deps = {
    db: database.db,
    clock,
    publicUrl,
    touches: {
      events: createEvents(),
      readText: { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false },
      suppressionKey: new Uint8Array(32),
    },
    marks: async () => new Map(),
    activeLabels: async () => new Map(),
    recogniseFile,
    refreshSessions: async () => {},
    chatOffer: async () => ({ chat: newId<'Connection'>(), promise: 'Mara answers.', online: true }),
  }
  app = await buildHttp({
    publicUrl,
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here => openingRoutes(here, deps),
  })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

const browser = { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' }
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT'
const api = async (method: Method, path: string, body?: object) =>
  app.inject({ method, url: `/api/v1${path}`, headers: browser, ...(body ? { payload: body } : {}) })
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { ...browser, ...headers } })

const full = {
  description: 'You keep the **cold chain** at night, together with two others.\n\n<script>alert(1)</script>',
  must: ['A forklift licence', 'Norwegian for the radio'],
  nice: ['You like fish'],
  pay: { min: 3_200, max: 3_800, currency: 'EUR', period: 'month' },
  place: 'Bergen, Norway',
  postcode: '5003',
  employment: 'part-time',
  organisation: 'Harbour & Sons',
  organisationUrl: 'https://harbour.example',
  applyUntil: '2026-12-24',
}

async function opened(title: string, change: object = {}): Promise<{ id: string; slug: string }> {
  const id = z.object({ id: z.string() }).parse((await api('POST', '/openings', { title })).json()).id
  expect((await api('PATCH', `/openings/${id}`, { ...full, ...change })).statusCode).toBe(204)
  expect((await api('PUT', `/openings/${id}/state`, { state: 'open' })).body).toBe('')
  const { opening } = openingDetail.parse((await api('GET', `/openings/${id}`)).json())
  return { id, slug: opening.slug }
}

test('an opening goes out when readers are told enough, and says what is missing until then', async () => {
  const { id } = z.object({ id: z.string() }).parse((await api('POST', '/openings', { title: 'Night packer' })).json())
  const refused = await api('PUT', `/openings/${id}/state`, { state: 'open' })
  expect(refused.statusCode).toBe(422)
  expect(refused.json().error.message).toBe(
    'Still missing for readers: a description of some sentences, a place that we know, who hires.',
  )
  expect((await get('/jobs/night-packer')).statusCode).toBe(404)
  await api('PATCH', `/openings/${id}`, { ...full, place: 'Bergen, Norway' })
  const { opening } = openingDetail.parse((await api('GET', `/openings/${id}`)).json())
  expect(opening).toMatchObject({ town: { name: 'Bergen', country: 'NO' }, missing: [], state: 'draft' })
  expect((await api('PUT', `/openings/${id}/state`, { state: 'open' })).statusCode).toBe(204)
  // What readers see stays true: an open job can't be made incomplete.
  expect((await api('PATCH', `/openings/${id}`, { place: '' })).statusCode).toBe(422)
  const swapped = await api('PATCH', `/openings/${id}`, { pay: { ...full.pay, min: 5_000 } })
  expect(swapped.json().error.code).toBe('pay-order')
  const worldwide = { ...opening, remote: 'yes' as const, town: null, remoteFrom: [] }
  expect(findMissing(worldwide, '2026-11-22')).toEqual(['countries'])
})

test('a job page reads without script, shows no HTML that was typed, and has the job in schema.org’s words', async () => {
  const { slug } = await opened('Cold chain lead')
  const page = await get(`/jobs/${slug}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('&lt;script&gt;alert(1)')
  expect(page.body).toContain('<strong>cold chain</strong>')
  expect(page.body).toContain('€3,200 – €3,800 a month')
  expect(Buffer.byteLength(page.body)).toBeLessThan(50_000)
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.body) ?? []
  const posting = z.record(z.string(), z.unknown()).parse(JSON.parse(json))
  // Google: required, then recommended; developers.google.com/search/docs/appearance/structured-data/job-posting.
  for (const name of ['datePosted', 'description', 'hiringOrganization', 'jobLocation', 'title'])
    expect(posting, name).toHaveProperty(name)
  for (const name of ['baseSalary', 'directApply', 'employmentType', 'identifier', 'validThrough'])
    expect(posting, name).toHaveProperty(name)
  expect(posting).toMatchObject({
    employmentType: 'PART_TIME',
    validThrough: '2026-12-24T23:59:59Z',
    jobLocation: { address: { addressLocality: 'Bergen', addressCountry: 'NO', postalCode: '5003' } },
    baseSalary: { currency: 'EUR', value: { minValue: 3_200, maxValue: 3_800, unitText: 'MONTH' } },
  })
  expect(schemaFaults(posting)).toEqual([])
  // The judge would see what is wrong, at any depth.
  const wrong = { ...posting, salaryRange: '1', datePosted: 'soon', jobLocation: { '@type': 'Person', town: 'Bergen' } }
  expect(schemaFaults(wrong)).toEqual([
    'JobPosting.datePosted: "soon" is none of Date, DateTime',
    'JobPosting.jobLocation: Person is none of Place, IdReference',
    'JobPosting.jobLocation: Person has no town',
    'JobPosting: JobPosting has no salaryRange',
  ])
})

test('work from home says from where, as search engines ask for it', async () => {
  const { slug } = await opened('Night planner', { remote: 'yes', remoteFrom: ['NO', 'DE'], place: '' })
  const [, json = ''] = /ld\+json">(.*?)<\/script>/s.exec((await get(`/jobs/${slug}`)).body) ?? []
  expect(schemaFaults(JSON.parse(json))).toEqual([])
  expect(JSON.parse(json)).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: [
      { '@type': 'Country', name: 'NO' },
      { '@type': 'Country', name: 'DE' },
    ],
  })
})

const faultsOf = (path: string, { body, headers }: Awaited<ReturnType<typeof get>>) =>
  feedFaults(
    path === 'feed.json' ? 'json' : path === 'rss.xml' ? 'rss' : 'atom',
    { body, type: String(headers['content-type']) },
    {
      url: `${publicUrl}/jobs/${path}`,
      now: new Date(Math.max(Date.now(), clock.now().getTime())),
    },
  )

test('two libraries read the same jobs in RSS, Atom and JSON Feed, which keep to their specifications, and who has the feed is not sent it again', async () => {
  await opened('Crane driver <at sea> & on land', {
    description: `${full.description}\n\nMore on [all jobs](/jobs) and ![the quay](quay.webp).`,
  })
  const lists: string[][] = []
  for (const path of ['rss.xml', 'atom.xml']) {
    const answer = await get(`/jobs/${path}`)
    expect(faultsOf(path, answer)).toEqual([])
    const first = parseByRowan(answer.body)
    const second = parseByFeedsmith(answer.body)
    const titles = first.items.map(item => item.title ?? '')
    const others =
      (second.format === 'rss' ? second.feed.items : second.format === 'atom' ? second.feed.entries : []) ?? []
    expect(others.map(({ title }) => (typeof title === 'object' ? title.value : title))).toEqual(titles)
    expect(first.items.every(item => item.id?.startsWith('urn:uuid:') && item.content)).toBe(true)
    expect(first.self).toBe(`${publicUrl}/jobs/${path}`)
    lists.push(titles)
    const etag = String(answer.headers.etag)
    const again = await get(`/jobs/${path}`, { 'if-none-match': `"other", W/${etag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  }
  const jsonAnswer = await get('/jobs/feed.json')
  expect(faultsOf('feed.json', jsonAnswer)).toEqual([])
  const json = parseByFeedsmith(jsonAnswer.body)
  if (json.format !== 'json') throw new Error('no JSON Feed')
  lists.push((json.feed.items ?? []).map(item => item.title ?? ''))
  expect(lists[0]).toContain('Crane driver <at sea> & on land, Harbour & Sons')
  expect(lists[1]).toEqual(lists[0])
  expect(lists[2]).toEqual(lists[0])
})

test('job boards collect complete lists that any XML reader understands', async () => {
  await opened('Deck ]]> hand')
  for (const [path, required] of [
    ['indeed.xml', ['title', 'date', 'referencenumber', 'url', 'company', 'city', 'country', 'description']],
    ['linkedin.xml', ['partnerJobId', 'company', 'title', 'description', 'applyUrl', 'location', 'country']],
  ] as const) {
    const { body, headers } = await get(`/jobs/${path}`)
    expect(headers['content-type']).toContain('application/xml')
    const { parse } = await import('ltx')
    const jobs = parse(body).getChildren('job')
    expect(jobs.length).toBeGreaterThan(0)
    for (const job of jobs)
      for (const name of required) {
        const isRemote = /Remote|remote/.test(
          job.getChildText('remotetype') ?? job.getChildText('workplaceTypes') ?? '',
        )
        if (!(isRemote && ['city', 'country', 'location'].includes(name)))
          expect(job.getChildText(name), name).toBeTruthy()
      }
    expect(jobs.map(job => job.getChildText('title'))).toContain('Deck ]]> hand')
  }
})

test('a closed job answers that it is gone, why, what else is open, and where to ask; its last day closes it by itself', async () => {
  const other = await opened('Ice maker')
  const { id, slug } = await opened('Net mender')
  await api('PUT', `/openings/${id}/state`, { state: 'closed', reason: 'filled' })
  const gone = await get(`/jobs/${slug}`)
  expect(gone.statusCode).toBe(410)
  expect(gone.body).toContain('Somebody was found for it.')
  expect(gone.body).toContain(`/jobs/${other.slug}`)
  expect(gone.body).toMatch(/Was it for you\?[\s\S]*data-kith-open/)
  expect(gone.body).not.toContain('JobPosting')
  expect((await api('PUT', `/openings/${id}/state`, { state: 'closed' })).json().error.code).toBe('no-reason')
  const soon = await opened('Day hand', { applyUntil: '2026-11-23' })
  clock.set('2026-11-24T00:00:01Z')
  expect((await get(`/jobs/${soon.slug}`)).statusCode).toBe(410)
  expect(await closeExpired(deps)).toBe(1)
  const { opening } = openingDetail.parse((await api('GET', `/openings/${soon.id}`)).json())
  expect(opening).toMatchObject({ state: 'closed', closedReason: 'expired' })
})

const send = (
  slug: string,
  fields: Record<string, string>,
  resume?: { name: string; bytes: Uint8Array<ArrayBuffer>; type: string },
) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (resume) form.set('resume', new File([resume.bytes], resume.name, { type: resume.type }))
  const packed = new Request('http://kith', { method: 'POST', body: form })
  return packed.arrayBuffer().then(body =>
    app.inject({
      method: 'POST',
      url: `/jobs/${slug}/apply`,
      headers: { ...browser, 'content-type': packed.headers.get('content-type') ?? '' },
      payload: Buffer.from(body),
    }),
  )
}

const ana = { name: 'Ana Ruiz', email: 'ana@harbour.example', message: 'I know the cold chain.', consent: 'yes' }
const pdf = () => {
  const resume = fixtures['resume-pdf']?.find(each => each.name === 'Lebenslauf.pdf')
  if (!resume) throw new Error('no such fixture')
  return new Uint8Array(resume.bytes)
}

test('whoever sends the form is a person who is interested, with the résumé read into their profile and the link that led them', async () => {
  const { id, slug } = await opened('Freezer lead')
  await get(`/jobs/${slug}?ref=sam-okoye`)
  await get(`/jobs/${slug}?ref=sam-okoye`, { 'user-agent': 'Googlebot/2.1' })
  const page = await get(`/jobs/${slug}?ref=sam-okoye`)
  expect(page.body).toContain('name="ref" value="sam-okoye"')
  const sent = await send(
    slug,
    { ...ana, ref: 'sam-okoye' },
    { name: '../../cv<.exe', bytes: pdf(), type: 'text/html' },
  )
  expect(sent.statusCode).toBe(200)
  expect(sent.body).toContain('Thank you. It arrived.')
  const byThen = new Date(clock.now().getTime() + 7 * dayMs)
  const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(byThen)
  expect(sent.body).toContain(`writes to you by ${day}. If you would rather talk now`)
  const detail = openingDetail.parse((await api('GET', `/openings/${id}`)).json())
  const [application] = detail.applications
  if (!application?.person || !application.resume) throw new Error('nothing arrived')
  expect(application).toMatchObject({ name: 'Ana Ruiz', referral: 'sam-okoye', resume: { state: 'waiting' } })
  expect(application.resume.name).toBe('cv.pdf')
  expect(detail.referrals).toEqual([{ code: 'sam-okoye', visits: 2, applications: 1 }])
  const { person } = application
  const stage = await inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('relationships').select('stage').where('person_id', '=', person).executeTakeFirst(),
  )
  expect(stage?.stage).toBe('interested')
  const at = { workspace: caller.workspace, application: application.id, user: caller.user }
  await readResume(deps, at, AbortSignal.timeout(20_000))
  const after = openingDetail.parse((await api('GET', `/openings/${id}`)).json())
  expect(after.applications[0]?.resume?.state).toBe('read')
  expect(after.applications[0]?.person).toBe(person)
  const { cards } = z
    .object({ cards: z.array(z.object({ candidacy: z.string() })) })
    .parse((await api('GET', `/openings/${id}/board`)).json())
  const { applications } = (await api('GET', `/candidacies/${cards[0]?.candidacy}`)).json()
  expect(applications).toMatchObject([{ id: application.id, message: ana.message, resume: { name: 'cv.pdf' } }])
  const file = await get(`/api/v1/applications/${application.id}/resume`)
  expect(file.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-disposition': expect.stringMatching(/^attachment;/),
  })
})

test('a form that can’t go out comes back as it was written, with what to do', async () => {
  const { slug, id } = await opened('Quay hand')
  const wrong = async (fields: Record<string, string>, resume?: Parameters<typeof send>[2]) => {
    const answer = await send(slug, fields, resume)
    expect(answer.statusCode).toBe(422)
    return answer.body
  }
  expect(await wrong({ ...ana, email: 'ana at home' })).toContain('This is no e-mail address.')
  expect(await wrong({ ...ana, consent: '' })).toContain('value="Ana Ruiz"')
  const exe = { name: 'cv.pdf', bytes: new Uint8Array([0x4d, 0x5a, 0x90]), type: 'application/pdf' }
  expect(await wrong(ana, exe)).toContain('neither PDF nor Word')
  const large = { name: 'cv.pdf', bytes: new Uint8Array(5_000_001).fill(0x25), type: 'application/pdf' }
  expect(await wrong(ana, large)).toContain('larger than 5 MB')
  // A program fills in what no person sees: thanked, and kept nowhere.
  expect((await send(slug, { ...ana, website: 'https://spam.example' })).body).toContain('Thank you')
  const { applications } = openingDetail.parse((await api('GET', `/openings/${id}`)).json())
  expect(applications).toEqual([])
})

test('a résumé is told by its bytes, whatever it is called', () => {
  expect(resumeKindOf(pdf())?.ending).toBe('pdf')
  expect(resumeKindOf(new TextEncoder().encode('<html>%PDF-'))).toBeUndefined()
  const macro = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml word/vbaProject.bin')])
  expect(resumeKindOf(macro)).toBeUndefined()
  expect(
    resumeName('..\\..\\evil\u202e.pdf.exe', {
      type: 'application/pdf',
      ending: 'pdf',
      starts: [0x25, 0x50, 0x44, 0x46, 0x2d],
    }),
  ).toMatch(/^[\p{L}\p{N} _.-]+\.pdf$/u)
})

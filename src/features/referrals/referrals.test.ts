import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openingRoutes } from '#features/openings/index.ts'
import * as openingWire from '#features/openings/wire.ts'
import { recogniseFile } from '#importers/registry.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { referralChanged } from './events.ts'
import { codeFrom, heardOf, judgeReferral, rewardState } from './model.ts'
import { referralRoutes } from './routes.ts'
import { hearForReferrals } from './subscriptions.ts'
import * as wire from './wire.ts'

const publicUrl = 'https://kith.example.org'
const clock = createTestClock('2026-11-22T18:00:00Z')
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let app: Awaited<ReturnType<typeof buildHttp>>
let opening: string
/** What other features heard of referrals, in order. */
const told: string[] = []

beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  const deps = {
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
  hearForReferrals(deps)
  deps.touches.events.hear(referralChanged, async (_, { state: step }) => {
    told.push(step)
  })
  app = await buildHttp({
    publicUrl,
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here => {
      openingRoutes(here, deps)
      referralRoutes(here, deps)
    },
  })
  opening = made(await api('POST', '/openings', { title: 'Night nurse' }))
  await api('PATCH', `/openings/${opening}`, {
    description: 'You keep the ward calm at night, together with two others who know it well.',
    place: 'Bergen, Norway',
    organisation: 'Harbour Clinic',
  })
  await api('PUT', `/openings/${opening}/state`, { state: 'open' })
  await api('PUT', '/referral-terms', { amount: 500, currency: 'EUR', afterDays: 30 })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

const browser = { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' }
const made = (body: unknown) => z.object({ id: z.string() }).parse(body).id
async function api(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object): Promise<unknown> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: browser,
    ...(body ? { payload: body } : {}),
  })
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.body === '' ? undefined : answer.json()
}
const get = (url: string) => app.inject({ url: new URL(url, publicUrl).pathname, headers: browser })
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: new URL(url, publicUrl).pathname,
    headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const state = async () => wire.referralsView.parse(await api('GET', '/referrals'))

async function referrer(name: string): Promise<{ id: string; person: PersonId; page: string; code: string }> {
  const person = newId<'Person'>()
  const at = clock.now()
  await inWorkspace(database.db, caller.workspace, tx =>
    tx
      .insertInto('people')
      .values({
        workspace_id: caller.workspace,
        person_id: person,
        display_name: name,
        given_name: name.split(' ')[0] ?? null,
        created_at: at,
        updated_at: at,
      })
      .execute(),
  )
  const id = made(await api('POST', '/referrers', { person, kind: 'employee' }))
  const { url } = wire.linkMade.parse(await api('POST', `/referrers/${id}/link`))
  const code = (await state()).referrers.find(one => one.id === id)?.code ?? ''
  return { id, person, page: url, code }
}
const named = (page: string, name: string, email: string, more: Record<string, string> = {}) =>
  post(page, { name, email, sure: 'yes', opening, ...more })
const latest = async (of: string) => {
  const one = (await state()).referrals.find(each => each.referrer.id === of)
  if (!one) throw new Error('no referral')
  return one
}
const peopleNamed = (name: string) =>
  inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('people').select('person_id').where('display_name', '=', name).execute(),
  )

test('whoever is named is no person here until they say yes to one question, which is asked once', async () => {
  const sam = await referrer('Sam Okoye')
  expect(sam.code).toBe('sam-okoye')
  const page = await get(sam.page)
  expect(page.statusCode).toBe(200)
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(page.body).not.toContain('<script')
  expect((await named(sam.page, 'Li Wen', 'li@wen.example', { sure: '' })).statusCode).toBe(422)
  expect((await named(sam.page, 'Li Wen', 'li at home')).body).toContain('This is no e-mail address.')
  const sent = await named(sam.page, 'Li Wen', 'li@wen.example', { words: 'Calm in any storm <b>.' })
  expect(sent.body).toContain('We ask them first.')
  expect(await peopleNamed('Li Wen')).toEqual([])
  const waiting = await latest(sam.id)
  expect(waiting).toMatchObject({ state: 'waiting', name: 'Li Wen', person: null, opening: { title: 'Night nurse' } })
  const asked = wire.asked.parse(await api('POST', `/referrals/${waiting.id}/ask`))
  expect(asked.email).toBe('li@wen.example')
  expect(asked.text).toContain('Sam Okoye')
  expect(asked.text).toContain(asked.url)
  await expect(api('POST', `/referrals/${waiting.id}/ask`)).rejects.toThrow('Nobody is asked twice')
  const question = await get(asked.url)
  expect(question.body).toContain('May we write to you, Li?')
  // A program that follows links, or sends the form without an answer, says nothing for her.
  expect((await post(asked.url, {})).statusCode).toBe(422)
  expect(await peopleNamed('Li Wen')).toEqual([])
  expect((await post(asked.url, { answer: 'yes', tell: 'yes' })).body).toContain('A person writes to you soon.')
  const agreed = await latest(sam.id)
  expect(agreed).toMatchObject({ state: 'agreed', tell: true, pipeline: 'considered', reward: { state: 'pending' } })
  expect(told).toEqual(['waiting', 'asked', 'agreed'])
  expect((await get(asked.url)).statusCode).toBe(410)
  const relationship = await inWorkspace(database.db, caller.workspace, tx =>
    tx
      .selectFrom('relationships')
      .select('stage')
      .where('person_id', '=', agreed.person as PersonId)
      .executeTakeFirst(),
  )
  expect(relationship?.stage).toBe('interested')
  const side = await inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('relationships').select('side').where('person_id', '=', sam.person).executeTakeFirst(),
  )
  expect(side?.side).toBe('referrer')
})

test('a no leaves neither name nor address, looks like silence to the referrer, and nobody asks again', async () => {
  const kim = await referrer('Kim Berg')
  const ole = await referrer('Ole Dahl')
  await named(kim.page, 'Nina No', 'nina@no.example')
  const { id } = await latest(kim.id)
  const asked = wire.asked.parse(await api('POST', `/referrals/${id}/ask`))
  expect((await post(asked.url, { answer: 'no' })).body).toContain('Nobody asks you again.')
  expect(await latest(kim.id)).toMatchObject({ state: 'declined', name: '', email: '', person: null })
  const page = await get(kim.page)
  expect(page.body).not.toContain('Nina')
  expect(page.body).toContain('We have not heard from them.')
  const again = await named(ole.page, 'Nina No', 'NINA@no.example')
  expect(again.body).toContain('We ask them first.')
  expect(await latest(ole.id)).toMatchObject({ state: 'declined', name: '', email: '' })
  await expect(api('POST', `/referrals/${(await latest(ole.id)).id}/ask`)).rejects.toThrow('asked twice')
})

test('a question without an answer is over after thirty days, and the next visit forgets it', async () => {
  const una = await referrer('Una Vik')
  await named(una.page, 'Quiet One', 'quiet@one.example')
  const asked = wire.asked.parse(await api('POST', `/referrals/${(await latest(una.id)).id}/ask`))
  const before = clock.now()
  clock.set(new Date(before.getTime() + 31 * dayMs).toISOString())
  expect((await get(asked.url)).statusCode).toBe(410)
  await named(una.page, 'Other One', 'other@one.example')
  const { referrals } = await state()
  expect(JSON.stringify(referrals)).not.toContain('quiet@one.example')
  clock.set(before.toISOString())
})

test('the first valid referral counts, the second is told that somebody was first', async () => {
  const eva = await referrer('Eva Lund')
  const per = await referrer('Per Moe')
  await named(eva.page, 'Ida Ny', 'ida@ny.example')
  await named(per.page, 'Ida Ny', 'ida@ny.example')
  expect(await latest(per.id)).toMatchObject({ state: 'not-valid', why: 'earlier', email: '' })
  expect((await get(per.page)).body).toContain('Somebody else named them before you.')
})

test('a link leads to what is open and to the chat; who writes by it is a referral, hired makes the reward due after the days of the terms, and paid is kept', async () => {
  const ann = await referrer('Ann Lie')
  const page = await get(`/r/${ann.code}`)
  expect(page.body).toContain('Ann thought of you')
  expect(page.body).toContain(`/jobs/night-nurse?ref=${ann.code}`)
  expect(page.body).toMatch(new RegExp(`data-kith-open[\\s\\S]*data-campaign="${ann.code}"`))
  expect((await get('/r/nobody-here')).statusCode).toBe(404)
  const form = new FormData()
  for (const [name, value] of Object.entries({
    name: 'Tor Vang',
    email: 'tor@vang.example',
    message: 'Nights are mine.',
    consent: 'yes',
    ref: ann.code,
  }))
    form.set(name, value)
  const packed = new Request('http://kith', { method: 'POST', body: form })
  const applied = await app.inject({
    method: 'POST',
    url: '/jobs/night-nurse/apply',
    headers: { ...browser, 'content-type': packed.headers.get('content-type') ?? '' },
    payload: Buffer.from(await packed.arrayBuffer()),
  })
  expect(applied.statusCode).toBe(200)
  const referral = await latest(ann.id)
  expect(referral).toMatchObject({ state: 'agreed', name: 'Tor Vang', tell: false, reward: { state: 'pending' } })
  // He agreed to be written to, not to be spoken of.
  const hers = (await get(ann.page)).body
  expect(hers).not.toContain('Tor')
  expect(hers).toContain('More is theirs to tell.')
  const { cards } = openingWire.boardView.parse(await api('GET', `/openings/${opening}/board`))
  const card = cards.find(one => one.person.id === referral.person)
  await api('PUT', `/candidacies/${card?.candidacy}/stage`, { to: 'interview' })
  const { move } = openingWire.moved.parse(await api('PUT', `/candidacies/${card?.candidacy}/stage`, { to: 'hired' }))
  expect((await latest(ann.id)).reward).toEqual({ state: 'pending', amount: 500, currency: 'EUR', dueOn: '2026-12-22' })
  await expect(api('PUT', `/referrals/${referral.id}/paid`, { paid: true })).rejects.toThrow('not due yet')
  await api('POST', `/candidacies/${card?.candidacy}/moves/${move}/undo`)
  expect((await latest(ann.id)).reward.dueOn).toBeNull()
  await api('PUT', `/candidacies/${card?.candidacy}/stage`, { to: 'hired' })
  const before = clock.now()
  clock.set('2026-12-22T08:00:00Z')
  expect((await latest(ann.id)).reward.state).toBe('due')
  await api('PUT', `/referrals/${referral.id}/paid`, { paid: true })
  expect((await latest(ann.id)).reward.state).toBe('paid')
  const row = (await state()).report.find(each => each.referrer === ann.id)
  expect(row).toMatchObject({ visits: 1, referrals: 1, agreed: 1, far: 1, hired: 1 })
  clock.set(before.toISOString())
})

test('thanks say nothing that the other did not agree to, and are kept by hand where no conversation is', async () => {
  const ann = (await state()).referrals.find(one => one.referrer.name === 'Ann Lie')
  const quiet = wire.thanksView.parse(await api('POST', `/referrals/${ann?.id}/thanks`, {}))
  expect(quiet.text).toBe('Thank you, Ann, for thinking of somebody. That was kind.')
  const sam = (await state()).referrals.find(one => one.referrer.name === 'Sam Okoye')
  const open = wire.thanksView.parse(await api('POST', `/referrals/${sam?.id}/thanks`, { keep: true }))
  expect(open.text).toBe('Thank you, Sam. Li and I are talking, thanks to you.')
  expect((await state()).referrals.find(one => one.id === sam?.id)?.thankedAt).not.toBeNull()
})

test('the rules of referrals and rewards', () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const terms = { validDays: 180 }
  const none = { referrer: 'a', isSelf: false, lastWorkAt: null, earlier: [] }
  expect(judgeReferral(none, terms, now)).toBeUndefined()
  expect(judgeReferral({ ...none, isSelf: true }, terms, now)).toBe('self')
  expect(judgeReferral({ ...none, lastWorkAt: new Date('2026-10-01') }, terms, now)).toBe('known')
  expect(judgeReferral({ ...none, lastWorkAt: new Date('2025-10-01') }, terms, now)).toBeUndefined()
  const earlier = (state: 'agreed' | 'declined', madeAt: string) => [{ referrer: 'b', state, madeAt: new Date(madeAt) }]
  expect(judgeReferral({ ...none, earlier: earlier('agreed', '2026-10-01') }, terms, now)).toBe('earlier')
  expect(judgeReferral({ ...none, earlier: earlier('agreed', '2026-01-01') }, terms, now)).toBeUndefined()
  expect(judgeReferral({ ...none, earlier: earlier('declined', '2026-10-01') }, terms, now)).toBeUndefined()
  const reward = { state: 'agreed' as const, amount: 5, dueOn: '2026-11-22', paidAt: null }
  expect(rewardState(reward, '2026-11-21')).toBe('pending')
  expect(rewardState(reward, '2026-11-22')).toBe('due')
  expect(rewardState({ ...reward, paidAt: now }, '2026-11-22')).toBe('paid')
  expect(rewardState({ ...reward, state: 'not-valid' }, '2026-11-22')).toBe('none')
  expect(heardOf({ state: 'agreed', why: null, tell: false, pipeline: 'hired' })).toBe('nothing-to-tell')
  expect(codeFrom('Žofia Łukasz-Müller')).toMatch(/^[a-z0-9-]{3,24}$/)
})

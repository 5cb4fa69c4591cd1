import ICAL from 'ical.js'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { listDueComeBacks } from '#features/pools/index.ts'
import { poolsRoutes } from '#features/pools/routes.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { recogniseFile } from '#importers/registry.ts'
import { newId, type OpeningId, type PersonId, parseId, type UserId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import type { PublicDeps } from './deps.ts'
import { medalOf } from './model/pipeline.ts'
import { wantedOf } from './model/wanted.ts'
import { openingRoutes } from './routes.ts'
import * as wire from './wire.ts'

const publicUrl = 'https://kith.example.org'
const clock = createTestClock('2026-11-22T18:00:00Z')
let database: Awaited<ReturnType<typeof startTestDatabase>>
let mara: Caller
let tom: Caller
let caller: Caller
let deps: PublicDeps
let app: Awaited<ReturnType<typeof buildHttp>>
let opening: OpeningId

beforeAll(async () => {
  database = await startTestDatabase()
  mara = await createWorkspace(database.db)
  caller = mara
  tom = { ...mara, user: newId<'User'>() }
  await inWorkspace(database.db, mara.workspace, tx =>
    tx
      .insertInto('users')
      .values({
        workspace_id: mara.workspace,
        user_id: tom.user,
        email: 'tom@kith.example',
        name: 'Tom',
        role: 'recruiter',
        created_at: clock.now(),
      })
      .execute(),
  )
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
    chatOffer: async () => undefined,
  }
  app = await buildHttp({
    publicUrl,
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here => {
      openingRoutes(here, deps)
      poolsRoutes(here, { ...deps, stages })
    },
  })
  opening = idOf(await api('POST', '/openings', { title: 'Night nurse' })) as OpeningId
  await api('PATCH', `/openings/${opening}`, {
    must: ['Intensive care', 'Norwegian for the radio'],
    nice: ['You like night shifts'],
    place: 'Bergen, Norway',
  })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

const browser = { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' }
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
const ask = (method: Method, path: string, body?: object) =>
  app.inject({ method, url: `/api/v1${path}`, headers: browser, ...(body ? { payload: body } : {}) })
async function api(method: Method, path: string, body?: object): Promise<unknown> {
  const answer = await ask(method, path, body)
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
  return answer.body === '' ? undefined : answer.json()
}
const refusal = async (method: Method, path: string, body?: object): Promise<string> =>
  (await ask(method, path, body)).json().error.code
const idOf = (body: unknown) => z.object({ id: z.string() }).parse(body).id
const as = async <T>(who: Caller, work: () => Promise<T>): Promise<T> => {
  caller = who
  try {
    return await work()
  } finally {
    caller = mara
  }
}

async function person(name: string, more: { doNotContact?: boolean; interested?: boolean } = {}): Promise<PersonId> {
  const id = newId<'Person'>()
  const at = clock.now()
  await inWorkspace(database.db, mara.workspace, async tx => {
    await tx
      .insertInto('people')
      .values({
        workspace_id: mara.workspace,
        person_id: id,
        display_name: name,
        given_name: name.split(' ')[0] ?? null,
        time_zone: 'Europe/Oslo',
        created_at: at,
        updated_at: at,
        do_not_contact_at: more.doNotContact ? at : null,
      })
      .execute()
    if (more.interested)
      await recordTouches(
        tx,
        deps.touches,
        mara.workspace,
        [{ person: id, user: mara.user, kind: 'asked-about-work', at }],
        at,
      )
  })
  return id
}

async function considered(
  name: string,
  more: Parameters<typeof person>[1] = {},
  where = opening,
): Promise<{ id: PersonId; candidacy: string }> {
  const id = await person(name, more)
  await api('POST', `/openings/${where}/people`, { people: [id] })
  const { cards } = wire.boardView.parse(await api('GET', `/openings/${where}/board`))
  const card = cards.find(one => one.person.id === id)
  if (!card) throw new Error('not on the board')
  return { id, candidacy: card.candidacy }
}
const move = (candidacy: string, to: string, more: object = {}) =>
  api('PUT', `/candidacies/${candidacy}/stage`, { to, ...more }).then(body => wire.moved.parse(body).move)
const read = async (candidacy: string) => wire.candidacyView.parse(await api('GET', `/candidacies/${candidacy}`))
const ladderOf = (id: PersonId, who: UserId = mara.user) =>
  inWorkspace(database.db, mara.workspace, tx =>
    tx
      .selectFrom('relationships')
      .select(['stage', 'side'])
      .where('person_id', '=', id)
      .where('user_id', '=', who)
      .executeTakeFirst(),
  )

test('considering people says who is left out and why, moves no stage, and one person may be in many openings', async () => {
  const ana = await person('Ana Ruiz')
  const out = await person('Out Asked', { doNotContact: true })
  const gone = newId<'Person'>()
  const first = wire.considered.parse(await api('POST', `/openings/${opening}/people`, { people: [ana, out, gone] }))
  expect(first.added).toEqual([ana])
  expect(first.leftOut.map(({ person: who, code }) => [who, code])).toEqual([
    [out, 'do-not-contact'],
    [gone, 'gone'],
  ])
  const again = wire.considered.parse(await api('POST', `/openings/${opening}/people`, { people: [ana] }))
  expect(again).toMatchObject({ added: [], leftOut: [{ code: 'already-in' }] })
  const other = idOf(await api('POST', '/openings', { title: 'Day nurse' }))
  await api('POST', `/openings/${other}/people`, { people: [ana] })
  const both = wire.candidaciesOfPerson.parse(await api('GET', `/people/${ana}/openings`)).openings
  expect(both.map(one => one.title).sort()).toEqual(['Day nurse', 'Night nurse'])
  expect(await ladderOf(ana)).toBeUndefined()
})

test('a move past the ladder asks for a reason; on the way they are a candidate, hired is a touch, and each move stays in the history', async () => {
  const li = await considered('Li Wen')
  expect(await refusal('PUT', `/candidacies/${li.candidacy}/stage`, { to: 'screen' })).toBe('reason-first')
  await move(li.candidacy, 'screen', { reason: 'Asked by phone, wants to talk.' })
  expect((await ladderOf(li.id))?.stage).toBe('candidate')
  await move(li.candidacy, 'interview')
  await move(li.candidacy, 'hired')
  const whole = await read(li.candidacy)
  expect(whole.moves.map(one => one.to)).toEqual(['considered', 'screen', 'interview', 'hired'])
  expect(whole.moves[1]?.reason).toBe('Asked by phone, wants to talk.')
  const touches = await inWorkspace(database.db, mara.workspace, tx =>
    tx.selectFrom('touches').select('kind').where('person_id', '=', li.id).orderBy('touch_id').execute(),
  )
  expect(touches.map(touch => touch.kind)).toEqual(['became-candidate', 'hired'])
})

test('"not now" needs a day and a pool; they are in it at once, stand on Today when the day has come, and undone it is as before', async () => {
  const sam = await considered('Sam Okoye', { interested: true })
  await move(sam.candidacy, 'interview')
  expect(await refusal('PUT', `/candidacies/${sam.candidacy}/stage`, { to: 'not-now', reason: 'x' })).toBe('no-day')
  const back = { reason: 'Wants to finish the course first.', comesBackOn: '2027-03-01' }
  expect(await refusal('PUT', `/candidacies/${sam.candidacy}/stage`, { to: 'not-now', ...back })).toBe('no-pool')
  const pool = idOf(await api('POST', '/pools', { kind: 'static', name: 'Silver' }))
  const over = { ...back, pool, comesBackOn: '2026-11-01' }
  expect(await refusal('PUT', `/candidacies/${sam.candidacy}/stage`, { to: 'not-now', ...over })).toBe('day-over')
  const moved = await move(sam.candidacy, 'not-now', { ...back, pool })
  const members = async () =>
    z.object({ people: z.array(z.object({ id: z.string() })) }).parse(await api('GET', `/pools/${pool}/people`)).people
  const due = (day: string) =>
    inWorkspace(database.db, mara.workspace, tx => listDueComeBacks(tx, mara.workspace, mara.user, day, 10))
  expect((await members()).map(one => one.id)).toEqual([sam.id])
  expect((await ladderOf(sam.id))?.stage).toBe('interested')
  expect(await due('2027-02-28')).toEqual([])
  expect(await due('2027-03-01')).toMatchObject([{ name: 'Sam Okoye', about: 'Night nurse', poolName: 'Silver' }])
  // A word of thanks before that day does not settle it; one after it does.
  const write = (at: string) =>
    inWorkspace(database.db, mara.workspace, tx =>
      recordTouches(
        tx,
        deps.touches,
        mara.workspace,
        [{ person: sam.id, user: mara.user, kind: 'our-message', at: new Date(at) }],
        new Date(at),
      ),
    )
  await write('2026-12-01T10:00:00Z')
  expect(await due('2027-03-01')).toHaveLength(1)
  expect(await refusal('POST', `/candidacies/${sam.candidacy}/moves/${newId()}/undo`)).toBe('moved-since')
  await api('POST', `/candidacies/${sam.candidacy}/moves/${moved}/undo`)
  expect(await members()).toEqual([])
  expect(await due('2027-03-01')).toEqual([])
  expect((await read(sam.candidacy)).stage).toBe('interview')
  expect((await ladderOf(sam.id))?.stage).toBe('candidate')
  expect((await read(sam.candidacy)).moves.at(-1)).toMatchObject({ to: 'not-now', undone: true })
  await move(sam.candidacy, 'not-now', { ...back, pool })
  await write('2027-03-01T09:00:00Z')
  expect(await due('2027-03-02')).toEqual([])
})

test('a scorecard of another is hidden until one’s own is given, and a change after that says so', async () => {
  const kim = await considered('Kim Berg')
  const marks = [
    { criterion: 'Intensive care', mark: 4, words: 'Ran the ward alone.' },
    { criterion: 'Not asked for', mark: 1 },
  ]
  expect(await refusal('PUT', `/candidacies/${kim.candidacy}/scorecard`, { marks: [] })).toBe('nothing-marked')
  await api('PUT', `/candidacies/${kim.candidacy}/scorecard`, { marks, words: 'Calm.' })
  const before = await as(tom, () => read(kim.candidacy))
  expect(before.scorecards).toMatchObject([{ own: false, hidden: true, marks: [], words: '' }])
  expect(JSON.stringify(before)).not.toContain('Ran the ward')
  await as(tom, () => api('PUT', `/candidacies/${kim.candidacy}/scorecard`, { marks: [], words: 'Kind.' }))
  const after = await as(tom, () => read(kim.candidacy))
  const hers = after.scorecards.find(card => !card.own)
  expect(hers).toMatchObject({ hidden: false, words: 'Calm.' })
  expect(hers?.marks.map(({ criterion, kind, mark }) => [criterion, kind, mark])).toEqual([
    ['Intensive care', 'must', 4],
    ['Norwegian for the radio', 'must', null],
    ['You like night shifts', 'nice', null],
  ])
  await as(tom, () => api('PUT', `/candidacies/${kim.candidacy}/scorecard`, { marks: [], words: 'Very kind.' }))
  expect((await read(kim.candidacy)).scorecards.find(card => !card.own)?.changedAt).not.toBeNull()
})

test('notes are kept by who wrote them, and only they take one away and bring it back', async () => {
  const nor = await considered('Nor Aas')
  const note = idOf(await api('POST', `/candidacies/${nor.candidacy}/notes`, { text: 'Prefers to write.' }))
  const path = `/candidacies/${nor.candidacy}/notes/${note}`
  expect(await as(tom, () => refusal('PATCH', path, { removed: true }))).toBe('not-yours')
  await api('PATCH', path, { removed: true })
  expect((await read(nor.candidacy)).notes).toEqual([])
  await api('PATCH', path, { removed: false })
  expect((await read(nor.candidacy)).notes).toMatchObject([{ text: 'Prefers to write.', own: true }])
})

test('an interview is the same instant in every calendar, also when the clocks change; cancelled it leaves them', async () => {
  const ida = await considered('Ida Moe', { interested: true })
  const slot = (startsAt: string) => ({
    startsAt,
    minutes: 45,
    timezone: 'Europe/Oslo',
    place: 'https://meet.example/night',
    interviewers: [tom.user],
  })
  expect(await refusal('POST', `/candidacies/${ida.candidacy}/interviews`, { ...slot('2026-11-01T09:00:00Z') })).toBe(
    'time-over',
  )
  expect(
    await refusal('POST', `/candidacies/${ida.candidacy}/interviews`, {
      ...slot('2026-12-01T09:00:00Z'),
      timezone: 'Mars/Base',
    }),
  ).toBe('no-timezone')
  const winter = idOf(await api('POST', `/candidacies/${ida.candidacy}/interviews`, slot('2026-12-01T09:00:00Z')))
  const summer = idOf(await api('POST', `/candidacies/${ida.candidacy}/interviews`, slot('2027-06-01T08:00:00Z')))
  const events = async (url: string) => {
    const answer = await app.inject({ url, headers: browser })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    return new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent').map(each => new ICAL.Event(each))
  }
  const [one] = await events(`/api/v1/interviews/${winter}/invite.ics`)
  expect(one?.startDate.toJSDate()).toEqual(new Date('2026-12-01T09:00:00Z'))
  expect(one?.endDate.toJSDate()).toEqual(new Date('2026-12-01T09:45:00Z'))
  expect(one).toMatchObject({ summary: 'Ida Moe, Night nurse', location: 'https://meet.example/night' })
  const { url } = wire.calendarLink.parse(await as(tom, () => api('POST', '/me/calendar-link')))
  const feed = new URL(url).pathname
  // What is only proposed is nobody's appointment yet.
  expect(await events(feed)).toEqual([])
  const agreed = wire.interviewChanged.parse(await api('PATCH', `/interviews/${winter}`, { state: 'agreed' }))
  expect(agreed.cancelled).toBe(1)
  const stateOf = async () =>
    (await events(feed)).map(each => [each.uid.split('@')[0], each.component.getFirstPropertyValue('status')])
  expect(await stateOf()).toEqual([
    [winter, 'CONFIRMED'],
    [summer, 'CANCELLED'],
  ])
  const before = (await events(feed))[0]?.sequence ?? 0
  await api('PATCH', `/interviews/${winter}`, { state: 'cancelled' })
  const [cancelled] = await events(feed)
  expect(cancelled?.sequence).toBeGreaterThan(before)
  expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  const whole = await app.inject({ url: feed, headers: browser })
  const again = { ...browser, 'if-none-match': String(whole.headers.etag) }
  expect((await app.inject({ url: feed, headers: again })).statusCode, 'nothing new').toBe(304)
  const next = wire.calendarLink.parse(await as(tom, () => api('POST', '/me/calendar-link')))
  expect((await app.inject({ url: feed, headers: browser })).statusCode).toBe(404)
  const second = new URL(next.url).pathname
  expect((await app.inject({ url: second, headers: again })).statusCode, 'the same words at another address').toBe(304)
  await as(tom, () => api('DELETE', '/me/calendar-link'))
  expect((await app.inject({ url: second, headers: browser })).statusCode).toBe(404)
})

test('times are offered in words of the other’s clock; without a conversation they are judged and can’t be kept as a draft', async () => {
  const eva = await considered('Eva Lund')
  const path = `/candidacies/${eva.candidacy}/interviews`
  expect(await refusal('POST', `${path}/offer`, { timezone: 'UTC' })).toBe('no-slots')
  const slot = { minutes: 30, timezone: 'UTC', place: '' }
  await api('POST', path, { ...slot, startsAt: '2026-12-01T09:00:00Z' })
  await api('POST', path, { ...slot, startsAt: '2026-12-02T13:30:00Z' })
  const offer = wire.offerView.parse(await api('POST', `${path}/offer`, { timezone: 'America/New_York' }))
  // 09:00 in UTC is 10:00 on her clock in Oslo.
  expect(offer.timezone).toBe('Europe/Oslo')
  expect(offer.text).toBe(
    'Hi Eva, shall we talk about “Night nurse”?\nI could do one of these:\n- Tue 1 Dec, 10:00\n- Wed 2 Dec, 14:30\n(about 30 minutes, times of Oslo)\nWhich suits you? Another time is fine too.',
  )
  expect(offer.conversation).toBeNull()
  expect(await refusal('POST', `${path}/offer`, { timezone: 'UTC', keep: true })).toBe('no-chat')
})

test('a closed opening takes nobody new and names its silver medallists: far, not hired, and not those who want no contact', async () => {
  const id = idOf(await api('POST', '/openings', { title: 'Ward lead' }))
  const where = parseId<'Opening'>(id)
  if (!where) throw new Error('an id')
  const far = await considered('Far Come', { interested: true }, where)
  const hired = await considered('Hired One', { interested: true }, where)
  await considered('Only Considered', {}, where)
  const slip = await considered('Slip Moved', { interested: true }, where)
  await move(far.candidacy, 'interview')
  await move(far.candidacy, 'offer')
  await move(hired.candidacy, 'interview')
  await move(hired.candidacy, 'hired')
  const wrong = await move(slip.candidacy, 'interview')
  await api('POST', `/candidacies/${slip.candidacy}/moves/${wrong}/undo`)
  await api('PUT', `/openings/${id}/state`, { state: 'closed', reason: 'filled' })
  const { people } = wire.medallists.parse(await api('GET', `/openings/${id}/medallists`))
  expect(people.map(one => [one.person.name, one.reached])).toEqual([['Far Come', 'offer']])
  expect(await refusal('POST', `/openings/${id}/people`, { people: [await person('Too Late')] })).toBe('is-closed')
})

test('whoever is taken out by mistake is back with everything that was noted', async () => {
  const una = await considered('Una Vik')
  await api('POST', `/candidacies/${una.candidacy}/notes`, { text: 'Night owl.' })
  await api('PUT', `/candidacies/${una.candidacy}/considered`, { considered: false })
  expect(await refusal('GET', `/candidacies/${una.candidacy}`)).toBe('no-such-candidacy')
  await api('PUT', `/candidacies/${una.candidacy}/considered`, { considered: true })
  expect((await read(una.candidacy)).notes).toHaveLength(1)
})

test('what an opening looks for is read out of its own lines: skills by name, languages by name, the town', () => {
  const skills = new Set(['intensive care', 'triage'])
  const wanted = wantedOf(
    {
      title: 'Night nurse',
      must: ['Two years of intensive care', 'Norwegian for the radio', 'A calm hand'],
      nice: ['Triage', 'You like night shifts and people who do as well'],
      town: 'Bergen',
      remote: 'no',
    },
    {
      isSkill: text => skills.has(text.toLowerCase()),
      languageCode: word => (word === 'Norwegian' ? 'no' : undefined),
    },
  )
  expect(wanted).toEqual({
    title: 'Night nurse',
    skills: ['intensive care', 'calm hand'],
    nice: ['Triage'],
    place: 'Bergen',
    km: 50,
    languages: ['Norwegian'],
  })
})

test('a move that was taken back is no medal', () => {
  const moves = (undone: boolean) => [
    { from: 'screen' as const, to: 'interview' as const, reason: '', undone: false },
    { from: 'interview' as const, to: 'offer' as const, reason: '', undone },
  ]
  expect(medalOf(moves(false), 'not-now')).toBe('offer')
  expect(medalOf(moves(true), 'not-now')).toBe('interview')
  expect(medalOf(moves(false), 'hired')).toBeUndefined()
})

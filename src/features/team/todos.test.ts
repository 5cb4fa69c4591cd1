import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertPerson, mergeInto } from '#features/people/index.ts'
import { relationshipMarks } from '#features/relationships/index.ts'
import { hourMs } from '#kernel/clock.ts'
import { newId, type PersonId, type TodoId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { remind } from './actions/remind.ts'
import { daysAfter, dueGroup } from './model.ts'
import { teamRoutes } from './routes.ts'
import { countDue } from './store/todos.ts'
import * as wire from './wire.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let app: Awaited<ReturnType<typeof buildHttp>>
let mara: Caller
let tom: Caller
let caller: Caller
const clock = createTestClock('2026-11-30T10:00:00Z')
const events = createEvents()

beforeAll(async () => {
  database = await startTestDatabase()
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here =>
      teamRoutes(here, {
        db: database.db,
        clock,
        events,
        audit: async () => undefined,
        marks: (tx, by, people) => relationshipMarks(tx, { clock, online: async () => new Map() }, by, people),
      }),
  })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

beforeEach(async () => {
  clock.set('2026-11-30T10:00:00Z')
  mara = await createWorkspace(database.db)
  tom = { ...mara, user: newId<'User'>(), role: 'recruiter' }
  await addRecruiter(database.db, tom)
  caller = mara
})

const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(database.db, mara.workspace, work)

async function api(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const add = async (given: object) => wire.todoView.parse((await api('POST', '/todos', given)).body)
const change = async (id: TodoId, to: object) => wire.todoView.parse((await api('PATCH', `/todos/${id}`, to)).body)
const list = async (query = '') => wire.todoPage.parse((await api('GET', `/todos${query}`)).body)
const words = async (query = '') => (await list(query)).todos.map(todo => todo.text)

async function person(name: string): Promise<PersonId> {
  const id = newId<'Person'>()
  await inside(tx => insertPerson(tx, mara.workspace, { person: id, displayName: name, owner: mara.user }, clock.now()))
  return id
}

async function noticesOf(who: Caller): Promise<{ kind: string; words: string }[]> {
  const { rows } = await inside(tx =>
    sql<{ kind: string; words: string }>`select kind, words from notices where workspace_id = ${who.workspace}
      and user_id = ${who.user} and seen_at is null order by notice_id`.execute(tx),
  )
  return rows
}

test('what is to do comes the earliest due first and some day last; done it stands apart, and each way back leads to where it was', async () => {
  const ana = await person('Ana Ruiz')
  const call = await add({ text: ' Call Ana ', dueOn: '2026-12-02', person: ana })
  await add({ text: 'Ask for the rota', dueOn: '2026-11-30' })
  await add({ text: 'Read up on frost' })
  expect(call).toMatchObject({ text: 'Call Ana', person: { id: ana, name: 'Ana Ruiz', stage: 'found' } })
  expect(await words()).toEqual(['Ask for the rota', 'Call Ana', 'Read up on frost'])
  expect(await words('?by=2026-11-30')).toEqual(['Ask for the rota'])
  expect(await inside(tx => countDue(tx, mara.workspace, mara.user, '2026-12-02'))).toBe(2)
  expect(await change(call.id, { done: true })).toMatchObject({ doneBy: { id: mara.user } })
  expect(await words()).toEqual(['Ask for the rota', 'Read up on frost'])
  expect(await words('?state=done')).toEqual(['Call Ana'])
  expect(await change(call.id, { done: false })).toMatchObject({ doneAt: null, doneBy: null, dueOn: '2026-12-02' })
  await change(call.id, { removed: true })
  expect(await words()).toEqual(['Ask for the rota', 'Read up on frost'])
  await change(call.id, { removed: false, dueOn: '2026-11-29' })
  expect(await words()).toEqual(['Call Ana', 'Ask for the rota', 'Read up on frost'])
})

test('a long list is read page by page without a gap or a repeat, open and done', async () => {
  await inside(tx =>
    sql`insert into todos (workspace_id, todo_id, text, due_on, assignee_id, made_at, changed_at, done_at)
      select ${mara.workspace}, gen_random_uuid(), 'Step ' || n, case when n % 3 > 0 then date '2026-12-01' + n % 5 end, ${mara.user},
        ${clock.now()}, ${clock.now()}, case when n > 230 then ${clock.now()}::timestamptz - n * interval '1 minute' end
      from generate_series(1, 460) n`.execute(tx),
  )
  for (const state of ['open', 'done']) {
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await list(`?state=${state}${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.todos.map(todo => todo.id))
      cursor = page.next ?? ''
    } while (cursor !== '')
    expect(seen).toHaveLength(230)
    expect(new Set(seen).size).toBe(230)
  }
})

test('a colleague is told of what they were given, once, and not any more when it is done or somebody else’s', async () => {
  const todo = await add({ text: 'Call the clinic', assignee: tom.user })
  expect(await noticesOf(tom)).toEqual([{ kind: 'todo', words: 'Call the clinic' }])
  expect(await words()).toEqual([])
  expect(await words('?whose=all')).toEqual(['Call the clinic'])
  await change(todo.id, { assignee: mara.user })
  expect(await noticesOf(tom)).toEqual([])
  expect(await noticesOf(mara), 'nobody is told of what they did themselves').toEqual([])
  await change(todo.id, { assignee: tom.user })
  caller = tom
  await change(todo.id, { done: true })
  expect(await noticesOf(tom)).toEqual([])
})

test('what was given to a team stands with each of them until one takes it; whoever comes second is told, and given back it is the team’s', async () => {
  const jo = { ...mara, user: newId<'User'>(), role: 'recruiter' as const }
  await addRecruiter(database.db, jo)
  const { team } = (await api('POST', '/teams', { name: 'Nights', members: [mara.user, tom.user] })).body
  const todo = await add({ text: 'Answer the clinic', dueOn: '2026-11-30', team })
  expect(todo).toMatchObject({ assignee: null, team: { id: team, name: 'Nights' } })
  const due = (who: Caller) => inside(tx => countDue(tx, mara.workspace, who.user, '2026-11-30'))
  const mine = async (who: Caller) => {
    caller = who
    return words()
  }
  expect(await noticesOf(tom)).toEqual([{ kind: 'todo', words: 'Answer the clinic' }])
  expect([await noticesOf(mara), await noticesOf(jo)], 'neither who gave it, nor who is in no such team').toEqual([
    [],
    [],
  ])
  expect([await mine(mara), await mine(tom), await mine(jo)]).toEqual([
    ['Answer the clinic'],
    ['Answer the clinic'],
    [],
  ])
  expect([await due(tom), await due(jo)]).toEqual([1, 0])
  caller = tom
  expect(await change(todo.id, { taken: true })).toMatchObject({ assignee: { id: tom.user }, team: { id: team } })
  expect(await noticesOf(tom), 'nobody has to take it any more').toEqual([])
  caller = mara
  const second = await api('PATCH', `/todos/${todo.id}`, { taken: true })
  expect([second.status, second.body.error.code]).toEqual([409, 'taken-already'])
  expect([await mine(mara), await due(mara)]).toEqual([[], 0])
  expect(await words(`?whose=all&team=${team}`)).toEqual(['Answer the clinic'])
  caller = tom
  await change(todo.id, { taken: false })
  expect(await noticesOf(mara), 'it is the team’s again').toEqual([{ kind: 'todo', words: 'Answer the clinic' }])
  expect(await mine(mara)).toEqual(['Answer the clinic'])
})

test('a team is reminded of what none of them has taken; to a team in which nobody may work nothing is given', async () => {
  const { team } = (await api('POST', '/teams', { name: 'Nights', members: [mara.user, tom.user] })).body
  const todo = await add({ text: 'Answer the clinic', team, remindAt: '2026-11-30T12:00:00Z' })
  clock.pass(3 * hourMs)
  await remind({ db: database.db, clock }, { workspace: mara.workspace, todo: todo.id })
  expect((await noticesOf(mara)).map(each => each.kind)).toEqual(['todo-due'])
  const empty = (await api('POST', '/teams', { name: 'Days', members: [] })).body.team
  const refused = async (given: object) => (await api('POST', '/todos', { text: 'Call', ...given })).body.error.code
  expect(await refused({ team: empty })).toBe('nobody-in-team')
  expect(await refused({ team: newId<'Team'>() })).toBe('no-such-team')
  await api('PATCH', `/teams/${team}`, { removed: true })
  expect((await list('?whose=all')).todos, 'of a team that is gone it is nobody’s').toMatchObject([
    { team: null, assignee: null },
  ])
})

test('a reminder is told once, at its time; one that was moved waits, and what is done reminds nobody', async () => {
  const at = (hours: number) => new Date(clock.now().getTime() + hours * hourMs).toISOString()
  const todo = await add({ text: 'Ask how the night went', remindAt: at(2) })
  const run = () => remind({ db: database.db, clock }, { workspace: mara.workspace, todo: todo.id })
  await run()
  expect(await noticesOf(mara)).toEqual([])
  await change(todo.id, { remindAt: at(5) })
  clock.pass(3 * hourMs)
  await run()
  expect(await noticesOf(mara), 'it was moved').toEqual([])
  clock.pass(2 * hourMs)
  await run()
  await run()
  expect(await noticesOf(mara)).toEqual([{ kind: 'todo-due', words: 'Ask how the night went' }])
  await change(todo.id, { done: true })
  expect(await noticesOf(mara)).toEqual([])
  const other = await add({ text: 'Not any more', remindAt: at(1) })
  await change(other.id, { done: true })
  clock.pass(2 * hourMs)
  await remind({ db: database.db, clock }, { workspace: mara.workspace, todo: other.id })
  expect(await noticesOf(mara)).toEqual([])
})

test('what can’t be is refused with what to do: a time that is over, a viewer, somebody who is gone', async () => {
  const viewer = { ...mara, user: newId<'User'>(), role: 'viewer' as const }
  await addRecruiter(database.db, viewer)
  const refusals = [
    [{ remindAt: '2026-11-30T09:59:00Z' }, 400, 'not-ahead'],
    [{ assignee: viewer.user }, 409, 'no-such-colleague'],
    [{ assignee: newId<'User'>() }, 409, 'no-such-colleague'],
    [{ person: newId<'Person'>() }, 404, 'no-such-person'],
    [{ opening: newId<'Opening'>() }, 404, 'no-such-opening'],
    [{ conversation: newId<'Conversation'>() }, 404, 'no-such-conversation'],
    [{ dueOn: '2026-02-31' }, 400, undefined],
  ] as const
  for (const [given, status, code] of refusals) {
    const answer = await api('POST', '/todos', { text: 'Call', ...given })
    expect(answer.status, JSON.stringify(given)).toBe(status)
    if (code) expect(answer.body.error.code).toBe(code)
  }
  expect((await api('PATCH', `/todos/${newId<'Todo'>()}`, { done: true })).status).toBe(404)
  const elsewhere = await add({ text: 'Ours' })
  caller = await createWorkspace(database.db)
  expect((await api('PATCH', `/todos/${elsewhere.id}`, { done: true })).status, 'of another workspace').toBe(404)
  expect(await words('?whose=all')).toEqual([])
})

test('when two people turn out to be one, what was to do about either stands with the one who stays', async () => {
  const [ana, other] = [await person('Ana Ruiz'), await person('A. Ruiz')]
  await add({ text: 'Call her', person: other })
  const decision = { ...mara, decidedBy: 'recruiter' as const, probability: 1, evidence: [], now: clock.now() }
  const merged = await inside(tx => mergeInto(tx, { events }, decision, ana, other))
  expect(merged.ok).toBe(true)
  expect((await list(`?whose=all&person=${ana}`)).todos).toMatchObject([
    { text: 'Call her', person: { name: 'Ana Ruiz' } },
  ])
})

test('days are told on the calendar, also where a year or a summer time begins', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2026-10-24', 2)).toBe('2026-10-26')
  const groups = ['2026-11-29', '2026-11-30', '2026-12-06', '2026-12-07', null].map(day => dueGroup(day, '2026-11-30'))
  expect(groups).toEqual(['overdue', 'today', 'week', 'later', 'some-day'])
})

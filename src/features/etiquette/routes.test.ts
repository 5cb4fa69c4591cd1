import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Caller, type Role, roles } from '#kernel/roles.ts'
import type { App } from '#platform/routes.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { etiquetteRoutes } from './routes.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let app: App
/** By their token: `good` only reads; the others are named by team and role. */
const callers = new Map<string, Caller>()
const clock = createTestClock('2026-03-11T14:00:00Z')

beforeAll(async () => {
  database = await startTestDatabase()
  callers.set('good', await createWorkspace(database.db, 'viewer'))
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0.0.0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async ({ token }) => callers.get(token ?? ''),
    ready: async () => undefined,
    routes: made => etiquetteRoutes(made, { db: database.db, clock }),
  })
})
afterAll(async () => {
  await app.close()
  await database[Symbol.asyncDispose]()
})

async function team(name: string) {
  const { workspace } = await createWorkspace(database.db)
  for (const role of roles) {
    const caller = { workspace, user: newId<'User'>(), role }
    await addRecruiter(database.db, caller)
    callers.set(`${name}-${role}`, caller)
  }
  const ask = (role: Role, method: 'GET' | 'PUT' | 'POST', path: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1/etiquette/${path}`,
      headers: { authorization: `Bearer ${name}-${role}` },
      ...(payload && { payload }),
    })
  const set = (line: string, value: unknown, reason = 'Our talent asked for it.', role: Role = 'admin') =>
    ask(role, 'PUT', `policy/${line}`, { value, reason })
  return { workspace, ask, set }
}

const one = {
  id: 'a',
  tool: 'xmpp',
  surface: 'direct',
  stage: 'connected',
  draft: 'Hi, Mara here. We have a job for you.',
}
const check = (body: object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/etiquette/check',
    headers: { authorization: 'Bearer good', ...headers },
    payload: body,
  })

test('a case is judged over HTTP as on the command line, in the language that is asked for', async () => {
  const english = await check(one)
  expect(english.statusCode).toBe(200)
  expect(english.json()).toMatchObject({
    id: 'a',
    verdict: 'block',
    reasons: [{ code: 'job-before-introduction', message: 'A job, before they know who you are.' }],
    next: { step: 'introduce' },
  })
  const german = await check(one, { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' })
  expect(german.json()).toMatchObject({ reasons: [{ message: 'Eine Stelle, bevor sie weiß, wer du bist.' }] })
})

test('many cases are answered in their order, a bad one in its place', async () => {
  const answer = await check([one, { ...one, id: 'b', now: 'soon' }, { ...one, id: 'c', draft: 'How was the night?' }])
  expect(answer.json()).toMatchObject([
    { id: 'a', verdict: 'block' },
    { id: 'b', error: expect.stringContaining('ISO 8601') },
    { id: 'c', verdict: 'warn' },
  ])
})

test('what is no case is refused with what to do, and strangers get nothing', async () => {
  expect((await check({ ...one, tool: 'fax' })).statusCode).toBe(400)
  const unreadable = await check({ ...one, now: 'soon' })
  expect(unreadable.statusCode).toBe(400)
  expect(unreadable.json()).toMatchObject({ error: { code: 'bad-case', message: expect.stringContaining('ISO 8601') } })
  expect((await check(one, { authorization: 'Bearer no' })).statusCode).toBe(401)
})

const second = {
  id: 's',
  tool: 'xmpp',
  surface: 'direct',
  stage: 'introduced',
  draft: 'How was the night shift?',
  now: '2026-03-11T14:00:00Z',
  history: [{ from: 'me', text: 'Hi', at: '2026-03-06T14:00:00Z' }],
}

test('an admin tightens a limit with a reason, the team is judged by it at once, and the log says who, from what and why', async () => {
  const { ask, set, workspace } = await team('north')
  expect((await ask('viewer', 'POST', 'check', second)).json()).toMatchObject({ verdict: 'allow' })
  expect((await set('days-between', 7)).statusCode).toBe(200)
  expect((await ask('viewer', 'POST', 'check', second)).json()).toMatchObject({
    verdict: 'warn',
    reasons: [{ code: 'too-soon', message: expect.stringContaining('7 days') }],
  })
  expect((await ask('viewer', 'POST', 'check?policy=kith', second)).json()).toMatchObject({ verdict: 'allow' })
  expect((await ask('viewer', 'GET', 'policy')).json()).toEqual({ lines: { 'days-between': 7 } })
  clock.pass(60_000)
  expect((await set('days-between', null, 'It was too strict after all.')).statusCode).toBe(200)
  expect((await ask('viewer', 'GET', 'policy')).json()).toEqual({ lines: {} })
  expect((await ask('viewer', 'GET', 'policy/changes')).json()).toMatchObject({
    changes: [
      { line: 'days-between', was: 7, value: 3, toOwn: true, reason: 'It was too strict after all.', userName: 'Mara' },
      { line: 'days-between', was: 3, value: 7, toOwn: false, reason: 'Our talent asked for it.' },
    ],
  })
  const page = (await ask('viewer', 'GET', 'policy/changes?limit=1')).json()
  const older = (await ask('viewer', 'GET', `policy/changes?limit=1&cursor=${encodeURIComponent(page.next)}`)).json()
  expect(older).toMatchObject({ changes: [{ value: 7 }] })
  expect(older.next).toBeUndefined()
  const trail = await inWorkspace(database.db, workspace, async tx => {
    const { rows } = await sql<{ detail: object }>`select detail from audit_log
      where workspace_id = ${workspace} and action = 'etiquette.policy-changed' order by at`.execute(tx)
    return rows
  })
  expect(trail).toMatchObject([{ detail: { line: 'days-between', from: 3, to: 7 } }, { detail: { from: 7, to: 3 } }])
})

test('hard rules, unknown lines, values that do not fit and thin reasons are refused with what to do, and nothing changes', async () => {
  const { ask, set } = await team('strict')
  const refused = async (...given: Parameters<typeof set>) => {
    const answer = await set(...given)
    return [answer.statusCode, answer.json().error.code]
  }
  for (const hard of ['do-not-contact', 'not-opted-in', 'window-closed', 'tool-terms'])
    expect(await refused(`rule.${hard}`, 'warn')).toEqual([409, 'hard-rule'])
  expect(await refused('rule.nothing', 'warn')).toEqual([404, 'no-such-line'])
  expect(await refused('days-between', 0)).toEqual([400, 'bad-value'])
  expect((await set('days-between', 31)).json().error.message).toContain('from 1 to 30')
  expect(await refused('rule.declined', 'off')).toEqual([400, 'bad-value'])
  expect(await refused('quiet-until', 21)).toEqual([400, 'night-without-end'])
  expect(await refused('days-between', 3)).toEqual([409, 'nothing-changes'])
  expect(await refused('days-between', 5, '  too short ')).toEqual([400, 'reason-too-short'])
  expect((await set('days-between', 5, 'I would like it so.', 'recruiter')).statusCode).toBe(403)
  expect((await ask('admin', 'GET', 'policy')).json()).toEqual({ lines: {} })
  expect((await ask('admin', 'GET', 'policy/changes')).json()).toEqual({ changes: [] })
})

test('another team’s policy is neither seen nor judged by, whatever a query forgets to say', async () => {
  const south = await team('south')
  const west = await team('west')
  await south.set('days-between', 7)
  expect((await west.ask('owner', 'GET', 'policy')).json()).toEqual({ lines: {} })
  expect((await west.ask('owner', 'GET', 'policy/changes')).json()).toEqual({ changes: [] })
  expect((await west.ask('owner', 'POST', 'check', second)).json()).toMatchObject({ verdict: 'allow' })
  const seen = await inWorkspace(database.db, west.workspace, async tx => {
    const lines = await sql`select * from etiquette_lines`.execute(tx)
    const changes = await sql`select * from etiquette_changes`.execute(tx)
    return lines.rows.length + changes.rows.length
  })
  expect(seen).toBe(0)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { dimensionsOf, reportNames } from './model.ts'
import { hiresAnswer, peopleAnswer, reportAnswer, weeklyAnswer } from './wire.ts'

let api: ApiServer
const get = async (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'GET',
    url: `/api/v1/reports${url}`,
    headers: { authorization: `Bearer ${api.token}`, ...headers },
  })
const read = async <T>(shape: z.ZodType<T>, url: string) => {
  const answer = await get(url)
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return shape.parse(answer.json())
}
const day = 86_400_000

/** Twelve people on two tools: we wrote to ten on IRC and nine answered, to ten on LinkedIn and one did; two were hired. */
beforeAll(async () => {
  api = await startApi()
  await acrossWorkspaces(api.db, async tx => {
    const { rows } = await sql<{
      workspace: string
      user: string
    }>`select workspace_id as workspace, user_id as "user" from users`.execute(tx)
    const { workspace, user } = rows[0] ?? { workspace: '', user: '' }
    const begin = Date.now() - 30 * day
    const touch = (person: string, kind: string, tool: string | null, ms: number) =>
      sql`
      insert into touches (workspace_id, touch_id, person_id, user_id, kind, tool, at)
      values (${workspace}, ${newId()}, ${person}, ${user}, ${kind}, ${tool}, ${new Date(begin + ms)})`.execute(tx)
    for (let n = 0; n < 20; n += 1) {
      const person = newId()
      const tool = n < 10 ? 'irc' : 'linkedin'
      await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
        values (${workspace}, ${person}, ${`Person ${n}`}, now(), now())`.execute(tx)
      await touch(person, 'our-message', tool, n)
      if (n < 9 || n === 15) await touch(person, 'their-message', tool, day)
      if (n < 2) await touch(person, 'hired', null, 9 * day)
    }
  })
})
afterAll(() => api?.[Symbol.asyncDispose]())

test('every report reads in every way it has, in words of the asked language, and refuses the others in words', async () => {
  for (const name of reportNames)
    for (const by of dimensionsOf[name]) {
      const report = await read(reportAnswer, `/${name}?by=${by}&lang=en`)
      expect(report).toMatchObject({ name, by, behind: false })
      expect(report.weeks.length).toBe(12)
      expect(report.running).toBe(report.weeks.at(-1))
      for (const row of report.rows) expect(row.cells.length).toBe(report.columns.length)
    }
  const refused = await get('/funnel?by=rule')
  expect(refused.statusCode).toBe(400)
  expect(refused.json()).toMatchObject({ error: { code: 'no-such-view' } })
  expect((await get('/funnel?by=gender')).statusCode).toBe(400)
})

test('a difference that means something is said with both its intervals, in the reader’s language', async () => {
  const { said } = await read(reportAnswer, '/answers?by=tool&lang=en')
  expect(said).toEqual([
    'Of those whom we wrote to first, answered: 10 of 20 (30–70 %).',
    'IRC: more than elsewhere. Here 9 of 10 (60–98 %), elsewhere 1 of 10 (2–40 %).',
    'LinkedIn: fewer than elsewhere. Here 1 of 10 (2–40 %), elsewhere 9 of 10 (60–98 %).',
  ])
  const german = await read(reportAnswer, '/answers?by=tool&lang=de')
  expect(german.said[0]).toBe('Von zuerst Angeschriebenen antworteten: 10 von 20 (30–70 %).')
})

test('a number opens whom it stands for, and a hire what came first', async () => {
  const { people } = await read(peopleAnswer, '/people?report=answers&by=tool&key=irc&step=answered')
  expect(people.length).toBe(9)
  expect(people.every(one => one.tool === 'irc')).toBe(true)
  const { hires } = await read(hiresAnswer, '/hires/people')
  expect(hires.map(hire => hire.way)).toEqual(['irc', 'irc'])
  const report = await read(reportAnswer, '/hires?lang=en')
  expect(report.rows).toEqual([{ key: 'irc', label: null, cells: [2, { hits: 2, of: 2 }, expect.closeTo(9, 3)] }])
  expect(report.said).toEqual(['2 hires. Most often first: Met on IRC (2).'])
})

test('files come as what they are called, where people come from too', async () => {
  for (const [path, start] of [
    ['/answers/file/csv?lang=en', '\uFEFFTool,Written to,'],
    ['/answers/file/xlsx', 'PK'],
    ['/answers/file/pdf', '%PDF-1.7'],
    ['/sources/file/csv?by=tool&lang=de', '\uFEFFWerkzeug,Besuche,Personen,'],
    ['/sources/file/xlsx?by=week', 'PK'],
    ['/sources/file/pdf?view=all', '%PDF-1.7'],
  ] as const) {
    const answer = await get(path)
    expect(answer.statusCode, path).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="kith-[a-z0-9-]+\.(csv|xlsx|pdf)"$/)
    expect(answer.rawPayload.subarray(0, 40).toString('utf8').startsWith(start), path).toBe(true)
  }
  expect((await get('/funnel/file/csv?by=rule')).statusCode).toBe(400)
})

test('the weekly mail is off until it is asked for, cannot be without a way out, shows what it would say, and ends by a page', async () => {
  expect(await read(weeklyAnswer, '/weekly')).toMatchObject({ on: false, nextAt: null, canSend: false, last: null })
  const headers = { authorization: `Bearer ${api.token}` }
  const put = await api.app.inject({ method: 'PUT', url: '/api/v1/reports/weekly', headers, payload: { on: true } })
  expect(put.json()).toMatchObject({ error: { code: 'no-mail' } })
  const later = await api.app.inject({
    method: 'PUT',
    url: '/api/v1/reports/weekly',
    headers,
    payload: { weekday: 5, hour: 17 },
  })
  expect(later.json()).toMatchObject({ on: false, weekday: 5, hour: 17 })
  const again = await api.app.inject({ method: 'POST', url: '/api/v1/reports/weekly/again', headers })
  expect(again.json()).toMatchObject({ error: { code: 'nothing-to-send' } })
  const { text } = await read(z.object({ subject: z.string(), text: z.string() }), '/weekly/preview')
  const path = /https?:\/\/\S+(\/weekly\/stop\/\S+)/.exec(text)?.[1] ?? ''
  const shown = await api.app.inject({ method: 'GET', url: path, headers: { 'accept-language': 'de' } })
  expect(shown.body).toContain('<form method="post"')
  const ended = await api.app.inject({
    method: 'POST',
    url: path,
    payload: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect([ended.statusCode, ended.body.includes('The weekly mail is ended.')]).toEqual([200, true])
  const bad = await api.app.inject({ method: 'POST', url: `${path}x`, payload: '' })
  expect(bad.statusCode).toBe(404)
})

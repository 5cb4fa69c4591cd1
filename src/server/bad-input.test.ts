import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { errorBody } from '#platform/routes.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { placesIn, poison, replaced, type Schema, schema, valueFor, wrongValues } from '#tests/servers/hostile.ts'

/** Walks the server's own description of its API: a new route is tried without being named here. */
const operation = z.object({
  parameters: z.array(z.object({ in: z.enum(['path', 'query', 'header', 'cookie']), name: z.string() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: schema.optional() })) }).optional(),
})
const described = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })
const methods = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
type Method = z.infer<typeof methods>
type Route = { method: Method; path: string; inPath: string[]; inQuery: string[]; body: Schema | undefined }

let api: ApiServer
let routes: Route[] = []
const ids = new Map<string, string>()

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057'
const headers = () => ({ authorization: `Bearer ${api.token}`, 'sec-fetch-site': 'same-origin' })

/** What the word before or in a path's parameter is called in the database, where that is another word. */
const tables: Readonly<Record<string, string>> = {
  activity: 'activity_items',
  chats: 'connections',
  moves: 'person_moves',
  tokens: 'api_tokens',
}

async function readIds(): Promise<void> {
  const words = new Set(routes.flatMap(({ path, inPath }) => inPath.map(name => tableOf(path, name))))
  await acrossWorkspaces(api.db, async tx => {
    for (const word of words) {
      const { rows: columns } = await sql<{ name: string }>`select a.attname as name from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indisprimary and i.indrelid = to_regclass(${word}) and a.attname <> 'workspace_id' and a.atttypid = 'uuid'::regtype`.execute(
        tx,
      )
      const [column] = columns
      if (!column) continue
      const { rows } = await sql<{
        id: string
      }>`select ${sql.ref(column.name)} as id from ${sql.table(word)} limit 1`.execute(tx)
      if (rows[0]) ids.set(word, rows[0].id)
    }
  })
}

function tableOf(path: string, name: string): string {
  const before = path.split('/')[path.split('/').indexOf(`{${name}}`) - 1] ?? ''
  const word = name === 'id' ? before : `${name}s`
  return tables[word] ?? word
}

beforeAll(async () => {
  api = await startApi()
  const { paths } = described.parse(api.app.swagger())
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters, requestBody }]) => ({
      path,
      method: methods.parse(method.toUpperCase()),
      inPath: parameters.filter(each => each.in === 'path').map(each => each.name),
      inQuery: parameters.filter(each => each.in === 'query').map(each => each.name),
      body: requestBody?.content['application/json']?.schema,
    })),
  )
  await api.app.inject({ method: 'POST', url: '/api/v1/sample', headers: headers(), payload: { people: 50 } })
  await vi.waitFor(
    async () => {
      const answer = await api.app.inject({ url: '/api/v1/sample', headers: headers() })
      expect(answer.json()).toMatchObject({ loaded: true, loading: false })
    },
    { timeout: 30_000, interval: 100 },
  )
  await readIds()
}, 60_000)
afterAll(() => api?.[Symbol.asyncDispose]())

let asked = 0

/** The answer, and what is wrong with it as an answer to nonsense. */
async function ask(
  route: Route,
  url: string,
  payload?: string,
  type = 'application/json',
): Promise<string | undefined> {
  asked += 1
  const answer = await api.app.inject({
    method: route.method,
    url,
    headers: { ...headers(), ...(payload !== undefined && { 'content-type': type }) },
    // Limits by address are another test's subject.
    remoteAddress: `10.0.${(asked >> 8) & 255}.${asked & 255}`,
    ...(payload !== undefined && { payload }),
  })
  const { statusCode: status } = answer
  if (status < 400) return undefined
  const what = `${route.method} ${url.slice(0, 200)} ${payload?.slice(0, 300) ?? ''}: ${status} ${answer.body.slice(0, 300)}`
  if (status >= 500) return what
  const body = errorBody.safeParse(answer.json())
  if (!body.success) return what
  const { message } = body.data.error
  return message.length > 12 && /[.…]$/.test(message) && !/undefined|\[object/.test(message) ? undefined : what
}

const place = (route: Route, put: (name: string) => string) =>
  route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => put(name))
const known = (route: Route) => place(route, name => ids.get(tableOf(route.path, name)) ?? unknownId)
const unknown = (route: Route) => place(route, () => unknownId)

/** Last what takes things away, so that there is something to be wrong about before. */
const inOrder = () => routes.toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))

test('the document names all routes, and things for most of their addresses are there', () => {
  expect(routes.length).toBeGreaterThan(100)
  expect([...ids.keys()]).toEqual(
    expect.arrayContaining([
      'people',
      'activity_items',
      'conversations',
      'connections',
      'pages',
      'profiles',
      'users',
      'api_tokens',
    ]),
  )
})

test('no address, however it is written, is answered by a fault', async () => {
  const bad: (string | undefined)[] = []
  for (const route of inOrder()) {
    bad.push(await ask(route, unknown(route)))
    if (route.inPath.length === 0) continue
    for (const text of [
      '%00',
      'a%00b',
      '%ff',
      '%',
      '..%2f..',
      'NULL',
      unknownId.toUpperCase(),
      'x'.repeat(600),
      '-1',
      '%20',
    ])
      bad.push(
        await ask(
          route,
          place(route, () => text),
        ),
      )
  }
  expect(bad.filter(each => each !== undefined)).toEqual([])
}, 120_000)

test('no question after the address is answered by a fault', async () => {
  const bad: (string | undefined)[] = []
  for (const route of inOrder())
    for (const name of route.inQuery)
      for (const text of [
        '',
        '%00',
        'a%00b',
        '%ff',
        '%F0%9F',
        '-1',
        '1e999',
        'NaN',
        'x'.repeat(5_000),
        '%27%3B--',
        'eyJhIjoxfQ',
        '_',
        'W10',
        'null',
        `1&${name}=2`,
      ])
        bad.push(await ask(route, `${known(route)}?${name}=${text}`))
  expect(bad.filter(each => each !== undefined)).toEqual([])
}, 120_000)

test('no body is answered by a fault: wrong kinds, missing fields, null bytes, half characters, depth, length', async () => {
  const bad: (string | undefined)[] = []
  for (const route of inOrder()) {
    if (!route.body) continue
    const good = valueFor(route.body)
    const url = known(route)
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '{"a":1}{',
      `{"__proto__":{"a":1}}`,
      '\u0000',
      `"${'x'.repeat(1_100_000)}"`,
      '['.repeat(20_000) + ']'.repeat(20_000),
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    ])
      bad.push(await ask(route, url, text))
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      'no type',
    ])
      bad.push(await ask(route, url, JSON.stringify(good), type))
    bad.push(await ask(route, unknown(route), JSON.stringify(good)))
    const places = [...placesIn(good)].filter(at => at.length > 0)
    // Each wrong kind somewhere in every body, in the next place the next ones: all in all places are three times as many requests.
    const turns = Math.min(places.length, 3)
    for (const [index, at] of places.entries())
      for (const value of [undefined, ...wrongValues.filter((_, turn) => turn % turns === index % turns)])
        bad.push(await ask(route, url, JSON.stringify(replaced(good, at, value))))
    // Different places of different routes: the edge refuses these before it knows the route.
    for (const [index, value] of poison.entries())
      bad.push(await ask(route, url, JSON.stringify(replaced(good, places[index % places.length] ?? [], value))))
    bad.push(await ask(route, url, JSON.stringify(good)))
  }
  expect(bad.filter(each => each !== undefined)).toEqual([])
}, 240_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, parseId } from '#kernel/ids.ts'
import type { Role } from '#kernel/roles.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { entityNames, readEntityColumns } from '#storage/export.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'

let api: ApiServer
let person: string

beforeAll(async () => {
  api = await startApi()
  const made = await ask('POST', '/people', { name: '=Ana; Ruiz', place: 'Bilbao' })
  person = made.json().id
  await ask('POST', `/people/${person}/contacts`, { kind: 'email', value: 'ana@example.org' })
  await ask('POST', `/people/${person}/notes`, { text: 'Likes\nthe "night".' })
})
afterAll(() => api?.[Symbol.asyncDispose]())

const ask = (method: 'GET' | 'POST', path: string, payload?: object, token = api.token) =>
  api.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload && { payload }),
  })

async function tokenOf(role: Role): Promise<string> {
  const workspace = parseId<'Workspace'>(api.token.split('_')[1] ?? '')
  if (!workspace) throw new Error('a token names its workspace')
  const user = newId<'User'>()
  await addRecruiter(api.db, { workspace, user, role })
  const made = await createToken({ db: api.db, clock: systemClock }, { workspace, user }, { name: role })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.token
}

test('people leave as CSV that a spreadsheet never runs, as vCards, and as JSON', async () => {
  const csv = await ask('GET', '/export/people')
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="kith-people-[\d-]+\.csv"$/)
  expect(csv.body).toContain("'=Ana; Ruiz")
  const vcard = await ask('GET', '/export/people?format=vcard')
  expect(vcard.body).toMatch(/^BEGIN:VCARD\r\n/)
  expect(vcard.body).toContain('EMAIL;TYPE=INTERNET:ana@example.org')
  const json = (await ask('GET', '/export/people?format=json')).json()
  expect(json).toMatchObject([{ personId: person, displayName: '=Ana; Ruiz', notes: ['Likes\nthe "night".'] }])
})

test('any kind of thing leaves as JSON and as CSV with the same columns, and no column is a secret', async () => {
  const { entities }: { entities: string[] } = (await ask('GET', '/export')).json()
  expect(entities).toContain('note')
  const columns = await acrossWorkspaces(api.db, async tx => {
    const all: string[] = []
    for (const name of entityNames) all.push(...(await readEntityColumns(tx, name)).map(column => `${name}.${column}`))
    return all
  })
  expect(columns.length).toBeGreaterThan(entities.length * 3)
  expect(columns.filter(column => /hash|sealed|workspaceId|secret/i.test(column))).toEqual([])
  for (const entity of ['recruiter', 'person', 'contact-point', 'note']) {
    const rows: Record<string, unknown>[] = (await ask('GET', `/export/entities/${entity}`)).json()
    expect(rows.length, entity).toBeGreaterThan(0)
    const csv = (await ask('GET', `/export/entities/${entity}?format=csv`)).body
    const head = csv.split('\r\n')[0]?.split(',') ?? []
    for (const row of rows) expect(Object.keys(row).toSorted(), entity).toEqual(head.toSorted())
  }
  const notes = (await ask('GET', '/export/entities/note')).json()
  expect(notes).toMatchObject([{ personId: person, text: 'Likes\nthe "night".' }])
  expect((await ask('GET', '/export/entities/api_tokens')).statusCode).toBe(404)
})

test('everything leaves line by line, for admins alone, and the log says that it left', async () => {
  const recruiter = await tokenOf('recruiter')
  for (const path of ['', '/everything', '/entities/note'])
    expect((await ask('GET', `/export${path}`, undefined, recruiter)).statusCode).toBe(403)
  expect((await ask('GET', '/export/people', undefined, recruiter)).statusCode).toBe(200)
  expect((await ask('GET', '/export/people', undefined, await tokenOf('viewer'))).statusCode).toBe(403)
  const lines = (await ask('GET', '/export/everything')).body.trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line).type)).toEqual(expect.arrayContaining(['workspace', 'person', 'note']))
  const { entries } = (await ask('GET', '/audit?action=workspace')).json()
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'workspace.exported', detail: { what: 'everything' } }),
  )
})

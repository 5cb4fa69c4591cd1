import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { parseId, type WorkspaceId } from '#kernel/ids.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'

let api: ApiServer
let connection = ''

const call = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${api.token}` }
  const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) }
}
const open = (address: string) => call('POST', '/conversations', { connection, address })
const withId = z.object({ id: z.string() })

beforeAll(async () => {
  api = await startApi()
  connection = await acrossWorkspaces(api.db, async tx => {
    const { rows } = await sql<{ id: string; workspace: WorkspaceId }>`
      insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, paused_at, created_at)
      select workspace_id, gen_random_uuid(), user_id, 'email', 'Mail', now(), now(), now() from users limit 1
      returning connection_id as id`.execute(tx)
    return rows[0]?.id ?? ''
  })
}, 60_000)
afterAll(() => api?.[Symbol.asyncDispose]())

test('the address of somebody who was erased begins no conversation, however it is written', async () => {
  const made = await call('POST', '/people', {
    name: 'Ana Ruiz',
    profiles: [{ address: 'ana@harbour.example', tool: 'email' }],
  })
  expect(made.status).toBe(201)
  const person = parseId<'Person'>(withId.parse(made.body).id)
  expect((await call('DELETE', `/people/${person}`)).status).toBe(204)
  for (const address of ['ana@harbour.example', 'Ana@Harbour.Example'])
    expect(await open(address)).toMatchObject({ status: 409, body: { error: { code: 'suppressed' } } })
  expect(await open('tom@harbour.example')).toMatchObject({ status: 200 })
})

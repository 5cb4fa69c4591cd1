import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Accounts, type Browser, startAccounts } from '#tests/servers/accounts.ts'

const made = z.object({ id: z.string(), token: z.string(), role: z.string(), madeBy: z.string().nullable() })
const listed = z.object({
  tokens: z.array(z.object({ id: z.string(), madeBy: z.string().nullable(), lastUsedAt: z.string().nullable() })),
})
const me = z.object({ user: z.object({ id: z.string(), name: z.string(), role: z.string() }) })
const team = z.object({ members: z.array(z.object({ id: z.string(), email: z.string() })) })
const log = z.object({ entries: z.array(z.object({ action: z.string() })) })

let kith: Accounts
let owner: Browser
let admin: Browser

beforeAll(async () => {
  kith = await startAccounts()
  owner = await kith.setUpTeam('mara@tokens.example')
  admin = await kith.joinTeam(owner, 'ada@tokens.example', 'admin', 'Ada')
})
afterAll(() => kith?.[Symbol.asyncDispose]())

const ask = (token: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  kith.app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })
const make = async (by: Browser, body: object) => made.parse((await by.send('POST', '/api/v1/team/tokens', body)).body)
const list = async () => listed.parse((await owner.send('GET', '/api/v1/team/tokens')).body).tokens

test('a token of the team has a role and a name of its own, and stays when its maker leaves', async () => {
  const { id, token, role, madeBy } = await make(admin, { name: 'Payroll', role: 'recruiter' })
  expect([role, madeBy]).toEqual(['recruiter', 'Ada'])
  expect(me.parse((await ask(token, 'GET', '/api/v1/me')).json()).user).toMatchObject({
    name: 'Payroll',
    role: 'recruiter',
  })
  const { members } = team.parse((await owner.send('GET', '/api/v1/team')).body)
  expect(members.map(each => each.email).toSorted()).toEqual(['ada@tokens.example', 'mara@tokens.example'])
  const ada = members.find(each => each.email === 'ada@tokens.example')?.id
  await owner.send('POST', `/api/v1/team/${ada}/disable`)
  expect((await ask(token, 'GET', '/api/v1/me')).statusCode).toBe(200)
  expect((await list()).find(each => each.id === id)?.lastUsedAt).not.toBeNull()
  await owner.send('POST', `/api/v1/team/${ada}/enable`)
  expect((await owner.send('DELETE', `/api/v1/team/tokens/${id}`)).status).toBe(204)
  expect((await ask(token, 'GET', '/api/v1/me')).statusCode).toBe(401)
  const { entries } = log.parse((await owner.send('GET', '/api/v1/audit?action=team-token')).body)
  expect(entries.map(each => each.action)).toEqual(['team-token.removed', 'team-token.created'])
})

test('who a token of the team acts as can’t be given access, a role or a password, and it ends when it was said to', async () => {
  const { token } = await make(owner, {
    name: 'Nightly report',
    role: 'admin',
    expiresAt: new Date(kith.clock.now().getTime() + 3_600_000).toISOString(),
  })
  const { user } = me.parse((await ask(token, 'GET', '/api/v1/me')).json())
  const at = `/api/v1/team/${user.id}`
  for (const answer of [
    await owner.send('POST', `${at}/enable`),
    await owner.send('POST', `${at}/disable`),
    await owner.send('PATCH', at, { role: 'viewer' }),
    await owner.send('POST', `${at}/reset-link`),
  ])
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'no-such-member' } } })
  kith.clock.pass(3_600_001)
  expect((await ask(token, 'GET', '/api/v1/me')).statusCode).toBe(401)
})

test('its scope holds, only admins make one, in a session, and never with the role of an owner', async () => {
  const { token } = await make(owner, { name: 'Reads', role: 'admin', scope: 'read' })
  expect((await ask(token, 'GET', '/api/v1/team')).statusCode).toBe(200)
  expect((await ask(token, 'PATCH', '/api/v1/me', { about: 'x' })).json()).toMatchObject({
    error: { code: 'token-too-narrow' },
  })
  const whole = await make(owner, { name: 'Whole', role: 'admin' })
  const body = { name: 'Another', role: 'admin' }
  expect((await ask(whole.token, 'POST', '/api/v1/team/tokens', body)).json()).toMatchObject({
    error: { code: 'needs-session' },
  })
  expect((await owner.send('POST', '/api/v1/team/tokens', { ...body, role: 'owner' })).status).toBe(400)
  const recruiter = await kith.joinTeam(owner, 'tom@tokens.example', 'recruiter')
  expect((await recruiter.send('GET', '/api/v1/team/tokens')).status).toBe(403)
  expect((await recruiter.send('POST', '/api/v1/team/tokens', body)).status).toBe(403)
})

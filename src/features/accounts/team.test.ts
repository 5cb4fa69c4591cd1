import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '#features/accounts/model.ts'
import { type Accounts, type Browser, goodPassword, startAccounts } from '#tests/servers/accounts.ts'

let kith: Accounts
beforeAll(async () => {
  kith = await startAccounts()
})
afterAll(() => kith[Symbol.asyncDispose]())

type Team = {
  members: { id: string; email: string; role: string; disabledAt: string | null }[]
  invitations: { id: string; email: string }[]
}
const teamOf = async (browser: Browser) => (await browser.send('GET', '/api/v1/team')).body as Team
const idOf = async (browser: Browser, email: string) =>
  (await teamOf(browser)).members.find(member => member.email === email)?.id ?? ''
const invite = (browser: Browser, email: string, role: string) =>
  browser.send('POST', '/api/v1/team/invitations', { email, role })
const codeIn = (answer: { body: unknown }) => new URL((answer.body as { link: string }).link).hash.slice(1)
const accept = (code: string) =>
  kith.openBrowser().send('POST', '/api/v1/invitations/accept', { code, name: 'Tom Bek', password: goodPassword })

test('an invitation lets one person in, once, as what they were invited as', async () => {
  const owner = await kith.setUpTeam('mara@one.example', 'One')
  const invited = await invite(owner, 'tom@one.example', 'recruiter')
  const code = codeIn(invited)
  expect((invited.body as { link: string }).link).toMatch(/^http:\/\/localhost:4280\/invitation#/)
  const seen = await kith.openBrowser().send('POST', '/api/v1/invitations/read', { code })
  expect(seen.body).toEqual({
    workspaceName: 'One',
    email: 'tom@one.example',
    role: 'recruiter',
    invitedBy: 'Mara Lindt',
  })
  const both = await Promise.all([accept(code), accept(code)])
  expect(both.map(answer => answer.status).sort()).toEqual([200, 410])
  const { members, invitations } = await teamOf(owner)
  expect(members.map(({ email, role }) => [email, role])).toEqual([
    ['mara@one.example', 'owner'],
    ['tom@one.example', 'recruiter'],
  ])
  expect(invitations).toEqual([])
  expect(await invite(owner, 'TOM@one.example', 'viewer')).toMatchObject({
    status: 409,
    body: { error: { code: 'email-taken' } },
  })
})

test('an invitation ends after seven days, when it is taken back, and when a newer one replaces it', async () => {
  const owner = await kith.setUpTeam('mara@two.example')
  const first = await invite(owner, 'a@two.example', 'viewer')
  const second = await invite(owner, 'a@two.example', 'viewer')
  expect((await accept(codeIn(first))).status).toBe(410)
  const { id } = second.body as { id: string }
  expect((await owner.send('DELETE', `/api/v1/team/invitations/${id}`)).status).toBe(204)
  expect((await owner.send('DELETE', `/api/v1/team/invitations/${id}`)).status).toBe(404)
  expect((await accept(codeIn(second))).status).toBe(410)
  const third = await invite(owner, 'b@two.example', 'viewer')
  expect((await teamOf(owner)).invitations).toMatchObject([{ email: 'b@two.example' }])
  kith.clock.pass(limits.invitationMs + 1)
  expect(await accept(codeIn(third))).toMatchObject({ status: 410, body: { error: { code: 'link-over' } } })
  expect((await accept('not.a.code')).status).toBe(410)
})

test('each role may do what the table says and no more', async () => {
  const owner = await kith.setUpTeam('mara@roles.example')
  const admin = await kith.joinTeam(owner, 'admin@roles.example', 'admin')
  const recruiter = await kith.joinTeam(owner, 'recruiter@roles.example', 'recruiter')
  const viewer = await kith.joinTeam(owner, 'viewer@roles.example', 'viewer')
  const statuses = async (ask: (browser: Browser) => Promise<{ status: number }>) =>
    Promise.all([owner, admin, recruiter, viewer].map(async browser => (await ask(browser)).status))
  expect(await statuses(browser => browser.send('GET', '/api/v1/team'))).toEqual([200, 200, 200, 200])
  expect(await statuses(browser => browser.send('GET', '/api/v1/audit'))).toEqual([200, 200, 403, 403])
  expect(await statuses(browser => invite(browser, 'x@roles.example', 'viewer'))).toEqual([200, 200, 403, 403])
  expect(await statuses(browser => invite(browser, 'y@roles.example', 'owner'))).toEqual([200, 409, 403, 403])
  expect(await statuses(browser => browser.send('PATCH', '/api/v1/workspace', { name: 'Renamed' }))).toEqual([
    204, 403, 403, 403,
  ])
  expect((await viewer.send('GET', '/api/v1/me')).body).toMatchObject({
    may: ['see-people', 'see-conversations'],
    workspace: { name: 'Renamed' },
  })
  expect((await teamOf(recruiter)).invitations).toEqual([])
  const refused = await recruiter.send('GET', '/api/v1/audit')
  expect(refused.body).toMatchObject({
    error: { code: 'role-needed', message: expect.stringContaining('needs the role admin; yours is recruiter') },
  })
})

test('a team keeps an owner who can sign in, even when two step down at the same time', async () => {
  const owner = await kith.setUpTeam('mara@last.example')
  const other = await kith.joinTeam(owner, 'other@last.example', 'owner')
  const admin = await kith.joinTeam(owner, 'admin@last.example', 'admin')
  const [ownerId, otherId] = [await idOf(owner, 'mara@last.example'), await idOf(owner, 'other@last.example')]
  expect(await admin.send('PATCH', `/api/v1/team/${otherId}`, { role: 'viewer' })).toMatchObject({
    status: 409,
    body: { error: { code: 'owners-only' } },
  })
  expect(await owner.send('POST', `/api/v1/team/${ownerId}/disable`)).toMatchObject({
    status: 409,
    body: { error: { code: 'not-yourself' } },
  })
  const both = await Promise.all([
    owner.send('PATCH', `/api/v1/team/${ownerId}`, { role: 'recruiter' }),
    other.send('PATCH', `/api/v1/team/${otherId}`, { role: 'recruiter' }),
  ])
  expect(both.map(answer => answer.status).sort()).toEqual([204, 409])
  expect((await teamOf(admin)).members.filter(member => member.role === 'owner')).toHaveLength(1)
})

test('a role counts from the next request on, and a disabled member is out at once, tokens too', async () => {
  const owner = await kith.setUpTeam('mara@out.example')
  const tom = await kith.joinTeam(owner, 'tom@out.example', 'admin')
  const { token } = (await tom.send('POST', '/api/v1/me/tokens', { name: 'script' })).body as { token: string }
  const byToken = () => kith.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })
  expect((await byToken()).json()).toMatchObject({ user: { email: 'tom@out.example' } })
  const id = await idOf(owner, 'tom@out.example')
  await owner.send('PATCH', `/api/v1/team/${id}`, { role: 'viewer' })
  expect((await tom.send('GET', '/api/v1/audit')).status).toBe(403)
  expect((await owner.send('POST', `/api/v1/team/${id}/disable`)).status).toBe(204)
  expect((await tom.send('GET', '/api/v1/me')).status).toBe(401)
  expect((await byToken()).statusCode).toBe(401)
  expect((await tom.send('POST', '/api/v1/sign-in', { email: 'tom@out.example', password: goodPassword })).status).toBe(
    401,
  )
  expect((await owner.send('POST', `/api/v1/team/${id}/enable`)).status).toBe(204)
  expect((await tom.send('POST', '/api/v1/sign-in', { email: 'tom@out.example', password: goodPassword })).status).toBe(
    200,
  )
  expect((await byToken()).statusCode).toBe(401)
})

test('a reset link sets another password once, ends all sessions, and is not for owners by admins', async () => {
  const owner = await kith.setUpTeam('mara@reset.example')
  const admin = await kith.joinTeam(owner, 'admin@reset.example', 'admin')
  const tom = await kith.joinTeam(owner, 'tom@reset.example', 'recruiter')
  expect((await admin.send('POST', `/api/v1/team/${await idOf(owner, 'mara@reset.example')}/reset-link`)).status).toBe(
    409,
  )
  const code = codeIn(await admin.send('POST', `/api/v1/team/${await idOf(owner, 'tom@reset.example')}/reset-link`))
  const use = (code: string, password: string) =>
    kith.openBrowser().send('POST', '/api/v1/sign-in/new-password', { code, password })
  expect((await use(`${code.slice(0, 37)}${'x'.repeat(43)}`, 'another long sentence')).status).toBe(410)
  expect((await use(code, 'short')).status).toBe(422)
  expect((await use(code, 'another long sentence')).status).toBe(204)
  expect((await use(code, 'a third long sentence')).status).toBe(410)
  expect((await tom.send('GET', '/api/v1/me')).status).toBe(401)
  expect(
    (await tom.send('POST', '/api/v1/sign-in', { email: 'tom@reset.example', password: 'another long sentence' }))
      .status,
  ).toBe(200)
})

test('a token is shown once, ends on its day, and is gone when removed', async () => {
  const owner = await kith.setUpTeam('mara@token.example')
  const expiresAt = new Date(kith.clock.now().getTime() + 60_000).toISOString()
  const made = (await owner.send('POST', '/api/v1/me/tokens', { name: 'nightly', expiresAt })).body as {
    id: string
    token: string
  }
  expect(made.token).toMatch(/^kith_[0-9a-f-]{36}_[\w-]{43}$/)
  const listed = await owner.send('GET', '/api/v1/me/tokens')
  expect(listed.body).toMatchObject({ tokens: [{ id: made.id, name: 'nightly', expiresAt, lastUsedAt: null }] })
  expect(JSON.stringify(listed.body)).not.toContain(made.token.slice(-43))
  const ask = async (token: string) =>
    (await kith.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode
  expect(await ask(made.token)).toBe(200)
  expect(await ask(`${made.token.slice(0, -1)}${made.token.endsWith('A') ? 'B' : 'A'}`)).toBe(401)
  kith.clock.pass(60_001)
  expect(await ask(made.token)).toBe(401)
  expect((await owner.send('POST', '/api/v1/me/tokens', { name: 'late', expiresAt })).status).toBe(422)
  const second = (await owner.send('POST', '/api/v1/me/tokens', { name: 'forever' })).body as {
    id: string
    token: string
  }
  expect((await owner.send('DELETE', `/api/v1/me/tokens/${second.id}`)).status).toBe(204)
  expect(await ask(second.token)).toBe(401)
})

test('a profile keeps what was typed and refuses what is no language, no time zone or too much', async () => {
  const owner = await kith.setUpTeam('mara@profile.example')
  const change = (body: object) => owner.send('PATCH', '/api/v1/me', body)
  const body = {
    name: ' Mara L ',
    recruitsFor: 'Welders',
    locale: 'de-AT',
    timeZone: 'Europe/Vienna',
    preferences: { letterKeys: false },
  }
  expect((await change(body)).body).toMatchObject({ user: { ...body, name: 'Mara L' } })
  expect((await change({ about: 'Eight years of nights.' })).body).toMatchObject({
    user: { about: 'Eight years of nights.', preferences: { letterKeys: false } },
  })
  expect((await change({ locale: 'x' })).status).toBe(400)
  expect((await change({ locale: 'not a language' })).status).toBe(422)
  expect((await change({ timeZone: 'Moon/Sea' })).status).toBe(422)
  expect((await change({ preferences: { long: 'x'.repeat(9_000) } })).status).toBe(413)
  expect(await change({ role: 'viewer' })).toMatchObject({
    status: 400,
    body: { error: { fields: [{ path: 'role', message: 'is not known here' }] } },
  })
})

test('the audit log tells who did what, newest first, page by page, and holds no secret', async () => {
  const owner = await kith.setUpTeam('mara@audit.example')
  const tom = await kith.joinTeam(owner, 'tom@audit.example', 'recruiter')
  const id = await idOf(owner, 'tom@audit.example')
  await owner.send('PATCH', `/api/v1/team/${id}`, { role: 'viewer' })
  await tom.send('POST', '/api/v1/sign-in', { email: 'tom@audit.example', password: 'wrong wrong' })
  type Page = {
    entries: { action: string; userName: string | null; detail: unknown; subject: string }[]
    next?: string
  }
  const page = async (query: string) => (await owner.send('GET', `/api/v1/audit${query}`)).body as Page
  const all = await page('')
  expect(all.entries.map(entry => [entry.action, entry.userName])).toEqual([
    ['session.refused', null],
    ['member.role-changed', 'Mara Lindt'],
    ['session.opened', 'Tom Bek'],
    ['member.joined', 'Tom Bek'],
    ['member.invited', 'Mara Lindt'],
    ['session.opened', 'Mara Lindt'],
    ['workspace.created', 'Mara Lindt'],
  ])
  expect(all.entries[1]).toMatchObject({ detail: { from: 'recruiter', to: 'viewer' }, subject: id })
  expect(JSON.stringify(all)).not.toContain(goodPassword)
  const first = await page('?limit=3')
  const second = await page(`?limit=3&cursor=${first.next}`)
  expect([...first.entries, ...second.entries].map(entry => entry.action)).toEqual(
    all.entries.slice(0, 6).map(entry => entry.action),
  )
  expect((await page('?action=member')).entries).toHaveLength(3)
  expect((await page(`?subject=${id}&action=session`)).entries).toHaveLength(1)
  expect((await page('?action=mem')).entries).toHaveLength(0)
})

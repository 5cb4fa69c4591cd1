import { verify } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createSetupCode } from '#features/accounts/index.ts'
import { limits } from '#features/accounts/model.ts'
import { type Accounts, goodPassword, startAccounts } from '#tests/servers/accounts.ts'

// The real one, listened to.
vi.mock('@node-rs/argon2', async load => {
  const real = await load<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

let kith: Accounts
beforeAll(async () => {
  kith = await startAccounts()
})
afterAll(() => kith[Symbol.asyncDispose]())

const owner = {
  name: 'Mara Lindt',
  email: 'mara@north.example',
  password: goodPassword,
  workspaceName: 'Northern Nurses',
}

test('the link of the first start creates the team and its owner, once', async () => {
  const browser = kith.openBrowser()
  expect((await browser.send('GET', '/api/v1/sign-in/ways')).body).toEqual({ needsSetup: true, singleSignOn: null })
  const code = await createSetupCode(kith.deps)
  expect((await browser.send('POST', '/api/v1/setup/check', { code })).status).toBe(204)
  const made = await browser.send('POST', '/api/v1/setup', {
    ...owner,
    code,
    recruitsFor: 'Night nurses',
    locale: 'de',
    timeZone: 'Europe/Berlin',
  })
  expect(made).toMatchObject({ status: 200, body: { kind: 'signed-in' } })
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({
    user: { name: 'Mara Lindt', role: 'owner', recruitsFor: 'Night nurses', locale: 'de', timeZone: 'Europe/Berlin' },
    workspace: { name: 'Northern Nurses' },
    security: { hasPassword: true, secondStep: false },
  })
  const again = await kith.openBrowser().send('POST', '/api/v1/setup', { ...owner, code })
  expect(again).toMatchObject({
    status: 410,
    body: { error: { code: 'setup-link-used', message: 'This link was used. Run `npm start` for a new one.' } },
  })
  expect((await browser.send('POST', '/api/v1/setup/check', { code })).status).toBe(410)
  expect((await browser.send('GET', '/api/v1/sign-in/ways')).body).toMatchObject({ needsSetup: false })
})

test('using one set-up link closes every other that was printed before, and one that is guessed opens nothing', async () => {
  const [first, second] = [await createSetupCode(kith.deps), await createSetupCode(kith.deps)]
  const body = (code: string, n: number) => ({ ...owner, email: `owner${n}@west.example`, workspaceName: 'West', code })
  const both = await Promise.all([1, 2].map(n => kith.openBrowser().send('POST', '/api/v1/setup', body(first, n))))
  expect(both.map(answer => answer.status).sort()).toEqual([200, 410])
  expect((await kith.openBrowser().send('POST', '/api/v1/setup', body(second, 3))).status).toBe(410)
  expect((await kith.openBrowser().send('POST', '/api/v1/setup', body('x'.repeat(43), 4))).status).toBe(410)
  const late = await createSetupCode(kith.deps)
  kith.clock.pass(limits.setupCodeMs + 1)
  expect((await kith.openBrowser().send('POST', '/api/v1/setup', body(late, 5))).status).toBe(410)
})

test('a weak password is turned down with what to do instead', async () => {
  const code = await createSetupCode(kith.deps)
  const tries: [string, string][] = [
    ['short', 'too-short'],
    ['aaaaaaaaaaaaaaaa', 'too-simple'],
    ['password1234', 'too-simple'],
    ['maralindt1', 'contains-name'],
    ['x1y2'.repeat(65), 'too-long'],
  ]
  for (const [password, problem] of tries) {
    const answer = await kith.openBrowser().send('POST', '/api/v1/setup', { ...owner, code, password })
    expect(answer, password).toMatchObject({ status: 422, body: { error: { code: problem } } })
  }
  const bad = await kith.openBrowser().send('POST', '/api/v1/setup', { ...owner, code, email: 'not an address' })
  expect(bad).toMatchObject({ status: 422, body: { error: { code: 'not-an-email' } } })
  const zone = await kith.openBrowser().send('POST', '/api/v1/setup', { ...owner, code, timeZone: 'Mars/Olympus' })
  expect(zone).toMatchObject({ status: 422, body: { error: { code: 'unknown-time-zone' } } })
})

test('signing in needs the right password; the address may be typed in any case', async () => {
  const browser = kith.openBrowser()
  const wrong = await browser.send('POST', '/api/v1/sign-in', { email: owner.email, password: 'not this one at all' })
  expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong-credentials' } } })
  const unknown = await browser.send('POST', '/api/v1/sign-in', {
    email: 'nobody@north.example',
    password: goodPassword,
  })
  expect(unknown.body).toEqual(wrong.body)
  expect(browser.cookie).toBeUndefined()
  const right = await browser.send('POST', '/api/v1/sign-in', { email: ' MARA@North.example ', password: goodPassword })
  expect(right).toMatchObject({ status: 200, body: { kind: 'signed-in' } })
  expect(String(right.headers['set-cookie'])).toMatch(
    /^kith_session=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(200)
  expect((await browser.send('POST', '/api/v1/sign-out')).status).toBe(204)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
})

test('an unknown address costs the same work to refuse as a known one', async () => {
  const hashing = async (email: string) => {
    vi.mocked(verify).mockClear()
    await kith.openBrowser().send('POST', '/api/v1/sign-in', { email, password: 'not this one at all' })
    // Algorithm, memory, passes and lanes: what the time depends on.
    return vi.mocked(verify).mock.calls.map(([stored]) => String(stored).split('$').slice(0, 4).join('$'))
  }
  const known = await hashing(owner.email)
  expect(known).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1$/)])
  expect(await hashing('nobody2@north.example')).toEqual(known)
})

test('behind TLS the cookie is bound to this host and to TLS', async () => {
  await using secure = await startAccounts({ publicUrl: 'https://kith.example.org' })
  const browser = await secure.setUpTeam('mara@north.example')
  const answer = await browser.send('POST', '/api/v1/sign-in', { email: 'mara@north.example', password: goodPassword })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^__Host-kith_session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(answer.headers['strict-transport-security']).toBeDefined()
})

test('too many tries close an account for a while, even for the right password, and say how long', async () => {
  const tryOnce = async (password: string, address: string) => {
    const answer = await kith.openBrowser({ address }).send('POST', '/api/v1/sign-in', { email: owner.email, password })
    return [answer.status, Number(answer.headers['retry-after'])] as const
  }
  kith.clock.pass(limits.attemptWindowMs + 1000)
  for (let i = 0; i < limits.attemptsPerAccount; i += 1)
    expect((await tryOnce('wrong wrong', `10.1.0.${i}`))[0]).toBe(401)
  const [status, retryAfter] = await tryOnce(goodPassword, '10.1.0.99')
  expect(status).toBe(429)
  expect(retryAfter).toBeGreaterThan(800)
  expect(retryAfter).toBeLessThanOrEqual(900)
  kith.clock.pass(limits.attemptWindowMs + 1000)
  expect((await tryOnce(goodPassword, '10.1.0.97'))[0]).toBe(200)
})

test('tries at the same time are all counted', async () => {
  const answers = await Promise.all(
    Array.from({ length: limits.attemptsPerAccount + 6 }, (_, i) =>
      kith
        .openBrowser({ address: `10.2.0.${i}` })
        .send('POST', '/api/v1/sign-in', { email: 'race@north.example', password: 'wrong wrong' }),
    ),
  )
  expect(answers.filter(answer => answer.status === 401)).toHaveLength(limits.attemptsPerAccount)
  expect(answers.filter(answer => answer.status === 429)).toHaveLength(6)
})

test('one network can’t try many accounts, and a sign-in that works costs it nothing', async () => {
  const email = owner.email
  const good = kith.openBrowser({ address: '2001:db8:1:2::7' })
  for (let i = 0; i < 5; i += 1)
    expect((await good.send('POST', '/api/v1/sign-in', { email, password: goodPassword })).status).toBe(200)
  const statuses: number[] = []
  for (let i = 0; i < limits.attemptsPerAddress + 2; i += 1) {
    const from = kith.openBrowser({ address: `2001:db8:1:2::${i + 100}` })
    statuses.push(
      (await from.send('POST', '/api/v1/sign-in', { email: `guess${i}@north.example`, password: 'x' })).status,
    )
  }
  expect(statuses.filter(status => status === 401)).toHaveLength(limits.attemptsPerAddress)
  expect(statuses.slice(-2)).toEqual([429, 429])
  const neighbour = kith.openBrowser({ address: '2001:db8:1:3::1' })
  expect((await neighbour.send('POST', '/api/v1/sign-in', { email, password: goodPassword })).status).toBe(200)
}, 60_000)

test('one address in two teams chooses the team', async () => {
  await kith.setUpTeam('both@example.org', 'East')
  await kith.setUpTeam('both@example.org', 'South')
  const browser = kith.openBrowser()
  const answer = await browser.send('POST', '/api/v1/sign-in', { email: 'both@example.org', password: goodPassword })
  expect(answer.body).toMatchObject({ kind: 'choose-workspace', workspaces: [{ name: 'East' }, { name: 'South' }] })
  expect(browser.cookie).toBeUndefined()
  const { workspaces } = answer.body as { workspaces: { id: string }[] }
  await browser.send('POST', '/api/v1/sign-in', {
    email: 'both@example.org',
    password: goodPassword,
    workspace: workspaces[1]?.id,
  })
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({ workspace: { name: 'South' } })
})

test('a session slides while it is used, ends when it is not, and never outlives its longest life', async () => {
  const browser = kith.openBrowser()
  await browser.send('POST', '/api/v1/sign-in', { email: owner.email, password: goodPassword })
  const step = limits.sessionIdleMs - 60_000
  for (let passed = 0; passed + step < limits.sessionMaxMs; passed += step) {
    kith.clock.pass(step)
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200)
  }
  kith.clock.pass(step)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
  await browser.send('POST', '/api/v1/sign-in', { email: owner.email, password: goodPassword })
  kith.clock.pass(limits.sessionIdleMs + 1)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
})

test('a session is of no use to another team, and only its hash is kept', async () => {
  const browser = await kith.setUpTeam('keeper@example.org', 'Keepers')
  const [, secret = ''] = (browser.cookie ?? '').split('.')
  const dump = await kith.pool.connect()
  await dump.query("select set_config('kith.workspace', '*', false)")
  const all = await dump.query<{ row: string }>(
    'select s::text as row from sessions s union all select u::text from users u',
  )
  dump.release(true)
  expect(all.rows.length).toBeGreaterThan(3)
  expect(all.rows.some(({ row }) => row.includes(secret) || row.includes(goodPassword))).toBe(false)
  const other = await kith.setUpTeam('other@example.org', 'Others')
  browser.cookie = `${(other.cookie ?? '').split('.')[0]}.${secret}`
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
})

test('passwords are hashed by argon2id with the costs of today, and nothing secret is logged', async () => {
  const client = await kith.pool.connect()
  await client.query("select set_config('kith.workspace', '*', false)")
  const { rows } = await client.query<{ password_hash: string }>('select password_hash from users')
  client.release(true)
  for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(kith.lines.length).toBeGreaterThan(20)
  expect(kith.lines.join('')).not.toMatch(/green kettle|north\.example|Mara|kith_session/)
})

import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resealAccounts } from '#features/accounts/index.ts'
import { limits } from '#features/accounts/model.ts'
import { addKey, dropKeys, openKeyring } from '#platform/secrets.ts'
import { type Accounts, type Browser, goodPassword, startAccounts } from '#tests/servers/accounts.ts'
import { softwarePasskey } from '#tests/servers/passkey.ts'

let kith: Accounts
beforeAll(async () => {
  kith = await startAccounts()
})
afterAll(() => kith[Symbol.asyncDispose]())

const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(kith.clock.now().getTime() / 1000) })
const nextCode = (secret: string) => {
  kith.clock.pass(30_000)
  return codeOf(secret)
}

async function switchOn(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const offer = await browser.send('POST', '/api/v1/me/second-step', { password: goodPassword })
  const { secret, uri } = offer.body as { secret: string; uri: string }
  expect(uri).toMatch(/^otpauth:\/\/totp\/Kith:/)
  const confirmed = await browser.send('POST', '/api/v1/me/second-step/confirm', { code: codeOf(secret) })
  expect(confirmed.status).toBe(200)
  return { secret, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes }
}

async function toSecondStep(email: string): Promise<{ browser: Browser; challenge: string }> {
  const browser = kith.openBrowser()
  const answer = await browser.send('POST', '/api/v1/sign-in', { email, password: goodPassword })
  expect(answer).toMatchObject({ status: 200, body: { kind: 'second-step' } })
  expect(browser.cookie).toBeUndefined()
  return { browser, challenge: (answer.body as { challenge: string }).challenge }
}

const answerWith = (browser: Browser, challenge: string, code: string) =>
  browser.send('POST', '/api/v1/sign-in/second-step', { challenge, code })

test('with the second step on, the password alone opens nothing', async () => {
  const email = 'two@step.example'
  const owner = await kith.setUpTeam(email)
  const { secret, recoveryCodes } = await switchOn(owner)
  expect(new Set(recoveryCodes).size).toBe(limits.recoveryCodes)
  const first = await toSecondStep(email)
  expect(await answerWith(first.browser, first.challenge, '000000')).toMatchObject({
    status: 403,
    body: { error: { code: 'wrong-code' } },
  })
  expect((await answerWith(first.browser, first.challenge, codeOf(secret))).status).toBe(403)
  const fresh = nextCode(secret)
  expect((await answerWith(first.browser, first.challenge, `${fresh.slice(0, 3)} ${fresh.slice(3)}`)).status).toBe(200)
  expect((await first.browser.send('GET', '/api/v1/me')).body).toMatchObject({
    security: { secondStep: true, recoveryCodesLeft: 10 },
  })
  expect((await answerWith(first.browser, first.challenge, nextCode(secret))).status).toBe(410)
  const second = await toSecondStep(email)
  expect((await answerWith(second.browser, second.challenge, fresh)).status).toBe(403)
})

test('a recovery code works once, in any spelling', async () => {
  const email = 'paper@step.example'
  const { recoveryCodes } = await switchOn(await kith.setUpTeam(email))
  const [code = ''] = recoveryCodes
  const first = await toSecondStep(email)
  expect((await answerWith(first.browser, first.challenge, code.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
  expect((await first.browser.send('GET', '/api/v1/me')).body).toMatchObject({ security: { recoveryCodesLeft: 9 } })
  const second = await toSecondStep(email)
  expect((await answerWith(second.browser, second.challenge, code)).status).toBe(403)
  const renewed = await first.browser.send('POST', '/api/v1/me/recovery-codes', { password: goodPassword })
  expect((renewed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10)
  expect((await answerWith(second.browser, second.challenge, recoveryCodes[1] ?? '')).status).toBe(403)
})

test('a challenge ends after five wrong codes and after five minutes', async () => {
  const email = 'guess@step.example'
  const { secret } = await switchOn(await kith.setUpTeam(email))
  const { browser, challenge } = await toSecondStep(email)
  for (let i = 0; i < limits.challengeAttempts; i += 1)
    expect((await answerWith(browser, challenge, `00000${i}`)).status).toBe(403)
  expect((await answerWith(browser, challenge, nextCode(secret))).status).toBe(410)
  const late = await toSecondStep(email)
  kith.clock.pass(limits.challengeMs + 1)
  expect((await answerWith(late.browser, late.challenge, codeOf(secret))).status).toBe(410)
})

test('two answers with the same code at the same time: one gets in', async () => {
  const email = 'twice@step.example'
  const { secret } = await switchOn(await kith.setUpTeam(email))
  const [a, b] = [await toSecondStep(email), await toSecondStep(email)]
  const code = nextCode(secret)
  const answers = await Promise.all([
    answerWith(a.browser, a.challenge, code),
    answerWith(b.browser, b.challenge, code),
  ])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 403])
})

test('the secret of the app is sealed in the database and survives a change of keys', async () => {
  const email = 'sealed@step.example'
  const { secret } = await switchOn(await kith.setUpTeam(email))
  const client = await kith.pool.connect()
  await client.query("select set_config('kith.workspace', '*', false)")
  const { rows } = await client.query<{ totp_sealed: string }>('select totp_sealed from users where email = $1', [
    email,
  ])
  client.release(true)
  expect(rows[0]?.totp_sealed).toMatch(/^k1\./)
  expect(rows[0]?.totp_sealed).not.toContain(secret)
  const keyring = await addKey(kith.keyFile)
  expect(await resealAccounts({ db: kith.deps.db, keyring })).toBeGreaterThan(0)
  expect(await resealAccounts({ db: kith.deps.db, keyring })).toBe(0)
  await dropKeys(kith.keyFile)
  kith.deps.keyring = await openKeyring(kith.keyFile)
  const { browser, challenge } = await toSecondStep(email)
  expect((await answerWith(browser, challenge, nextCode(secret))).status).toBe(200)
})

test('changing how one signs in asks for the password again, and a token can’t', async () => {
  const owner = await kith.setUpTeam('again@step.example')
  for (const [method, url] of [
    ['POST', '/api/v1/me/second-step'],
    ['POST', '/api/v1/me/passkeys/options'],
  ] as const) {
    expect(await owner.send(method, url, {})).toMatchObject({
      status: 403,
      body: { error: { code: 'wrong-password' } },
    })
    expect(await owner.send(method, url, { password: 'not this one' })).toMatchObject({ status: 403 })
  }
  await switchOn(owner)
  expect((await owner.send('POST', '/api/v1/me/second-step', { password: goodPassword })).status).toBe(409)
  expect((await owner.send('POST', '/api/v1/me/second-step/off', { password: 'wrong' })).status).toBe(403)
  expect((await owner.send('POST', '/api/v1/me/second-step/off', { password: goodPassword })).status).toBe(204)
  const made = await owner.send('POST', '/api/v1/me/tokens', { name: 'script' })
  const { token } = made.body as { token: string }
  for (const url of ['/api/v1/me/second-step', '/api/v1/me/tokens', '/api/v1/me/passkeys/options']) {
    const answer = await kith.app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${token}` },
      payload: url.endsWith('tokens') ? { name: 'more' } : { password: goodPassword },
    })
    expect(answer.json()).toMatchObject({ error: { code: 'needs-session' } })
  }
})

test('guesses of the password inside a session count like guesses at the door', async () => {
  const owner = await kith.setUpTeam('desk@step.example')
  for (let i = 0; i < limits.attemptsPerAccount; i += 1)
    expect((await owner.send('POST', '/api/v1/me/second-step', { password: `wrong ${i}` })).status).toBe(403)
  expect((await owner.send('POST', '/api/v1/me/second-step', { password: goodPassword })).status).toBe(429)
  kith.clock.pass(limits.attemptWindowMs + 1)
})

test('another password ends every other session and refuses a weak one', async () => {
  const email = 'change@step.example'
  const here = await kith.setUpTeam(email)
  const there = kith.openBrowser()
  await there.send('POST', '/api/v1/sign-in', { email, password: goodPassword })
  const change = (password: string, newPassword: string) =>
    here.send('PUT', '/api/v1/me/password', { password, newPassword })
  expect(await change(goodPassword, 'tiny')).toMatchObject({ status: 422, body: { error: { code: 'too-short' } } })
  expect((await change('wrong one here', 'a new long sentence')).status).toBe(403)
  expect((await change(goodPassword, 'a new long sentence')).status).toBe(204)
  expect((await here.send('GET', '/api/v1/me')).status).toBe(200)
  expect((await there.send('GET', '/api/v1/me')).status).toBe(401)
  expect((await there.send('POST', '/api/v1/sign-in', { email, password: goodPassword })).status).toBe(401)
  expect((await there.send('POST', '/api/v1/sign-in', { email, password: 'a new long sentence' })).status).toBe(200)
})

test('sessions are listed by device, and one or all others can be ended', async () => {
  const email = 'many@step.example'
  const here = await kith.setUpTeam(email)
  const phone = kith.openBrowser({
    address: '203.0.113.7',
    agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Safari/605',
  })
  const script = kith.openBrowser({ agent: 'curl/8.5.0' })
  for (const browser of [phone, script])
    await browser.send('POST', '/api/v1/sign-in', { email, password: goodPassword })
  const list = async () =>
    (
      (await here.send('GET', '/api/v1/me/sessions')).body as {
        sessions: { id: string; device: string; address: string; current: boolean }[]
      }
    ).sessions
  const sessions = await list()
  expect(sessions.map(({ device, current }) => [device, current])).toEqual(
    expect.arrayContaining([
      ['Firefox, Linux', true],
      ['Safari, iPhone', false],
      ['curl', false],
    ]),
  )
  const theirs = sessions.find(session => session.device === 'Safari, iPhone')
  expect(theirs?.address).toBe('203.0.113.7')
  const stranger = await kith.setUpTeam('stranger@step.example')
  expect((await stranger.send('DELETE', `/api/v1/me/sessions/${theirs?.id}`)).status).toBe(404)
  expect((await here.send('DELETE', `/api/v1/me/sessions/${theirs?.id}`)).status).toBe(204)
  expect((await phone.send('GET', '/api/v1/me')).status).toBe(401)
  expect((await here.send('POST', '/api/v1/me/sessions/revoke-others')).body).toEqual({ ended: 1 })
  expect((await script.send('GET', '/api/v1/me')).status).toBe(401)
  expect((await list()).map(session => session.current)).toEqual([true])
})

test('a passkey is added, signs in without a password, and is removed', async () => {
  const email = 'key@step.example'
  const owner = await kith.setUpTeam(email)
  const device = softwarePasskey({ origin: 'http://localhost:4280', rpId: 'localhost' })
  const offer = await owner.send('POST', '/api/v1/me/passkeys/options', { password: goodPassword })
  const { challenge, options } = offer.body as {
    challenge: string
    options: { challenge: string; user: { id: string } }
  }
  const attestation = device.register(options.challenge, options.user.id)
  const added = await owner.send('POST', '/api/v1/me/passkeys', { challenge, name: 'Laptop', response: attestation })
  expect(added).toMatchObject({ status: 200, body: { name: 'Laptop', lastUsedAt: null } })
  expect(
    (await owner.send('POST', '/api/v1/me/passkeys', { challenge, name: 'Again', response: attestation })).status,
  ).toBe(410)

  const signIn = async (sign: (challenge: string) => object) => {
    const browser = kith.openBrowser()
    const begun = await browser.send('POST', '/api/v1/sign-in/passkey/options')
    const { challenge, options } = begun.body as { challenge: string; options: { challenge: string } }
    const body = { challenge, response: sign(options.challenge) }
    return { browser, answer: await browser.send('POST', '/api/v1/sign-in/passkey', body), body }
  }
  const good = await signIn(challenge => device.assert(challenge))
  expect(good.answer).toMatchObject({ status: 200, body: { kind: 'signed-in' } })
  expect((await good.browser.send('GET', '/api/v1/me')).body).toMatchObject({
    user: { email },
    security: { passkeys: 1 },
  })
  expect((await kith.openBrowser().send('POST', '/api/v1/sign-in/passkey', good.body)).status).toBe(410)

  const refused = { status: 403, body: { error: { code: 'passkey-refused' } } }
  const elsewhere = softwarePasskey({ origin: 'https://kith.evil.example', rpId: 'localhost', as: device })
  expect((await signIn(challenge => elsewhere.assert(challenge))).answer).toMatchObject(refused)
  expect((await signIn(() => device.assert('AAAA'))).answer).toMatchObject(refused)
  expect((await signIn(challenge => device.assert(challenge, { verified: false }))).answer).toMatchObject(refused)
  expect((await signIn(challenge => device.assert(challenge, { counter: 0 }))).answer).toMatchObject(refused)
  const forged = softwarePasskey({ origin: 'http://localhost:4280', rpId: 'localhost' })
  expect(
    (await signIn(challenge => ({ ...forged.assert(challenge), id: device.id, rawId: device.id }))).answer,
  ).toMatchObject(refused)

  const { passkeys } = (await owner.send('GET', '/api/v1/me/passkeys')).body as {
    passkeys: { id: string; lastUsedAt: string }[]
  }
  expect(passkeys[0]?.lastUsedAt).toBeTruthy()
  expect(
    (await owner.send('POST', `/api/v1/me/passkeys/${passkeys[0]?.id}/remove`, { password: goodPassword })).status,
  ).toBe(204)
  expect((await signIn(challenge => device.assert(challenge))).answer).toMatchObject(refused)
})

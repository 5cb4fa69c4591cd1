import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accounts, type Browser, startAccounts } from '#tests/servers/accounts.ts'

type Person = { email: string; email_verified: boolean; name: string }

const people: Record<string, Person> = {
  'sub-mara': { email: 'mara@sso.example', email_verified: true, name: 'Mara Lindt' },
  'sub-tom': { email: 'tom@sso.example', email_verified: true, name: 'Tom Bek' },
  'sub-unverified': { email: 'mara@sso.example', email_verified: false, name: 'Not Mara' },
  'sub-stranger': { email: 'stranger@sso.example', email_verified: true, name: 'A Stranger' },
}
const publicUrl = 'http://localhost:4280'
const callback = `${publicUrl}/api/v1/sign-in/single-sign-on/callback`

let provider: Server
let issuer: string
let kith: Accounts

beforeAll(async () => {
  provider = createServer()
  await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'kith',
        client_secret: 'a secret of the client',
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
  })
  provider.on('request', oidc.callback())
  kith = await startAccounts({
    publicUrl,
    singleSignOn: { issuer, clientId: 'kith', clientSecret: 'a secret of the client', name: 'Clinic login' },
  })
})
afterAll(async () => {
  await kith[Symbol.asyncDispose]()
  provider.closeAllConnections()
  await new Promise(resolve => provider.close(resolve))
})

/** What a person does at the provider: follows its redirects and sends its forms (sign-in, consent) until it sends them back. */
async function atProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = start
  let form: URLSearchParams | undefined
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    form = undefined
    const location = answer.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      if (url.startsWith(publicUrl)) return url
      continue
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!prompt || !action) throw new Error(`unexpected page: ${page.slice(0, 400)}`)
    url = new URL(action, url).href
    form = new URLSearchParams({ prompt, login, password: 'anything' })
  }
  throw new Error('the provider went round in circles')
}

async function signInAs(
  login: string,
  change: (cameTo: URL) => URL = url => url,
): Promise<{ browser: Browser; wentTo: string }> {
  const started = await kith.app.inject({ url: '/api/v1/sign-in/single-sign-on' })
  expect(started.statusCode).toBe(303)
  const left = started.cookies.find(cookie => cookie.name === 'kith_single_sign_on')
  const cameTo = change(new URL(await atProvider(String(started.headers.location), login)))
  const back = await kith.app.inject({
    url: cameTo.pathname + cameTo.search,
    headers: { cookie: `kith_single_sign_on=${left?.value}` },
  })
  const browser = kith.openBrowser()
  browser.cookie = back.cookies.find(cookie => cookie.name === 'kith_session')?.value
  return { browser, wentTo: String(back.headers.location) }
}

test('a member signs in at the identity provider, and is known there from then on', async () => {
  await kith.setUpTeam('mara@sso.example')
  expect((await kith.openBrowser().send('GET', '/api/v1/sign-in/ways')).body).toMatchObject({
    singleSignOn: { name: 'Clinic login' },
  })
  const { browser, wentTo } = await signInAs('sub-mara')
  expect(wentTo).toBe('/')
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({
    user: { email: 'mara@sso.example', role: 'owner' },
  })
  const mara = people['sub-mara']
  if (mara) mara.email = 'moved@sso.example'
  expect((await (await signInAs('sub-mara')).browser.send('GET', '/api/v1/me')).body).toMatchObject({
    user: { email: 'mara@sso.example' },
  })
})

test('whoever was invited joins; strangers and unverified addresses stay outside', async () => {
  const owner = await kith.setUpTeam('head@sso.example', 'Second')
  expect((await signInAs('sub-tom')).wentTo).toBe('/sign-in?problem=single-sign-on-unknown')
  await owner.send('POST', '/api/v1/team/invitations', { email: 'tom@sso.example', role: 'recruiter' })
  const { browser } = await signInAs('sub-tom')
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({
    user: { name: 'Tom Bek', role: 'recruiter' },
    workspace: { name: 'Second' },
    security: { hasPassword: false },
  })
  for (const login of ['sub-stranger', 'sub-unverified']) {
    const { browser, wentTo } = await signInAs(login)
    expect([login, wentTo, browser.cookie]).toEqual([login, '/sign-in?problem=single-sign-on-unknown', undefined])
  }
  const { members } = (await owner.send('GET', '/api/v1/team')).body as { members: { id: string; email: string }[] }
  await owner.send('POST', `/api/v1/team/${members.find(member => member.email === 'tom@sso.example')?.id}/disable`)
  expect((await signInAs('sub-tom')).wentTo).toBe('/sign-in?problem=single-sign-on-unknown')
})

test('an answer that was changed, replayed or belongs to another browser opens nothing', async () => {
  const changed = (name: string, value: string) => (url: URL) => {
    url.searchParams.set(name, value)
    return url
  }
  expect((await signInAs('sub-mara', changed('state', 'made-up'))).wentTo).toBe(
    '/sign-in?problem=single-sign-on-failed',
  )
  expect((await signInAs('sub-mara', changed('code', 'made-up'))).wentTo).toBe('/sign-in?problem=single-sign-on-failed')
  let kept: URL | undefined
  await signInAs('sub-mara', url => {
    kept = new URL(url)
    return url
  })
  const other = await kith.app.inject({ url: `${kept?.pathname}${kept?.search}` })
  expect(other.headers.location).toBe('/sign-in?problem=challenge-over')
  expect((await signInAs('sub-mara', () => kept ?? new URL(callback))).wentTo).toBe(
    '/sign-in?problem=single-sign-on-failed',
  )
})

test('without a fresh sign-in, someone without a password can’t add a passkey', async () => {
  const owner = await kith.setUpTeam('third@sso.example', 'Third')
  people['sub-new'] = { email: 'new@sso.example', email_verified: true, name: 'New One' }
  await owner.send('POST', '/api/v1/team/invitations', { email: 'new@sso.example', role: 'viewer' })
  const { browser } = await signInAs('sub-new')
  expect((await browser.send('POST', '/api/v1/me/passkeys/options', {})).status).toBe(200)
  kith.clock.pass(16 * 60_000)
  expect(await browser.send('POST', '/api/v1/me/passkeys/options', {})).toMatchObject({
    status: 403,
    body: { error: { code: 'sign-in-again' } },
  })
})

import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { accountOn, connector, http, register, startMatrixNetwork } from '#tests/servers/matrix.ts'
import { openMatrix } from '#tests/servers/matrix-session.ts'
import { toolOfProtocol } from './bridges.ts'
import { createMatrixConnector } from './index.ts'
import { editedText, saidIn } from './read/message.ts'

const never = new AbortController().signal

test('an access token signs in without a password; a wrong one, or somebody else’s, is told in words', async () => {
  await using network = await startMatrixNetwork()
  const { home } = network
  const ana = await register(home.url, 'ana')
  const form = (userId: string, token: string) => accountOn(home.url, userId, { password: '', token })
  await using running = openMatrix(form(ana.user_id, ana.access_token))
  await running.connected()
  const sent = await running.session.send({ txn: newId(), to: network.conversation, text: 'Hi' }, never)
  expect(sent).toMatchObject({ kind: 'accepted' })
  expect(await connector.test(form(ana.user_id, ana.access_token), never)).toMatchObject({
    ok: true,
    detail: `Signed in as @ana:kith.test on 127.0.0.1:${home.port}.`,
  })
  expect(await connector.test(form(ana.user_id, 'wrong'), never)).toMatchObject({
    ok: false,
    code: 'wrong-credentials',
  })
  const other = await connector.test(form('@recruiter:kith.test', ana.access_token), never)
  expect(other).toMatchObject({ ok: false, code: 'wrong-credentials' })
  expect(other.ok === false && other.text).toContain('belongs to @ana:kith.test')
  // The test has ended no login but its own.
  expect(
    await running.session.send({ txn: newId(), to: network.conversation, text: 'Still here' }, never),
  ).toMatchObject({
    kind: 'accepted',
  })
})

test('trying the form does not end the session that runs', async () => {
  await using network = await startMatrixNetwork()
  await using running = openMatrix(network.account)
  await running.connected()
  expect(await connector.test(network.account, never)).toMatchObject({ ok: true })
  await network.stranger.say('still with us?')
  await running.recording.until('it', () => running.recording.texts().includes('still with us?'))
  expect(running.recording.states.every(state => state.kind !== 'waiting')).toBe(true)
})

test('a login that the server only forgot is made again; one that was ended waits for the recruiter', async () => {
  await using network = await startMatrixNetwork()
  await using running = openMatrix(network.account)
  await running.connected()
  const { recording } = running
  network.home.forgetTokens('@recruiter:kith.test', 'soft')
  await recording.until(
    'again',
    () => recording.states.filter(state => state.kind === 'connected').length === 2,
    20_000,
  )
  expect(
    [...network.home.state.devices.values()].filter(device => device.user === '@recruiter:kith.test'),
  ).toHaveLength(2)
  network.home.forgetTokens('@recruiter:kith.test', 'hard')
  await running.done
  const last = recording.states.at(-1)
  expect(last).toMatchObject({ kind: 'needs-you', code: 'wrong-credentials' })
  expect(last?.kind === 'needs-you' && last.text).toContain('has ended this login')
})

test('a server that signs in on a web page asks for a token', async () => {
  await using network = await startMatrixNetwork()
  network.home.breakNext('loginFlows', { status: 200, body: '{"flows":[{"type":"m.login.sso"}]}', carriedOut: false })
  const tried = await connector.test(network.account, never)
  expect(tried).toMatchObject({ ok: false, code: 'wrong-credentials' })
  expect(tried.ok === false && tried.text).toContain('access token')
})

test('a closed account and a server that is none are told in words', async () => {
  await using network = await startMatrixNetwork()
  const { home } = network
  home.breakNext('login', { status: 403, body: '{"errcode":"M_USER_DEACTIVATED","error":"Closed"}', carriedOut: false })
  expect(await connector.test(network.account, never)).toMatchObject({ ok: false, code: 'forbidden' })
  home.breakNext('versions', { status: 200, body: '<html>Welcome</html>', carriedOut: false })
  const tried = await connector.test(network.account, never)
  expect(tried).toMatchObject({ ok: false, code: 'not-found' })
  expect(tried.ok === false && tried.text).toContain('is no Matrix server')
})

test('the server is found by the address: where its name says, or at the name itself', async () => {
  await using network = await startMatrixNetwork()
  const { home } = network
  const asked: string[] = []
  const fetchAs = (wellKnown: string | undefined) =>
    createMatrixConnector({
      http: {
        // The internet of this test: two names that lead to the server.
        async fetch(url, request) {
          asked.push(url)
          if (url === 'https://kith.test/.well-known/matrix/client') {
            const found = await http.fetch(`${home.url}/.well-known/matrix/client`)
            const body = wellKnown === undefined ? found.body : new TextEncoder().encode(wellKnown)
            return { ...found, status: wellKnown === '' ? 404 : 200, body }
          }
          return http.fetch(url.replace(/^https:\/\/(matrix\.)?kith\.test/, home.url), request)
        },
      },
    })
  const account = accountOn('', '@recruiter:kith.test', { allowPlain: '' })
  const elsewhere = '{"m.homeserver":{"base_url":"https://matrix.kith.test/"}}'
  expect(await fetchAs(elsewhere).test(account, never)).toMatchObject({ ok: true })
  expect(asked).toContain('https://matrix.kith.test/_matrix/client/v3/login')
  asked.length = 0
  expect(await fetchAs('').test(account, never)).toMatchObject({ ok: true })
  expect(asked).toContain('https://kith.test/_matrix/client/v3/login')
  for (const wrong of ['<html>', '{"m.homeserver":{"base_url":"http://matrix.kith.test"}}'])
    expect(await fetchAs(wrong).test(account, never)).toMatchObject({ ok: false, code: 'not-found' })
})

test.each([
  [{ userId: 'ana' }, 'is no Matrix address'],
  [{ password: '' }, 'Enter your password'],
  [{ server: 'http://matrix.example.org' }, 'only to a server on this machine'],
  [{ server: 'https://ana:secret@example.org' }, 'must not hold a password'],
])('a form that can’t work is refused with what to do: %o', async (values, words) => {
  const account = { id: 'a', values: { userId: '@ana:example.org', password: 'x', ...values } }
  const tried = await connector.test(account, never)
  expect(tried).toMatchObject({ ok: false, code: 'wrong-credentials' })
  expect(tried.ok === false && tried.text).toContain(words)
})

test('a server on this machine is reached only where the administrator allowed it', async () => {
  await using network = await startMatrixNetwork()
  const { createHttpClient } = await import('#platform/http.ts')
  await using closed = createHttpClient()
  expect(await createMatrixConnector({ http: closed }).test(network.account, never)).toMatchObject({
    ok: false,
    code: 'forbidden',
  })
})

test.each([
  ['@ana:example.org', '@ana:example.org'],
  ['https://matrix.to/#/@ana:example.org', '@ana:example.org'],
  ['https://matrix.to/#/%40ana%3Aexample.org?via=x', '@ana:example.org'],
  ['matrix:u/ana:example.org', '@ana:example.org'],
  ['@ana:localhost:8448', '@ana:localhost:8448'],
  ['ana@example.org', undefined],
  ['#gardens:example.org', undefined],
  [`@${'a'.repeat(250)}:example.org`, undefined],
])('the address “%s” is understood', (typed, id) => {
  expect(connector.parseAddress(typed)).toBe(id)
})

test('messages of every kind say what they hold', () => {
  expect(saidIn({ msgtype: 'm.emote', body: 'waves' })).toMatchObject({ text: '*waves*' })
  expect(saidIn({ msgtype: 'm.notice', body: 'built' })).toMatchObject({ text: 'built', notice: true })
  expect(saidIn({ msgtype: 'm.location', body: 'Here', geo_uri: 'geo:48,11' })).toMatchObject({
    text: 'Here\ngeo:48,11',
  })
  expect(saidIn({ msgtype: 'm.image', body: 'a.png', url: 'mxc://x/1' })).toMatchObject({
    text: '',
    files: [{ name: 'a.png', url: 'mxc://x/1' }],
  })
  // Encrypted attachments have no address of their own.
  expect(saidIn({ msgtype: 'm.image', body: 'a.png', file: { url: 'mxc://x/1' } })).toMatchObject({
    text: 'a.png',
    files: [],
  })
  expect(saidIn({ msgtype: 'm.image', body: 'a.png', url: 'https://tracker.example/a.png' })).toMatchObject({
    files: [],
  })
  expect(saidIn({})).toBeUndefined()
  const quoted = '> <@tom:example.org> Where?\n> Here?\n\nOver there'
  expect(
    saidIn({ msgtype: 'm.text', body: quoted, 'm.relates_to': { 'm.in_reply_to': { event_id: '$1' } } }),
  ).toMatchObject({
    text: 'Over there',
  })
  expect(saidIn({ msgtype: 'm.text', body: quoted })).toMatchObject({ text: quoted })
  expect(editedText({ body: '* new', 'm.new_content': { msgtype: 'm.text', body: 'new' } })).toBe('new')
  expect(editedText({ body: '* new' })).toBe('new')
})

test('bridges’ names for their networks lead to the tools, and unknown ones to none', () => {
  expect(['whatsapp', 'facebookgo', 'gmessages', 'LinkedIn', 'slackgo'].map(toolOfProtocol)).toEqual([
    'whatsapp',
    'messenger',
    'sms',
    'linkedin',
    'slack',
  ])
  expect(toolOfProtocol('signal')).toBeUndefined()
  expect(toolOfProtocol('constructor')).toBeUndefined()
})

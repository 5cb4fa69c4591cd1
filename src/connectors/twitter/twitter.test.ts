import { afterEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createHttpClient } from '#platform/http.ts'
import { consumerSecret, startX, xProblem } from '#tests/servers/x.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import { createXConnector } from './index.ts'

const never = new AbortController().signal
const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createXConnector({ http, pace: { everyMs: 50, firstWaitMs: 50, longestWaitMs: 200 } })
const to = { id: 'x.com/anaruiz', kind: 'direct' as const }

let stack = new AsyncDisposableStack()
afterEach(async () => {
  const over = stack
  stack = new AsyncDisposableStack()
  await over.disposeAsync()
})

async function start() {
  const network = stack.use(await startX(plain))
  const recording = recordingHost()
  const session = stack.use(network.connector.open(network.account, recording.host))
  const ending = new AbortController()
  const running = session.run(undefined, ending.signal)
  stack.defer(async () => {
    ending.abort()
    await running
  })
  await recording.until('connected', () => recording.states.some(state => state.kind === 'connected'))
  const send = (text: string, more: object = {}) => session.send({ txn: newId(), to, text, ...more }, never)
  return { network, recording, session, send }
}

test('a token that ran out is renewed once, the new pair is kept before it is used, and nothing is sent twice', async () => {
  const { network, recording, send } = await start()
  network.expire()
  const outcomes = await Promise.all([send('one'), send('two'), send('three')])
  expect(outcomes.map(each => each.kind)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(network.renewals).toBe(2)
  expect(recording.secrets).toMatchObject({ accessToken: 'access-token-2', refreshToken: 'refresh-token-2' })
  expect(network.sent).toHaveLength(3)
})

test('the Test button never uses up the refresh token', async () => {
  const { network } = await start()
  expect(await plain.test(network.account, never)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('@MaraRecruits'),
  })
  network.expire()
  expect(await plain.test(network.account, never)).toMatchObject({ ok: false, code: 'wrong-credentials' })
  expect(network.renewals).toBe(1)
})

test('a limit holds all direct messages back until X says that it begins anew, of a quarter hour or of the day', async () => {
  const { network, session, send } = await start()
  const inMs = (ms: number) => String(Math.ceil((Date.now() + ms) / 1_000))
  network.answerWith(
    xProblem(429, 'Too Many Requests', { 'x-rate-limit-reset': inMs(600_000) }),
    xProblem(429, 'Too Many Requests', {
      'x-rate-limit-reset': inMs(600_000),
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': inMs(7_200_000),
    }),
  )
  const pauses = [await send('one'), await send('two')].map(each => (each.kind === 'later' ? each.retryAfterMs : 0))
  expect(Math.round((pauses[0] ?? 0) / 60_000)).toBe(10)
  expect(Math.round((pauses[1] ?? 0) / 60_000)).toBe(120)
  expect(session.bucket(to)).toBe(session.bucket({ id: 'x.com/somebody', kind: 'direct' }))
})

test('who takes no messages is told in words, who is gone too', async () => {
  const { network, send, session } = await start()
  network.answerWith(xProblem(403, 'You are not permitted to send direct messages to this user'))
  expect(await send('Hello')).toMatchObject({
    kind: 'refused',
    code: 'not-allowed',
    text: expect.stringContaining('not permitted'),
  })
  expect(
    await session.send({ txn: newId(), to: { id: 'x.com/nobody', kind: 'direct' }, text: 'Hi' }, never),
  ).toMatchObject({
    kind: 'refused',
    code: 'no-address',
  })
})

test('a post that names us stands as a public thread: answered under it, and liked', async () => {
  const { network, recording, session } = await start()
  const post = network.post('@MaraRecruits how do you find gardeners?')
  const heard = await recording.until('it', () => recording.messages().find(each => each.conversation.kind === 'room'))
  expect(heard).toMatchObject({ key: `post:${post.id}`, from: { id: 'x.com/anaruiz', name: 'Ana Ruiz' }, own: false })
  const thread = heard.conversation
  expect(session.capabilities(thread).text.max).toBe(280)
  expect(session.capabilities(to).reactions).toBe('rejected')
  await session.send({ txn: newId(), to: thread, text: 'I read what they write.', replyTo: heard.key }, never)
  expect(network.sent.at(-1)?.body).toEqual({
    text: 'I read what they write.',
    reply: { in_reply_to_tweet_id: post.id },
  })
  await session.reactions?.react(thread, heard.key, ['❤️'], newId())
  expect(network.sent.at(-1)?.body).toEqual({ tweet_id: post.id })
  await session.reactions?.react(thread, heard.key, [], newId())
  expect(network.sent.at(-1)?.path).toMatchObject({ tweet_id: post.id })
})

test('where X delivers by webhook: its challenge is answered, only its own signature is taken, and what was fetched stands once', async () => {
  const { network, recording } = await start()
  const challenge = await network.knock({
    method: 'GET',
    headers: {},
    body: '',
    url: `${network.account.webhookUrl}?crc_token=abc`,
  })
  const { createHmac } = await import('node:crypto')
  const right = createHmac('sha256', consumerSecret).update('abc').digest('base64')
  expect(JSON.parse(challenge.body)).toEqual({ response_token: `sha256=${right}` })
  const message = network.say('brought and fetched')
  const json = {
    for_user_id: '1100',
    direct_message_events: [
      {
        type: 'message_create',
        id: message.id,
        created_timestamp: String(message.at.getTime()),
        message_create: {
          target: { recipient_id: '1100' },
          sender_id: '2200',
          message_data: { text: 'brought and fetched' },
        },
      },
    ],
    users: { '2200': { name: 'Ana Ruiz', screen_name: 'AnaRuiz' } },
  }
  const good = network.signed(json)
  expect((await network.knock({ ...good, body: `${good.body} ` })).status).toBe(403)
  expect((await network.knock(good)).status).toBe(200)
  expect((await network.knock(network.signed({ ...json, for_user_id: '9' }))).status).toBe(200)
  await recording.until('met again', () => recording.repeated() > 0)
  expect(recording.texts()).toEqual(['brought and fetched'])
})

test('a send whose answer was lost is unknown, and settled by the list when it had gone out', async () => {
  const { network, recording, session } = await start()
  network.say('Hi')
  await recording.until('it', () => recording.texts().includes('Hi'))
  const txn = newId()
  network.api.freeze()
  const sending = session.send({ txn, to, text: 'Did this go out?' }, never)
  await new Promise(resolve => setTimeout(resolve, 100))
  await network.api.kill()
  expect(await sending).toMatchObject({ kind: 'unknown' })
  network.had('Did this go out?')
  await network.api.restart()
  expect(await recording.until('the echo', () => recording.known(txn))).toMatchObject({
    own: true,
    text: 'Did this go out?',
  })
})

test('doctor names the account, a missing right, and spares the refresh token', async () => {
  const network = stack.use(await startX(plain))
  const said = async () => (await plain.check?.(network.account, never)) ?? []
  expect(await said()).toEqual([
    { name: 'account', ok: true, text: '@MaraRecruits.' },
    { name: 'messages', ok: true, text: 'Direct messages may be read.' },
  ])
  network.withholdMessages()
  expect(await said()).toEqual([{ name: 'messages', ok: false, text: expect.stringMatching(/dm\.read/) }])
  network.expire()
  expect(await said()).toEqual([{ name: 'account', ok: true, text: expect.stringContaining('renews it') }])
  expect(network.renewals).toBe(1)
  const { accessToken: _, ...values } = network.account.values
  expect(await plain.check?.({ ...network.account, values }, never)).toMatchObject([{ name: 'account', ok: false }])
})

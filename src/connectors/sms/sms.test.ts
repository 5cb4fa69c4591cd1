import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createHttpClient } from '#platform/http.ts'
import { waitUntil } from '#tests/servers/email.ts'
import { startTwilio, type TwilioNetwork, twilioError } from '#tests/servers/twilio.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import type { OutgoingFile } from '../contract.ts'
import { createSmsConnector } from './index.ts'
import { wordOf } from './words.ts'

const never = new AbortController().signal
const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createSmsConnector({ http, pace: { everyMs: 50, firstWaitMs: 50, longestWaitMs: 200 } })
const to = { id: '+4915112345678', kind: 'direct' as const }

let stack = new AsyncDisposableStack()
afterEach(async () => {
  const over = stack
  stack = new AsyncDisposableStack()
  await over.disposeAsync()
})

async function start(options: { webhook?: boolean } = {}, prepare: (network: TwilioNetwork) => void = () => {}) {
  const network = stack.use(await startTwilio(plain, options))
  prepare(network)
  const recording = recordingHost()
  const session = stack.use(network.connector.open(network.account, recording.host))
  const ending = new AbortController()
  const running = session.run(undefined, ending.signal)
  stack.defer(async () => {
    ending.abort()
    await running
  })
  await recording.until('connected', () => recording.states.some(state => state.kind === 'connected'))
  const send = (text: string, txn = newId()) => session.send({ txn, to, text }, never)
  return { network, recording, session, send }
}

test('STOP ends it at once, START takes it back, and neither counts as an answer', async () => {
  const { network, recording } = await start({ webhook: true })
  network.say('Stop!')
  const stopped = await recording.until('it', () => recording.events.find(each => each.kind === 'contact'))
  expect(stopped).toMatchObject({ state: 'stopped', person: { id: to.id } })
  expect(recording.messages()[0]).toMatchObject({ text: 'Stop!', automatic: 'notice' })
  network.say('START')
  await recording.until('it', () => recording.events.find(each => each.kind === 'contact' && each.state === 'resumed'))
  network.say('Please stop by on Monday')
  await recording.until('it', () => recording.texts().includes('Please stop by on Monday'))
  expect(recording.events.filter(each => each.kind === 'contact')).toHaveLength(2)
})

test.each(['STOP', 'stop.', ' Unsubscribe ', 'Stopp', 'arrêt', 'BAJA', 'quit'])('%s means stop', text => {
  expect(wordOf(text)).toBe('stop')
})

test('a further word of the recruiter’s own means stop too, and “yes” is an answer', () => {
  expect(wordOf('Genug', ['genug'])).toBe('stop')
  expect(wordOf('Yes')).toBeUndefined()
})

test('an error that says they have stopped is kept as their word', async () => {
  const { network, recording, send } = await start()
  network.answerWith(twilioError(21610, 'Attempt to send to unsubscribed recipient'))
  expect(await send('Hello')).toMatchObject({ kind: 'refused', code: 'stopped' })
  expect(recording.events).toContainEqual(expect.objectContaining({ kind: 'contact', state: 'stopped' }))
})

test('refusals are told in words; what Twilio can’t do now waits', async () => {
  const { network, send } = await start()
  network.answerWith(
    twilioError(21408, 'Permission to send to this region is not enabled'),
    twilioError(21614, 'not a mobile number'),
    { ...twilioError(20429, 'Too many requests', 429), headers: { 'retry-after': '7' } },
    twilioError(20500, 'Internal', 503),
    twilioError(99999, 'Something of its own'),
  )
  expect(await send('1')).toMatchObject({ kind: 'refused', code: 'country-off' })
  expect(await send('2')).toMatchObject({ kind: 'refused', code: 'no-mobile' })
  expect(await send('3')).toMatchObject({ kind: 'later', code: 'rate-limit', retryAfterMs: 7_000 })
  expect(await send('4')).toMatchObject({ kind: 'later', code: 'unavailable' })
  expect(await send('5')).toMatchObject({ kind: 'refused', text: 'Twilio says: Something of its own' })
})

test('a text that could not be delivered is told at its message, fetched or brought', async () => {
  const { network, recording, send } = await start()
  await send('Are you there?')
  network.become('Are you there?', 'undelivered', 30005)
  const failed = await recording.until('it', () => recording.events.find(each => each.kind === 'failed'))
  expect(failed).toMatchObject({ code: 'unknown-number', text: 'This number does not exist any more.' })
})

test('only what Twilio has signed for this very address is taken', async () => {
  const { network } = await start({ webhook: true })
  const fields = { MessageSid: `SM${'a'.repeat(32)}`, From: to.id, To: '+15005550006', Body: 'Hi', NumMedia: '0' }
  const good = network.signed(fields)
  expect((await network.knock({ ...good, body: `${good.body}&Extra=1` })).status).toBe(403)
  expect((await network.knock({ ...good, url: `${good.url}?txn=1` })).status).toBe(403)
  expect((await network.knock({ ...good, headers: {} })).status).toBe(403)
  expect((await network.knock({ ...good, method: 'GET', body: '' })).status).toBe(403)
  expect(await network.knock(good)).toEqual({ status: 200, body: expect.stringContaining('<Response/>') })
})

test('brought and fetched, a text stands once; what was not brought is fetched', async () => {
  const { network, recording } = await start({ webhook: true })
  expect(network.number.smsUrl).toBe(network.account.webhookUrl)
  network.say('brought')
  network.say('never brought', { silently: true })
  await recording.until('both', () => recording.texts().length >= 2)
  await recording.until('met again', () => recording.repeated() > 0)
  expect(recording.texts().toSorted()).toEqual(['brought', 'never brought'])
})

test('a number whose texts go elsewhere keeps its address; doctor says so', async () => {
  const { network } = await start({ webhook: true }, each => {
    each.number.smsUrl = 'https://crm.example/sms'
  })
  expect(network.number.smsUrl).toBe('https://crm.example/sms')
  expect(await plain.check?.(network.account, never)).toContainEqual({
    name: 'delivery',
    ok: false,
    text: expect.stringContaining('crm.example'),
  })
})

test('pictures come with their text and are fetched when they are opened', async () => {
  const { network, recording, session } = await start({ webhook: true })
  network.say('look', { media: ['the first picture', 'the second'] })
  const message = await recording.until('it', () => recording.messages()[0])
  expect(message.files?.map(file => [file.name, file.mimeType])).toEqual([
    ['file 1.jpeg', 'image/jpeg'],
    ['file 2.jpeg', 'image/jpeg'],
  ])
  const parts: Uint8Array[] = []
  for await (const part of (await session.files?.open(message.files?.[1]?.url ?? '', never)) ?? []) parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('the second')
})

test('pictures go out as addresses that Twilio fetches, and only where it could reach us', async () => {
  const { network, session } = await start({ webhook: true })
  const lender = createServer((request, response) => {
    response.setHeader('content-type', 'image/png').end(`lent at ${request.url}`)
  })
  stack.defer(() => void lender.close())
  await new Promise<void>(resolve => lender.listen(0, '127.0.0.1', resolve))
  const { port } = lender.address() as AddressInfo
  const picture = (at: number, lent = true): OutgoingFile => ({
    name: `${at}.png`,
    mimeType: 'image/png',
    bytes: async () => new Uint8Array(),
    ...(lent ? { lentUrl: () => `http://127.0.0.1:${port}/${at}` } : {}),
  })
  expect(session.capabilities(to).files).toMatchObject({ level: 'full', perMessage: 10 })
  const send = (text: string, files: OutgoingFile[]) => session.send({ txn: newId(), to, text, files }, never)
  expect(await send('', [picture(1), picture(2)])).toMatchObject({ kind: 'accepted' })
  await waitUntil(async () => network.fetched.length === 2, 'both pictures')
  expect(network.fetched.toSorted()).toEqual(['image/png lent at /1', 'image/png lent at /2'])
  expect(await send('look', [picture(3, false)])).toMatchObject({ kind: 'refused', code: 'no-public-address' })
})

test('without a public address no picture can be chosen', async () => {
  const { session } = await start()
  expect(session.capabilities(to).files.level).toBe('rejected')
})

test('a send whose answer was lost is found in the list and settled by its own text', async () => {
  const { network, recording, send } = await start()
  const txn = newId()
  network.api.freeze()
  const sending = send('Did this go out?', txn)
  await new Promise(resolve => setTimeout(resolve, 100))
  await network.api.kill()
  expect(await sending).toMatchObject({ kind: 'unknown' })
  // It had gone out all the same.
  Object.assign(network.say('x', { silently: true }), {
    from: '+15005550006',
    to: to.id,
    body: 'Did this go out?',
    direction: 'outbound-api',
    status: 'sent',
  })
  await network.api.restart()
  expect(await recording.until('the echo', () => recording.known(txn))).toMatchObject({
    own: true,
    text: 'Did this go out?',
  })
})

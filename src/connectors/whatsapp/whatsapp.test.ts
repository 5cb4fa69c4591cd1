import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createHttpClient } from '#platform/http.ts'
import { appSecret, graphError, startWhatsApp } from '#tests/servers/whatsapp.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import { createWhatsAppConnector } from './index.ts'

const never = new AbortController().signal
const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createWhatsAppConnector({ http, pace: { everyMs: 60, firstWaitMs: 60, longestWaitMs: 200 } })

let network: Awaited<ReturnType<typeof startWhatsApp>>
let recording: ReturnType<typeof recordingHost>
let stop: () => Promise<void>
let session: ReturnType<typeof plain.open>

beforeEach(async () => {
  network = await startWhatsApp(plain)
  recording = recordingHost()
  session = network.connector.open(network.account, recording.host)
  const ending = new AbortController()
  const running = session.run(undefined, ending.signal)
  await recording.until('connected', () => recording.states.some(state => state.kind === 'connected'))
  stop = async () => {
    ending.abort()
    await running
    await session[Symbol.asyncDispose]()
    await network[Symbol.asyncDispose]()
  }
})
afterEach(() => stop())

const to = { id: '+16505551234', kind: 'direct' as const }
const send = (more: object = {}) => session.send({ txn: newId(), to, text: 'Hello', ...more }, never)
const said = (more: object) => ({
  contacts: [{ profile: { name: 'Ana Ruiz' }, wa_id: '16505551234' }],
  messages: [{ from: '16505551234', id: `wamid.${newId()}`, timestamp: '1794000000', ...more }],
})
const heard = () => recording.until('a message', () => recording.messages().at(-1))

test('Meta is told to bring everything to this connection’s address, and finds it in order', async () => {
  await recording.until('subscribed', () => network.subscribed.length > 0)
  expect(network.subscribed).toEqual([{ override_callback_uri: network.account.webhookUrl, verify_token: 'the-word' }])
  const ask = (word: string) =>
    network.knock({
      method: 'GET',
      headers: {},
      body: '',
      url: `${network.account.webhookUrl}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${word}`,
    })
  expect(await ask('the-word')).toEqual({ status: 200, body: '1158201444' })
  expect(await ask('another')).toMatchObject({ status: 403 })
})

test('only what is signed with the app’s secret, byte for byte, is taken', async () => {
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] })
  const good = network.signed(body)
  expect((await network.knock(good)).status).toBe(200)
  expect((await network.knock({ ...good, body: `${body} ` })).status).toBe(401)
  const other = createHmac('sha256', appSecret.replace('5', '6')).update(body).digest('hex')
  for (const seal of [`sha256=${other}`, 'sha256=00', '', `sha1=${other.slice(0, 40)}`])
    expect((await network.knock({ ...good, headers: { 'x-hub-signature-256': seal } })).status, seal).toBe(401)
  expect((await network.knock(network.signed('no json'))).status).toBe(400)
})

test('a delivery that was not answered with 200 comes again, and stands once', async () => {
  recording.failCommits(2)
  await network.stranger.say('Are you still looking?')
  await recording.until('it', () => recording.texts().length > 0)
  expect(network.retries()).toBeGreaterThanOrEqual(2)
  expect(recording.texts()).toEqual(['Are you still looking?'])
})

test('an answer names the message that it answers, a reaction goes out and is taken back', async () => {
  await send({ text: 'Yes', replyTo: 'wamid.abc' })
  expect(network.sent.at(-1)?.body).toMatchObject({
    type: 'text',
    context: { message_id: 'wamid.abc' },
    text: { body: 'Yes' },
    to: '16505551234',
  })
  await session.reactions?.react(to, 'wamid.abc', ['👍', '❤️'], newId())
  expect(network.sent.at(-1)?.body).toMatchObject({ reaction: { message_id: 'wamid.abc', emoji: '❤️' } })
  await session.reactions?.react(to, 'wamid.abc', [], newId())
  expect(network.sent.at(-1)?.body).toMatchObject({ reaction: { emoji: '' } })
})

test('what they read, they see as read; while we write, they see it', async () => {
  await session.signals?.typing(to, true)
  expect(network.sent).toHaveLength(0)
  await session.signals?.read(to, 'wamid.abc')
  await session.signals?.typing(to, true)
  expect(network.sent.map(each => each.body)).toEqual([
    { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.abc' },
    { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.abc', typing_indicator: { type: 'text' } },
  ])
})

test('files go up under their kind with the text below the first, and theirs come down with their names', async () => {
  const file = (name: string, mimeType: string) => ({
    name,
    mimeType,
    bytes: async () => Buffer.from(`inside ${name}`),
  })
  const files = [file('garden.jpg', 'image/jpeg'), file('plan “final”.pdf', 'application/pdf')]
  expect(await send({ text: 'See here', files })).toMatchObject({ kind: 'accepted' })
  expect(network.uploads).toEqual([
    { name: 'garden.jpg', type: 'image/jpeg', text: 'inside garden.jpg' },
    { name: 'plan “final”.pdf', type: 'application/pdf', text: 'inside plan “final”.pdf' },
  ])
  expect(network.sent.map(({ body }) => body)).toMatchObject([
    { type: 'image', image: { id: 'media1', caption: 'See here' } },
    { type: 'document', document: { id: 'media2', filename: 'plan “final”.pdf' } },
  ])
  network.files.set('media77', 'their bytes')
  network.send(
    said({ type: 'document', document: { id: 'media77', mime_type: 'text/plain', sha256: 'x', filename: 'cv.txt' } }),
  )
  const [theirs] = (await heard()).files ?? []
  expect(theirs).toEqual({ url: 'whatsapp:media77', name: 'cv.txt', mimeType: 'text/plain' })
  const open = await session.files?.open(theirs?.url ?? '', never)
  const parts: Uint8Array[] = []
  for await (const part of open ?? []) parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('their bytes')
  expect(await session.files?.open('whatsapp:media78', never)).toBeUndefined()
})

test('places, cards, buttons and what WhatsApp hides are told in words', async () => {
  const texts = async (more: object) => {
    const before = recording.messages().length
    network.send(said(more))
    return (await recording.until('it', () => recording.messages()[before])).text
  }
  expect(
    await texts({
      type: 'location',
      location: { latitude: 48.1, longitude: 11.5, name: 'Garden', address: 'Hofweg 3' },
    }),
  ).toBe('📍 Garden, Hofweg 3 (48.1, 11.5)')
  expect(
    await texts({
      type: 'unsupported',
      errors: [{ code: 131051, title: 'Unsupported', type: 'x', message: 'x', error_data: { details: 'x' } }],
    }),
  ).toContain('does not hand to businesses')
})

test('a reaction of theirs finds its message, and a message of another number of the same app is not ours', async () => {
  network.send(said({ type: 'reaction', reaction: { message_id: 'wamid.ours', emoji: '👍' } }))
  await recording.until('it', () =>
    recording.events.find(each => each.kind === 'reaction' && each.target === 'wamid.ours'),
  )
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '1', phone_number_id: '999999' },
              ...said({ type: 'text', text: { body: 'not for you' } }),
            },
          },
        ],
      },
    ],
  })
  expect((await network.knock(network.signed(body))).status).toBe(200)
  expect(recording.texts()).toEqual([])
})

test('what failed after it was taken is told at its message, in words', async () => {
  const txn = newId()
  await send({ txn })
  network.send({
    statuses: [
      {
        id: 'wamid.x',
        status: 'failed',
        timestamp: '1794000000',
        recipient_id: '16505551234',
        biz_opaque_callback_data: txn,
        errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: '24 hours' } }],
      },
    ],
  })
  const failed = await recording.until('it', () => recording.events.find(each => each.kind === 'failed'))
  expect(failed).toMatchObject({
    target: txn,
    code: 'window-closed',
    text: expect.stringContaining('approved template'),
  })
})

test('refusals are told in words; requests for patience hold the bucket back', async () => {
  network.answerWith(
    { status: 400, json: graphError(131026, 'Message undeliverable') },
    { status: 400, json: graphError(131047, 'Re-engagement message') },
    { status: 429, json: graphError(130429, 'Rate limit hit') },
    { status: 429, json: graphError(131056, 'Pair rate limit hit') },
    { status: 500, json: graphError(131000, 'Something went wrong') },
  )
  expect(await send()).toMatchObject({ kind: 'refused', code: 'not-reachable' })
  expect(await send()).toMatchObject({ kind: 'refused', code: 'window-closed' })
  expect(await send()).toMatchObject({ kind: 'later', code: 'rate-limit', retryAfterMs: 5_000 })
  expect(await send()).toMatchObject({ kind: 'later', code: 'rate-limit', retryAfterMs: 6_000 })
  expect(await send()).toMatchObject({ kind: 'later', code: 'unavailable' })
})

test('templates: only approved ones that can be filled are offered, and are sent with their slots', async () => {
  const body = (text: string) => ({ type: 'BODY', text })
  network.templates = [
    {
      id: '1',
      name: 'hello',
      language: 'en',
      status: 'APPROVED',
      category: 'UTILITY',
      components: [body('Hi {{1}}, {{2}} here. May I ask something?')],
    },
    { id: '2', name: 'waiting', language: 'en', status: 'PENDING', category: 'UTILITY', components: [body('Hi')] },
    {
      id: '3',
      name: 'picture',
      language: 'de',
      status: 'APPROVED',
      category: 'MARKETING',
      components: [{ type: 'HEADER', format: 'IMAGE' }, body('Hallo')],
    },
  ]
  expect(await session.templates?.list(never)).toEqual([
    {
      name: 'hello',
      language: 'en',
      category: 'utility',
      slots: ['1', '2'],
      text: 'Hi {{1}}, {{2}} here. May I ask something?',
    },
  ])
  const template = { name: 'hello', language: 'en', values: ['Ana', 'Mara'] }
  expect(await send({ text: 'Hi Ana, Mara here. May I ask something?', template })).toMatchObject({ kind: 'accepted' })
  expect(network.sent.at(-1)?.body).toMatchObject({
    type: 'template',
    template: {
      name: 'hello',
      language: { code: 'en' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Ana' },
            { type: 'text', text: 'Mara' },
          ],
        },
      ],
    },
  })
})

test('doctor says what is missing and what to do', async () => {
  await recording.until('subscribed', () => network.subscribed.length > 0)
  const found = async () =>
    Object.fromEntries((await plain.check?.(network.account, never))?.map(each => [each.name, each]) ?? [])
  expect(await found()).toMatchObject({
    number: { ok: true },
    delivery: { ok: true },
    templates: { ok: false, text: expect.stringContaining('WhatsApp Manager') },
  })
  const wrong = { ...network.account, values: { ...network.account.values, appSecret: 'short' } }
  expect(await plain.check?.(wrong, never)).toEqual([
    { name: 'account', ok: false, text: expect.stringContaining('App settings, Basic') },
  ])
})

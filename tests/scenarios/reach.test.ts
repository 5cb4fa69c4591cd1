import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { eventually, type KithServer, openLive, startKith } from '../servers/kith.ts'
import { startXmppNetwork, type XmppNetwork } from '../servers/xmpp.ts'
import { xmppStranger } from '../servers/xmpp-stranger.ts'

let kith: KithServer
let network: XmppNetwork
/** Mara's own second account, with another program. */
let phone: ReturnType<typeof xmppStranger>
beforeAll(async () => {
  const password = 'a small pocket'
  ;[kith, network] = await Promise.all([
    startKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }),
    startXmppNetwork({ users: { phone: password } }),
  ])
  phone = xmppStranger({
    jid: 'phone@localhost',
    password,
    websocketUrl: network.server.websocketUrl,
    friend: 'recruiter@localhost',
    resource: 'pocket',
  })
  await phone.connect()
})
afterAll(async () => {
  await phone?.[Symbol.asyncDispose]()
  await Promise.all([kith?.[Symbol.asyncDispose](), network?.[Symbol.asyncDispose]()])
})

const made = z.object({ id: z.string() })
const connections = z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
const inbox = z.object({ conversations: z.array(z.looseObject({ id: z.string(), title: z.string().nullable() })) })
const reached = z.object({ reach: z.looseObject({ proven: z.boolean(), address: z.string().nullable() }).nullable() })
const hello = 'Hello, are you there?'
const answer = 'Hi, I am Mara, I recruit for the harbour. I am on the train, but I read you.'

async function connected(): Promise<void> {
  await eventually(async () => {
    const found = (await kith.api.call('GET', '/api/v1/connections', connections)).connections
    expect(
      found.map(each => each.state),
      kith.log().slice(-2_000),
    ).toContain('connected')
  }, 30_000)
}

test('the phone is proven by the code that arrives there', async () => {
  const { id } = await kith.api.call('POST', '/api/v1/connections', made, {
    tool: 'xmpp',
    label: 'Jabber',
    values: network.account.values,
  })
  await connected()
  await kith.api.call('POST', '/api/v1/reach', z.unknown(), { connection: id, address: 'Phone@localhost/pocket' })
  const stanza = await phone.waitToSee(/your code is [a-z0-9]{4}-[a-z0-9]{4}/)
  const code = /code is ([a-z0-9]{4}-[a-z0-9]{4})/.exec(stanza)?.[1]
  await kith.api.call('POST', '/api/v1/reach/prove', z.unknown(), { code })
  expect(await kith.api.call('GET', '/api/v1/reach', reached)).toMatchObject({
    reach: { proven: true, address: 'phone@localhost' },
  })
  await kith.api.call('PATCH', '/api/v1/reach', z.unknown(), { mode: 'away' })
})

test('a message follows to the phone; an answer that a rule stops is told of there and reaches nobody', async () => {
  await phone.waitToSee(/this is your address now/)
  // Never quiet, whatever the hour of this test.
  await kith.api.call('PATCH', '/api/v1/me', z.unknown(), {
    preferences: { quietHours: { from: '00:00', to: '00:00' } },
  })
  await network.stranger.say(hello)
  await phone.waitToHear(`[k1] stranger@localhost · XMPP\n${hello}`)
  const advert = 'We need a crane operator, 60k a year, permanent. Apply now, are you interested in the job?'
  await phone.say(advert)
  await phone.waitToSee(/not sent to stranger@localhost\. .+ Next: /)
  await network.stranger.settled()
  expect(network.stranger.heard(advert)).toBe(0)
})

test('the answer goes back to the person once, over a server killed in between, and the phone is nobody in the inbox', async () => {
  await kith.kill()
  await phone.say(answer)
  await kith.start()
  await network.stranger.waitToHear(answer)
  await network.stranger.settled()
  await phone.settled()
  expect(network.stranger.heard(answer)).toBe(1)
  expect(phone.heard(`[k1] stranger@localhost · XMPP\n${hello}`)).toBe(1)
  const titles = await Promise.all(
    ['all', 'requests', 'done'].map(async view =>
      (await kith.api.call('GET', `/api/v1/conversations?view=${view}`, inbox)).conversations.map(each => each.title),
    ),
  )
  expect(titles.flat()).toHaveLength(1)
})

test('a pause keeps the next message here', async () => {
  await using live = openLive(kith, null)
  await live.ready
  await kith.api.call('PATCH', '/api/v1/reach', z.unknown(), { paused: true })
  await network.stranger.say('Still on the train?')
  await eventually(async () => expect(live.events.some(event => event.kind === 'conversation.changed')).toBe(true))
  await phone.settled()
  expect(phone.heard('[k1] stranger@localhost · XMPP\nStill on the train?')).toBe(0)
})

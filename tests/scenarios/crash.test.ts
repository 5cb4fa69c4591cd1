import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { eventually, type KithServer, startKith } from '../servers/kith.ts'
import { startXmppNetwork, type XmppNetwork } from '../servers/xmpp.ts'

/**
 * kill -9 of the server and of its database, each in the middle of sending, receiving and importing: what was acknowledged is there,
 * once, in order. “In the middle” is a fact that each test waits for, not a time.
 */

let kith: KithServer
let network: XmppNetwork
let connection = ''
let conversation = ''

const made = z.object({ id: z.string() })
const anything = z.unknown()
const connections = z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
const inbox = z.object({ conversations: z.array(z.looseObject({ id: z.string() })) })
const messages = z.object({
  messages: z.array(z.looseObject({ id: z.string(), own: z.boolean(), text: z.string(), delivery: z.string() })),
  next: z.string().nullable(),
})
const imported = z.object({
  import: z.looseObject({ state: z.string(), rowsDone: z.number(), counts: z.looseObject({ created: z.number() }) }),
})

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
/** All of the conversation: on a slow machine more is said until the server is back than a page holds. */
async function read() {
  const all: z.infer<typeof messages>['messages'] = []
  for (let next: string | null = ''; next !== null; ) {
    const from = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`
    const page: z.infer<typeof messages> = await kith.api.call(
      'GET',
      `/api/v1/conversations/${conversation}/messages?limit=200${from}`,
      messages,
    )
    all.push(...page.messages)
    next = page.next
  }
  return all.toReversed()
}
const ready = () =>
  eventually(
    async () =>
      expect((await kith.api.ask('GET', '/readyz').catch(() => ({ status: 0 }))).status, kith.log().slice(-2_000)).toBe(
        200,
      ),
    20_000,
  )

beforeAll(async () => {
  ;[kith, network] = await Promise.all([startKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }), startXmppNetwork()])
  connection = (
    await kith.api.call('POST', '/api/v1/connections', made, {
      tool: 'xmpp',
      label: 'Jabber',
      values: network.account.values,
    })
  ).id
  await eventually(async () => {
    const { connections: all } = await kith.api.call('GET', '/api/v1/connections', connections)
    expect(all.find(each => each.id === connection)?.state, kith.log().slice(-2_000)).toBe('connected')
  }, 30_000)
  await network.stranger.say('Hello, do you have jobs at the harbour?')
  await eventually(async () => {
    const { conversations } = await kith.api.call('GET', '/api/v1/conversations?view=requests', inbox)
    conversation = conversations[0]?.id ?? ''
    expect(conversation).not.toBe('')
  })
  await kith.api.call('POST', `/api/v1/conversations/${conversation}/person`, anything, { name: 'Ana Ruiz' })
}, 180_000)
afterAll(() => Promise.all([kith?.[Symbol.asyncDispose](), network?.[Symbol.asyncDispose]()]))

const victims = {
  server: async () => {
    await kith.kill()
    await kith.start()
  },
  /** Kith itself lives on and starts its database again. */
  database: async () => {
    await kith.killDatabase()
    await ready()
  },
} as const
const both = ['server', 'database'] as const

/** What a browser does: the same id until there is an answer. */
async function sendUntilAnswered(text: string): Promise<void> {
  const id = newId()
  const body = { id, text, overrideReason: 'a test of the wire, not of manners' }
  for (;;) {
    const { status } = await kith.api
      .ask('POST', `/api/v1/conversations/${conversation}/messages`, body)
      .catch(() => ({ status: 0 }))
    if (status === 200) return
    expect([0, 500, 503]).toContain(status)
    await pause(50)
  }
}

test.each(both)(
  'kill -9 of the %s in the middle of sending: each message leaves once, in order',
  async victim => {
    const texts = Array.from({ length: 16 }, (_, n) => `sent while the ${victim} dies ${n}`)
    const acknowledged: string[] = []
    const sending = (async () => {
      for (const text of texts) {
        await sendUntilAnswered(text)
        acknowledged.push(text)
      }
    })()
    while (acknowledged.length < 4) await pause(5)
    expect(acknowledged.length).toBeLessThan(texts.length)
    await victims[victim]()
    await sending
    const sent = await eventually(async () => {
      const shown = (await read()).filter(message => message.own && texts.includes(message.text))
      expect(shown.map(message => message.text)).toEqual(texts)
      // Nothing is still under way; what nobody can know is said to be unknown.
      expect(shown.filter(message => ['queued', 'sending', 'later'].includes(message.delivery))).toEqual([])
      return shown
    }, 60_000)
    await network.stranger.settled()
    for (const { text, delivery } of sent) {
      const heard = network.stranger.heard(text)
      expect({ text, heard }).toEqual({ text, heard: delivery === 'unknown' ? Math.min(heard, 1) : 1 })
    }
    // At most what was in hand when the blow came.
    expect(sent.filter(message => message.delivery === 'unknown').length).toBeLessThan(4)
  },
  120_000,
)

test.each(both)(
  'kill -9 of the %s in the middle of receiving: each message is there once, in order',
  async victim => {
    const texts: string[] = []
    const theirs = async () =>
      (await read()).filter(message => !message.own && texts.includes(message.text)).map(message => message.text)
    let struck = false
    const saying = (async () => {
      for (let after = 0; after < 4; after += struck ? 1 : 0) {
        texts.push(`received while the ${victim} dies ${texts.length}`)
        await network.stranger.say(texts.at(-1) ?? '')
        await pause(60)
      }
    })()
    while ((await theirs()).length < 4) await pause(5)
    await victims[victim]()
    struck = true
    await saying
    await eventually(async () => expect(await theirs()).toEqual(texts), 60_000)
  },
  120_000,
)

const rows = 12_000
const table = (name: string) =>
  `Name,E-mail,Company\n${Array.from({ length: rows }, (_, n) => `${name} ${n},${name}${n}@a.example,Norte`).join('\n')}\n`

async function upload(name: string): Promise<string> {
  const bytes = Buffer.from(table(name))
  const { id, chunkBytes, chunks } = await kith.api.call(
    'POST',
    '/api/v1/uploads',
    z.object({ id: z.string(), chunkBytes: z.number(), chunks: z.number() }),
    { name: `${name}.csv`, size: bytes.length },
  )
  for (let n = 0; n < chunks; n += 1) {
    const answer = await fetch(`${kith.url}/api/v1/uploads/${id}/chunks/${n}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${kith.token}`, 'content-type': 'application/octet-stream' },
      body: bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes),
    })
    expect(answer.status, await answer.text()).toBeLessThan(300)
  }
  return id
}

test.each(both)(
  'kill -9 of the %s in the middle of importing: every row is there once',
  async victim => {
    const name = `Import${victim}`
    const { id } = await kith.api.call('POST', '/api/v1/imports', made, { upload: await upload(name) })
    const look = async () => (await kith.api.call('GET', `/api/v1/imports/${id}`, imported)).import
    let state = await look()
    while (state.rowsDone === 0) {
      await pause(5)
      state = await look()
    }
    expect(state.state).toBe('running')
    expect(state.rowsDone).toBeLessThan(rows)
    await victims[victim]()
    await eventually(
      async () =>
        expect(await look().catch(error => `${error}: ${kith.log().slice(-4_000)}`)).toMatchObject({
          state: 'done',
          rowsDone: rows,
          counts: { created: rows },
        }),
      90_000,
    )
    const people = (await kith.command(['export', '--format', 'csv']))
      .split('\n')
      .flatMap(line => /Import\w+ \d+/.exec(line) ?? [])
      .filter(each => each.startsWith(name))
    expect([people.length, new Set(people).size]).toEqual([rows, rows])
  },
  180_000,
)

import { createServer, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { exportJwk, generateCryptoKeyPair, signRequest, verifyRequest } from '@fedify/fedify/sig'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { type FediverseUser, fediverseUser } from '../servers/fediverse-stranger.ts'
import { eventually, type KithServer, startKith } from '../servers/kith.ts'
import { type Snac, startSnac } from '../servers/snac.ts'

let kith: KithServer
let snac: Snac
let ana: FediverseUser
let anaAt: string
let blog: string
let address: string

const made = z.object({ id: z.string() })
const anything = z.unknown()
const settings = z.looseObject({
  on: z.boolean(),
  address: z.string(),
  followers: z.int(),
  latest: z.array(z.looseObject({ address: z.string() })),
})
const inbox = z.object({
  conversations: z.array(
    z.looseObject({ id: z.string(), kind: z.string(), tool: z.string(), title: z.string().nullable() }),
  ),
})
const messages = z.object({
  messages: z.array(z.looseObject({ id: z.string(), own: z.boolean(), text: z.string(), delivery: z.string() })),
})
const touches = z.object({ touches: z.array(z.looseObject({ kind: z.string(), tool: z.string().nullable() })) })
const statuses = z.array(z.looseObject({ id: z.string(), content: z.string(), url: z.string().nullish() }))
const detail = z.object({
  mentions: z.array(z.looseObject({ kind: z.string(), author: z.string(), state: z.string() })),
})

const home = async () => statuses.parse(await ana.call('GET', '/api/v1/timelines/home?limit=40'))
const read = () => kith.api.call('GET', '/api/v1/fediverse', settings)
const inThread = async (conversation: string) =>
  (await kith.api.call('GET', `/api/v1/conversations/${conversation}/messages?limit=50`, messages)).messages

beforeAll(async () => {
  ;[kith, snac] = await Promise.all([startKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1,::1' }), startSnac()])
  ana = fediverseUser(snac.base, await snac.addUser('ana'))
  anaAt = `@ana@${snac.host}`
  blog = kith.url
  const on = await kith.api.call('PATCH', '/api/v1/fediverse', settings, { on: true, handle: 'harbour' })
  address = on.address
}, 180_000)
afterAll(() => Promise.all([kith?.[Symbol.asyncDispose](), snac?.[Symbol.asyncDispose]()]))

test('somebody on another server finds the blog, follows it, gets a post, likes it, answers, and is answered', {
  timeout: 180_000,
}, async () => {
  expect(address).toBe(`@harbour@${new URL(blog).host}`)
  const found = z
    .object({ accounts: z.array(z.looseObject({ id: z.string(), acct: z.string() })) })
    .parse(await ana.call('GET', `/api/v2/search?q=${encodeURIComponent(address)}&resolve=true&type=accounts`))
  const [them] = found.accounts
  expect(them?.acct).toBe(address.slice(1))
  await ana.call('POST', `/api/v1/accounts/${them?.id}/follow`)
  await eventually(async () => {
    expect(await read(), kith.log().slice(-1_500)).toMatchObject({ followers: 1, latest: [{ address: anaAt }] })
  }, 30_000)

  const post = (await kith.api.call('POST', '/api/v1/posts', made, { title: 'Why we answer at night' })).id
  const content = {
    title: 'Why we answer at night',
    summary: 'Cranes sleep, people ask.',
    body: 'Nights are **long**.',
    tags: ['night shifts'],
    lang: 'en',
  }
  await kith.api.call('PATCH', `/api/v1/posts/${post}`, anything, { content })
  await kith.api.call('POST', `/api/v1/posts/${post}/publish`, anything, {})
  const got = await eventually(async () => {
    const seen = (await home()).find(each => each.content.includes('Cranes sleep'))
    expect(seen, `${await snac.log()}\n${kith.log().slice(-1_500)}`).toBeDefined()
    return seen
  }, 30_000)
  if (!got) throw new Error('nothing came')

  const asked = await ana.post(`@harbour Do you also answer on Sundays?`, {
    visibility: 'public',
    in_reply_to_id: got.id,
  })
  const conversation = await eventually(async () => {
    const { conversations } = await kith.api.call('GET', '/api/v1/conversations?view=requests', inbox)
    const [one] = conversations
    expect(one, kith.log().slice(-1_500)).toMatchObject({ kind: 'public', tool: 'mastodon' })
    return one?.id ?? ''
  }, 30_000)
  expect(await inThread(conversation)).toMatchObject([{ own: false, text: 'Do you also answer on Sundays?' }])

  // Known from now on: what she does next is a touch of hers.
  await kith.api.call('POST', `/api/v1/conversations/${conversation}/person`, anything, { name: 'Ana Ruiz' })
  await ana.call('POST', `/api/v1/statuses/${got.id}/favourite`)
  await ana.call('POST', `/api/v1/statuses/${got.id}/reblog`)
  await eventually(async () => {
    const { mentions } = await kith.api.call('GET', `/api/v1/posts/${post}`, detail)
    expect(mentions.map(each => each.kind).toSorted()).toEqual(['like', 'reply', 'repost'])
  }, 30_000)
  const { conversations } = await kith.api.call(
    'GET',
    '/api/v1/conversations?view=all',
    z.object({ conversations: z.array(z.looseObject({ person: z.looseObject({ id: z.string() }).nullable() })) }),
  )
  const person = conversations.find(each => each.person)?.person?.id
  const told = await kith.api.call('GET', `/api/v1/people/${person}/touches`, touches)
  expect(told.touches.filter(each => each.kind === 'their-reaction' && each.tool === 'mastodon')).toHaveLength(2)

  await kith.api.call('POST', `/api/v1/conversations/${conversation}/messages`, anything, {
    id: newId(),
    text: 'On Sundays from ten, yes.',
  })
  const heard = await eventually(async () => {
    const notice = (await ana.notices()).find(each => each.status?.content.includes('On Sundays from ten'))
    expect(notice, kith.log().slice(-1_500)).toBeDefined()
    return notice?.status
  }, 30_000)
  expect(heard).toMatchObject({ visibility: 'public', in_reply_to_id: asked.id })
  // Anybody may ask for the public answer where it stands.
  const [note] = [...(heard?.url ?? '').matchAll(/^.*$/g)].map(([url]) => url)
  expect(await (await fetch(note ?? '', { headers: { accept: 'application/activity+json' } })).json()).toMatchObject({
    type: 'Note',
    attributedTo: `${blog}/fediverse/actor`,
  })

  // Changed here, it changes there; withdrawn, it is gone there.
  await kith.api.call('PATCH', `/api/v1/posts/${post}`, anything, {
    content: { ...content, summary: 'Cranes never sleep.' },
  })
  await kith.api.call('POST', `/api/v1/posts/${post}/publish`, anything, {})
  // By the other server's own word: its timeline goes on showing what it linked there first.
  await eventually(async () => {
    expect(await snac.log()).toContain(`updated 'Note' ${blog}/fediverse/posts/${post}`)
  }, 30_000)
  await kith.api.call('POST', `/api/v1/posts/${post}/withdraw`, anything, {})
  await eventually(async () => {
    expect((await home()).some(each => each.content.includes('Cranes sleep'))).toBe(false)
  }, 30_000)

  // Her server is away when the next post goes out; it gets it once it is back.
  await snac.kill()
  const second = (await kith.api.call('POST', '/api/v1/posts', made, { title: 'While you were away' })).id
  const later = { ...content, title: 'While you were away', summary: 'Cranes were oiled.' }
  await kith.api.call('PATCH', `/api/v1/posts/${second}`, anything, { content: later })
  await kith.api.call('POST', `/api/v1/posts/${second}/publish`, anything, {})
  await eventually(async () => expect(kith.log()).toContain('task failed and will be tried again'), 30_000)
  await snac.restart()
  await eventually(async () => {
    expect((await home()).some(each => each.content.includes('Cranes were oiled'))).toBe(true)
  }, 60_000)

  await ana.call('POST', `/api/v1/accounts/${them?.id}/unfollow`)
  await eventually(async () => expect((await read()).followers).toBe(0), 30_000)
})

/** A server of one person that signs and reads by RFC 9421. */
async function startBea(): Promise<{
  base: string
  uri: string
  got: { type: string; verified: boolean; spec: 'rfc9421' | 'cavage' }[]
  tell(activity: object, change?: (request: Request) => Promise<Request>): Promise<number>
  server: Server
}> {
  const { privateKey, publicKey } = await generateCryptoKeyPair('RSASSA-PKCS1-v1_5')
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64')}\n-----END PUBLIC KEY-----`
  expect(await exportJwk(publicKey)).toMatchObject({ kty: 'RSA' })
  const got: { type: string; verified: boolean; spec: 'rfc9421' | 'cavage' }[] = []
  const here = { base: '', uri: '' }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', here.base)
    const json = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/activity+json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/webfinger')
      return json({
        subject: `acct:bea@${new URL(here.base).host}`,
        links: [{ rel: 'self', type: 'application/activity+json', href: here.uri }],
      })
    if (url.pathname === '/inbox') {
      const body = await buffer(request)
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
      )
      const spec = headers.has('signature-input') ? 'rfc9421' : 'cavage'
      const asked = new Request(url, { method: 'POST', headers, body })
      const load = async (at: string) => ({
        contextUrl: null,
        documentUrl: at,
        document: await (await fetch(at, { headers: { accept: 'application/activity+json' } })).json(),
      })
      const key = spec === 'rfc9421' ? await verifyRequest(asked, { documentLoader: load }) : null
      const { type }: { type: string } = JSON.parse(body.toString())
      got.push({ type, verified: key !== null, spec })
      // As a server that has left the draft behind.
      return response.writeHead(spec === 'rfc9421' && key ? 202 : 401).end()
    }
    return json({
      '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
      id: here.uri,
      type: 'Person',
      preferredUsername: 'bea',
      name: 'Bea',
      inbox: `${here.base}/inbox`,
      publicKey: { id: `${here.uri}#main-key`, owner: here.uri, publicKeyPem: pem },
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  here.base = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  here.uri = `${here.base}/bea`
  return {
    ...here,
    got,
    server,
    async tell(activity, change = async request => request) {
      const body = JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', actor: here.uri, ...activity })
      const plain = new Request(`${blog}/fediverse/inbox`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/activity+json' },
      })
      const signed = await signRequest(plain, privateKey, new URL(`${here.uri}#main-key`), { spec: 'rfc9421' })
      return (await fetch(await change(signed))).status
    },
  }
}

test('RFC 9421 is read and spoken; what is forged, changed or from somebody blocked is not believed', {
  timeout: 120_000,
}, async () => {
  const bea = await startBea()
  try {
    const me = `${blog}/fediverse/actor`
    const beaAt = `@bea@${new URL(bea.base).host}`
    const followsUs = async () => (await read()).latest.some(each => each.address === beaAt)
    const follow = { id: `${bea.base}/1`, type: 'Follow', object: me }
    // Not signed, signed over other words, and signed by her for somebody else.
    const send = (body: object) =>
      fetch(`${blog}/fediverse/inbox`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/activity+json' },
      })
    expect((await send({ ...follow, actor: bea.uri })).status).toBe(401)
    expect(
      await bea.tell(
        follow,
        async request => new Request(request, { body: (await request.text()).replace('Follow', 'Block') }),
      ),
    ).toBe(401)
    expect(await bea.tell({ ...follow, actor: `${snac.base}/ana` })).toBe(401)
    expect(
      (await send({ type: 'Delete', actor: 'http://127.0.0.1:1/nobody', object: 'http://127.0.0.1:1/nobody' })).status,
    ).toBe(202)
    expect(await followsUs()).toBe(false)

    expect(await bea.tell(follow)).toBe(202)
    await eventually(async () => {
      expect(
        bea.got.find(each => each.type === 'Accept' && each.verified),
        JSON.stringify(bea.got),
      ).toMatchObject({ spec: 'rfc9421' })
    }, 30_000)
    expect(await followsUs()).toBe(true)

    const note = {
      id: `${bea.base}/2`,
      type: 'Note',
      attributedTo: bea.uri,
      content: '<p>Quietly: are you open?</p><script>alert(1)</script>',
      to: me,
      tag: { type: 'Mention', href: me },
    }
    const create = { id: `${bea.base}/2#create`, type: 'Create', to: me, object: note }
    // Servers tell the same twice; it is one message, and between the two of us.
    expect(await bea.tell(create)).toBe(202)
    expect(await bea.tell(create)).toBe(202)
    const direct = await eventually(async () => {
      const { conversations } = await kith.api.call('GET', '/api/v1/conversations?view=requests', inbox)
      const one = conversations.find(each => each.kind === 'direct')
      expect(one).toBeDefined()
      return one?.id ?? ''
    })
    expect(await inThread(direct)).toMatchObject([{ text: 'Quietly: are you open?' }])
    expect(
      await bea.tell({
        id: `${bea.base}/3`,
        type: 'Update',
        to: me,
        object: { ...note, content: '<p>Are you open?</p>' },
      }),
    ).toBe(202)
    expect(await inThread(direct)).toMatchObject([{ text: 'Are you open?' }])
    expect(await bea.tell({ id: `${bea.base}/4`, type: 'Delete', to: me, object: note.id })).toBe(202)
    expect((await inThread(direct))[0]?.text).toBe('')

    await kith.api.call('POST', '/api/v1/fediverse/blocks', anything, { pattern: new URL(bea.base).host })
    expect(await followsUs()).toBe(false)
    expect(await bea.tell(follow)).toBe(403)
    // Off, nothing of it is there.
    await kith.api.call('PATCH', '/api/v1/fediverse', settings, { on: false })
    expect((await fetch(me)).status).toBe(404)
    expect(await bea.tell(follow)).toBe(404)
  } finally {
    bea.server.close()
  }
})

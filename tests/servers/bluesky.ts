import { z } from 'zod'
import { createBlueskyConnector } from '#connectors/bluesky/index.ts'
import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import { createHttpClient } from '#platform/http.ts'
import { type Atproto, startAtproto, xrpc } from './atproto.ts'
import { waitUntil } from './email.ts'

let networks = 0

const signedIn = z.object({ did: z.string(), accessJwt: z.string() })
const written = z.object({ uri: z.string(), cid: z.string() })
const chatLog = z.object({
  cursor: z.string().optional(),
  logs: z.array(z.object({ message: z.object({ id: z.string(), text: z.string().optional() }).optional() })),
})
const convoOf = z.object({ convo: z.object({ id: z.string() }) })

type Said = { texts: readonly string[]; cursor: string }

/** Somebody on Bluesky, with a few lines of fetch. */
export async function blueskyUser(server: Atproto, identifier: string, password: string) {
  const me = signedIn.parse(await xrpc(server.service, 'com.atproto.server.createSession', { identifier, password }))
  const proxyFor = (nsid: string) => (nsid.startsWith('chat.') ? { proxy: server.chatService } : {})
  const get = (nsid: string, params: Record<string, unknown> = {}) =>
    xrpc(server.service, nsid, params, me.accessJwt, { method: 'GET', ...proxyFor(nsid) })
  const call = (nsid: string, input: Record<string, unknown>) =>
    xrpc(server.service, nsid, input, me.accessJwt, proxyFor(nsid))
  const create = async (collection: string, record: object) =>
    written.parse(
      await call('com.atproto.repo.createRecord', {
        repo: me.did,
        collection,
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      }),
    )
  const convoWith = async (did: string): Promise<string> =>
    convoOf.parse(await get('chat.bsky.convo.getConvoForMembers', { members: did })).convo.id
  const accepted = new Map<string, string>()
  const acceptConvoWith = async (did: string): Promise<string> => {
    const convoId = await convoWith(did)
    await call('chat.bsky.convo.acceptConvo', { convoId })
    accepted.set(did, convoId)
    return convoId
  }
  return {
    did: me.did,
    get,
    call,
    create,
    post: (text: string, more: object = {}) => create('app.bsky.feed.post', { text, ...more }),
    /** Who may write to this person. */
    allow: (who: 'all' | 'following' | 'none') =>
      call('com.atproto.repo.putRecord', {
        repo: me.did,
        collection: 'chat.bsky.actor.declaration',
        rkey: 'self',
        record: { $type: 'chat.bsky.actor.declaration', allowIncoming: who },
      }),
    convoWith,
    chat: async (did: string, text: string, more: object = {}) => {
      const convoId = accepted.get(did) ?? (await acceptConvoWith(did))
      return z
        .object({ id: z.string() })
        .parse(await call('chat.bsky.convo.sendMessage', { convoId, message: { text, ...more } })).id
    },
    /** All chat messages, ours and theirs; with a list that it gave before only what came since is asked for. */
    async said(before: Said = { texts: [], cursor: '0' }): Promise<Said> {
      const texts = [...before.texts]
      for (let { cursor } = before; ; ) {
        const { logs, cursor: next } = chatLog.parse(await get('chat.bsky.convo.getLog', { cursor }))
        texts.push(...logs.flatMap(({ message }) => message?.text ?? []))
        if (logs.length === 0 || !next || next === cursor) return { texts, cursor }
        cursor = next
      }
    },
  }
}

export type BlueskyUser = Awaited<ReturnType<typeof blueskyUser>>

export type BlueskyNetwork = Network & {
  readonly server: Atproto
  readonly them: BlueskyUser
  /** Ours, used from another app. */
  readonly elsewhere: BlueskyUser
  readonly handles: { recruiter: string; stranger: string }
}

/** On loopback, with the chat of the tests, and asking often. */
export const blueskyConnector = (chatService: string, pages = 30) =>
  createBlueskyConnector({
    http: createHttpClient({ allowAddress: () => true }),
    chatService,
    pace: { every: 300, bonds: 600, pages },
  })

/** A recruiter who uses the connector and a stranger who doesn't, who may write to each other. */
export async function startBlueskyNetwork(server: Atproto, options: { chat?: boolean } = {}): Promise<BlueskyNetwork> {
  networks += 1
  const ours = await server.addUser(`recruiter${networks}`, { chat: options.chat ?? true })
  const theirs = await server.addUser(`stranger${networks}`)
  const them = await blueskyUser(server, theirs.handle, theirs.appPassword)
  const elsewhere = await blueskyUser(server, ours.handle, ours.appPassword)
  await them.allow('all')
  await elsewhere.allow('all')
  await server.listenTo([ours.did, theirs.did])
  let line: Promise<unknown> = Promise.resolve()
  let heard: Said | undefined
  const texts = () => heard?.texts ?? []
  const inTurn = (act: () => Promise<unknown>): Promise<void> => {
    const next = line.then(act)
    line = next.catch(() => undefined)
    return next.then(() => undefined)
  }
  // One question at a time: the server signs each anew before it passes it on.
  let asking = false
  const listen = async () => {
    if (asking) return
    asking = true
    try {
      heard = await them.said(heard)
    } finally {
      asking = false
    }
  }
  const listening = setInterval(() => void listen().catch(() => undefined), 300)
  const follow = () => them.create('app.bsky.graph.follow', { subject: ours.did })
  const unknown = () => Promise.reject(new Error('Bluesky has nothing like this'))
  const wrongBefore = (await server.wrong()).length
  const held = await server.countHeld()
  let frozen = false
  return {
    server,
    them,
    elsewhere,
    handles: { recruiter: ours.handle, stranger: theirs.handle },
    stranger: {
      address: theirs.handle,
      connect: async () => undefined,
      disconnect: async () => undefined,
      say: text => inTurn(() => them.chat(ours.did, text)),
      settled: async () => void (await line),
      typing: unknown,
      heard: text => texts().filter(each => each === text).length,
      waitToHear: text => waitUntil(async () => texts().includes(text), `the stranger to get “${text}”`),
      confirmRead: unknown,
      invite: () => inTurn(follow),
      waitToBeInvited: () =>
        waitUntil(async () => {
          const found = await them.get('app.bsky.notification.listNotifications')
          return JSON.stringify(found).includes('"reason":"follow"')
        }, 'the stranger to be followed'),
      accept: () => inTurn(follow),
      presence: unknown,
      async [Symbol.asyncDispose]() {},
    },
    account: {
      id: 'conformance',
      values: { handle: ours.handle, password: ours.appPassword, service: server.service, allowPlain: 'true' },
    },
    conversation: { id: `bsky.app/profile/${theirs.handle}`, kind: 'direct' },
    async kill() {
      // A message is only lost on the way once it has arrived: what is asked before it takes its time.
      if (frozen) await waitUntil(async () => (await server.countHeld()) > held, 'the message to arrive')
      frozen = false
      await server.kill()
    },
    restart: server.restart,
    freeze() {
      frozen = true
      void server.swallowAnswers(true)
    },
    async [Symbol.asyncDispose]() {
      clearInterval(listening)
      const wrong = (await server.wrong()).slice(wrongBefore)
      if (wrong.length > 0) throw new Error(`The lexicons refuse:\n${wrong.join('\n')}`)
    },
  }
}

let shared: Promise<Atproto> | undefined

/** One server for all tests of a file: started again after a test that killed it. */
export async function sharedAtproto(): Promise<Atproto> {
  shared ??= startAtproto()
  const server = await shared
  if (!server.running()) await server.restart()
  return server
}

export async function stopSharedAtproto(): Promise<void> {
  await (await shared)?.[Symbol.asyncDispose]()
  shared = undefined
}

const none = 'Bluesky tells nobody of this'

export async function blueskyHarness(): Promise<ConformanceHarness> {
  const server = await sharedAtproto()
  return {
    connector: blueskyConnector(server.chatService),
    start: async () => startBlueskyNetwork(await sharedAtproto()),
    async startLimited() {
      const network = await startBlueskyNetwork(await sharedAtproto())
      await server.limitMessages(10, 1_500)
      return {
        ...network,
        async [Symbol.asyncDispose]() {
          await server.limitMessages(1_000_000, 1)
          await network[Symbol.asyncDispose]()
        },
      }
    },
    wrongCredentials: account => ({ ...account, values: { ...account.values, password: 'aaaa-bbbb-cccc-dddd' } }),
    addresses: {
      typed: ' @Ana.Ruiz.Bsky.Social ',
      parsed: 'bsky.app/profile/ana.ruiz.bsky.social',
      wrong: 'not an address',
    },
    notApplicable: {
      receipts: none,
      presence: none,
      typing: none,
      gap: 'the log and the notices are kept; an absence longer than Kith reads back has a test of its own',
    },
  }
}

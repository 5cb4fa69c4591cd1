import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import type { Connector } from '#connectors/contract.ts'
import { createMastodonConnector } from '#connectors/mastodon/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { waitUntil } from './email.ts'
import { type FediverseUser, fediverseUser } from './fediverse-stranger.ts'
import { type MastodonApi, startMastodonApi } from './mastodon-api.ts'
import { type Snac, startSnac } from './snac.ts'

let networks = 0

export type FediverseNetwork<Server = Snac> = Network & {
  readonly server: Server
  readonly them: FediverseUser
  /** Ours, used from another program. */
  readonly elsewhere: FediverseUser
  readonly names: { recruiter: string; stranger: string }
  /** Posts as the stranger and waits until we have a notice of it. */
  delivered<T>(act: () => Promise<T>): Promise<T>
}

/** May connect to loopback, and asks often: tests don't wait twenty seconds for a message. */
export const fediverseConnector = (pages = 50): Connector =>
  createMastodonConnector({
    http: createHttpClient({ allowAddress: () => true }),
    reach: { allowsAddress: () => true },
    pace: { alone: 150, streaming: 60_000, bonds: 400, pages },
  })

type Meeting = {
  base: string
  host: string
  names: { recruiter: string; stranger: string }
  tokens: { recruiter: string; stranger: string }
  /** Acts, and waits until we have the notice. */
  delivered<T>(act: () => Promise<T>): Promise<T>
}

/** A recruiter who uses the connector and a stranger who doesn't. */
function meet({ base, host, names, tokens, delivered: deliver }: Meeting) {
  const them = fediverseUser(base, tokens.stranger)
  let heard: readonly string[] = []
  let line: Promise<unknown> = Promise.resolve()
  const listen = async () => {
    heard = (await them.notices()).flatMap(({ type, status }) => (type === 'mention' && status ? status.content : []))
  }
  /** A server may deliver side by side and in any order; a person sees one arrive before writing the next. */
  const delivered: Meeting['delivered'] = act => {
    const next = line.then(() => deliver(act))
    line = next.catch(() => undefined)
    return next
  }
  const listening = setInterval(() => void listen().catch(() => undefined), 200)
  const unknown = () => Promise.reject(new Error('the fediverse has nothing like this'))
  const us = () => them.find(`${names.recruiter}@${host}`)
  return {
    them,
    elsewhere: fediverseUser(base, tokens.recruiter),
    names,
    delivered,
    stranger: {
      address: `@${names.stranger}@${host}`,
      connect: async () => undefined,
      disconnect: async () => undefined,
      say: async (text: string) => void (await delivered(() => them.post(`@${names.recruiter} ${text}`))),
      settled: async () => void (await line),
      typing: unknown,
      heard: (text: string) => heard.filter(content => content.includes(text)).length,
      waitToHear: (text: string) =>
        waitUntil(
          async () => {
            await listen()
            return heard.some(content => content.includes(text))
          },
          `the stranger to get “${text}”`,
          20_000,
        ),
      confirmRead: unknown,
      invite: async () =>
        void (await delivered(async () => them.call('POST', `/api/v1/accounts/${await us()}/follow`))),
      waitToBeInvited: () =>
        waitUntil(
          async () => (await them.notices()).some(({ type }) => type.startsWith('follow')),
          'the stranger to be followed',
          20_000,
        ),
      accept: async () => void (await them.call('POST', `/api/v1/accounts/${await us()}/follow`)),
      presence: unknown,
      async [Symbol.asyncDispose]() {},
    },
    account: { id: 'conformance', values: { server: base, token: tokens.recruiter, allowPlain: 'true' } },
    conversation: { id: `@${names.stranger}@${host}`, kind: 'direct' as const },
    leave: () => clearInterval(listening),
  }
}

/** With fresh accounts on a snac. */
export async function startFediverseNetwork(given?: Snac): Promise<FediverseNetwork> {
  const server = given ?? (await startSnac())
  networks += 1
  const names = { recruiter: `recruiter${networks}`, stranger: `stranger${networks}` }
  const tokens = { recruiter: await server.addUser(names.recruiter), stranger: await server.addUser(names.stranger) }
  const { leave, ...met } = meet({
    base: server.base,
    host: server.host,
    names,
    tokens,
    async delivered(act) {
      const before = await server.countNotices(names.recruiter)
      const made = await act()
      await waitUntil(async () => (await server.countNotices(names.recruiter)) > before, 'the notice', 20_000)
      return made
    },
  })
  return {
    ...met,
    server,
    kill: server.kill,
    restart: server.restart,
    freeze: server.freeze,
    async [Symbol.asyncDispose]() {
      leave()
      server.thaw()
      if (!given) await server[Symbol.asyncDispose]()
    },
  }
}

/** On the contract server. */
export async function startContractNetwork(
  options: { lockedStranger?: boolean; lockedRecruiter?: boolean } = {},
): Promise<FediverseNetwork<MastodonApi>> {
  const server = await startMastodonApi()
  const names = { recruiter: 'recruiter', stranger: 'stranger' }
  const tokens = {
    recruiter: server.addUser('recruiter', { locked: options.lockedRecruiter ?? false }),
    stranger: server.addUser('stranger', { locked: options.lockedStranger ?? false }),
  }
  const { leave, ...met } = meet({ base: server.base, host: server.host, names, tokens, delivered: act => act() })
  return {
    ...met,
    server,
    kill: server.kill,
    restart: server.restart,
    freeze: server.freeze,
    async [Symbol.asyncDispose]() {
      leave()
      await server[Symbol.asyncDispose]()
      if (server.wrong.length > 0) throw new Error(`The API refused as wrong:\n${server.wrong.join('\n')}`)
    },
  }
}

let shared: Snac | undefined

/** One server for all tests of a file: started again after a test that killed it. */
export async function meetOnSharedSnac(): Promise<FediverseNetwork> {
  shared ??= await startSnac()
  if (!shared.running()) await shared.restart()
  return startFediverseNetwork(shared)
}

export async function stopSharedSnac(): Promise<void> {
  await shared?.[Symbol.asyncDispose]()
  shared = undefined
}

const none = 'the fediverse tells nobody of this'

const both = {
  connector: fediverseConnector(),
  wrongCredentials: (account: Network['account']) => ({
    ...account,
    values: { ...account.values, token: 'a-wrong-guess' },
  }),
  addresses: {
    typed: ' https://Social.Example.org/@Ana.Ruiz ',
    parsed: '@ana.ruiz@social.example.org',
    wrong: 'not an address',
  },
} as const

const gap = 'notices stay until their owner clears them; an absence longer than Kith reads back has a test of its own'
const slow = 'snac hands a message on after six to nine seconds, and many in any order: promised on the contract server'

export const snacHarness: ConformanceHarness = {
  ...both,
  start: meetOnSharedSnac,
  notApplicable: {
    receipts: none,
    presence: none,
    typing: none,
    gap,
    'rate-limit': 'snac has no limits: promised on the contract server',
    'catch-up': slow,
    'killed-before-commit': slow,
    order: slow,
  },
}

export const contractHarness: ConformanceHarness = {
  ...both,
  start: () => startContractNetwork(),
  async startLimited() {
    const network = await startContractNetwork()
    network.server.limitPosts(10, 1_500)
    return network
  },
  notApplicable: { receipts: none, presence: none, typing: none, gap },
}

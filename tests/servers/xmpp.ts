import { afterAll } from 'vitest'
import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import type { Account } from '#connectors/contract.ts'
import { createXmppConnector, worldWithin } from '#connectors/xmpp/index.ts'
import { type Ejabberd, startEjabberd } from './ejabberd.ts'
import { type Prosody, type ProsodyOptions, startProsody } from './prosody.ts'
import { xmppStranger } from './xmpp-stranger.ts'

type Server = Pick<
  Prosody | Ejabberd,
  'host' | 'port' | 'websocketUrl' | 'kill' | 'restart' | 'freeze' | 'thaw' | 'log'
>

export type XmppNetwork<S extends Server = Prosody> = Network & {
  readonly server: S
  readonly stranger: ReturnType<typeof xmppStranger>
  /** Signs in as the stranger or the recruiter once more, with another program. */
  device(who: 'stranger' | 'recruiter', resource: string): ReturnType<typeof xmppStranger>
}

const passwords = { recruiter: 'correct horse', stranger: 'battery staple' }

/** May reach the servers of the tests, which are on loopback. */
export const connector = createXmppConnector(worldWithin({ allowsAddress: () => true }))

/** A recruiter who uses the connector and a stranger who doesn't, on a server that has their accounts. */
async function meet<S extends Server>(
  server: S,
  names: { recruiter: string; stranger: string },
  values: Account['values'],
): Promise<Omit<XmppNetwork<S>, typeof Symbol.asyncDispose>> {
  const device: XmppNetwork['device'] = (who, resource) =>
    xmppStranger({
      jid: `${names[who]}@localhost`,
      password: passwords[who],
      websocketUrl: server.websocketUrl,
      friend: `${names[who === 'stranger' ? 'recruiter' : 'stranger']}@localhost`,
      resource,
    })
  const stranger = device('stranger', 'stranger')
  try {
    await stranger.connect()
  } catch (error) {
    throw new Error(`The stranger could not connect. The server's log:\n${await server.log()}`, { cause: error })
  }
  return {
    server,
    stranger,
    device,
    account: {
      id: 'conformance',
      values: {
        jid: `${names.recruiter}@localhost`,
        password: passwords.recruiter,
        server: server.host,
        port: String(server.port),
        ...values,
      },
    },
    conversation: { id: `${names.stranger}@localhost`, kind: 'direct' },
    kill: server.kill,
    restart: server.restart,
    freeze: server.freeze,
  }
}

const inTheClear = { allowPlain: 'true' }

/** Prosody of its own, with fresh accounts. */
export async function startXmppNetwork(options: ProsodyOptions = {}): Promise<XmppNetwork> {
  const server = await startProsody({ ...options, users: { ...passwords, ...options.users } })
  try {
    const names = { recruiter: 'recruiter', stranger: 'stranger' }
    const network = await meet(server, names, options.tls ? {} : inTheClear)
    return {
      ...network,
      async [Symbol.asyncDispose]() {
        server.thaw()
        await network.stranger[Symbol.asyncDispose]()
        await server[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await server[Symbol.asyncDispose]()
    throw error
  }
}

/** Fresh accounts on a server that other tests use before and after: an ejabberd takes seconds to start. */
async function meetOn<S extends Server>(
  server: S,
  addUsers: (users: Record<string, string>) => Promise<void>,
  values: Account['values'],
): Promise<XmppNetwork<S>> {
  const mark = Math.random().toString(36).slice(2, 8)
  const names = { recruiter: `recruiter${mark}`, stranger: `stranger${mark}` }
  await addUsers({ [names.recruiter]: passwords.recruiter, [names.stranger]: passwords.stranger })
  const network = await meet(server, names, values)
  return {
    ...network,
    async [Symbol.asyncDispose]() {
      server.thaw()
      await network.stranger[Symbol.asyncDispose]()
    },
  }
}

export async function meetOnEjabberd(server: Ejabberd, values: Account['values'] = inTheClear) {
  server.thaw()
  if (!(await server.isUp())) await server.restart()
  return meetOn(server, server.addUsers, values)
}

export function meetOnProsody(server: Prosody, values: Account['values'] = inTheClear) {
  const addUsers = async (users: Record<string, string>) => {
    for (const [name, password] of Object.entries(users)) await server.addUser(name, password)
  }
  return meetOn(server, addUsers, values)
}

const shared = {
  connector,
  wrongCredentials: (account: Account) => ({ ...account, values: { ...account.values, password: 'a wrong guess' } }),
  addresses: { typed: ' xmpp:Ana.Ruiz@Example.ORG/phone ', parsed: 'ana.ruiz@example.org', wrong: 'not an address' },
  notApplicable: {},
} as const

export const prosodyHarness: ConformanceHarness = {
  ...shared,
  start: () => startXmppNetwork(),
  startLimited: () => startXmppNetwork({ slow: { rate: '2kb/s', burst: '1s' } }),
  async startForgetful() {
    const network = await startXmppNetwork()
    return { ...network, forget: network.server.forgetArchive }
  },
}

/** One ejabberd for all promises of a test file. */
export function ejabberdHarness(): ConformanceHarness {
  let server: Promise<Ejabberd> | undefined
  let slow: Promise<Ejabberd> | undefined
  afterAll(async () => {
    for (const each of [server, slow]) await (await each)?.[Symbol.asyncDispose]()
  })
  const ours = () => {
    server ??= startEjabberd()
    return server
  }
  return {
    ...shared,
    start: async () => meetOnEjabberd(await ours()),
    async startLimited() {
      slow ??= startEjabberd({ slow: { rate: 2_000, burst: 4_000 } })
      return meetOnEjabberd(await slow)
    },
    async startForgetful() {
      const network = await meetOnEjabberd(await ours())
      return { ...network, forget: network.server.forgetArchive }
    },
  }
}

import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import { connector } from '#connectors/xmpp/index.ts'
import { type Prosody, type ProsodyOptions, startProsody } from './prosody.ts'
import { xmppStranger } from './xmpp-stranger.ts'

export type XmppNetwork = Network & { readonly server: Prosody; readonly stranger: ReturnType<typeof xmppStranger> }

/** Prosody with a recruiter who uses the connector and a stranger who doesn't, both with fresh accounts. */
export async function startXmppNetwork(options: ProsodyOptions = {}): Promise<XmppNetwork> {
  const users = { recruiter: 'correct horse', stranger: 'battery staple' }
  const server = await startProsody({ ...options, users: { ...users, ...options.users } })
  const stranger = xmppStranger({
    jid: 'stranger@localhost',
    password: users.stranger,
    websocketUrl: server.websocketUrl,
    friend: 'recruiter@localhost',
  })
  try {
    await stranger.connect()
  } catch (error) {
    const log = await server.log()
    await server[Symbol.asyncDispose]()
    throw new Error(`The stranger could not connect. The server's log:\n${log}`, { cause: error })
  }
  return {
    server,
    stranger,
    account: {
      id: 'conformance',
      values: {
        jid: 'recruiter@localhost',
        password: users.recruiter,
        server: server.host,
        port: String(server.port),
        ...(options.tls ? {} : { allowPlain: 'true' }),
      },
    },
    conversation: { id: 'stranger@localhost', kind: 'direct' },
    kill: server.kill,
    restart: server.restart,
    freeze: server.freeze,
    async [Symbol.asyncDispose]() {
      server.thaw()
      await stranger[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

export const xmppHarness: ConformanceHarness = {
  connector,
  start: () => startXmppNetwork(),
  wrongCredentials: account => ({ ...account, values: { ...account.values, password: 'a wrong guess' } }),
  addresses: { typed: ' xmpp:Ana.Ruiz@Example.ORG/phone ', parsed: 'ana.ruiz@example.org', wrong: 'not an address' },
  notApplicable: {
    'rate-limit': 'the protocol has no answer that says “later”: servers slow the connection down instead',
    gap: 'the archive closes gaps; a server without one has its own test',
  },
}

import { z } from 'zod'
import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import type { Account } from '#connectors/contract.ts'
import { createMatrixConnector } from '#connectors/matrix/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { readTestSettings } from '#platform/settings.ts'
import { type Cable, layCable } from './cable.ts'
import { type Home, startHome } from './matrix/home.ts'
import { type MatrixStranger, matrixStranger } from './matrix-stranger.ts'

export type MatrixNetwork = Network & { readonly home: Home; readonly stranger: MatrixStranger }

/** As a server does whose administrator allowed this machine, and nothing else. */
export const http = createHttpClient({ allowAddress: address => /^(127\.|::1$)/.test(address) })
export const connector = createMatrixConnector({ http })

export const password = 'correct horse battery'

const tokens = z.object({ user_id: z.string(), access_token: z.string(), device_id: z.string() })

/** A request from a program that is neither Kith nor the SDK. */
export async function ask(
  url: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {},
): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${await answer.text()}`)
  return answer.json()
}

export async function register(url: string, username: string) {
  const body = { username, password, auth: { type: 'm.login.dummy' } }
  return tokens.parse(await ask(url, 'POST', '/_matrix/client/v3/register', { body }))
}

/** Comes into the room as a real program of the account does, its list of conversations included. */
async function bring(url: string, token: string, me: string, person: string, room: string): Promise<void> {
  await ask(url, 'POST', `/_matrix/client/v3/join/${encodeURIComponent(room)}`, { token, body: {} })
  const path = `/_matrix/client/v3/user/${encodeURIComponent(me)}/account_data/m.direct`
  await ask(url, 'PUT', path, { token, body: { [person]: [room] } })
}

async function people(url: string, suffix: string) {
  const us = await register(url, `recruiter${suffix}`)
  const them = await register(url, `stranger${suffix}`)
  const stranger = matrixStranger({
    baseUrl: url,
    user: them.user_id,
    token: them.access_token,
    device: them.device_id,
    friend: us.user_id,
    bringFriend: room => bring(url, us.access_token, us.user_id, them.user_id, room),
  })
  await stranger.connect()
  return { us, them, stranger }
}

export const accountOn = (url: string, userId: string, values: Readonly<Record<string, string>> = {}): Account => ({
  id: '0197-conformance',
  values: { userId, password, server: url, allowPlain: 'true', ...values },
})

export async function startMatrixNetwork(prepare?: (home: Home) => void): Promise<MatrixNetwork> {
  const home = await startHome()
  const { us, them, stranger } = await people(home.url, '')
  prepare?.(home)
  return {
    home,
    stranger,
    account: accountOn(home.url, us.user_id),
    conversation: { id: them.user_id, kind: 'direct' },
    kill: home.kill,
    restart: home.restart,
    freeze: home.freeze,
    async [Symbol.asyncDispose]() {
      await stranger[Symbol.asyncDispose]()
      await home[Symbol.asyncDispose]()
      if (home.violations.length > 0)
        throw new Error(`The specification does not allow: ${JSON.stringify(home.violations)}`)
    },
  }
}

const common = {
  connector,
  wrongCredentials: (account: Account): Account => ({ ...account, values: { ...account.values, password: 'wrong' } }),
  addresses: { typed: ' @Ana:Example.org ', parsed: '@ana:example.org', wrong: 'ana at example' },
}

export const homeHarness: ConformanceHarness = {
  ...common,
  start: () => startMatrixNetwork(),
  startLimited: () => startMatrixNetwork(home => home.limitSends({ most: 5, forMs: 300 })),
  async startForgetful() {
    const network = await startMatrixNetwork()
    const forget = async () => {
      for (const room of network.home.state.rooms.values()) network.home.state.purge(room)
    }
    return { ...network, forget, [Symbol.asyncDispose]: network[Symbol.asyncDispose] }
  },
  notApplicable: {},
}

/** A real homeserver that lets anybody register: it is cut off and comes back by the cable between. */
export const realUrl = readTestSettings().matrixUrl

let count = 0

async function startRealNetwork(): Promise<Network> {
  const real = new URL(realUrl ?? '')
  const port = Number(real.port || (real.protocol === 'https:' ? 443 : 80))
  const cable: Cable = await layCable({ host: real.hostname, port })
  const url = `http://127.0.0.1:${cable.port}`
  count += 1
  const { us, them, stranger } = await people(url, `-${Date.now()}-${count}`)
  return {
    account: accountOn(url, us.user_id),
    stranger,
    conversation: { id: them.user_id, kind: 'direct' },
    kill: async () => cable.pull(true),
    restart: async () => cable.pull(false),
    freeze: cable.freeze,
    async [Symbol.asyncDispose]() {
      await stranger[Symbol.asyncDispose]()
      await cable[Symbol.asyncDispose]()
    },
  }
}

export const realHarness: ConformanceHarness = {
  ...common,
  start: startRealNetwork,
  notApplicable: {
    'rate-limit': 'the limits of a server of one’s own are its administrator’s; conformance.test.ts shows them',
    gap: 'only its administrator can make a real server forget; conformance.test.ts shows it',
  },
}

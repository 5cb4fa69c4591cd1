import type { ConformanceHarness, Network, Stranger } from '#connectors/conformance/harness.ts'
import type { Account } from '#connectors/contract.ts'
import { createDiscordConnector } from '#connectors/discord/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { type Gateway, startGateway } from './discord-gateway.ts'
import { readVendorFile } from './vendor-api/description.ts'
import { heardBook } from './vendor-api/heard.ts'
import { describeOpenApi } from './vendor-api/openapi.ts'
import type { Call } from './vendor-api/request.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'

const description = describeOpenApi(readVendorFile('discord'))
export const botToken = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs'

export const people = {
  bot: user('198622483471925248', 'norte', { bot: true }),
  ana: user('200000000000000001', 'ana.ruiz', { global_name: 'Ana Ruiz' }),
  ben: user('200000000000000002', 'ben', {}),
}
export const place = {
  guild: '300000000000000001',
  general: '400000000000000001',
  secret: '400000000000000002',
  anasChat: '500000000000000001',
}

function user(id: string, username: string, more: { bot?: boolean; global_name?: string }) {
  return {
    id,
    username,
    avatar: null,
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    global_name: null,
    primary_guild: null,
    ...more,
  }
}

type Said = ReturnType<typeof messageOf>
let made = 0
const epochMs = 1_420_070_400_000n
const snowflake = () => {
  made += 1
  return String(((BigInt(Date.now()) - epochMs) << 22n) | BigInt(made % 4096))
}

function messageOf(channel: string, author: typeof people.ana, content: string) {
  return {
    type: 0,
    content,
    mentions: [] as (typeof people.ana)[],
    mention_roles: [],
    attachments: [] as object[],
    embeds: [],
    timestamp: new Date().toISOString(),
    edited_timestamp: null as string | null,
    flags: 0,
    components: [],
    id: snowflake(),
    channel_id: channel,
    author,
    pinned: false,
    mention_everyone: false,
    tts: false,
    message_reference: undefined as object | undefined,
  }
}

export type DiscordServer = AsyncDisposable & {
  readonly api: VendorApi
  readonly gateway: Gateway
  /** What everybody sees of the bot, and how often its name was written. */
  readonly shown: { name: string; avatar: string | null; description: string; names: readonly string[] }
  say(content: string, more?: Partial<Said>, channel?: string, author?: typeof people.ana): Said
  edit(said: Said, content: string): void
  remove(said: Said): void
  /** A refusal for the next requests. */
  refuseNext(answer: Answer): void
  allowContent(on: boolean): void
  onSent(listener: (said: Said) => void): void
  /** Takes messages without telling the gateway, as while no session exists. */
  limit(perBurst: number): void
  readonly changed: readonly { id: string; body: unknown; path: unknown }[]
  messages(channel: string): readonly Said[]
  putFile(path: string, bytes: Uint8Array): string
}

export async function startDiscord(options: { heartbeatMs?: number } = {}): Promise<DiscordServer> {
  const channels = new Map<string, Said[]>()
  const changed: { id: string; body: unknown; path: unknown }[] = []
  const refusals: Answer[] = []
  const listeners = new Set<(said: Said) => void>()
  const files = new Map<string, Uint8Array>()
  let content = true
  let burst = Number.POSITIVE_INFINITY
  let taken = 0
  /** Messages are read and never answered; all else goes on. */
  let held = false
  const nonces = new Map<string, Said>()

  const messages = (channel: string) => channels.get(channel) ?? []
  const lastIn = (channel: string) => messages(channel).at(-1)?.id ?? null
  const guildChannel = (id: string, name: string) => ({
    id,
    type: 0,
    flags: 0,
    guild_id: place.guild,
    name,
    position: 0,
    last_message_id: lastIn(id),
  })
  const guild = () => ({
    id: place.guild,
    name: 'Python Madrid',
    channels: [guildChannel(place.general, 'general')].map(({ guild_id: _, ...each }) => each),
    threads: [],
  })
  const privateChat = () => ({
    id: place.anasChat,
    type: 1,
    flags: 0,
    last_message_id: lastIn(place.anasChat),
    recipients: [people.ana],
  })
  const inGuild = (channel: string) => (channel === place.general ? { guild_id: place.guild } : {})

  const limits = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '4',
    'x-ratelimit-reset': '1',
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': 'b',
  }
  const ok = (json: unknown, status = 200): Answer => ({ status, json, headers: limits })
  const nothing: Answer = { status: 204, headers: limits }
  const failed = (status: number, code: number, message: string): Answer => ({ status, json: { code, message } })

  function keep(said: Said): void {
    channels.set(said.channel_id, [...messages(said.channel_id), said])
    api.sends({ $ref: '#/components/schemas/MessageResponse' }, said, 'MESSAGE_CREATE')
  }

  function create(call: Call): Answer | Promise<Answer> {
    if (held) return new Promise(() => undefined)
    const refusal = refusals.shift()
    if (refusal) return refusal
    const channel = call.path.channel_id ?? ''
    if (channel !== place.general && channel !== place.anasChat) return failed(404, 10003, 'Unknown Channel')
    taken += 1
    if (taken > burst) {
      taken = 0
      return {
        status: 429,
        headers: { 'retry-after': '1', 'x-ratelimit-scope': 'user' },
        json: { message: 'You are being rate limited.', retry_after: 0.3, global: false, code: 0 },
      }
    }
    const { body } = call
    const nonce = String(body.nonce ?? '')
    if (nonce.length > 25) return failed(400, 50035, 'Invalid Form Body')
    const known = body.enforce_nonce === true ? nonces.get(nonce) : undefined
    if (known) return ok({ ...known, nonce })
    const said = messageOf(channel, people.bot, String(body.content ?? ''))
    const reference = body.message_reference as { message_id: string } | undefined
    if (reference) {
      said.type = 19
      said.message_reference = { type: 0, channel_id: channel, message_id: reference.message_id }
    }
    for (const [name, file] of call.files) {
      const id = snowflake()
      const path = `/attachments/${channel}/${id}/${file.name}`
      void file.bytes().then(bytes => files.set(path, bytes))
      const address = `${api.url}${path}`
      said.attachments.push({
        id,
        filename: file.name,
        size: file.size,
        url: address,
        proxy_url: address,
        content_type: file.type,
        title: name,
      })
    }
    nonces.set(nonce, said)
    keep(said)
    for (const listener of listeners) listener(said)
    gateway.dispatch('MESSAGE_CREATE', { ...said, ...inGuild(channel), nonce })
    return ok({ ...said, nonce })
  }

  const change = (call: Call): Answer => {
    changed.push({ id: call.operation.id, body: call.body, path: call.path })
    return refusals.shift() ?? nothing
  }
  const find = (call: Call) => messages(call.path.channel_id ?? '').find(each => each.id === call.path.message_id)

  const shown = { name: people.bot.username, avatar: null as string | null, description: '', names: [] as string[] }
  const myUser = () => ({
    ...people.bot,
    username: shown.name,
    avatar: shown.avatar,
    mfa_enabled: true,
    locale: 'en-US',
  })
  const myApplication = () => ({
    id: people.bot.id,
    name: 'Norte',
    icon: null,
    description: shown.description,
    type: null,
    verify_key: 'f'.repeat(64),
    flags: content ? 1 << 19 : 0,
    flags_new: String(content ? 1 << 19 : 0),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: people.ana,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  })

  const api = await startVendorApi({
    description,
    base: '/api/v10',
    before: ({ headers }) =>
      headers.get('authorization') === `Bot ${botToken}` ? undefined : failed(401, 0, '401: Unauthorized'),
    refuse: problem => failed(400, 50035, `Invalid Form Body: ${problem}`),
    beside(incoming) {
      const bytes = files.get(decodeURIComponent(incoming.url.pathname))
      return bytes ? { status: 200, bytes } : undefined
    },
    answers: {
      get_my_user: () => ok(myUser()),
      update_my_user(call) {
        const refusal = refusals.shift()
        if (refusal) return refusal
        shown.names.push(String(call.body.username))
        shown.name = String(call.body.username)
        if (typeof call.body.avatar === 'string') shown.avatar = 'a'.repeat(32)
        if (call.body.avatar === null) shown.avatar = null
        return ok(myUser())
      },
      get_my_application: () => ok(myApplication()),
      update_my_application(call) {
        const { description } = call.body as { description?: { default: string } }
        if (description) shown.description = description.default
        return ok(myApplication())
      },
      get_bot_gateway: () =>
        ok({
          url: gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        }),
      list_my_guilds: () =>
        ok([
          {
            id: place.guild,
            name: 'Python Madrid',
            icon: null,
            banner: null,
            owner: false,
            permissions: '0',
            features: [],
          },
        ]),
      list_guild_channels: () => ok([guildChannel(place.general, 'general')]),
      create_dm: call =>
        call.body.recipient_id === people.ana.id
          ? ok(privateChat())
          : failed(400, 50007, 'Cannot send messages to this user'),
      get_channel: call =>
        call.path.channel_id === place.general
          ? ok(guildChannel(place.general, 'general'))
          : call.path.channel_id === place.anasChat
            ? ok(privateChat())
            : failed(403, 50001, 'Missing Access'),
      list_messages(call) {
        const refusal = refusals.shift()
        if (refusal) return refusal
        const all = messages(call.path.channel_id ?? '')
        const limit = Number(call.query.limit ?? 50)
        const { after, before } = call.query
        const newer = after === undefined ? all : all.filter(each => BigInt(each.id) > BigInt(String(after)))
        const wanted = before === undefined ? newer : newer.filter(each => BigInt(each.id) < BigInt(String(before)))
        const page = after === undefined ? wanted.slice(-limit) : wanted.slice(0, limit)
        return ok(page.toReversed())
      },
      get_message: call => {
        const said = find(call)
        return said ? ok(said) : failed(404, 10008, 'Unknown Message')
      },
      create_message: create,
      update_message(call) {
        changed.push({ id: call.operation.id, body: call.body, path: call.path })
        const said = find(call)
        if (!said) return failed(404, 10008, 'Unknown Message')
        said.content = String(call.body.content)
        said.edited_timestamp = new Date().toISOString()
        return ok(said)
      },
      delete_message: change,
      add_my_message_reaction: change,
      delete_my_message_reaction: change,
      trigger_typing_indicator: change,
    },
  })
  const gatewayUrl = () => `${api.url.replace('http:', 'ws:')}/gateway`
  const gateway = startGateway(api.http, {
    token: botToken,
    url: gatewayUrl,
    ready: () => ({ user: people.bot, guilds: [{ id: place.guild }] }),
    guilds: () => [guild()],
    allowedIntents: () => (content ? 0xffff : 0x7fff),
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  })

  return {
    api: {
      ...api,
      calls: api.calls,
      kill: async () => {
        await api.kill()
      },
      restart: async () => {
        gateway.thaw()
        held = false
        await api.restart()
      },
      freeze: () => {
        held = true
        gateway.freeze()
      },
    },
    gateway,
    shown,
    changed,
    say(text, more = {}, channel = place.anasChat, author = people.ana) {
      const said = { ...messageOf(channel, author, text), ...more }
      keep(said)
      gateway.dispatch('MESSAGE_CREATE', { ...said, ...inGuild(channel) })
      return said
    },
    edit(said, text) {
      said.content = text
      said.edited_timestamp = new Date().toISOString()
      gateway.dispatch('MESSAGE_UPDATE', { ...said, ...inGuild(said.channel_id) })
    },
    remove(said) {
      gateway.dispatch('MESSAGE_DELETE', { id: said.id, channel_id: said.channel_id, ...inGuild(said.channel_id) })
    },
    refuseNext: answer => void refusals.push(answer),
    allowContent(on) {
      content = on
    },
    onSent: listener => void listeners.add(listener),
    limit(perBurst) {
      burst = perBurst
    },
    messages,
    putFile(path, bytes) {
      files.set(path, bytes)
      return `${api.url}${path}`
    },
    async [Symbol.asyncDispose]() {
      gateway.stop()
      await api[Symbol.asyncDispose]()
    },
  }
}

const loopback = (address: string) => address === '127.0.0.1'
const http = createHttpClient({ allowAddress: loopback })

export const connectorTo = (server: { api: { url: string } }) =>
  createDiscordConnector({ http, reach: { allowsAddress: loopback }, base: `${server.api.url}/api/v10` })

export const discordAccount: Account = { id: 'discord-test', values: { token: botToken } }

/** The stranger writes privately, or in a channel of a server. */
export function discordHarness(where: 'private' | 'channel'): ConformanceHarness {
  const channel = where === 'private' ? place.anasChat : place.general
  /** The connector knows its server by a base that is the network's: one for each test. */
  let base = 'http://127.0.0.1:9'
  const connector = createDiscordConnector({
    http,
    reach: { allowsAddress: loopback },
    get base() {
      return base
    },
  })
  async function startNetwork(): Promise<Network & { server: DiscordServer }> {
    const server = await startDiscord()
    base = `${server.api.url}/api/v10`
    const heard = heardBook()
    server.onSent(({ content }) => heard.add(content))
    const stranger: Stranger = {
      address: people.ana.id,
      connect: async () => undefined,
      disconnect: async () => undefined,
      say: async text => void server.say(text, {}, channel),
      settled: async () => undefined,
      async typing(on) {
        if (on)
          server.gateway.dispatch('TYPING_START', {
            channel_id: channel,
            user_id: people.ana.id,
            timestamp: Math.floor(Date.now() / 1000),
            ...(where === 'channel' ? { guild_id: place.guild } : {}),
          })
      },
      heard: heard.count,
      waitToHear: heard.wait,
      confirmRead: async () => undefined,
      invite: async () => undefined,
      waitToBeInvited: async () => undefined,
      accept: async () => undefined,
      presence: async () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    }
    return {
      server,
      account: discordAccount,
      stranger,
      conversation: where === 'private' ? { id: people.ana.id, kind: 'direct' } : { id: place.general, kind: 'room' },
      kill: () => server.api.kill(),
      restart: () => server.api.restart(),
      freeze: () => server.api.freeze(),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  }
  return {
    connector,
    start: startNetwork,
    async startLimited() {
      const network = await startNetwork()
      network.server.limit(8)
      return network
    },
    wrongCredentials: account => ({
      ...account,
      values: { token: 'MTk4NjIyNDgzNDcxOTI1MjQ4.wrong1.ZnCjm1XVW7vRze4b7Cq4se7kKWs' },
    }),
    addresses: {
      typed: `https://discord.com/users/${people.ana.id}`,
      parsed: people.ana.id,
      wrong: 'ana@example.org',
    },
    notApplicable: {
      receipts: 'Discord has no receipts',
      'invite-them': 'bots have no friends',
      'they-ask-us': 'bots have no friends',
      presence: 'Discord tells it only to large bots that asked for it',
      gap: 'Discord forgets nothing: what was missed is read',
      ...(where === 'private' ? { 'stable-keys': 'Discord lists no private chats for a bot that begins anew' } : {}),
    },
  }
}

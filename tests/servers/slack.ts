import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ConformanceHarness, Network, Stranger } from '#connectors/conformance/harness.ts'
import type { Account } from '#connectors/contract.ts'
import { createSlackConnector } from '#connectors/slack/index.ts'
import { wantedScopes } from '#connectors/slack/manifest.ts'
import { createHttpClient } from '#platform/http.ts'
import { checkerFor } from './vendor-api/check.ts'
import { heardBook } from './vendor-api/heard.ts'
import { findPublished } from './vendor-api/published.ts'
import type { Call } from './vendor-api/request.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'
import { slackApi, slackDelivery } from './vendor-api/slack-shapes.ts'

export const tokens = {
  botToken: 'xoxb-1111111111-2222222222-AbCdEfGhIjKl',
  appToken: 'xapp-1-A111111-333333-abcdef0123456789',
  signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
}
export const ids = {
  team: 'T0KITH001',
  bot: 'U0BOT00001',
  botId: 'B0BOT00001',
  ana: 'U0ANA00001',
  anasChat: 'D0ANA00001',
  general: 'C0GENERAL1',
}

type Said = {
  type: 'message'
  ts: string
  user: string
  text: string
  team: string
  bot_id?: string
  thread_ts?: string
  edited?: { ts: string; user: string }
  files?: object[]
  metadata?: object
  reply_count?: number
  latest_reply?: string
}

export type SlackServer = AsyncDisposable & {
  readonly api: VendorApi
  readonly acknowledged: readonly string[]
  readonly changed: readonly Call[]
  readonly uploads: ReadonlyMap<string, Buffer>
  say(text: string, more?: Partial<Said>, channel?: string): Said
  edit(said: Said, text: string, channel?: string): void
  remove(said: Said, channel?: string): void
  react(said: Said, name: string, added: boolean, channel?: string): void
  /** Whether events go out by the socket; off, they are only kept. */
  deliver(on: boolean): void
  /** A delivery as Slack would post it. */
  lastDelivery(): string
  disconnect(reason: string): void
  refuseNext(answer: Answer): void
  setScopes(scopes: readonly string[]): void
  messages(channel: string): readonly Said[]
  onSent(listener: (text: string) => void): void
  limit(perBurst: number): void
  freeze(): void
  restart(): Promise<void>
  putFile(path: string, bytes: Uint8Array): string
}

let lastMicros = 0
/** Like Slack's: seconds with six digits behind, each later than the one before. */
const stamp = () => {
  lastMicros = Math.max(Date.now() * 1_000, lastMicros + 1)
  return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`
}

export async function startSlack(): Promise<SlackServer> {
  const channels = new Map<string, Said[]>()
  const acknowledged: string[] = []
  const changed: Call[] = []
  const refusals: Answer[] = []
  const listeners = new Set<(text: string) => void>()
  const uploads = new Map<string, Buffer>()
  const files = new Map<string, Uint8Array>()
  const waiting = new Map<string, object>()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  let scopes: readonly string[] = Object.keys(wantedScopes)
  let delivering = true
  let burst = Number.POSITIVE_INFINITY
  let taken = 0
  let held = false
  let ticket = 0
  let lastBody = ''

  const messages = (channel: string) => channels.get(channel) ?? []
  const headers = () => ({ 'x-oauth-scopes': scopes.join(',') })
  const ok = (json: object): Answer => ({ status: 200, headers: headers(), json: { ok: true, ...json } })
  const failed = (error: string, more: object = {}): Answer => ({
    status: 200,
    as: 'default',
    json: { ok: false, error, ...more },
  })
  const inChannels = new Set([ids.anasChat, ids.general])

  function send(payload: object): void {
    const body = {
      token: 'verification',
      team_id: ids.team,
      api_app_id: 'A111111',
      type: 'event_callback',
      event_id: `Ev${stamp().replace('.', '')}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ enterprise_id: null, team_id: ids.team, user_id: ids.bot, is_bot: true }],
      event: payload,
    }
    const problem = checkerFor(slackApi.document).problem(slackDelivery, JSON.parse(JSON.stringify(body)), 'event')
    if (problem) throw new Error(`Slack never sends this: ${problem}`)
    lastBody = JSON.stringify(body)
    const id = `envelope-${stamp()}`
    waiting.set(id, { envelope_id: id, type: 'events_api', accepts_response_payload: false, payload: body })
    if (delivering && !held) for (const socket of sockets.clients) socket.send(JSON.stringify(waiting.get(id)))
  }

  const channelType = (channel: string) => (channel.startsWith('D') ? 'im' : 'channel')
  /** Slack tells an app nothing of the metadata in a message event. */
  const tell = (channel: string, { metadata: _, reply_count: __, latest_reply: ___, ...said }: Said) =>
    send({ ...said, channel, event_ts: said.ts, channel_type: channelType(channel) })

  function keep(channel: string, said: Said): void {
    channels.set(channel, [...messages(channel), said])
    const root = said.thread_ts && messages(channel).find(each => each.ts === said.thread_ts)
    if (!root || root === said) return
    root.thread_ts = root.ts
    root.reply_count = (root.reply_count ?? 0) + 1
    root.latest_reply = said.ts
  }
  const historyOf = (channel: string) => messages(channel).filter(each => !each.thread_ts || each.thread_ts === each.ts)
  const shown = (said: Said, call: Call) => {
    const { metadata, ...rest } = said
    return call.query.include_all_metadata === true && metadata ? { ...rest, metadata } : rest
  }

  function post(call: Call): Answer | Promise<Answer> {
    if (held) return new Promise(() => undefined)
    const refusal = refusals.shift()
    if (refusal) return refusal
    const channel = String(call.body.channel)
    if (!inChannels.has(channel)) return failed('channel_not_found')
    taken += 1
    if (taken > burst) {
      taken = 0
      return { status: 429, headers: { 'retry-after': '1' }, bytes: '' }
    }
    const text = String(call.body.text ?? '')
    const metadata = call.body.metadata as object | undefined
    const said: Said = {
      type: 'message',
      ts: stamp(),
      user: ids.bot,
      bot_id: ids.botId,
      team: ids.team,
      text,
      ...(call.body.thread_ts === undefined ? {} : { thread_ts: String(call.body.thread_ts) }),
      ...(metadata ? { metadata } : {}),
    }
    keep(channel, said)
    for (const listener of listeners) listener(text)
    tell(channel, said)
    const { metadata: _, ...plain } = said
    return ok({ channel, ts: said.ts, message: plain })
  }

  const page = (all: readonly Said[], call: Call) => {
    const { oldest, latest, limit = 100, cursor } = call.query
    const inclusive = call.query.inclusive === true
    const wanted = all
      .filter(
        each =>
          oldest === undefined || Number(each.ts) > Number(oldest) || (inclusive && Number(each.ts) === Number(oldest)),
      )
      .filter(
        each =>
          latest === undefined || Number(each.ts) < Number(latest) || (inclusive && Number(each.ts) === Number(latest)),
      )
      .toReversed()
    const from = cursor === undefined ? 0 : Number(cursor)
    const part = wanted.slice(from, from + Number(limit))
    const next = from + part.length < wanted.length ? String(from + part.length) : ''
    return { part: part.map(each => shown(each, call)), next }
  }

  const change = (call: Call): Answer => {
    changed.push(call)
    return refusals.shift() ?? ok({})
  }
  const user = (id: string, name: string) => ({
    id,
    name,
    team_id: ids.team,
    is_bot: id === ids.bot,
    is_app_user: false,
    updated: 1,
    real_name: name,
    profile: {
      real_name: name,
      real_name_normalized: name,
      display_name: name,
      display_name_normalized: name,
      avatar_hash: 'x',
    },
  })
  const channelOf = (id: string) =>
    id === ids.anasChat
      ? { id, is_im: true, user: ids.ana, created: 1 }
      : { id, name: 'general', is_channel: true, is_member: true, created: 1 }

  const api = await startVendorApi({
    description: slackApi,
    published: findPublished('slack'),
    base: '/api',
    before({ operation, headers: given }) {
      const wanted = operation.id === 'apps_connections_open' ? tokens.appToken : tokens.botToken
      return given.get('authorization') === `Bearer ${wanted}` ? undefined : failed('invalid_auth')
    },
    refuse: problem => failed('invalid_arg_name', { callstack: problem }),
    beside(incoming) {
      const upload = /^\/upload\/(F\w+)$/.exec(incoming.url.pathname)?.[1]
      if (upload) {
        uploads.set(upload, incoming.bytes)
        return { status: 200, bytes: `OK - ${incoming.bytes.length}` }
      }
      const bytes = files.get(incoming.url.pathname)
      if (!bytes) return undefined
      return incoming.headers.get('authorization') === `Bearer ${tokens.botToken}`
        ? { status: 200, bytes }
        : { status: 403, bytes: '' }
    },
    answers: {
      auth_test: () =>
        ok({
          url: 'https://kith.slack.com/',
          team: 'Kith',
          user: 'norte',
          team_id: ids.team,
          user_id: ids.bot,
          bot_id: ids.botId,
        }),
      apps_connections_open() {
        ticket += 1
        return ok({ url: `${api.url.replace('http:', 'ws:')}/link/?ticket=${ticket}` })
      },
      users_info: call => {
        const id = String(call.query.user)
        return id === ids.ana
          ? ok({ user: user(id, 'Ana Ruiz') })
          : id === ids.bot
            ? ok({ user: user(id, 'norte') })
            : failed('user_not_found')
      },
      users_conversations: () =>
        ok({ channels: [channelOf(ids.anasChat), channelOf(ids.general)], response_metadata: { next_cursor: '' } }),
      conversations_info: call =>
        inChannels.has(String(call.query.channel))
          ? ok({ channel: channelOf(String(call.query.channel)) })
          : failed('channel_not_found'),
      conversations_open: call =>
        call.body.users === ids.ana ? ok({ channel: { id: ids.anasChat } }) : failed('user_not_found'),
      conversations_join: call =>
        call.body.channel === ids.general ? ok({ channel: channelOf(ids.general) }) : failed('channel_not_found'),
      conversations_leave: () => ok({}),
      conversations_history(call) {
        const { part, next } = page(historyOf(String(call.query.channel)), call)
        return ok({
          messages: part,
          has_more: next !== '',
          pin_count: 0,
          ...(next ? { response_metadata: { next_cursor: next } } : {}),
        })
      },
      conversations_replies(call) {
        const ts = Number(call.query.ts)
        const all = messages(String(call.query.channel)).filter(
          each => Number(each.ts) === ts || Number(each.thread_ts) === ts,
        )
        return ok({ messages: all, has_more: false })
      },
      chat_postMessage: post,
      chat_update(call) {
        changed.push(call)
        const refusal = refusals.shift()
        if (refusal) return refusal
        const { channel, ts, text } = call.body
        return ok({ channel, ts, text, message: { type: 'message', ts, text, user: ids.bot } })
      },
      chat_delete: call => {
        changed.push(call)
        return refusals.shift() ?? ok({ channel: call.body.channel, ts: call.body.ts })
      },
      reactions_add: change,
      reactions_remove: change,
      files_getUploadURLExternal(call) {
        const id = `F${stamp().replace('.', '')}`
        return Number(call.body.length) > 0
          ? ok({ upload_url: `${api.url}/upload/${id}`, file_id: id })
          : failed('invalid_arguments')
      },
      files_completeUploadExternal(call) {
        const [file] = call.body.files as { id: string; title: string }[]
        const bytes = uploads.get(file?.id ?? '')
        if (!file || !bytes) return failed('file_not_found')
        const channel = String(call.body.channel_id)
        const path = `/files-pri/${file.id}`
        files.set(path, bytes)
        const shared = {
          id: file.id,
          name: file.title,
          size: bytes.length,
          mimetype: 'text/plain',
          url_private: `${api.url}${path}`,
        }
        const said: Said = {
          type: 'message',
          ts: stamp(),
          user: ids.bot,
          bot_id: ids.botId,
          team: ids.team,
          text: String(call.body.initial_comment ?? ''),
          files: [shared],
        }
        keep(channel, said)
        send({ ...said, subtype: 'file_share', channel, event_ts: said.ts, channel_type: channelType(channel) })
        return ok({ files: [{ id: file.id, title: file.title }] })
      },
    },
  })

  const greet = (socket: WebSocket) => {
    socket.on('error', () => undefined)
    socket.on('message', data => {
      const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id: string }
      if (waiting.delete(id)) acknowledged.push(id)
    })
    if (held) return
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: 1, debug_info: {}, connection_info: { app_id: 'A111111' } }),
    )
    if (delivering) for (const envelope of waiting.values()) socket.send(JSON.stringify(envelope))
  }
  const onUpgrade = (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname !== '/link/' || url.searchParams.get('ticket') !== String(ticket)) raw.destroy()
    else sockets.handleUpgrade(request, raw, head, greet)
  }
  api.http.on('upgrade', onUpgrade)

  return {
    api,
    acknowledged,
    changed,
    uploads,
    say(text, more = {}, channel = ids.anasChat) {
      const said: Said = { type: 'message', ts: stamp(), user: ids.ana, team: ids.team, text, ...more }
      keep(channel, said)
      tell(channel, said)
      return said
    },
    edit(said, text, channel = ids.anasChat) {
      said.text = text
      said.edited = { ts: stamp(), user: said.user }
      const { metadata: _, ...message } = said
      send({
        type: 'message',
        subtype: 'message_changed',
        channel,
        ts: stamp(),
        event_ts: stamp(),
        hidden: true,
        message,
      })
    },
    remove(said, channel = ids.anasChat) {
      const previous = { type: 'message', ts: said.ts, user: said.user, text: said.text }
      send({
        type: 'message',
        subtype: 'message_deleted',
        channel,
        ts: stamp(),
        event_ts: stamp(),
        hidden: true,
        deleted_ts: said.ts,
        previous_message: previous,
      })
    },
    react(said, name, added, channel = ids.anasChat) {
      const item = { type: 'message', channel, ts: said.ts }
      send({
        type: added ? 'reaction_added' : 'reaction_removed',
        user: ids.ana,
        reaction: name,
        item,
        item_user: said.user,
        event_ts: stamp(),
      })
    },
    deliver(on) {
      delivering = on
    },
    lastDelivery: () => lastBody,
    disconnect(reason) {
      for (const socket of sockets.clients) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }))
    },
    refuseNext: answer => void refusals.push(answer),
    setScopes(given) {
      scopes = given
    },
    messages,
    onSent: listener => void listeners.add(listener),
    limit(perBurst) {
      burst = perBurst
    },
    freeze() {
      held = true
    },
    async restart() {
      held = false
      await api.restart()
    },
    putFile(path, bytes) {
      files.set(path, bytes)
      return `${api.url}${path}`
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate()
      await api[Symbol.asyncDispose]()
    },
  }
}

/** As Slack signs a delivery at that second. */
export function signed(body: string, at: Date, secret = tokens.signingSecret): Record<string, string> {
  const second = Math.floor(at.getTime() / 1000)
  const hmac = createHmac('sha256', secret).update(`v0:${second}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(second), 'x-slack-signature': `v0=${hmac}` }
}

const loopback = (address: string) => address === '127.0.0.1'
const http = createHttpClient({ allowAddress: loopback })

export const connectorTo = (server: { api: { url: string } }) =>
  createSlackConnector({ http, reach: { allowsAddress: loopback }, base: `${server.api.url}/api` })

export const slackAccount: Account = {
  id: 'slack-test',
  values: { botToken: tokens.botToken, appToken: tokens.appToken, signingSecret: tokens.signingSecret },
}

/** The connector knows its server by a base that is the network's: one for each test. */
let base = 'http://127.0.0.1:9'
const connector = createSlackConnector({
  http,
  reach: { allowsAddress: loopback },
  get base() {
    return base
  },
})

async function startNetwork(): Promise<Network & { server: SlackServer }> {
  const server = await startSlack()
  base = `${server.api.url}/api`
  const heard = heardBook()
  server.onSent(heard.add)
  const nothing = async () => undefined
  const stranger: Stranger = {
    address: ids.ana,
    connect: nothing,
    disconnect: nothing,
    say: async text => void server.say(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    settled: nothing,
    typing: nothing,
    heard: heard.count,
    waitToHear: heard.wait,
    confirmRead: nothing,
    invite: nothing,
    waitToBeInvited: nothing,
    accept: nothing,
    presence: nothing,
    [Symbol.asyncDispose]: nothing,
  }
  return {
    server,
    account: slackAccount,
    stranger,
    conversation: { id: ids.ana, kind: 'direct', title: 'Ana Ruiz' },
    kill: () => server.api.kill(),
    restart: () => server.restart(),
    freeze: () => server.freeze(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

export const slackHarness: ConformanceHarness = {
  connector,
  start: startNetwork,
  async startLimited() {
    const network = await startNetwork()
    network.server.limit(8)
    return network
  },
  wrongCredentials: account => ({ ...account, values: { ...account.values, botToken: 'xoxb-1111111111-wrong-token' } }),
  addresses: { typed: `https://kith.slack.com/team/${ids.ana}`, parsed: ids.ana, wrong: 'ana@example.org' },
  notApplicable: {
    receipts: 'Slack has no receipts',
    'invite-them': 'members of a workspace need no invitation',
    'they-ask-us': 'members of a workspace need no invitation',
    presence: 'Slack tells apps only by a connection that it has closed to them (RTM)',
    typing: 'Slack tells apps only by a connection that it has closed to them (RTM)',
    gap: 'Slack forgets nothing while Kith is off for less than 90 days: what was missed is read',
  },
}

import type { ConformanceHarness, Network, Stranger } from '#connectors/conformance/harness.ts'
import type { Account } from '#connectors/contract.ts'
import { createTelegramConnector } from '#connectors/telegram/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { readVendorFile } from './vendor-api/description.ts'
import { heardBook } from './vendor-api/heard.ts'
import type { Call } from './vendor-api/request.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'
import { describeTelegram } from './vendor-api/telegram-types.ts'

export const botToken = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const botId = 110201543
export const botUser = {
  id: botId,
  is_bot: true,
  first_name: 'Norte',
  username: 'norte_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const

type Chat = { id: number; type: 'private' | 'supergroup'; first_name?: string; title?: string; is_forum?: true }
type Update = { update_id: number } & Record<string, unknown>
export type Sent = { method: string; chat: Chat; message: number; body: Readonly<Record<string, unknown>> }

export const ana = { id: 7001, is_bot: false, first_name: 'Ana', last_name: 'Ruiz', username: 'ana_ruiz' } as const
export const anasChat: Chat = { id: 7001, type: 'private', first_name: 'Ana' }
export const group: Chat = { id: -1001234567890, type: 'supergroup', title: 'Python Madrid' }

/** Telegram's bot API as far as Kith uses it: what it keeps behind the checked requests. */
export type TelegramServer = AsyncDisposable & {
  readonly api: VendorApi
  readonly sent: readonly Sent[]
  readonly updates: readonly Update[]
  readonly hook: { url: string; secret: string }
  /** What everybody sees of the bot. */
  readonly shown: { name: string; description: string; short: string; pictures: number }
  /** A message by a person; gives its number. */
  say(text: string, more?: Record<string, unknown>, chat?: Chat): number
  tell(update: Record<string, unknown>): void
  /** A refusal for the next sends into a chat. */
  refuseNext(status: number, description: string, parameters?: Record<string, unknown>): void
  /** What was not fetched is gone, as after a day. */
  forget(): void
  putFile(id: string, bytes: Uint8Array, size?: number): void
  /** Polls that are open now. */
  polls(): number
  onSent(listener: (sent: Sent) => void): void
  limit(perBurst: number): void
}

const now = () => Math.floor(Date.now() / 1000)

const description = describeTelegram(readVendorFile('telegram'))

export async function startTelegram(): Promise<TelegramServer> {
  const updates: Update[] = []
  const sent: Sent[] = []
  const files = new Map<string, { bytes: Uint8Array; size: number }>()
  const hook = { url: '', secret: '' }
  const shown = { name: 'Norte', description: '', short: '', pictures: 0 }
  const listeners = new Set<(sent: Sent) => void>()
  const refusals: Answer[] = []
  let nextUpdate = 84_000_001
  let nextMessage = 1
  let burst = Number.POSITIVE_INFINITY
  let taken = 0
  let poll: { end(answer: Answer): void } | undefined

  const ok = (result: unknown): Answer => ({ status: 200, json: { ok: true, result } })
  const refuse = (status: number, text: string, parameters?: Record<string, unknown>): Answer => ({
    status,
    json: { ok: false, error_code: status, description: text, ...(parameters ? { parameters } : {}) },
  })
  const updateSchema = { $ref: '#/$defs/Update' }

  function tell(what: Record<string, unknown>): void {
    const update = { update_id: nextUpdate, ...what }
    nextUpdate += 1
    api.sends(updateSchema, update, 'update')
    updates.push(update)
    wake()
  }
  const wake = () => {
    const waiting = poll
    poll = undefined
    waiting?.end(ok(updates.slice(0, 100)))
  }
  const chatOf = (id: unknown): Chat | undefined =>
    Number(id) === ana.id ? anasChat : Number(id) === group.id ? group : undefined

  function accept(call: Call): Answer {
    const refusal = refusals.shift()
    if (refusal) return refusal
    const chat = chatOf(call.body.chat_id)
    if (!chat) return refuse(400, 'Bad Request: chat not found')
    taken += 1
    if (taken > burst) {
      taken = 0
      return refuse(429, 'Too Many Requests: retry after 1', { retry_after: 1 })
    }
    const number = nextMessage++
    const record: Sent = { method: call.operation.id, chat, message: number, body: call.body }
    sent.push(record)
    for (const listener of listeners) listener(record)
    const file = call.files.get('document')
    if (file) void file.bytes().then(bytes => files.set(`sent-${number}`, { bytes, size: bytes.length }))
    return ok({
      message_id: number,
      from: { id: botId, is_bot: true, first_name: botUser.first_name, username: botUser.username },
      chat,
      date: now(),
      ...(file
        ? {
            document: {
              file_id: `sent-${number}`,
              file_unique_id: `u${number}`,
              file_name: file.name,
              file_size: file.size,
            },
            ...(call.body.caption === undefined ? {} : { caption: call.body.caption }),
          }
        : { text: call.body.text }),
    })
  }

  const changed = (call: Call): Answer => {
    const refusal = refusals.shift()
    if (refusal) return refusal
    const record = sent.find(each => each.message === call.body.message_id)
    sent.push({
      method: call.operation.id,
      chat: chatOf(call.body.chat_id) ?? anasChat,
      message: Number(call.body.message_id),
      body: call.body,
    })
    if (call.operation.id !== 'editMessageText') return ok(true)
    if (!record) return refuse(400, 'Bad Request: message to edit not found')
    return ok({
      message_id: record.message,
      from: { id: botId, is_bot: true, first_name: botUser.first_name },
      chat: record.chat,
      date: now(),
      edit_date: now(),
      text: call.body.text,
    })
  }

  const api = await startVendorApi({
    description,
    before: ({ path }) => (path.token === botToken ? undefined : refuse(401, 'Unauthorized')),
    refuse: problem => refuse(400, `Bad Request: ${problem}`),
    beside(incoming) {
      const path = /^\/file\/bot([^/]+)\/documents\/(.+)$/.exec(incoming.url.pathname)
      const file = path?.[1] === botToken ? files.get(decodeURIComponent(path[2] ?? '')) : undefined
      return path ? (file ? { status: 200, bytes: file.bytes } : { status: 404, bytes: '' }) : undefined
    },
    answers: {
      getMe: () => ok(botUser),
      getMyName: () => ok({ name: shown.name }),
      getMyDescription: () => ok({ description: shown.description }),
      getMyShortDescription: () => ok({ short_description: shown.short }),
      setMyName(call) {
        const refusal = refusals.shift()
        if (refusal) return refusal
        shown.name = String(call.body.name ?? '')
        return ok(true)
      },
      setMyDescription(call) {
        shown.description = String(call.body.description ?? '')
        return ok(true)
      },
      setMyShortDescription(call) {
        shown.short = String(call.body.short_description ?? '')
        return ok(true)
      },
      async setMyProfilePhoto(call) {
        shown.pictures += call.files.size
        const [file] = call.files.values()
        if (file) files.set('own-photo', { bytes: new Uint8Array(await file.arrayBuffer()), size: file.size })
        return ok(true)
      },
      removeMyProfilePhoto() {
        files.delete('own-photo')
        return ok(true)
      },
      getUserProfilePhotos() {
        const photo = files.get('own-photo')
        const size = (file_id: string, width: number) => ({
          file_id,
          file_unique_id: `u-${file_id}`,
          width,
          height: width,
        })
        const photos = photo ? [[size('small-photo', 160), size('own-photo', 640)]] : []
        return ok({ total_count: photos.length, photos })
      },
      getWebhookInfo: () =>
        ok({ url: hook.url, has_custom_certificate: false, pending_update_count: hook.url ? updates.length : 0 }),
      setWebhook(call) {
        hook.url = String(call.body.url)
        hook.secret = String(call.body.secret_token ?? '')
        return ok(true)
      },
      deleteWebhook() {
        hook.url = ''
        return ok(true)
      },
      getUpdates(call) {
        if (hook.url !== '')
          return refuse(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          )
        poll?.end(
          refuse(
            409,
            'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
          ),
        )
        poll = undefined
        const offset = Number(call.body.offset ?? 0)
        while (updates[0] && updates[0].update_id < offset) updates.shift()
        if (updates.length > 0 || Number(call.body.timeout ?? 0) === 0)
          return ok(updates.slice(0, Number(call.body.limit ?? 100)))
        return new Promise<Answer>(resolve => {
          const timer = setTimeout(() => end(ok([])), Number(call.body.timeout) * 1000)
          const end = (answer: Answer) => {
            clearTimeout(timer)
            if (poll === mine) poll = undefined
            resolve(answer)
          }
          const mine = { end }
          poll = mine
        })
      },
      sendMessage: call =>
        String(call.body.text).length > 4096 ? refuse(400, 'Bad Request: message is too long') : accept(call),
      sendDocument: accept,
      editMessageText: changed,
      deleteMessage: changed,
      setMessageReaction: changed,
      sendChatAction(call) {
        sent.push({
          method: 'sendChatAction',
          chat: chatOf(call.body.chat_id) ?? anasChat,
          message: 0,
          body: call.body,
        })
        return ok(true)
      },
      leaveChat: () => ok(true),
      getFile(call) {
        const file = files.get(String(call.body.file_id))
        if (!file) return refuse(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
        if (file.size > 20_000_000) return refuse(400, 'Bad Request: file is too big')
        return ok({
          file_id: call.body.file_id,
          file_unique_id: `u-${call.body.file_id}`,
          file_size: file.size,
          file_path: `documents/${call.body.file_id}`,
        })
      },
    },
  })

  return {
    api,
    sent,
    updates,
    hook,
    shown,
    say(text, more = {}, chat = anasChat) {
      const number = nextMessage++
      tell({ message: { message_id: number, from: ana, chat, date: now(), ...(text === '' ? {} : { text }), ...more } })
      return number
    },
    tell,
    refuseNext: (status, text, parameters) => void refusals.push(refuse(status, text, parameters)),
    forget: () => void updates.splice(0),
    putFile: (id, bytes, size = bytes.length) => void files.set(id, { bytes, size }),
    polls: () => (poll ? 1 : 0),
    onSent: listener => void listeners.add(listener),
    limit: perBurst => {
      burst = perBurst
    },
    async [Symbol.asyncDispose]() {
      poll?.end(ok([]))
      await api[Symbol.asyncDispose]()
    },
  }
}

const loopback = (address: string) => address === '127.0.0.1'
const http = createHttpClient({ allowAddress: loopback })
/** Moved by the test of a forgetful network. */
let aheadMs = 0

export const connector = createTelegramConnector({
  http,
  openPoll: () => createHttpClient({ allowAddress: loopback }),
  clock: { now: () => new Date(Date.now() + aheadMs) },
})

export const telegramAccount = (server: TelegramServer, values: Record<string, string> = {}): Account => ({
  id: 'telegram-test',
  values: { token: botToken, server: server.api.url, ...values },
})

async function startNetwork(): Promise<Network & { server: TelegramServer }> {
  aheadMs = 0
  const server = await startTelegram()
  const heard = heardBook()
  server.onSent(({ body }) => heard.add(String(body.text ?? '')))
  const stranger: Stranger = {
    address: String(ana.id),
    connect: async () => undefined,
    disconnect: async () => undefined,
    say: async text => void server.say(text),
    settled: async () => undefined,
    typing: async () => undefined,
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
    account: telegramAccount(server),
    stranger,
    conversation: { id: String(ana.id), kind: 'direct' },
    kill: () => server.api.kill(),
    restart: () => server.api.restart(),
    freeze: () => server.api.freeze(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

export const telegramHarness: ConformanceHarness = {
  connector,
  start: startNetwork,
  async startLimited() {
    const network = await startNetwork()
    network.server.limit(8)
    return network
  },
  async startForgetful() {
    const network = await startNetwork()
    return {
      ...network,
      async forget() {
        network.server.forget()
        aheadMs = 25 * 3_600_000
      },
    }
  },
  wrongCredentials: account => ({
    ...account,
    values: { ...account.values, token: '110201543:AAwrongwrongwrongwrongwrongwrongwro' },
  }),
  addresses: { typed: 'https://t.me/Ana_Ruiz', parsed: '@ana_ruiz', wrong: 'ana@example.org' },
  notApplicable: {
    'own-echo': 'a bot is not told what it wrote itself',
    'reordered-echo': 'a bot is not told what it wrote itself',
    receipts: 'bots get no receipts',
    'stable-keys': 'a bot can’t read what it was given once',
    'invite-them': 'a bot can’t write first',
    'they-ask-us': 'pressing Start asks nobody',
    presence: 'bots don’t see who is online',
    typing: 'bots don’t see who types',
  },
}

import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { z } from 'zod'
import type { Network } from '#connectors/conformance/harness.ts'
import type { Account, Connector } from '#connectors/contract.ts'
import { courier, type DoorAnswer, type Knock, until, webhookDoor } from './webhook-door.ts'

/**
 * Messenger and Instagram publish no description of their API: these are the requests as Meta's reference pages give them (Page Messages, Sender
 * Actions, Subscribed Apps, User Profile). What is not of this shape fails the test.
 */
const person = z.strictObject({ id: z.string().regex(/^\d+$/) })
const attachment = z.strictObject({
  attachment: z.strictObject({
    type: z.enum(['image', 'audio', 'video', 'file']),
    payload: z.strictObject({ is_reusable: z.boolean().optional(), url: z.url().optional() }),
  }),
  metadata: z.string().max(1_000).optional(),
})
const how = {
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
  tag: z.enum(['HUMAN_AGENT']).optional(),
}
const messengerSend = z.strictObject({
  recipient: person,
  ...how,
  reply_to: z.strictObject({ mid: z.string() }).optional(),
  message: z.union([
    z.strictObject({ text: z.string().min(1).max(2_000), metadata: z.string().max(1_000).optional() }),
    attachment,
  ]),
})
const instagramSend = z.strictObject({
  recipient: person,
  ...how,
  message: z.strictObject({
    text: z
      .string()
      .min(1)
      .refine(text => Buffer.byteLength(text) <= 1_000),
  }),
})
const action = z.discriminatedUnion('sender_action', [
  z.strictObject({ recipient: person, sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']) }),
  z.strictObject({
    recipient: person,
    sender_action: z.literal('react'),
    payload: z.strictObject({ message_id: z.string(), reaction: z.string().min(1) }),
  }),
  z.strictObject({
    recipient: person,
    sender_action: z.literal('unreact'),
    payload: z.strictObject({ message_id: z.string() }),
  }),
])
const upload = z.strictObject({ recipient: z.string(), messaging_type: z.enum(['RESPONSE']), message: z.string() })

export type PagesAnswer = { status: number; json: unknown }
export const graphError = (code: number, message: string, subcode?: number): PagesAnswer => ({
  status: code === 190 ? 401 : 400,
  json: {
    error: { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }) },
  },
})

export type PagesNetwork = Network & {
  readonly connector: Connector
  /** Bodies of `me/messages` that fitted, sends and actions. */
  readonly sent: readonly Readonly<Record<string, unknown>>[]
  readonly uploads: readonly { name: string; text: string }[]
  readonly subscribed: readonly string[]
  answerWith(...answers: PagesAnswer[]): void
  bring(messaging: object): void
  knock(given: Knock): Promise<DoorAnswer>
  signed(body: string): Knock
  token(): string
  /** With which the last call came. */
  used(): string
}

const appSecret = '5ca1ab1e0ddba11c0ffee0f1ce0ff1ce'
const pageId = '900100'
const ana = '770077'

/** Meta's side of a page or a professional account, with a person who writes to it. */
export async function startPages(
  given: Connector,
  options: { tool: 'messenger' | 'instagram'; burst?: number; humanAgent?: boolean },
): Promise<PagesNetwork> {
  const messenger = options.tool === 'messenger'
  const door = webhookDoor(given)
  const problems: string[] = []
  const sent: Record<string, unknown>[] = []
  const uploads: { name: string; text: string }[] = []
  const subscribed: string[] = []
  const planned: PagesAnswer[] = []
  const heard: { mid: string; text: string }[] = []
  const sockets = new Set<Socket>()
  let token = messenger ? 'EAAPageTokenOfKithTests012345' : 'IGAATokenOfKithTests0123456789'
  const valid = new Set([token])
  let used = token
  let frozen = false
  let burst = options.burst ?? Number.POSITIVE_INFINITY
  let refillAt = 0

  const proof = () => createHmac('sha256', appSecret).update(token).digest('hex')
  const ok = (json: unknown): PagesAnswer => ({ status: 200, json })

  async function take(request: IncomingMessage, bytes: Buffer): Promise<PagesAnswer> {
    const url = new URL(request.url ?? '/', 'http://meta')
    if (!messenger && url.pathname === '/refresh_access_token') {
      if (!valid.has(url.searchParams.get('access_token') ?? '')) return graphError(190, 'Invalid token')
      token = `${token.slice(0, 20)}${randomBytes(6).toString('hex')}`
      valid.add(token)
      return ok({ access_token: token, token_type: 'bearer', expires_in: 5_184_000 })
    }
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!valid.has(given)) return graphError(190, 'Invalid OAuth access token.')
    used = given
    if (messenger && url.searchParams.get('appsecret_proof') !== proof()) {
      problems.push('appsecret_proof is missing or wrong')
      return graphError(100, 'Invalid appsecret_proof')
    }
    const path = url.pathname.replace(/^\/v23\.0\//, '')
    if (path === 'me' && request.method === 'GET')
      return ok(messenger ? { id: pageId, name: 'Mara recruits' } : { user_id: pageId, username: 'mara.recruits' })
    if (path === ana)
      return ok(messenger ? { first_name: 'Ana', last_name: 'Ruiz' } : { name: 'Ana Ruiz', username: 'ana' })
    if (path === 'me/subscribed_apps') {
      if (request.method === 'POST') subscribed.push(url.searchParams.get('subscribed_fields') ?? '')
      return ok(request.method === 'POST' ? { success: true } : { data: subscribed.map(() => ({ id: '1' })) })
    }
    if (path !== 'me/messages' || request.method !== 'POST') {
      problems.push(`${request.method} ${url.pathname}: Meta has no such address`)
      return graphError(100, 'Unsupported request')
    }
    const plan = planned.shift()
    if (plan) return plan
    return message(request, bytes)
  }

  async function message(request: IncomingMessage, bytes: Buffer): Promise<PagesAnswer> {
    const type = request.headers['content-type'] ?? ''
    let body: unknown
    if (type.startsWith('multipart/')) {
      const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
      const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
      const file = form.get('filedata')
      const parsed = upload.safeParse(fields)
      if (!parsed.success || typeof file === 'string' || file === null) {
        problems.push(`an upload of another shape: ${JSON.stringify(fields)}`)
        return graphError(100, 'Invalid parameter')
      }
      uploads.push({ name: file.name, text: await file.text() })
      body = {
        recipient: JSON.parse(parsed.data.recipient),
        messaging_type: parsed.data.messaging_type,
        message: JSON.parse(parsed.data.message),
      }
    } else body = JSON.parse(bytes.toString())
    if (typeof body === 'object' && body !== null && 'sender_action' in body) {
      const parsed = action.safeParse(body)
      if (!parsed.success) problems.push(`sender action: ${parsed.error.message}`)
      else sent.push(parsed.data)
      return ok({ recipient_id: ana })
    }
    const parsed = (messenger ? messengerSend : instagramSend).safeParse(body)
    if (!parsed.success) {
      problems.push(`send: ${parsed.error.message}`)
      return graphError(100, 'Invalid parameter')
    }
    if (burst <= 0 && Date.now() > refillAt) burst = options.burst ?? burst
    if (burst <= 0) return graphError(613, 'Calls to this API have exceeded the rate limit.')
    burst -= 1
    if (burst === 0) refillAt = Date.now() + 1_000
    sent.push(parsed.data)
    const mid = `m_${randomBytes(18).toString('base64url')}`
    const { message: said } = parsed.data
    const text = 'text' in said ? said.text : ''
    heard.push({ mid, text })
    const metadata = 'metadata' in said && said.metadata !== undefined ? { metadata: said.metadata } : {}
    const at = Date.now()
    bring({
      sender: { id: pageId },
      recipient: { id: ana },
      timestamp: at,
      message: { mid, is_echo: true, text, ...metadata },
    })
    if (messenger && options.burst === undefined)
      bring({ sender: { id: ana }, recipient: { id: pageId }, delivery: { mids: [mid], watermark: at } })
    return ok({ recipient_id: ana, message_id: mid })
  }

  const http = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (frozen) return
      void take(request, Buffer.concat(parts)).then(({ status, json }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
      })
    })
  })
  http.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  })
  const listen = (port: number) => new Promise<void>(resolve => void http.listen(port, '127.0.0.1', resolve))
  const kill = async () => {
    if (!http.listening) return
    const closed = new Promise(resolve => http.close(resolve))
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }
  await listen(0)
  const { port } = http.address() as AddressInfo

  const account: Account = {
    id: `${options.tool}-account`,
    values: {
      [messenger ? 'pageToken' : 'instagramToken']: token,
      appSecret,
      apiUrl: `http://127.0.0.1:${port}`,
      pageId,
      ...(options.humanAgent ? { humanAgent: 'true' } : {}),
    },
    webhookUrl: 'https://kith.example/api/v1/hooks/1/2',
    webhookWord: 'the-word',
  }
  const signed = (body: string): Knock => ({
    method: 'POST',
    headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` },
    body,
  })
  const knock = (item: Knock) => door.knock(account, item)
  const post = courier(item => (http.listening ? knock(item()) : Promise.resolve({ status: 503, body: '' })))
  function bring(messaging: object) {
    const object = messenger ? 'page' : 'instagram'
    post.bring(() =>
      signed(JSON.stringify({ object, entry: [{ id: pageId, time: Date.now(), messaging: [messaging] }] })),
    )
  }
  const none = async () => {
    throw new Error('Meta tells pages no such thing')
  }

  return {
    connector: door.connector,
    account,
    sent,
    uploads,
    subscribed,
    bring,
    knock,
    signed,
    token: () => token,
    used: () => used,
    answerWith: (...answers) => void planned.push(...answers),
    conversation: { id: ana, kind: 'direct' },
    kill,
    async restart() {
      await kill()
      frozen = false
      await listen(port)
    },
    freeze() {
      frozen = true
    },
    stranger: {
      address: ana,
      connect: async () => {},
      disconnect: async () => {},
      async say(text) {
        const mid = `m_${randomBytes(18).toString('base64url')}`
        bring({ sender: { id: ana }, recipient: { id: pageId }, timestamp: Date.now(), message: { mid, text } })
      },
      settled: post.settled,
      typing: none,
      heard: text => heard.filter(each => each.text === text).length,
      waitToHear: text => until(`“${text.slice(0, 30)}”`, () => heard.some(each => each.text === text)),
      async confirmRead(text) {
        const mid = heard.find(each => each.text === text)?.mid
        const read = messenger ? { watermark: Date.now() } : { mid }
        bring({ sender: { id: ana }, recipient: { id: pageId }, timestamp: Date.now(), read })
      },
      invite: none,
      waitToBeInvited: none,
      accept: none,
      presence: none,
      [Symbol.asyncDispose]: async () => {},
    },
    async [Symbol.asyncDispose]() {
      await post[Symbol.asyncDispose]()
      await kill()
      if (problems.length > 0) throw new Error(`Meta would have refused:\n${[...new Set(problems)].join('\n')}`)
    },
  }
}

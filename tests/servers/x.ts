import { createHmac } from 'node:crypto'
import type { Network } from '#connectors/conformance/harness.ts'
import type { Account, Connector } from '#connectors/contract.ts'
import { findPublished } from './vendor-api/published.ts'
import type { Call } from './vendor-api/request.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'
import { xApi } from './vendor-api/x-shapes.ts'
import { type DoorAnswer, type Knock, until, webhookDoor } from './webhook-door.ts'

const mara = { id: '1100', username: 'MaraRecruits', name: 'Mara' }
const ana = { id: '2200', username: 'AnaRuiz', name: 'Ana Ruiz' }
export const consumerSecret = 'k4zQx0ConsumerSecret'

type Message = { id: string; text: string; sender: string; at: Date }
type Post = { id: string; text: string; author: string; root: string; answers?: string; at: Date }

/** X tells errors as problems (RFC 7807). */
export const xProblem = (status: number, detail: string, headers: Record<string, string> = {}): Answer => ({
  status,
  as: 'default',
  headers: { 'content-type': 'application/problem+json', ...headers },
  bytes: JSON.stringify({ title: 'Problem', type: 'about:blank', status, detail }),
})

export type XNetwork = Network & {
  readonly connector: Connector
  readonly api: VendorApi
  readonly sent: readonly Call[]
  /** Pairs given out so far, the first one included. */
  readonly renewals: number
  say(text: string): Message
  post(text: string, more?: { root?: string; answers?: string }): Post
  /** A message of ours that went out although nobody heard of it. */
  had(text: string): void
  answerWith(...answers: Answer[]): void
  forget(): Promise<void>
  /** The access token in use is worth nothing from now on, as after two hours. */
  expire(): void
  /** The app loses the right to read direct messages. */
  withholdMessages(): void
  signed(json: unknown): Knock
  knock(given: Knock): Promise<DoorAnswer>
  limited(): number
}

const epoch = 1_288_834_974_657n

/** X's side: the API as described, a person who writes, and tokens that run out. */
export async function startX(given: Connector, options: { burst?: number } = {}): Promise<XNetwork> {
  const door = webhookDoor(given)
  let messages: Message[] = []
  const posts: Post[] = []
  const sent: Call[] = []
  const planned: Answer[] = []
  let withheld = false
  let count = 0n
  let pair = { access: 'access-token-1', refresh: 'refresh-token-1' }
  let renewals = 1
  let burst = options.burst ?? Number.POSITIVE_INFINITY
  let refillAt = 0
  let limited = 0
  const snowflake = (at: Date) => {
    count += 1n
    return String(((BigInt(at.getTime()) - epoch) << 22n) + (count & 0x3fffffn))
  }
  const users = [mara, ana]
  const dmView = (message: Message) => ({
    id: message.id,
    event_type: 'MessageCreate',
    text: message.text,
    created_at: message.at.toISOString(),
    sender_id: message.sender,
    dm_conversation_id: `${mara.id}-${ana.id}`,
    participant_ids: [mara.id, ana.id],
  })
  const paged = <T>(all: readonly T[], query: Call['query']) => {
    const size = Number(query.max_results ?? 100)
    const at = Number(query.pagination_token ?? 0)
    const next = at + size < all.length ? { next_token: String(at + size) } : {}
    return { rows: all.slice(at, at + size), meta: { result_count: Math.min(size, all.length - at), ...next } }
  }
  const limit = (): Answer | undefined => {
    if (burst <= 0 && Date.now() > refillAt) burst = options.burst ?? burst
    if (burst > 0) {
      burst -= 1
      if (burst === 0) refillAt = Date.now() + 2_500
      return undefined
    }
    limited += 1
    return xProblem(429, 'Too Many Requests', { 'x-rate-limit-reset': String(Math.ceil(refillAt / 1_000)) })
  }

  const api = await startVendorApi({
    description: xApi,
    published: findPublished('x'),
    before: ({ headers }) =>
      headers.get('authorization') === `Bearer ${pair.access}` ? undefined : xProblem(401, 'Unauthorized'),
    beside({ method, url, bytes }) {
      if (method !== 'POST' || url.pathname !== '/2/oauth2/token') return undefined
      const form = new URLSearchParams(bytes.toString())
      if (form.get('grant_type') !== 'refresh_token' || form.get('client_id') === null)
        return { status: 400, bytes: '{"error":"invalid_request"}' }
      if (form.get('refresh_token') !== pair.refresh) return { status: 400, bytes: '{"error":"invalid_grant"}' }
      renewals += 1
      pair = { access: `access-token-${renewals}`, refresh: `refresh-token-${renewals}` }
      const json = { token_type: 'bearer', expires_in: 7200, access_token: pair.access, refresh_token: pair.refresh }
      return { status: 200, headers: { 'content-type': 'application/json' }, bytes: JSON.stringify(json) }
    },
    answers: {
      findMyUser: () => ({ status: 200, json: { data: mara } }),
      findUserByUsername({ path }) {
        const user = users.find(each => each.username.toLowerCase() === path.username?.toLowerCase())
        return user
          ? { status: 200, json: { data: user } }
          : {
              status: 200,
              json: {
                errors: [
                  {
                    title: 'Not Found Error',
                    detail: 'Could not find user',
                    type: 'https://api.twitter.com/2/problems/resource-not-found',
                    parameter: 'username',
                    resource_id: String(path.username),
                    resource_type: 'user',
                    value: String(path.username),
                  },
                ],
              },
            }
      },
      getDmEvents({ query }) {
        if (withheld) return xProblem(403, 'You are not permitted to use OAuth2 without the scope dm.read')
        const { rows, meta } = paged(messages.toReversed(), query)
        return {
          status: 200,
          json: { ...(rows.length > 0 ? { data: rows.map(dmView), includes: { users } } : {}), meta },
        }
      },
      usersIdMentions({ query }) {
        const since = BigInt(String(query.since_id ?? '0'))
        const { rows, meta } = paged(
          posts.filter(each => each.author !== mara.id && BigInt(each.id) > since).toReversed(),
          query,
        )
        const data = rows.map(each => ({
          id: each.id,
          text: each.text,
          author_id: each.author,
          conversation_id: each.root,
          created_at: each.at.toISOString(),
          edit_history_tweet_ids: [each.id],
          ...(each.answers ? { referenced_tweets: [{ type: 'replied_to', id: each.answers }] } : {}),
        }))
        return { status: 200, json: { ...(data.length > 0 ? { data, includes: { users } } : {}), meta } }
      },
      dmConversationWithUserEventIdCreate(call) {
        const plan = planned.shift() ?? limit()
        if (plan) return plan
        sent.push(call)
        const at = new Date()
        const message = { id: snowflake(at), text: String(call.body.text), sender: mara.id, at }
        messages.push(message)
        return { status: 201, json: { data: { dm_conversation_id: `${mara.id}-${ana.id}`, dm_event_id: message.id } } }
      },
      createTweet(call) {
        sent.push(call)
        const at = new Date()
        return { status: 201, json: { data: { id: snowflake(at), text: String(call.body.text) } } }
      },
      usersIdLike(call) {
        sent.push(call)
        return { status: 200, json: { data: { liked: true } } }
      },
      usersIdUnlike(call) {
        sent.push(call)
        return { status: 200, json: { data: { liked: false } } }
      },
    },
  })

  const account: Account = {
    id: 'x-account',
    values: {
      clientId: 'client-id-0123',
      accessToken: pair.access,
      refreshToken: pair.refresh,
      consumerSecret,
      apiUrl: api.url,
      userId: mara.id,
    },
    webhookUrl: 'https://kith.example/api/v1/hooks/1/2',
  }
  const none = async () => {
    throw new Error('X tells programs no such thing')
  }
  const say = (text: string) => {
    const at = new Date()
    const message = { id: snowflake(at), text, sender: ana.id, at }
    messages.push(message)
    return message
  }
  const heard = (text: string) => messages.filter(each => each.sender === mara.id && each.text === text)

  return {
    connector: door.connector,
    api,
    account,
    sent,
    get renewals() {
      return renewals
    },
    say,
    post(text, { root, answers } = {}) {
      const at = new Date()
      const id = snowflake(at)
      const post = { id, text, author: ana.id, root: root ?? id, at, ...(answers === undefined ? {} : { answers }) }
      posts.push(post)
      return post
    },
    had(text) {
      const at = new Date()
      messages.push({ id: snowflake(at), text, sender: mara.id, at })
    },
    answerWith: (...answers) => void planned.push(...answers),
    async forget() {
      messages = []
    },
    withholdMessages() {
      withheld = true
    },
    expire() {
      pair = { ...pair, access: 'nobody-has-this' }
    },
    signed(json) {
      const body = JSON.stringify(json)
      const seal = createHmac('sha256', consumerSecret).update(body).digest('base64')
      return { method: 'POST', headers: { 'x-twitter-webhooks-signature': `sha256=${seal}` }, body }
    },
    knock: item => door.knock(account, item),
    limited: () => limited,
    conversation: { id: 'x.com/anaruiz', kind: 'direct' },
    kill: () => api.kill(),
    restart: () => api.restart(),
    freeze: () => api.freeze(),
    stranger: {
      address: 'x.com/anaruiz',
      connect: async () => {},
      disconnect: async () => {},
      say: async text => void say(text),
      settled: async () => {},
      typing: none,
      heard: text => heard(text).length,
      waitToHear: text => until(`“${text.slice(0, 30)}”`, () => heard(text).length > 0),
      confirmRead: none,
      invite: none,
      waitToBeInvited: none,
      accept: none,
      presence: none,
      [Symbol.asyncDispose]: async () => {},
    },
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  }
}

import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { Account, Host, NetworkEvent, RemoteId, SendOutcome, SendRequest, Session } from '../contract.ts'
import { type Http, type Pace, Trouble, watchAccount } from '../vendor.ts'
import { readAccount, usernameOf } from './account.ts'
import { apiFor, expectOk, outcomeOf, type XApi } from './api.ts'
import {
  type Book,
  eventOfMessage,
  eventOfPost,
  eventsPage,
  isNewer,
  learn,
  mentionsPage,
  rootOf,
  timeOf,
  type XMessage,
  type XPost,
} from './inbound.ts'
import { capabilities, publicCapabilities } from './manifest.ts'

export type XDeps = { http: Http; now(): Date; pace?: Pace }

/** X answers fifteen looks in fifteen minutes. */
const gentle: Pace = { everyMs: 65 * secondMs, firstWaitMs: 5 * secondMs, longestWaitMs: 15 * minuteMs }
const mostPages = 10
const firstPages = 2
const sameTextMs = 10 * minuteMs

const me = z.object({ data: z.object({ id: z.string(), username: z.string(), name: z.string() }) })
const found = z.object({ data: z.object({ id: z.string(), username: z.string(), name: z.string() }) })
const sentMessage = z.object({ data: z.object({ dm_event_id: z.string() }) })
const sentPost = z.object({ data: z.object({ id: z.string() }) })
const cursorShape = z.object({ dm: z.string().optional(), post: z.string().optional(), at: z.string() })
type Cursor = z.infer<typeof cursorShape>

export async function fetchMe(api: XApi, now: Date, signal?: AbortSignal) {
  return me.parse(expectOk(await api.get('/2/users/me', {}, signal), now)).data
}

export function openSession(given: Account, host: Host, { http, now, pace = gentle }: XDeps): Session {
  const parsed = readAccount(given)
  const account = parsed.ok ? parsed.value : undefined
  const api = account && apiFor(account, http, pair => host.saveSecrets(pair))
  const watch = watchAccount({ host, now, pace })
  const book: Book = new Map()
  const txns = new Map<string, string>()
  let lost: { txn: string; to: string; text: string; at: Date }[] = []
  let own: string | undefined = account?.userId
  let checked = false
  let cursor: Cursor | undefined
  const noAccount = { kind: 'refused', code: 'wrong-account', text: parsed.ok ? '' : parsed.text } as const

  const txnOf = (message: XMessage): string | undefined => {
    const known = txns.get(message.id)
    if (known !== undefined || message.sender_id !== own) return known
    const at = timeOf(message.id).getTime()
    const maybe = lost.find(
      each =>
        each.text === message.text &&
        (message.dm_conversation_id ?? '').split('-').includes(each.to) &&
        Math.abs(at - each.at.getTime()) < sameTextMs,
    )
    lost = lost.filter(each => each !== maybe)
    return maybe?.txn
  }

  /** Newest first on the network; oldest first here. `met`: down to what was known before. */
  async function fetchMessages(signal: AbortSignal): Promise<{ messages: XMessage[]; met: boolean }> {
    if (!api) return { messages: [], met: true }
    const messages: XMessage[] = []
    let token: string | undefined
    for (let count = 0; count < (cursor ? mostPages : firstPages); count += 1) {
      const query = {
        max_results: '100',
        event_types: 'MessageCreate',
        'dm_event.fields': 'id,text,event_type,created_at,dm_conversation_id,sender_id,participant_ids,attachments',
        expansions: 'sender_id,participant_ids',
        'user.fields': 'username,name',
        ...(token === undefined ? {} : { pagination_token: token }),
      }
      const page = eventsPage.parse(expectOk(await api.get('/2/dm_events', query, signal), now()))
      learn(book, page.includes?.users)
      for (const message of page.data) {
        if (!isNewer(message.id, cursor?.dm)) return { messages: messages.reverse(), met: true }
        messages.push(message)
      }
      token = page.meta?.next_token
      if (token === undefined) return { messages: messages.reverse(), met: false }
    }
    // More than was asked for: older ones than these were not looked at.
    return { messages: messages.reverse(), met: false }
  }

  async function fetchMentions(user: string, signal: AbortSignal): Promise<XPost[]> {
    if (!api) return []
    const posts: XPost[] = []
    let token: string | undefined
    for (let count = 0; count < (cursor?.post ? mostPages : 1); count += 1) {
      const query = {
        max_results: '100',
        'tweet.fields': 'created_at,author_id,conversation_id,referenced_tweets',
        expansions: 'author_id',
        'user.fields': 'username,name',
        ...(cursor?.post ? { since_id: cursor.post } : {}),
        ...(token === undefined ? {} : { pagination_token: token }),
      }
      const page = mentionsPage.parse(expectOk(await api.get(`/2/users/${user}/mentions`, query, signal), now()))
      learn(book, page.includes?.users)
      posts.push(...page.data)
      token = page.meta?.next_token
      if (token === undefined) break
    }
    return posts.reverse()
  }

  async function signIn(signal: AbortSignal): Promise<string> {
    if (!api) throw new Trouble('wrong-credentials', parsed.ok ? '' : parsed.text)
    if (checked && own !== undefined) return own
    const user = await fetchMe(api, now(), signal)
    book.set(user.id, user)
    // What X delivers is told apart by it, also where no session runs.
    if (given.values.userId !== user.id) await host.saveSecrets({ userId: user.id })
    own = user.id
    checked = true
    return user.id
  }

  async function look(signal: AbortSignal): Promise<void> {
    const user = await signIn(signal)
    const history = cursor === undefined
    const { messages, met } = await fetchMessages(signal)
    const posts = await fetchMentions(user, signal)
    const events = [
      ...messages.flatMap(each => eventOfMessage(each, user, book, history, txnOf(each))),
      ...posts.flatMap(each => eventOfPost(each, user, book, history)),
    ]
    const missed = cursor?.dm !== undefined && !met ? gapSince(cursor, messages[0]?.id) : []
    const newest = (ids: readonly string[], before: string | undefined) =>
      ids.reduce((last, each) => (isNewer(each, last) ? each : last), before)
    // After a gap there is nothing left to be met again.
    const dm = newest(
      messages.map(each => each.id),
      missed.length > 0 ? undefined : cursor?.dm,
    )
    const post = newest(
      posts.map(each => each.id),
      cursor?.post,
    )
    const next: Cursor = {
      at: now().toISOString(),
      ...(dm === undefined ? {} : { dm }),
      ...(post === undefined ? {} : { post }),
    }
    if (cursor && events.length === 0 && missed.length === 0) return
    await host.commit([...missed, ...events], JSON.stringify(next))
    cursor = next
  }

  /** X keeps direct messages for thirty days: what was known before is gone from its list. */
  function gapSince(last: Cursor, first: string | undefined): NetworkEvent[] {
    const to = first === undefined ? now() : timeOf(first)
    return [
      {
        kind: 'gap',
        key: `gap:${last.dm}`,
        from: new Date(last.at),
        to,
        why: 'X keeps direct messages for 30 days only; some may have been lost while Kith was away.',
      },
    ]
  }

  async function idOf(person: RemoteId, signal: AbortSignal): Promise<string | SendOutcome> {
    const username = usernameOf(person)
    if (!api || username === undefined)
      return (
        /^x\.com\/id:(\d+)$/.exec(person)?.[1] ?? {
          kind: 'refused',
          code: 'no-address',
          text: 'This is no account on X.',
        }
      )
    for (const [who, known] of book) if (known.username.toLowerCase() === username) return who
    const answer = await api.get(`/2/users/by/username/${username}`, {}, signal)
    const user = answer.kind === 'answer' ? found.safeParse(answer.json).data?.data : undefined
    if (user) {
      book.set(user.id, user)
      return user.id
    }
    if (answer.kind === 'answer' && answer.status < 400)
      return { kind: 'refused', code: 'no-address', text: `There is no account @${username} on X any more.` }
    // Nothing was said yet: looking somebody up may be done again.
    return outcomeOf(answer.kind === 'lost' ? { kind: 'unsent', text: answer.text } : answer, now(), () => undefined)
  }

  async function sendMessage({ txn, to, text }: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    if (!api) return noAccount
    const who = await idOf(to.id, signal)
    if (typeof who !== 'string') return who
    const at = now()
    const answer = await api.change('POST', `/2/dm_conversations/with/${who}/messages`, { text }, signal)
    if (answer.kind === 'lost') lost.push({ txn, to: who, text, at })
    return outcomeOf(answer, now(), json => {
      const sent = sentMessage.safeParse(json).data?.data.dm_event_id
      if (sent !== undefined) txns.set(sent, txn)
      return sent && `dm:${sent}`
    })
  }

  async function answerPost(root: string, request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    if (!api) return noAccount
    const to = /^post:(\d+)$/.exec(request.replyTo ?? '')?.[1] ?? root
    const json = { text: request.text, reply: { in_reply_to_tweet_id: to } }
    const answer = await api.change('POST', '/2/tweets', json, signal)
    return outcomeOf(answer, now(), given => {
      const sent = sentPost.safeParse(given).data?.data.id
      return sent && `post:${sent}`
    })
  }

  return {
    async run(saved, signal) {
      cursor = saved === undefined ? undefined : cursorShape.safeParse(JSON.parse(saved)).data
      await watch.run(look, signal)
    },
    async send(request, signal) {
      const root = rootOf(request.to.id)
      try {
        const outcome = await (root === undefined ? sendMessage(request, signal) : answerPost(root, request, signal))
        if (outcome.kind === 'later' && outcome.code === 'unreachable') watch.wake()
        return outcome
      } catch (error) {
        // The token could not be renewed: nothing was sent.
        if (!(error instanceof Trouble)) throw error
        watch.wake()
        return { kind: 'later', retryAfterMs: error.retryAfterMs ?? minuteMs, code: error.code, text: error.message }
      }
    },
    // One limit for all direct messages of the account, another for posts.
    bucket: to => (rootOf(to.id) === undefined ? 'messages' : 'posts'),
    capabilities: to => (rootOf(to.id) === undefined ? { ...capabilities, reactions: 'rejected' } : publicCapabilities),
    reactions: {
      async react(_to, target, emoji) {
        const post = /^post:(\d+)$/.exec(target)?.[1]
        if (!api || own === undefined) return noAccount
        if (post === undefined)
          return { kind: 'refused', code: 'not-here', text: 'X takes no reactions to direct messages from programs.' }
        const answer = await (emoji.length > 0
          ? api.change('POST', `/2/users/${own}/likes`, { tweet_id: post })
          : api.change('DELETE', `/2/users/${own}/likes/${post}`))
        return outcomeOf(answer, now(), () => `like:${post}`)
      },
    },
    async [Symbol.asyncDispose]() {},
  }
}

import { z } from 'zod'
import type { NetworkEvent, RemoteConversation, RemotePerson } from '../contract.ts'
import { remoteIdOf } from './account.ts'

const id = z.string().regex(/^\d{1,19}$/)
const user = z.object({ id, username: z.string().max(50), name: z.string().max(200).optional() })

export const eventsPage = z.object({
  data: z
    .array(
      z.object({
        id,
        event_type: z.string(),
        text: z.string().max(20_000).optional(),
        created_at: z.iso.datetime().optional(),
        sender_id: id.optional(),
        dm_conversation_id: z.string().max(60).optional(),
        participant_ids: z.array(id).optional(),
        attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
      }),
    )
    .default([]),
  includes: z.object({ users: z.array(user).optional() }).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})
export type XMessage = z.infer<typeof eventsPage>['data'][number]

export const mentionsPage = z.object({
  data: z
    .array(
      z.object({
        id,
        text: z.string().max(50_000),
        author_id: id.optional(),
        conversation_id: id.optional(),
        created_at: z.iso.datetime().optional(),
        referenced_tweets: z.array(z.object({ type: z.string(), id })).optional(),
      }),
    )
    .default([]),
  includes: z.object({ users: z.array(user).optional() }).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})
export type XPost = z.infer<typeof mentionsPage>['data'][number]

/** Who is behind an ID: known from what came so far. */
export type Book = Map<string, { username: string; name?: string | undefined }>

export function learn(book: Book, users: readonly z.infer<typeof user>[] | undefined): void {
  for (const { id: who, username, name } of users ?? []) book.set(who, { username, name })
}

const personOf = (who: string, book: Book): RemotePerson => {
  const known = book.get(who)
  return known
    ? { id: remoteIdOf(known.username), ...(known.name === undefined ? {} : { name: known.name }) }
    : { id: `x.com/id:${who}` }
}

/** Milliseconds since X began, in the first 41 bits of every ID. */
const epochMs = 1_288_834_974_657n
export const timeOf = (snowflake: string): Date => new Date(Number((BigInt(snowflake) >> 22n) + epochMs))
export const isNewer = (left: string, right: string | undefined): boolean =>
  right === undefined || BigInt(left) > BigInt(right)

/** Between two people only: the ID of the conversation holds both. */
function otherIn(message: XMessage, me: string): string | undefined {
  const pair = message.dm_conversation_id?.split('-') ?? message.participant_ids ?? []
  if (pair.length > 2 || (message.dm_conversation_id !== undefined && pair.length !== 2)) return undefined
  return pair.find(each => each !== me)
}

export function eventOfMessage(
  message: XMessage,
  me: string,
  book: Book,
  history: boolean,
  txn: string | undefined,
): NetworkEvent[] {
  const other = otherIn(message, me)
  const { sender_id: sender, created_at: at, text = '', attachments } = message
  if (message.event_type !== 'MessageCreate' || other === undefined || sender === undefined) return []
  const conversation: RemoteConversation = { id: personOf(other, book).id, kind: 'direct' }
  const media = attachments?.media_keys?.length ?? 0
  return [
    {
      kind: 'message',
      key: `dm:${message.id}`,
      otherKeys: txn === undefined ? [] : [txn],
      conversation,
      from: personOf(sender, book),
      own: sender === me,
      // X hands out no address of what is attached to a direct message; the text ends with a link to it.
      text: text === '' && media > 0 ? '[Something attached: look at X]' : text,
      sentAt: at === undefined ? timeOf(message.id) : new Date(at),
      history,
    },
  ]
}

/** A thread of posts, by the ID of its first one. */
export const threadId = (root: string) => `x.com/post:${root}`
export const rootOf = (conversation: string): string | undefined => /^x\.com\/post:(\d{1,19})$/.exec(conversation)?.[1]

/** Somebody named us, or answered in public: the thread stands as a room. */
export function eventOfPost(post: XPost, me: string, book: Book, history: boolean): NetworkEvent[] {
  const author = post.author_id
  if (author === undefined) return []
  const answers = post.referenced_tweets?.find(({ type }) => type === 'replied_to')
  const from = personOf(author, book)
  return [
    {
      kind: 'message',
      key: `post:${post.id}`,
      otherKeys: [],
      conversation: {
        id: threadId(post.conversation_id ?? post.id),
        kind: 'room',
        title: `X: ${(from.name ?? from.id).slice(0, 60)}`,
      },
      from,
      own: author === me,
      text: post.text,
      sentAt: post.created_at === undefined ? timeOf(post.id) : new Date(post.created_at),
      history,
      ...(answers ? { replyTo: `post:${answers.id}` } : {}),
    },
  ]
}

const delivered = z.object({
  for_user_id: id,
  direct_message_events: z
    .array(
      z.object({
        type: z.string(),
        id,
        created_timestamp: z.string().optional(),
        message_create: z.object({
          target: z.object({ recipient_id: id }),
          sender_id: id,
          message_data: z.object({ text: z.string().max(20_000) }),
        }),
      }),
    )
    .optional(),
  users: z.record(z.string(), z.object({ name: z.string().optional(), screen_name: z.string() })).optional(),
})

/** What X posts to the address of an app. Undefined when it is nothing that Kith knows. */
export function eventsOfDelivery(json: unknown, me: string): NetworkEvent[] | undefined {
  const parsed = delivered.safeParse(json)
  if (!parsed.success) return undefined
  if (parsed.data.for_user_id !== me) return []
  const book: Book = new Map(
    Object.entries(parsed.data.users ?? {}).map(([who, { name, screen_name }]) => [
      who,
      { username: screen_name, name },
    ]),
  )
  return (parsed.data.direct_message_events ?? [])
    .filter(({ type }) => type === 'message_create')
    .flatMap(event => {
      const { sender_id, target, message_data } = event.message_create
      const at = Number(event.created_timestamp ?? Number.NaN)
      const created = Number.isFinite(at) ? new Date(at) : timeOf(event.id)
      return eventOfMessage(
        {
          id: event.id,
          event_type: 'MessageCreate',
          text: message_data.text,
          created_at: created.toISOString(),
          sender_id,
          dm_conversation_id: `${sender_id}-${target.recipient_id}`,
        },
        me,
        book,
        false,
        undefined,
      )
    })
}

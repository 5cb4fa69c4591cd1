import { z } from 'zod'

/** What the AT protocol's lexicons answer, as far as Kith reads it. */

export const instant = z.string().transform((text, context) => {
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  context.addIssue({ code: 'custom', message: 'no time' })
  return z.NEVER
})

export const login = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
  didDoc: z.unknown().optional(),
})
export const didDocument = z.object({
  service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown().optional() })).optional(),
})

const viewer = z.object({
  following: z.string().optional(),
  followedBy: z.string().optional(),
  like: z.string().optional(),
  repost: z.string().optional(),
})
export const profile = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().optional(),
  avatar: z.string().optional(),
  viewer: viewer.optional(),
  associated: z.object({ chat: z.object({ allowIncoming: z.string() }).optional() }).optional(),
})
export type Profile = z.infer<typeof profile>
export const profiles = z.object({ profiles: z.array(profile) })

const strongRef = z.object({ uri: z.string(), cid: z.string() })
const feature = z.object({ $type: z.string(), uri: z.string().optional(), did: z.string().optional() })
export const facet = z.object({
  index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
  features: z.array(feature),
})
export type Facet = z.infer<typeof facet>
const image = z.object({
  alt: z.string(),
  image: z.object({ ref: z.object({ $link: z.string() }), mimeType: z.string().optional() }),
})
const embed = z.object({ images: z.array(image).optional() })
export const post = z.object({
  text: z.string(),
  createdAt: z.string(),
  facets: z.array(facet).optional(),
  reply: z.object({ root: strongRef, parent: strongRef }).optional(),
  embed: embed.optional().catch(undefined),
  labels: z
    .object({ values: z.array(z.object({ val: z.string() })) })
    .optional()
    .catch(undefined),
})
export type Post = z.infer<typeof post>

export const notice = z.object({
  uri: z.string(),
  cid: z.string(),
  author: profile,
  reason: z.string(),
  reasonSubject: z.string().optional(),
  record: z.unknown(),
  indexedAt: instant,
})
export type Notice = z.infer<typeof notice>
export const notices = z.object({ cursor: z.string().optional(), notifications: z.array(notice) })

const record = z.object({ uri: z.string(), cid: z.string(), value: z.unknown() })
export const records = z.object({ cursor: z.string().optional(), records: z.array(record) })
export const found = z.object({ uri: z.string(), cid: z.string().optional(), value: z.unknown() })
export const written = z.object({ uri: z.string(), cid: z.string() })
export const resolved = z.object({ did: z.string() })
export const postView = z.object({
  uri: z.string(),
  cid: z.string(),
  author: profile,
  record: z.unknown(),
  viewer: viewer.optional(),
})
export const posts = z.object({ posts: z.array(postView) })
export const blob = z.object({ blob: z.unknown() })

export const message = z.object({
  id: z.string(),
  rev: z.string(),
  text: z.string().optional(),
  facets: z.array(facet).optional(),
  sender: z.object({ did: z.string() }),
  sentAt: instant,
  reactions: z.array(z.object({ value: z.string(), sender: z.object({ did: z.string() }) })).optional(),
  replyTo: z.object({ id: z.string() }).optional().catch(undefined),
})
export type ChatMessage = z.infer<typeof message>
export const convo = z.object({
  id: z.string(),
  members: z.array(profile),
  status: z.string().optional(),
  kind: z.object({ $type: z.string() }).optional(),
})
export type Convo = z.infer<typeof convo>
export const oneConvo = z.object({ convo })
export const convos = z.object({ cursor: z.string().optional(), convos: z.array(convo) })
export const messages = z.object({ cursor: z.string().optional(), messages: z.array(z.unknown()) })
export const available = z.object({ canChat: z.boolean(), convo: convo.optional() })
export const logEntry = z.object({
  $type: z.string(),
  rev: z.string(),
  convoId: z.string().optional(),
  message: z.unknown().optional(),
  reaction: z.object({ value: z.string(), sender: z.object({ did: z.string() }), createdAt: instant }).optional(),
})
export const log = z.object({ cursor: z.string().optional(), logs: z.array(logEntry) })
export const xrpcError = z.object({ error: z.string().optional(), message: z.string().optional() })
export const profileRecord = z.looseObject({
  displayName: z.string().optional(),
  description: z.string().optional(),
  website: z.string().optional(),
  avatar: z
    .object({ ref: z.object({ $link: z.string() }) })
    .loose()
    .optional(),
})

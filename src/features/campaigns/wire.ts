import { z } from 'zod'
import { chatHours } from '#features/conversations/wire.ts'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { landingLanguages } from './model.ts'

const lines = z.array(typedText(300)).max(8)

export const landingContent = z.object({
  lang: z.enum(landingLanguages),
  heading: typedText(120),
  lead: z.string().max(600),
  why: lines,
  expect: lines,
  never: lines,
  text: z.string().max(20_000).optional(),
  greeting: typedText(300),
  consent: typedText(600),
  contact: z.string().max(200),
  subscribe: idOf<'List'>().nullable().optional(),
})

export const pageView = z.object({
  id: idOf<'Page'>(),
  slug: z.string(),
  title: z.string(),
  content: landingContent,
  chat: idOf<'Connection'>(),
  publishedAt: instant().nullable(),
  /** What readers see is older than `content`. */
  changed: z.boolean(),
  updatedAt: instant(),
  url: z.string(),
  /** Visitors who opened the chat from here, and those who became people. */
  visitors: z.number().int(),
  people: z.number().int(),
})
export type PageView = z.infer<typeof pageView>
export const pageList = z.object({ pages: z.array(pageView) })
/** What readers saw before. */
export const versionList = z.object({
  versions: z.array(z.object({ id: z.string(), heading: z.string(), by: z.string().nullable(), at: instant() })),
})
export type VersionList = z.infer<typeof versionList>
export const createPageRequest = z.object({ title: typedText(120) })
export const changePageRequest = z.object({
  title: typedText(120).optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
    .optional(),
  content: landingContent.optional(),
  published: z.boolean().optional(),
})

/** Another site's page may show the chat when its origin is in the list. */
export const websiteChatView = z.object({
  chat: idOf<'Connection'>(),
  origins: z.array(z.string()),
  /** Null: none are set, and nothing is said about them. */
  hours: chatHours.nullable(),
  /** Where other sites load the chat from. */
  script: z.string(),
})
export type WebsiteChatView = z.infer<typeof websiteChatView>
export const originsRequest = z.object({ origins: z.array(z.string().max(200)).max(50) })
export const hoursRequest = z.object({ hours: chatHours.nullable() })

/** The connections on which visitors may go on in the same thread. `address` as visitors see it, once it is open. */
export const chatDoors = z.object({
  doors: z.array(
    z.object({
      connection: idOf<'Connection'>(),
      tool: z.enum(toolIds),
      label: z.string(),
      address: z.string().nullable(),
      open: z.boolean(),
    }),
  ),
})
export type ChatDoorsView = z.infer<typeof chatDoors>
export const doorsRequest = z.object({ connections: z.array(idOf<'Connection'>()).max(20) })

/** With what other sites sign who their visitors are. */
export const chatKeys = z.object({
  keys: z.array(
    z.object({
      id: idOf<'ChatKey'>(),
      algorithm: z.enum(['HS256', 'ES256']),
      createdAt: instant(),
      lastUsedAt: instant().nullable(),
    }),
  ),
})
export type ChatKeysView = z.infer<typeof chatKeys>
export const keyRequest = z.discriminatedUnion('algorithm', [
  z.object({ algorithm: z.literal('HS256') }),
  z.object({ algorithm: z.literal('ES256'), publicKey: typedText(2_000) }),
])
/** `secret` of HS256, shown this once. */
export const keyAnswer = z.object({ id: idOf<'ChatKey'>(), secret: z.string().nullable() })

/** Group chats on our pages. `page` null: wherever the chat is opened without a room of its own. */
export const chatRooms = z.object({
  rooms: z.array(
    z.object({
      id: idOf<'ChatRoom'>(),
      title: z.string(),
      norms: z.string(),
      page: idOf<'Page'>().nullable(),
      open: z.boolean(),
      members: z.number().int(),
    }),
  ),
})
export type ChatRoomsView = z.infer<typeof chatRooms>
export const makeRoomRequest = z.object({
  title: typedText(80),
  norms: z.string().max(600),
  page: idOf<'Page'>().nullable(),
})
export const changeRoomRequest = z.object({
  title: typedText(80).optional(),
  norms: z.string().max(600).optional(),
  open: z.boolean().optional(),
})

const counted = z.object({ visits: z.int(), chats: z.int(), subscribes: z.int(), reached: z.int() })
const moreVisits = z.int().nullable()
/** Two versions shown by turns. Shares are of readers a day; the difference is of B to A, with 99 % confidence. */
export const experimentView = z.object({
  test: z
    .object({
      startedAt: instant(),
      a: counted,
      b: counted,
      verdict: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('too-few'), moreVisits }),
        z.object({ kind: z.literal('unclear'), low: z.number(), high: z.number(), moreVisits }),
        z.object({ kind: z.literal('better'), which: z.enum(['a', 'b']), low: z.number(), high: z.number() }),
      ]),
    })
    .nullable(),
})
export type ExperimentWire = z.infer<typeof experimentView>
export const keepRequest = z.object({ keep: z.enum(['a', 'b']) })

import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'

/** What crosses between a visitor's browser and Kith; the widget shares these. */
export const chatState = z.object({
  who: z.string(),
  about: z.string(),
  online: z.boolean(),
  /** True median over 90 days; null while there is too little to say. */
  answerMinutes: z.number().nullable(),
  /** When the working hours begin again; null while they last, and where none are set. */
  backAt: instant().nullable(),
  /** The zone of the working hours; null where none are set. */
  timezone: z.string().nullable(),
})
export type ChatStateView = z.infer<typeof chatState>

export const beginRequest = z.object({
  /** The sentence the visitor agreed to, kept as proof. */
  consent: typedText(1_000),
  name: z.string().max(120).optional(),
  email: z.email().max(254).optional(),
  page: z.url().max(2_000).optional(),
  referrer: z.url().max(2_000).optional(),
  campaign: z.string().max(120).optional(),
  /** What stands in the field that no person sees. */
  trap: z.string().max(200).optional(),
  /** From the sight of the form to its sending. */
  tookMs: z.number().int().min(0).max(86_400_000).optional(),
  /** A token in which the site around the chat says who its signed-in visitor is. */
  identity: z.string().max(4_096).optional(),
})
export const identityRequest = z.object({ identity: z.string().max(4_096) })
/** `token` null: they have not agreed yet, the chat is begun with the same identity. */
export const identityAnswer = z.object({ token: z.string().nullable(), name: z.string().nullable() })
export const beginAnswer = z.object({ token: z.string(), visitor: idOf<'Visitor'>() })

export const sayRequest = z.object({
  id: idOf<'Message'>(),
  text: typedText(4_000),
  page: z.url().max(2_000).optional(),
})
export const sayAnswer = z.object({ at: instant() })
export const addressRequest = z.object({ email: z.email().max(254), name: z.string().max(120).optional() })

export const chatMessage = z.object({
  id: idOf<'Message'>(),
  /** The id under which it was sent: what a visitor's browser wrote is found again by it. */
  key: z.string(),
  /** Written by the visitor. */
  mine: z.boolean(),
  sender: z.string().nullable(),
  text: z.string(),
  sentAt: instant(),
  /** By the other side. */
  read: z.boolean(),
  edited: z.boolean(),
  /** Taken back: nothing of it is left. */
  gone: z.boolean(),
  /** Opened under the place of each in this list. */
  files: z.array(z.object({ name: z.string(), bytes: z.number().nullable(), picture: z.boolean() })),
  reactions: z.array(z.string()),
  /** Which of them the visitor gave. */
  given: z.array(z.string()),
})
/** A visitor's: of their own message its words; of ours all their reactions from now on. `id`: the same again changes nothing more. */
export const visitorChange = z.discriminatedUnion('kind', [
  z.object({ id: idOf<'Change'>(), kind: z.literal('edit'), text: typedText(4_000) }),
  z.object({ id: idOf<'Change'>(), kind: z.literal('retract') }),
  z.object({ id: idOf<'Change'>(), kind: z.literal('react'), emoji: z.array(z.string().min(1).max(32)).max(6) }),
])
export type VisitorChange = z.infer<typeof visitorChange>
/** The body is the file; its kind is read from its bytes. */
export const fileSayQuery = z.object({ id: idOf<'Message'>(), name: z.string().min(1).max(500) })
export const chatFileLimits = { maxBytes: 10 * 1024 * 1024 } as const
export type ChatMessageView = z.infer<typeof chatMessage>
export type ChatFileView = ChatMessageView['files'][number]
/** Oldest first. */
export const chatMessages = z.object({
  messages: z.array(chatMessage),
  /** The tools on which this visitor went on. */
  wentOn: z.array(z.string()),
})

/** Where a visitor may go on, in the same thread. */
export const doorList = z.object({
  doors: z.array(z.object({ connection: idOf<'Connection'>(), tool: z.string(), address: z.string() })),
})
/** `subject`, `text`: what stands in their message before the code, in their language. */
export const doorRequest = z.object({
  connection: idOf<'Connection'>(),
  subject: typedText(120),
  text: typedText(300),
})
export const doorAnswer = z.object({ code: z.string(), link: z.string(), address: z.string() })

export const roomJoinRequest = z.object({ name: typedText(60) })
export const roomSayRequest = z.object({ id: idOf<'Message'>(), text: typedText(4_000) })
export const roomForVisitor = z.object({
  title: z.string(),
  norms: z.string(),
  /** Under which name they are in it; null when they are not. */
  name: z.string().nullable(),
  removed: z.boolean(),
  members: z.array(z.string()),
  /** Oldest first. `host`: by those whose page it is. */
  messages: z.array(
    z.object({
      id: idOf<'Message'>(),
      key: z.string(),
      mine: z.boolean(),
      host: z.boolean(),
      sender: z.string(),
      text: z.string(),
      sentAt: instant(),
    }),
  ),
})
export type RoomForVisitorView = z.infer<typeof roomForVisitor>

/** Over the socket, from the visitor: the token first, then what is seen and typed. */
export const fromVisitor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string().max(200), page: z.url().max(2_000).optional() }),
  z.object({ type: z.literal('typing'), on: z.boolean() }),
  z.object({ type: z.literal('seen'), message: idOf<'Message'>(), state: z.enum(['delivered', 'read']) }),
  z.object({ type: z.literal('away'), on: z.boolean() }),
  /** The room that stands before them now; null when none does. */
  z.object({ type: z.literal('room'), room: idOf<'ChatRoom'>().nullable() }),
  z.object({ type: z.literal('pong') }),
])
export type FromVisitor = z.infer<typeof fromVisitor>

/** And to the visitor. `news`: fetch what is new; `key`: only where this message of theirs is not known yet; `all`: what is known may have changed. */
export type ToVisitor =
  | { type: 'ready' }
  | { type: 'news'; key?: string; all?: true }
  | { type: 'typing'; on: boolean }
  | { type: 'room' }
  | { type: 'ping' }

import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { dayParts } from './model/habit.ts'
import { suspicions } from './model/suspicion.ts'
import { snoozeKinds, templateLimits, wakeReasons } from './model.ts'
import { wayView } from './wire/ways.ts'

export * from './wire/connections.ts'
export * from './wire/hand-offs.ts'
export * from './wire/messages.ts'
export * from './wire/organise.ts'
export * from './wire/overrides.ts'
export * from './wire/own-page.ts'
export * from './wire/questions.ts'
export * from './wire/reach.ts'
export * from './wire/rooms.ts'
export * from './wire/templates.ts'
export * from './wire/ways.ts'

const tool = z.enum(toolIds)

export const conversationView = z.object({
  id: idOf<'Conversation'>(),
  connection: idOf<'Connection'>(),
  tool,
  kind: z.enum(['direct', 'room', 'visitor', 'public']),
  title: z.string(),
  address: z.string(),
  person: z
    .object({ id: idOf<'Person'>(), name: z.string(), stage: z.string(), side: z.string().nullable() })
    .nullable(),
  presence: z.enum(['online', 'away', 'off']).nullable(),
  requested: z.boolean(),
  assignee: idOf<'User'>().nullable(),
  doneAt: instant().nullable(),
  /** Put aside; back at `until` at the latest. */
  snooze: z.object({ for: z.enum(snoozeKinds), until: instant() }).nullable(),
  /** It came back by itself, and why. */
  woke: z.object({ why: z.enum(wakeReasons), at: instant() }).nullable(),
  /** Comes to the top when nobody answered by then. */
  remindAt: instant().nullable(),
  unread: z.number().int(),
  /** Unread ones of a room that speak of us. */
  mentions: z.number().int(),
  lastMessageAt: instant().nullable(),
  /** The list's order: the last message, or when it came back. */
  topAt: instant().nullable(),
  lastPreview: z.string(),
  lastOwn: z.boolean(),
  version: z.number().int(),
  labels: z.array(idOf<'Label'>()),
  /** Why a visitor's chat is taken for spam. */
  suspicion: z.enum(suspicions).nullable(),
})
export type ConversationView = z.infer<typeof conversationView>

export const views = ['all', 'unread', 'mine', 'unassigned', 'waiting', 'snoozed', 'requests', 'done'] as const
export const inboxQuery = z.object({
  view: z.enum(views).default('all'),
  tool: tool.optional(),
  label: idOf<'Label'>().optional(),
  /** Only talk with its members. */
  pool: idOf<'Pool'>().optional(),
  /** Only what is somebody's of this team. */
  team: idOf<'Team'>().optional(),
  /** Ids separated by commas, at most 100: only those of them that the view holds now. */
  only: z.string().max(4_000).optional(),
  cursor: cursor(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export const inboxPage = z.object({
  conversations: z.array(conversationView),
  next: z.string().nullable(),
  /** Counted to 1,000. */
  counts: z.object({
    /** Rooms in which we were spoken of. */
    mentions: z.number().int(),
    unread: z.number().int(),
    mine: z.number().int(),
    unassigned: z.number().int(),
    waiting: z.number().int(),
    snoozed: z.number().int(),
    requests: z.number().int(),
  }),
  /** Of open conversations, also of those whose connection is gone by now. */
  tools: z.array(tool),
})

export const fileView = z.object({
  id: idOf<'File'>(),
  name: z.string(),
  mimeType: z.string(),
  bytes: z.number().int(),
})
export type FileView = z.infer<typeof fileView>
/** `id`: UUIDv7 made when it was chosen; the same again is the same file. */
export const storeFileQuery = z.object({ id: idOf<'File'>(), name: z.string().min(1).max(500) })

export const conversationDetail = z.object({
  conversation: conversationView,
  draft: z.string(),
  /** What this network can't do here, each with its reason's key. */
  lacks: z.array(z.string()),
  maxText: z.number().int(),
  /** Over which tools this person can be written to, the best first; one for a room or for somebody unknown. */
  ways: z.array(wayView),
  /** Why nothing can be written here (an encrypted conversation); null when something can. */
  closed: z.string().nullable(),
  /** Where the tool takes free text for some time after their last message only; `until` null: they never wrote here. */
  freeText: z.object({ heardAt: instant().nullable(), until: instant().nullable() }).nullable(),
  /** Texts that the network approved can be chosen. */
  templates: z.boolean(),
  /** Their yes to being written to here. */
  consent: z.object({ wording: z.string(), givenAt: instant() }).nullable(),
  /** Nothing leaves from here: the text is taken to the tool's own page. */
  byHand: z.object({ url: z.string().nullable() }).nullable(),
  /** `maxBytes` of one; no types: all. */
  files: z.object({
    can: z.boolean(),
    maxBytes: z.number(),
    mimeTypes: z.array(z.string()),
    perMessage: z.number().int(),
  }),
  /** Put to the message that is written, by this recruiter. */
  attached: z.array(fileView),
  /** Of a visitor's chat: where they came from and the pages on which they had it open, newest last. */
  visitor: z
    .object({
      blocked: z.boolean(),
      email: z.string().nullable(),
      referrer: z.string().nullable(),
      campaign: z.string().nullable(),
      firstSeenAt: instant(),
      visits: z.array(z.object({ page: z.string(), at: instant() })),
    })
    .nullable(),
})

export const blockedRequest = z.object({
  action: z.enum(['message', 'invite']).default('message'),
  text: z.string().max(100_000),
})

export const sendRequest = z.object({
  /** UUIDv7 made when Send was pressed: pressing twice, or sending again after a lost answer, is one message. */
  id: idOf<'Message'>(),
  text: z.string().max(100_000),
  action: z.enum(['message', 'invite', 'answer']).default('message'),
  /** For `answer`: yes or no to somebody who asks to be connected. */
  accept: z.boolean().optional(),
  /** The `version` the writer saw; the send is refused when the thread has moved. */
  version: z.number().int().optional(),
  /** The newest message that the writer saw of this person, over all tools: refused when another one went or came elsewhere since. */
  seenAt: instant().optional(),
  replyTo: idOf<'Message'>().optional(),
  /** Uploaded before, by the same recruiter. `text` may then be empty. */
  files: z.array(idOf<'File'>()).max(20).optional(),
  /** Of a mail that begins a thread; without it the first line says what it is about. */
  subject: z.string().max(200).optional(),
  /** An approved text with a value for each slot; `text` is what the browser shows until the server has filled it. */
  template: z
    .object({
      name: z.string().min(1).max(512),
      language: z.string().min(1).max(20),
      values: z.record(z.string().max(60), z.string().max(templateLimits.valueCodePoints)),
    })
    .optional(),
  /** What a colleague said to this person lately and the writer knows of: the `touch` of GET /people/{id}/contact. */
  knownTouch: idOf<'Touch'>().optional(),
  /** An admin's reason for sending in spite of a soft block. */
  overrideReason: z.string().min(10).max(2_000).optional(),
})
export type SendRequestBody = z.infer<typeof sendRequest>

export const reasonView = z.object({
  code: z.string(),
  message: z.string(),
  span: z.array(z.number().int()).optional(),
  hard: z.boolean().optional(),
})
export const verdictView = z.object({
  verdict: z.enum(['allow', 'warn', 'block']),
  reasons: z.array(reasonView),
  next: z.unknown(),
})
export const notYetBody = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
  verdict: z.unknown().optional(),
})

export const fillAnswer = z.object({ found: z.number().int(), filled: z.boolean() })

export const draftRequest = z.object({ text: z.string().max(100_000) })
export const openRequest = z.object({ connection: idOf<'Connection'>(), address: typedText(1_000) })
export const openForPersonRequest = z.object({ person: idOf<'Person'>() })
export const attachRequest = z.object({
  /** Absent: a new person with this profile. */
  person: idOf<'Person'>().optional(),
  name: typedText(200).optional(),
})

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const openHours = z.object({ from: clock, to: clock })
/** When the website chat is answered: seven days, Monday first; null is a day off. */
export const chatHours = z.object({ timezone: z.string().max(60), week: z.array(openHours.nullable()).length(7) })

export const presenceQuery = z.object({
  timezone: z.string().max(60).default('UTC'),
})
export const presenceList = z.object({
  people: z.array(
    z.object({
      connection: idOf<'Connection'>(),
      tool,
      address: z.string(),
      state: z.enum(['online', 'away']),
      status: z.string().nullable(),
      since: instant(),
      /** When they are usually online, on the clock asked for; null while too little is known. */
      usually: z.object({ part: z.enum(dayParts), days: z.array(z.number().int()) }).nullable(),
      person: z
        .object({ id: idOf<'Person'>(), name: z.string(), stage: z.string(), side: z.string().nullable() })
        .nullable(),
      conversation: idOf<'Conversation'>().nullable(),
      /** Of a visitor: where the page was found, and the campaign that it belongs to. */
      visitor: z.object({ referrer: z.string().nullable(), campaign: z.string().nullable() }).nullable(),
    }),
  ),
})

export const assessRequest = z.object({
  text: z.string().max(100_000),
  action: z.enum(['message', 'invite']).default('message'),
  /** The text is an approved template. */
  template: z.boolean().optional(),
})
export const assessAnswer = z.object({ assessment: z.unknown() })

/** What `assess` is given beside the draft, so that the composer can judge at every key without asking the server. */
export const etiquetteContext = z.object({ context: z.unknown() })

export const subscribeRequest = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  timezone: z.string().max(60).default('UTC'),
})

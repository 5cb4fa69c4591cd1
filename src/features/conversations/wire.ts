import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { surfaces, toolIds } from '#kernel/tools.ts'
import { dayParts } from './model/habit.ts'
import { suspicions } from './model/suspicion.ts'
import {
  changeKinds,
  changeStates,
  deliveries,
  snoozeKinds,
  templateLimits,
  unableReasons,
  wakeReasons,
} from './model.ts'

export * from './wire/organise.ts'
export * from './wire/overrides.ts'
export * from './wire/reach.ts'

const tool = z.enum(toolIds)

export const connectionView = z.object({
  id: idOf<'Connection'>(),
  tool,
  label: z.string(),
  mine: z.boolean(),
  /** The form's values without its secrets. */
  values: z.record(z.string(), z.string()),
  state: z.string(),
  /** What to do, in words; for `waiting` also when it tries again. */
  detail: z.object({ code: z.string().optional(), text: z.string().optional(), retryAt: instant().optional() }),
  stateAt: instant(),
  caughtUpAt: instant().nullable(),
  paused: z.boolean(),
  /** Where the network is to deliver, and whether it was there; null where it does not, or for those who may not change it. */
  webhook: z
    .object({
      url: z.string(),
      /** To be entered beside the address, where the network asks for it. */
      word: z.string().nullable(),
      /** Nothing comes in without it. */
      required: z.boolean(),
      /** False: Kith's own address is none that the internet can reach. */
      reachable: z.boolean(),
      reachedAt: instant().nullable(),
      refusedAt: instant().nullable(),
      why: z.string().nullable(),
    })
    .nullable(),
})
export type ConnectionView = z.infer<typeof connectionView>
export const connectionList = z.object({ connections: z.array(connectionView) })

export const connectorView = z.object({
  tool,
  label: z.string(),
  link: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'secret', 'url', 'number', 'switch']),
      required: z.boolean(),
      upfront: z.boolean().optional(),
      placeholder: z.string().optional(),
      help: z.string().optional(),
    }),
  ),
  presets: z.array(z.object({ name: z.string(), values: z.record(z.string(), z.string()) })),
  /** Fields that signing in on the network's own page fills in; none where it has no such page. */
  signIn: z.array(z.string()),
  steps: z.array(z.object({ name: z.string(), url: z.string().nullable() })),
})
export type ConnectorView = z.infer<typeof connectorView>
export const connectorList = z.object({ connectors: z.array(connectorView) })

const accountValues = z.record(z.string().max(60), z.string().max(4_000))
export const connectRequest = z.object({ tool, label: typedText(120), values: accountValues })
export const testRequest = z.object({ tool, values: accountValues, connection: idOf<'Connection'>().optional() })
export const letInRequest = z.object({ tool, values: accountValues })
const notLetIn = z.object({ ok: z.literal(false), text: z.string() })
export const letInAnswer = z.discriminatedUnion('ok', [
  /** The page ends with a code, which goes back with the ticket within the hour. */
  z.object({ ok: z.literal(true), url: z.string(), ticket: z.string() }),
  notLetIn,
])
export const letInCodeRequest = z.object({ ticket: z.string().max(8_000), code: typedText(2_000) })
export const letInCodeAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), values: z.record(z.string(), z.string()) }),
  notLetIn,
])
export const testAnswer = z.object({ ok: z.boolean(), text: z.string() })
export const changeConnectionRequest = z.object({
  label: typedText(120).optional(),
  /** Absent secrets stay as they are. */
  values: accountValues.optional(),
  paused: z.boolean().optional(),
})

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
})

export const messageView = z.object({
  id: idOf<'Message'>(),
  conversation: idOf<'Conversation'>(),
  /** Whose thread it stands in, over all tools. */
  person: idOf<'Person'>().nullable(),
  tool,
  kind: z.enum(['text', 'gap', 'invite', 'system']),
  own: z.boolean(),
  sender: z.string(),
  /** The recruiter who wrote it, when it was one of ours. */
  user: idOf<'User'>().nullable(),
  text: z.string(),
  sentAt: instant(),
  history: z.boolean(),
  replyTo: idOf<'Message'>().nullable(),
  editedAt: instant().nullable(),
  retractedAt: instant().nullable(),
  delivery: z.enum(deliveries),
  deliveryAt: instant(),
  deliveryCode: z.string().nullable(),
  deliveryText: z.string().nullable(),
  /** Until when `z` takes it back; null when it can't be. */
  undoUntil: instant().nullable(),
  contact: z.string().nullable(),
  /** For an answer to somebody who asked to be connected: which. */
  accept: z.boolean().nullable(),
  /** `looked`: the network was asked and had nothing more of this time. */
  gap: z.object({ from: instant(), to: instant(), looked: z.boolean() }).nullable(),
  /** `who`: addresses of those who reacted; ours is `mine` alone. */
  reactions: z.array(
    z.object({ emoji: z.string(), count: z.number().int(), mine: z.boolean(), who: z.array(z.string()) }),
  ),
  /** What the message answers said. */
  quoted: z.object({ own: z.boolean(), sender: z.string(), text: z.string() }).nullable(),
  /** A change of ours that the network has not taken yet; the message already shows it. */
  change: z
    .object({
      id: idOf<'Change'>(),
      kind: z.enum(changeKinds),
      state: z.enum(changeStates),
      why: z.string().nullable(),
    })
    .nullable(),
  /** How often it was corrected. */
  edits: z.number().int(),
  /** Sent by a person on the tool's own page: nothing here can change it. */
  byHand: z.boolean(),
  /** An approved text of the network's. */
  template: z.string().nullable(),
  /** Always fetched through Kith: no browser asks the server of somebody who sent something. */
  files: z.array(
    z.object({
      url: z.string(),
      name: z.string(),
      bytes: z.number().nullable(),
      /** A picture small and drawn anew; null where it can't be one. */
      preview: z.string().nullable(),
      /** Whose server keeps it; null for ours and for what only its session can reach. */
      host: z.string().nullable(),
    }),
  ),
  subject: z.string().nullable(),
  /** What its writer put before the words; they are shown when asked for. */
  warning: z.string().nullable(),
  /** Quoted history and signature, kept apart from what was said. */
  folded: z.string().nullable(),
  automatic: z.enum(['reply', 'list', 'notice']).nullable(),
})
export type MessageView = z.infer<typeof messageView>

/** Where a person can be written to: a conversation that is there, or an address over one of our connections. */
export const fitReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('answers'), hits: z.int(), total: z.int(), low: z.number(), high: z.number() }),
  z.object({ code: z.literal('silent'), total: z.int() }),
  z.object({ code: z.literal('not-tried') }),
  z.object({ code: z.literal('began') }),
  z.object({ code: z.literal('quick'), minutes: z.int() }),
  z.object({ code: z.literal('heard'), days: z.int() }),
  z.object({ code: z.literal('online') }),
  z.object({ code: z.literal('usually'), part: z.enum(dayParts), days: z.array(z.int()) }),
  z.object({ code: z.literal('publishes'), count: z.int() }),
  z.object({ code: z.literal('no-direct') }),
])

export type FitReasonView = z.infer<typeof fitReason>

/** Where somebody is best reached: their tools, the best first, with the reasons. `certain` false: nothing is known yet. */
export const channelFitView = z.object({
  best: tool.nullable(),
  certain: z.boolean(),
  tools: z.array(z.object({ tool, score: z.number(), usable: z.boolean(), reasons: z.array(fitReason) })),
})
export type ChannelFitView = z.infer<typeof channelFitView>

const shareView = z.object({ hits: z.int(), total: z.int(), low: z.number(), high: z.number() })
/** The same for many; intervals are Wilson's at 95 %. */
export const audienceFitView = z.object({
  people: z.int(),
  tools: z.array(
    z.object({ tool, people: z.int(), asked: z.int(), answered: z.int(), low: z.number(), high: z.number() }),
  ),
  best: z.object({ tools: z.array(tool), there: z.int(), answered: shareView }).nullable(),
  answered: shareView,
  part: z.enum(dayParts).nullable(),
})

export const wayView = z.object({
  /** Null where nothing was said yet; it is opened when it is chosen. */
  conversation: idOf<'Conversation'>().nullable(),
  connection: idOf<'Connection'>(),
  tool,
  label: z.string(),
  address: z.string(),
  presence: z.enum(['online', 'away', 'off']),
  lastAt: instant().nullable(),
  unable: z.enum(unableReasons).nullable(),
  /** The one to answer on: where they spoke lately, else the tool that suits them, of those that work. */
  best: z.boolean(),
  /** Why its tool suits them, or does not. */
  reasons: z.array(fitReason),
})
export type WayView = z.infer<typeof wayView>

export const fileView = z.object({
  id: idOf<'File'>(),
  name: z.string(),
  mimeType: z.string(),
  bytes: z.number().int(),
})
export type FileView = z.infer<typeof fileView>
/** `id`: UUIDv7 made when it was chosen; the same again is the same file. */
export const storeFileQuery = z.object({ id: idOf<'File'>(), name: z.string().min(1).max(500) })

export const messagesQuery = z.object({ cursor: cursor(), limit: z.coerce.number().int().min(1).max(200).default(60) })
/** Newest first. */
export const abilitiesView = z.object({
  reply: z.boolean(),
  react: z.boolean(),
  edit: z.object({ can: z.boolean(), maxAgeMs: z.number() }),
  retract: z.object({ can: z.boolean(), maxAgeMs: z.number() }),
})
export const messagesPage = z.object({
  messages: z.array(messageView),
  next: z.string().nullable(),
  /** What can be done with messages, by conversation. */
  abilities: z.record(z.string(), abilitiesView),
})

export const changeRequest = z.discriminatedUnion('kind', [
  /** `id`: UUIDv7 made when it was asked for; the same again changes nothing more. */
  z.object({ kind: z.literal('edit'), id: idOf<'Change'>(), text: z.string().max(100_000) }),
  z.object({ kind: z.literal('retract'), id: idOf<'Change'>() }),
  z.object({ kind: z.literal('react'), id: idOf<'Change'>(), emoji: z.array(z.string().min(1).max(64)).max(20) }),
])
export type ChangeRequestBody = z.infer<typeof changeRequest>
export const versionsAnswer = z.object({
  versions: z.array(z.object({ text: z.string(), at: instant().nullable() })),
})

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

export const askRequest = z.object({
  text: z.string().max(100_000),
  action: z.enum(['message', 'invite']).default('message'),
})
export const answerQuestionRequest = z.object({ yes: z.boolean(), reason: z.string().max(2_000).default('') })
/** A text that a soft block holds back, put before the admins. */
export const questionView = z.object({
  id: idOf<'Override'>(),
  conversation: idOf<'Conversation'>(),
  askedBy: idOf<'User'>(),
  answeredBy: idOf<'User'>().nullable(),
  action: z.enum(['message', 'invite', 'comment']),
  text: z.string(),
  codes: z.array(z.string()),
  because: z.array(z.string()),
  state: z.enum(['asked', 'granted', 'declined', 'used']),
  reason: z.string(),
  at: instant(),
})
export type QuestionView = z.infer<typeof questionView>
export const questionList = z.object({ questions: z.array(questionView) })

export const templateView = z.object({
  name: z.string(),
  language: z.string(),
  /** With its slots as `{{1}}` or `{{name}}`. */
  text: z.string(),
  slots: z.array(z.string()),
  category: z.string(),
})
export type TemplateView = z.infer<typeof templateView>
export const templateList = z.object({ templates: z.array(templateView) })
/** `id`: UUIDv7 made when it was noted; the thread shows it under this id, and taking that back takes the consent back. */
export const consentRequest = z.object({
  id: idOf<'Message'>(),
  /** What they said yes to, in their words or in those that they were shown. */
  wording: typedText(2_000),
  /** Where: on our page, in a talk, on paper. */
  heard: typedText(300),
  givenAt: z.iso.datetime(),
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

const handOff = {
  person: idOf<'Person'>(),
  tool,
  surface: z.enum(surfaces),
  action: z.enum(['message', 'invite', 'comment']),
  text: typedText(100_000),
  activity: idOf<'Activity'>().optional(),
}
export const handOffCheck = z.object(handOff)
/** `assessment` as etiquette/model.ts gives it. */
export const handOffAnswer = z.object({ assessment: z.unknown(), url: z.string().nullable() })
export const handOffRequest = z.object({
  ...handOff,
  id: idOf<'Message'>(),
  overrideReason: z.string().min(10).max(2_000).optional(),
})
export const answerRequest = z.object({
  id: idOf<'Message'>(),
  person: idOf<'Person'>(),
  tool,
  surface: z.enum(surfaces),
  kind: z.enum(['answered', 'reacted', 'accepted-invitation']),
  text: z.string().max(100_000).default(''),
  at: z.iso.datetime().optional(),
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

export const roomList = z.object({
  rooms: z.array(
    z.object({
      address: z.string(),
      title: z.string().nullable(),
      subject: z.string().nullable(),
      inside: z.boolean(),
      members: z.number().int(),
      conversation: idOf<'Conversation'>().nullable(),
      unread: z.number().int(),
    }),
  ),
})
export const joinRequest = z.object({ address: typedText(500), nick: typedText(100).optional() })
export const moderateRequest = z.object({ visitor: idOf<'Visitor'>(), removed: z.boolean() })
export const roomNow = z.object({
  subject: z.string().nullable(),
  inside: z.boolean(),
  members: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['owner', 'admin', 'member', 'guest']),
      /** Null where the room hides it. */
      address: z.string().nullable(),
      us: z.boolean(),
      person: z
        .object({ id: idOf<'Person'>(), name: z.string(), stage: z.string(), side: z.string().nullable() })
        .nullable(),
    }),
  ),
})

export const subscribeRequest = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  timezone: z.string().max(60).default('UTC'),
})

const pageLinks = z.array(z.object({ label: z.string().max(255), value: z.string().max(500) })).max(10)
export const ownPage = z.object({
  name: z.string(),
  about: z.string(),
  /** Null where the network has no line beside the text. */
  headline: z.string().nullable(),
  links: pageLinks,
  url: z.string().nullable(),
})
/** Public at once; what is left out stays as it is there. */
export const ownPageRequest = z.object({
  name: typedText(300).optional(),
  about: z.string().max(5_000).optional(),
  headline: z.string().max(1_000).optional(),
  links: pageLinks.optional(),
})

import { z } from 'zod'
import { cursor, idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { changeKinds, changeStates, deliveries } from '../model.ts'

const tool = z.enum(toolIds)

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
  /** The rules against which it was sent outside Kith. */
  against: z.array(z.string()),
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

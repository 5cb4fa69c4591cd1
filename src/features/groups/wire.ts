import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'

const tool = z.enum(toolIds)
export const groupParams = z.object({ id: idOf<'Group'>() })
export const visitParams = groupParams.extend({ visit: idOf<'Visit'>() })

const days = z.array(z.int().min(0).max(6)).min(1).max(7)
const jobNorm = z.union([z.enum(['forbidden', 'allowed', 'silent']), z.object({ days })])
const from = z.enum(['settled', 'rules', 'topic', 'nobody'])
const words = z.string().nullable()
const norms = z.object({
  jobs: z.object({ value: jobNorm, from, words }),
  promotion: z.object({ value: z.enum(['forbidden', 'allowed', 'silent']), from, words }),
  language: z.object({ value: z.string().nullable(), from, words }),
})
export type NormsWire = z.infer<typeof norms>

const ms = z.int().min(0)
/** Of the span that was asked for; the caller's own time, and everybody's. */
const ledger = z.object({
  readMs: ms,
  talkMs: ms,
  teamMs: ms,
  posts: z.int(),
  promotion: z.int(),
  answers: z.int(),
  thanks: z.int(),
  answeredUs: z.int(),
  /** Posts of ours in rooms that somebody answered, and posts in rooms at all: what was told by hand has no such pairs. */
  answeredPosts: z.int(),
  roomPosts: z.int(),
})
export type LedgerWire = z.infer<typeof ledger>

const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['here', 'pooled', 'linked']), count: z.int() }),
  z.object({ kind: z.literal('answered'), hits: z.int(), total: z.int() }),
  z.object({ kind: z.literal('few-posts'), total: z.int() }),
  z.object({ kind: z.literal('cost'), minutes: z.int(), per: z.int() }),
  z.object({ kind: z.literal('nobody') }),
])
export type WorthReasonWire = z.infer<typeof reason>

const groupRow = z.object({
  id: idOf<'Group'>(),
  kind: z.enum(['room', 'place']),
  tool,
  title: z.string(),
  address: z.string(),
  url: z.string().nullable(),
  /** Of a room: where it is open in the inbox. */
  conversation: idOf<'Conversation'>().nullable(),
  unread: z.int(),
  /** The latest message or item. */
  lastAt: instant().nullable(),
  /** When the caller last spent time there. */
  visitedAt: instant().nullable(),
  archived: z.boolean(),
  norms,
  weekMs: ms,
  ledger,
  worth: z.object({ score: z.number(), reasons: z.array(reason) }),
})
export type GroupRowWire = z.infer<typeof groupRow>

export const spanQuery = z.object({ days: z.enum(['7', '28', '90']).default('28') })
/** Most worth first. */
export const groupList = z.object({ groups: z.array(groupRow) })
export type GroupListWire = z.infer<typeof groupList>

const step = z.object({ id: z.string(), tool: tool.nullable(), reason: z.string(), days: z.int().nullable() })
const member = z.object({
  sender: z.string(),
  name: z.string(),
  person: z.object({ id: idOf<'Person'>(), name: z.string(), stage: z.string() }).nullable(),
  messages: z.int(),
  lastAt: instant(),
  answeredUs: z.int(),
  thanked: z.int(),
  /** A question of theirs that nobody took up. */
  asks: z.object({ text: z.string(), at: instant() }).nullable(),
  step: step.nullable(),
})
export type MemberWire = z.infer<typeof member>

const visit = z.object({
  id: idOf<'Visit'>(),
  by: z.string(),
  mine: z.boolean(),
  at: instant(),
  readMinutes: z.int(),
  talkMinutes: z.int(),
  posts: z.int(),
  promotion: z.int(),
  answers: z.int(),
  thanks: z.int(),
  answeredUs: z.int(),
  note: z.string(),
})
export type VisitWire = z.infer<typeof visit>

const item = z.object({
  id: idOf<'GroupItem'>(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  person: z.object({ id: idOf<'Person'>(), name: z.string(), stage: z.string() }).nullable(),
  text: z.string(),
  at: instant(),
  fresh: z.boolean(),
})
export type ItemWire = z.infer<typeof item>

export const groupPage = z.object({
  group: groupRow,
  topic: z.string().nullable(),
  rules: z.string().nullable(),
  normsBy: z.string().nullable(),
  normsAt: instant().nullable(),
  settled: z.object({
    jobs: z.union([z.enum(['forbidden', 'allowed']), z.object({ days })]).optional(),
    promotion: z.enum(['forbidden', 'allowed']).optional(),
    language: z.string().nullable().optional(),
  }),
  /** Our share of promotion, as the composer judges by it; null: too few posts to say. */
  promoShare: z.number().nullable(),
  promoLimit: z.number(),
  members: z.array(member),
  /** The acts behind the figures, newest first. */
  acts: z.array(
    z.object({
      kind: z.enum(['answer', 'thanks', 'answered-us', 'promotion']),
      because: z.enum(['reply', 'named', 'follows']).nullable(),
      name: z.string(),
      text: z.string(),
      at: instant(),
    }),
  ),
  visits: z.array(visit),
  feed: z
    .object({
      url: z.string(),
      title: z.string().nullable(),
      state: z.enum(['active', 'failing', 'gone']),
      error: z.string().nullable(),
      polledAt: instant().nullable(),
    })
    .nullable(),
  items: z.array(item),
})
export type GroupPageWire = z.infer<typeof groupPage>

export const addRequest = z.object({
  tool,
  address: typedText(500),
  title: typedText(120),
  rules: z.string().max(4_000).optional(),
})
export const added = z.object({ id: idOf<'Group'>() })
/** What is left out stays. `settled` is replaced whole. */
export const changeRequest = z.object({
  title: typedText(120).optional(),
  rules: z.string().max(4_000).nullable().optional(),
  settled: z
    .object({
      jobs: z.union([z.enum(['forbidden', 'allowed']), z.object({ days })]).optional(),
      promotion: z.enum(['forbidden', 'allowed']).optional(),
      language: z
        .string()
        .regex(/^[a-z]{2}$/)
        .nullable()
        .optional(),
    })
    .optional(),
  archived: z.boolean().optional(),
})
export type ChangeRequest = z.infer<typeof changeRequest>
/** Null: no feed any more; what it brought stays. */
export const feedRequest = z.object({ url: typedText(2_000).nullable() })
export const feedAnswer = z.object({ items: z.int(), title: z.string().nullable() })

const minutes = z.int().min(0).max(1_440).default(0)
const times = z.int().min(0).max(500).default(0)
export const visitRequest = z.object({
  at: z.iso.datetime().optional(),
  readMinutes: minutes,
  talkMinutes: minutes,
  posts: times,
  promotion: times,
  answers: times,
  thanks: times,
  answeredUs: times,
  note: z.string().max(1_000).default(''),
})
export type VisitRequest = z.infer<typeof visitRequest>
export const visitAdded = z.object({ id: idOf<'Visit'>() })

/** A step of a browser's clock: at most two minutes, in front and in use. */
export const timeRequest = z.object({
  conversation: idOf<'Conversation'>().optional(),
  group: idOf<'Group'>().optional(),
  readMs: z.int().min(0).max(120_000),
  talkMs: z.int().min(0).max(120_000),
})
/** False: what is open there is no group, and its clock may stop. */
export const timeAnswer = z.object({ counted: z.boolean() })

import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { kindnessKinds, ways } from './model/kindness.ts'
import { grades, tieKinds } from './model/ties.ts'

const person = idOf<'Person'>()
const tool = z.enum(toolIds)
const introductionStates = ['asked', 'made', 'declined'] as const

export const personParams = z.object({ id: person })
export const tieParams = z.object({ id: person, other: person })

export const becauseView = z.object({
  kind: z.enum(tieKinds),
  tool: tool.nullable(),
  /** By the one named first, and by the other. */
  events: z.int(),
  back: z.int(),
  /** In how many of the last six months there was some. */
  months: z.int(),
  firstAt: instant(),
  lastAt: instant(),
  title: z.string().nullable(),
  url: z.string().nullable(),
})
export type BecauseView = z.infer<typeof becauseView>

const linkView = z.object({ strength: z.number(), grade: z.enum(grades), because: z.array(becauseView) })
export type LinkView = z.infer<typeof linkView>
export const standingView = z.object({ person, name: z.string(), stage: z.string(), doNotContact: z.boolean() })
export type StandingView = z.infer<typeof standingView>
const recruiterView = z.object({ id: idOf<'User'>(), name: z.string(), me: z.boolean() })

export const wayView = z.object({
  user: recruiterView,
  /** Whom to ask first, then whom they would ask. */
  through: z.array(standingView),
  /** One more than `through`: recruiter to the first of them, and so on to the person wanted. */
  links: z.array(linkView),
})
export type WayView = z.infer<typeof wayView>
export const waysView = z.object({
  wanted: standingView,
  knownBy: z.array(z.object({ user: recruiterView, link: linkView })),
  ways: z.array(wayView),
})
export type WaysView = z.infer<typeof waysView>

export const neighbourView = standingView.extend(linkView.shape)
export const neighboursView = z.object({ people: z.array(neighbourView) })
export type NeighboursView = z.infer<typeof neighboursView>

export const saidInput = z.object({ other: person, words: typedText(300) })

export const askInput = z.object({
  via: person,
  person,
  /** Whom `via` would ask, when they don't know the person themselves. */
  between: person.nullable().default(null),
  /** The recruiter's own words; else the tool's usual ones. */
  text: typedText(4_000).optional(),
  keep: z.boolean().default(false),
})

export const kindnessView = z.object({
  id: z.string(),
  way: z.enum(ways),
  kind: z.enum(kindnessKinds),
  words: z.string(),
  at: instant(),
  /** Noted by a recruiter, or known from what happened. */
  source: z.enum(['by-hand', 'known']),
})
export type KindnessView = z.infer<typeof kindnessView>

export const adviceView = z.object({
  code: z.enum(['answer-first', 'thank-first', 'only-taken', 'asked-often', 'even', 'ours-to-ask', 'nothing-yet']),
  title: z.string().nullable(),
  activity: z.string().nullable(),
  what: z.enum(kindnessKinds).nullable(),
  count: z.int().nullable(),
})
export type AdviceView = z.infer<typeof adviceView>

export const balanceView = z.object({
  given: z.int(),
  received: z.int(),
  asked: z.int(),
  /** They did more for us than we for them. */
  owing: z.boolean(),
  advice: adviceView,
  kindnesses: z.array(kindnessView),
})
export type BalanceView = z.infer<typeof balanceView>

export const askView = z.object({
  text: z.string(),
  tool: tool.nullable(),
  conversation: idOf<'Conversation'>().nullable(),
  verdict: z.enum(['allow', 'warn', 'block']),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), verdict: z.enum(['warn', 'block']) })),
  balance: balanceView,
  introduction: idOf<'Introduction'>().nullable(),
})
export type AskView = z.infer<typeof askView>

export const introductionParams = z.object({ introduction: idOf<'Introduction'>() })
export const introductionState = z.object({ state: z.enum(introductionStates) })
export const introductionView = z.object({
  id: idOf<'Introduction'>(),
  user: idOf<'User'>(),
  via: z.object({ person, name: z.string() }),
  person: z.object({ person, name: z.string() }),
  state: z.enum(introductionStates),
  askedAt: instant(),
  answeredAt: instant().nullable(),
})
export type IntroductionView = z.infer<typeof introductionView>
export const introductionsQuery = z.object({ person: person.optional() })
export const introductionsView = z.object({ introductions: z.array(introductionView) })
export type IntroductionsView = z.infer<typeof introductionsView>

export const kindnessParams = z.object({ kindness: idOf<'Kindness'>() })
export const kindnessInput = z.object({
  way: z.enum(ways),
  kind: z.enum(kindnessKinds),
  words: z.string().max(300).default(''),
  at: instant().optional(),
})
export const kindnessMade = z.object({ id: idOf<'Kindness'>() })

export const networkView = z.object({
  /** Null: not drawn yet. */
  madeAt: instant().nullable(),
  /** What it does not show yet: so many people are still looked at (0: it is only to be drawn). Null: nothing. */
  working: z.object({ people: z.int() }).nullable(),
  people: z.array(
    z.object({
      id: person,
      name: z.string(),
      stage: z.string(),
      x: z.number(),
      y: z.number(),
      /** Number in `communities`; 0 is none. */
      community: z.int(),
      /** 0 to 1: how much of what passes between others passes by them. */
      bridge: z.number(),
      /** How well the caller knows them. */
      mine: z.number(),
      tools: z.array(tool),
      pools: z.array(z.int()),
    }),
  ),
  /** Two numbers in `people`, the strength of 1,000, and a bit for each kind by its number in `kinds`. */
  ties: z.array(z.array(z.int()).length(4)),
  kinds: z.array(z.enum(tieKinds)),
  pools: z.array(z.object({ id: idOf<'Pool'>(), name: z.string() })),
  communities: z.array(
    z.object({
      number: z.int(),
      people: z.int(),
      shared: z.array(
        z.object({ what: z.enum(['employer', 'group', 'place', 'tool']), name: z.string(), people: z.int() }),
      ),
    }),
  ),
})
export type NetworkView = z.infer<typeof networkView>

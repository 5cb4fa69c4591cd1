import { z } from 'zod'
import { stages } from '#features/relationships/model.ts'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import {
  campaignParts,
  chainSteps,
  milestones,
  reportViews,
  shownMilestones,
  sourceKinds,
  touchKinds,
} from './model.ts'

const tool = z.enum(toolIds)
const day = z.iso.date()
const count = z.int().min(0)

export const sourceView = z.object({
  id: idOf<'Source'>(),
  kind: z.enum(sourceKinds),
  /** The page, post, opening, list, issue or group; of a link what it leads to; null of feeds and other links. */
  thing: z.uuid().nullable(),
  code: z.string(),
  /** The short link to hand out. */
  url: z.url(),
  leadsTo: z.url(),
  /** As it was given: a path of our own site, or a whole address. */
  target: z.string(),
  label: z.string(),
  tool: z.string(),
  campaign: z.object({ id: idOf<'Campaign'>(), name: z.string() }).nullable(),
  owner: z.object({ id: idOf<'User'>(), name: z.string() }).nullable(),
  /** Who hands a referral link on. */
  person: idOf<'Person'>().nullable(),
  /** Made by Kith, for a thing that it publishes itself. */
  automatic: z.boolean(),
  archived: z.boolean(),
  createdAt: instant(),
  visits: count,
  people: count,
})
export type SourceWire = z.infer<typeof sourceView>
export const sourceList = z.object({ sources: z.array(sourceView) })
export const sourcesQuery = z.object({
  kind: z.enum(sourceKinds).optional(),
  thing: z.uuid().optional(),
  archived: z.enum(['yes', 'no']).default('no'),
})
export const sourceParams = z.object({ id: idOf<'Source'>() })

const code = z
  .string()
  .min(2)
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/)
const target = z.string().min(1).max(1_000)
export const newSource = z.object({
  /** `link`: stands anywhere. */
  kind: z.enum(['group', 'profile', 'referral', 'link']),
  group: idOf<'Group'>().optional(),
  /** What it leads to; the first page of the site when neither this nor `target` is said. */
  to: z.object({ kind: z.enum(['page', 'post', 'opening', 'list', 'issue']), id: z.uuid() }).optional(),
  /** A path of our own site, or a whole web address. */
  target: target.optional(),
  person: idOf<'Person'>().optional(),
  label: typedText(200).optional(),
  tool: tool.optional(),
  /** To be read aloud: `night-welding`. */
  code: code.optional(),
  campaign: idOf<'Campaign'>().optional(),
})
export type NewSource = z.input<typeof newSource>
export const madeSource = z.object({
  id: idOf<'Source'>(),
  code: z.string(),
  url: z.url(),
  leadsTo: z.url(),
  tool: z.string(),
  label: z.string(),
})
export type MadeSource = z.infer<typeof madeSource>
export const sourceChange = z.object({
  label: typedText(200).optional(),
  code: code.optional(),
  tool: tool.optional(),
  target: target.optional(),
  campaign: idOf<'Campaign'>().nullable().optional(),
  archived: z.boolean().optional(),
})

export const reportKeyNames = [
  'source',
  'kind',
  'tool',
  'group',
  'post',
  'page',
  'recruiter',
  'week',
  'campaign',
] as const
const span = { from: day.optional(), to: day.optional(), campaign: idOf<'Campaign'>().optional() }
export const reportQuery = z.object({
  view: z.enum(reportViews).default('first'),
  by: z.enum(reportKeyNames).default('source'),
  ...span,
})
const people = z.object(
  Object.fromEntries(milestones.map(name => [name, count])) as Record<(typeof milestones)[number], typeof count>,
)
const reportRow = z.object({
  /** An id, a word of ours, or the Monday of a week; null: of nobody. */
  key: z.string().nullable(),
  label: z.string().nullable(),
  kind: z.enum(sourceKinds).nullable(),
  tool: z.string().nullable(),
  visits: count,
  people,
})
export type ReportRowWire = z.infer<typeof reportRow>
export const report = z.object({
  view: z.enum(reportViews),
  by: z.enum(reportKeyNames),
  from: day,
  to: day,
  rows: z.array(reportRow),
  weeks: z.array(reportRow),
  referrers: z.array(z.object({ referrer: z.string(), visits: count })),
  /** Different people, each once, whose first source lies in the span. */
  people: count,
})
export type ReportWire = z.infer<typeof report>

export const cameQuery = z.object({
  view: z.enum(reportViews).default('first'),
  by: z.enum(reportKeyNames).default('source'),
  key: z.string().max(100).optional(),
  milestone: z.enum(milestones).default('lead'),
  after: cursor(),
  ...span,
})
const cameRow = z.object({
  person: idOf<'Person'>(),
  name: z.string(),
  stage: z.enum(stages),
  source: z.object({ id: idOf<'Source'>(), label: z.string(), kind: z.enum(sourceKinds) }),
  at: instant(),
  milestones: z.array(z.enum(shownMilestones)),
})
export type CameRowWire = z.infer<typeof cameRow>
export const cameList = z.object({ people: z.array(cameRow), next: z.string().optional() })
export type CameListWire = z.infer<typeof cameList>

export const personSources = z.object({
  sources: z.array(
    z.object({
      source: idOf<'Source'>(),
      label: z.string(),
      kind: z.enum(sourceKinds),
      tool: z.string(),
      how: z.enum(touchKinds),
      at: instant(),
    }),
  ),
})
export type PersonSourcesWire = z.infer<typeof personSources>

export const campaignParams = z.object({ id: idOf<'Campaign'>() })
export const costParams = campaignParams.extend({ cost: idOf<'Cost'>() })
export const newCampaign = z.object({
  name: typedText(120),
  aim: z.string().max(1_000).optional(),
  startsOn: day.nullable().optional(),
  endsOn: day.nullable().optional(),
})
export const campaignChange = newCampaign.partial().extend({ archived: z.boolean().optional() })
/** `note` null: the tool does not play this part. */
export const partChange = z.object({ tool, part: z.enum(campaignParts), note: z.string().max(300).nullable() })
export const newCost = z.object({
  on: day.optional(),
  tool: tool.optional(),
  what: typedText(200),
  amount: z.number().positive().max(9_999_999).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  minutes: z.int().min(1).max(100_000).optional(),
})

const share = z.object({ low: z.number(), high: z.number() })
const link = z.object({
  from: z.enum(chainSteps),
  to: z.enum(chainSteps),
  of: count,
  reached: count,
  /** At 95 %; null: too few to say. */
  interval: share.nullable(),
  /** Of this workspace's other pages; null where fewer than three can be compared. */
  median: z.number().nullable(),
  verdict: z.enum(['few', 'alone', 'usual', 'weak', 'strong']),
})
export type ChainLinkWire = z.infer<typeof link>
const campaignWhole = z.object({
  id: idOf<'Campaign'>(),
  name: z.string(),
  aim: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  archived: z.boolean(),
  parts: z.array(z.object({ tool: z.string(), part: z.enum(campaignParts), note: z.string() })),
  costs: z.array(
    z.object({
      id: idOf<'Cost'>(),
      on: day,
      tool: z.string().nullable(),
      what: z.string(),
      amount: z.number().nullable(),
      currency: z.string().nullable(),
      minutes: z.int().nullable(),
      by: z.string().nullable(),
    }),
  ),
  /** Time in its groups by the ledger, and what was told by hand; `tool` empty: of no tool. */
  minutes: z.array(z.object({ tool: z.string(), minutes: count })),
  money: z.array(z.object({ currency: z.string(), amount: z.number() })),
  /** Visits by its links; those on its own pages are the first step of the chain. */
  reach: count,
  counts: z.object(
    Object.fromEntries(chainSteps.map(step => [step, count])) as Record<(typeof chainSteps)[number], typeof count>,
  ),
  chain: z.array(link),
  /** Where the chain breaks; null: nowhere that could be said. */
  weakest: link.nullable(),
  sources: count,
})
export type CampaignWire = z.infer<typeof campaignWhole>
export const campaignDetail = z.object({ campaign: campaignWhole })

export const strategyQuery = z.object({ from: day.optional(), to: day.optional() })
const plannedItem = z.object({
  kind: z.enum(['post', 'issue', 'visit', 'digest']),
  id: z.string(),
  /** The post, issue, group or list that it is of. */
  thing: z.string().nullable(),
  title: z.string(),
  at: instant(),
  state: z.enum(['planned', 'done']),
  tool: z.string(),
  campaign: idOf<'Campaign'>().nullable(),
  by: z.string().nullable(),
})
export type PlannedWire = z.infer<typeof plannedItem>
export const strategy = z.object({
  from: day,
  to: day,
  campaigns: z.array(campaignWhole),
  calendar: z.array(plannedItem),
  tooFew: z.object({ visits: z.int(), people: z.int() }),
})
export type StrategyWire = z.infer<typeof strategy>

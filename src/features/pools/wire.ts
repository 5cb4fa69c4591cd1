import { z } from 'zod'
import { audienceFitView } from '#features/conversations/wire.ts'
import { personRow } from '#features/people/wire.ts'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { activeSpans, causes, memberSorts, plannedActions, poolKinds, poolLimits } from './model.ts'

const tool = z.enum(toolIds)
const person = idOf<'Person'>()
const people = z.array(person).min(1).max(poolLimits.perStep)

export const poolParams = z.object({ id: idOf<'Pool'>() })

export const poolSearch = z.object({
  q: z.string().max(1_000).optional(),
  stage: z.string().max(40).optional(),
  tool: tool.optional(),
  place: z.string().max(100).optional(),
  tag: z.string().max(100).optional(),
  active: z.enum(activeSpans).optional(),
})

const offer = z.object({ title: typedText(200), url: z.url({ protocol: /^https?$/ }).max(2_000) })

export const givenPool = z.object({
  kind: z.enum(poolKinds),
  name: typedText(100),
  about: z.string().max(1_000).optional(),
  search: poolSearch.optional(),
  team: z.boolean().optional(),
  /** Everyone in it who knows us hears from us every so many weeks. */
  warmWeeks: z.int().min(poolLimits.warmWeeks.least).max(poolLimits.warmWeeks.most).nullable().optional(),
  /** What of ours may be passed on to them; never a job. */
  offer: offer.nullable().optional(),
})
export type GivenPoolWire = z.infer<typeof givenPool>
export const poolChange = givenPool.omit({ kind: true }).partial().extend({ removed: z.boolean().optional() })

export const poolView = z.object({
  id: idOf<'Pool'>(),
  kind: z.enum(poolKinds),
  name: z.string(),
  about: z.string(),
  search: poolSearch.nullable(),
  owner: z.object({ id: idOf<'User'>(), name: z.string() }),
  team: z.boolean(),
  warmWeeks: z.int().nullable(),
  offer: z.object({ title: z.string(), url: z.string() }).nullable(),
  size: z.int(),
})
export type PoolView = z.infer<typeof poolView>

/** Came and went: in the last 30 days. */
export const listedPool = poolView.extend({ came: z.int(), went: z.int(), shares: z.int() })
export type ListedPoolWire = z.infer<typeof listedPool>
export const poolList = z.object({ pools: z.array(listedPool) })
export const poolDetail = z.object({ pool: poolView, mayChange: z.boolean() })

export const memberQuery = z.object({
  stage: z.string().max(40).optional(),
  sort: z.enum(memberSorts).default('added'),
  cursor: cursor(),
  limit: z.int().min(1).max(200).default(50),
})
export const memberRow = personRow.extend({ how: z.enum(['hand', 'rule']), addedAt: instant() })
export type MemberRowWire = z.infer<typeof memberRow>
export const memberPage = z.object({ people: z.array(memberRow), next: z.string().nullable() })
/** How many stand at each of the caller's stages. */
export const stageCounts = z.object({ stages: z.array(z.object({ stage: z.string(), people: z.int() })) })

export const peopleInput = z.object({ people })
const leftOut = z.object({ person, name: z.string(), code: z.string(), because: z.string().nullable() })
export type LeftOutWire = z.infer<typeof leftOut>
export const addedView = z.object({ added: z.array(person), leftOut: z.array(leftOut) })
const asTheyWere = z.array(z.object({ person, how: z.enum(['hand', 'rule']) }))
export const removedView = z.object({ removed: asTheyWere })
export const backInput = z.object({ people: asTheyWere.min(1).max(poolLimits.perStep) })

export const logQuery = z.object({ cursor: cursor(), limit: z.int().min(1).max(200).default(50) })
export const logEntry = z.object({
  id: z.string(),
  person: person.nullable(),
  name: z.string().nullable(),
  stage: z.string(),
  kind: z.enum(['came', 'went', 'filled']),
  cause: z.enum(causes),
  /** Parts of the search that hold now, or that no longer do. */
  matched: z.array(z.string()),
  missing: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  came: z.int(),
  went: z.int(),
  by: z.string().nullable(),
  at: instant(),
})
export type LogEntryWire = z.infer<typeof logEntry>
export const logPage = z.object({ entries: z.array(logEntry), next: z.string().nullable() })

export const healthQuery = z.object({ timezone: z.string().max(60).default('UTC') })
export const healthView = z.object({
  size: z.int(),
  came: z.int(),
  went: z.int(),
  activeMonth: z.int(),
  activeQuarter: z.int(),
  activeYear: z.int(),
  touchedMonth: z.int(),
  touchedQuarter: z.int(),
  touchedYear: z.int(),
  touchedEarlier: z.int(),
  never: z.int(),
  medianDays: z.int().nullable(),
  fit: audienceFitView,
})
export type HealthWire = z.infer<typeof healthView>

export const sharingView = z.object({
  team: z.boolean(),
  shares: z.array(z.object({ user: idOf<'User'>(), name: z.string(), sharedAt: instant() })),
  colleagues: z.array(z.object({ id: idOf<'User'>(), name: z.string() })),
})
export const shareInput = z.object({ users: z.array(idOf<'User'>()).max(poolLimits.sharesPerPool) })

export const planInput = z.object({
  pool: idOf<'Pool'>().optional(),
  people: z.array(person).min(1).max(poolLimits.judgedPerStep),
  action: z.enum(plannedActions),
  tool: tool.optional(),
  /** The first day, in the recruiter's calendar. */
  from: z.iso.date(),
  perDay: z.int().min(1).max(50).default(5),
})
export const planView = z.object({
  possible: z.array(
    z.object({ person, name: z.string(), tool: tool.nullable(), warning: z.string().nullable(), on: z.string() }),
  ),
  leftOut: z.array(leftOut),
})
export type PlanWire = z.infer<typeof planView>

export const poolsOfPerson = z.object({
  pools: z.array(
    z.object({
      id: idOf<'Pool'>(),
      name: z.string(),
      kind: z.enum(poolKinds),
      how: z.enum(['hand', 'rule']),
      addedAt: instant(),
    }),
  ),
})
export type PoolOfPersonWire = z.infer<typeof poolsOfPerson>['pools'][number]

import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { dayParts } from '../model/habit.ts'
import { unableReasons } from '../model.ts'

const tool = z.enum(toolIds)

export const fitReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('answers'), hits: z.int(), total: z.int(), low: z.number(), high: z.number() }),
  z.object({ code: z.literal('silent'), total: z.int() }),
  z.object({ code: z.literal('not-tried') }),
  z.object({ code: z.literal('wished') }),
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

/** Where a person can be written to: a conversation that is there, or an address over one of our connections. */
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

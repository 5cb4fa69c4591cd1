import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { reachModes } from '../model/reach.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time like 17:30.')
const days = z.array(z.int().min(1).max(7)).max(7)

export const reachView = z.object({
  reach: z
    .object({
      connection: idOf<'Connection'>(),
      tool: z.enum(toolIds),
      label: z.string(),
      /** Null until the recruiter has written from there. */
      address: z.string().nullable(),
      proven: z.boolean(),
      /** Until when a code is taken; null when none is open. */
      codeUntil: instant().nullable(),
      mode: z.enum(reachModes),
      awayMinutes: z.int(),
      /** 1: Monday. */
      days: z.array(z.int()),
      from: z.string(),
      to: z.string(),
      paused: z.boolean(),
      trouble: z.string().nullable(),
    })
    .nullable(),
  ways: z.array(
    z.object({
      connection: idOf<'Connection'>(),
      tool: z.enum(toolIds),
      label: z.string(),
      begins: z.enum(['kith', 'recruiter']),
    }),
  ),
})
export type ReachView = z.infer<typeof reachView>

export const beginReachRequest = z.object({
  connection: idOf<'Connection'>(),
  /** Left out: the code is given, to be written from there. */
  address: typedText(320).optional(),
})
/** To be written from there; null when it was sent there. */
export const beginReachAnswer = z.object({ code: z.string().nullable() })
export const proveReachRequest = z.object({ code: typedText(40) })
export const changeReachRequest = z.object({
  mode: z.enum(reachModes).optional(),
  awayMinutes: z.int().min(1).max(240).optional(),
  days: days.optional(),
  from: time.optional(),
  to: time.optional(),
  paused: z.boolean().optional(),
})
export type ReachChange = z.infer<typeof changeReachRequest>

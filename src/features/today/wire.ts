import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'

const tool = z.enum(toolIds)

export const todayStep = z.object({
  /** Null for somebody who wrote and is not in the database yet. */
  person: idOf<'Person'>().nullable(),
  name: z.string(),
  stage: z.string(),
  tool: tool.nullable(),
  presence: z.enum(['online', 'away', 'off']).nullable(),
  /** What they wrote, the title of what they published, or when they are usually there. */
  text: z.string(),
  at: instant().nullable(),
  minutes: z.int(),
  step: z.object({ id: z.string(), tool: tool.nullable(), reason: z.string(), days: z.int().nullable() }),
  conversation: idOf<'Conversation'>().nullable(),
  activity: idOf<'Activity'>().nullable(),
})
export type TodayStep = z.infer<typeof todayStep>

export const todayPage = z.object({
  steps: z.int(),
  minutes: z.int(),
  waiting: z.array(todayStep),
  online: z.array(todayStep),
  read: z.array(todayStep),
  warm: z.array(todayStep),
  /** People who heard from the caller in the last seven days. */
  heardThisWeek: z.int(),
})
export type TodayPage = z.infer<typeof todayPage>

import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { because, sections, weekReasons } from './model.ts'

const tool = z.enum(toolIds)

export const todayStep = z.object({
  /** What is put off with it: the person, else the conversation or the group. */
  subject: z.string(),
  /** Null for a group, and for somebody who wrote and is not in the database yet. */
  person: idOf<'Person'>().nullable(),
  name: z.string(),
  stage: z.string(),
  tool: tool.nullable(),
  presence: z.enum(['online', 'away', 'off']).nullable(),
  /** What they wrote, the title of what they published, their new job, or when they are usually there. */
  text: z.string(),
  at: instant().nullable(),
  minutes: z.int(),
  step: z.object({ id: z.string(), tool: tool.nullable(), reason: z.string(), days: z.int().nullable() }),
  /** Why now, beside the reason of the step. */
  because: z.array(z.object({ code: z.enum(because), text: z.string().nullable(), count: z.int().nullable() })),
  /** A post of ours that may be passed on. */
  offer: z.object({ title: z.string(), url: z.string() }).nullable(),
  conversation: idOf<'Conversation'>().nullable(),
  activity: idOf<'Activity'>().nullable(),
  group: z.string().nullable(),
})
export type TodayStep = z.infer<typeof todayStep>

export const rhythmLine = z.object({
  tool,
  /** How many people a week. */
  people: z.int().min(0).max(200),
  place: z.string().max(120),
  /** 1 is Monday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
})
export const weekInput = z.object({ lines: z.array(rhythmLine).max(40) })
/** `done`: so many different people heard from you over it since Monday. */
export const weekLine = rhythmLine.extend({ done: z.int() })
export type WeekLine = z.infer<typeof weekLine>
export const weekView = z.object({ lines: z.array(weekLine) })

/** Nothing of it is kept: it is put into the form, and `PUT /today/week` plans what was made of it. */
export const proposedWeek = z.object({
  lines: z.array(
    rhythmLine.extend({
      because: z.array(
        z.object({
          code: z.enum(weekReasons),
          text: z.string().nullable(),
          count: z.int().nullable(),
          of: z.int().nullable(),
          low: z.int().nullable(),
          high: z.int().nullable(),
          days: z.array(z.int()),
        }),
      ),
    }),
  ),
})
export type ProposedWeek = z.infer<typeof proposedWeek>

export const todayQuery = z.object({ timezone: z.string().max(60).default('UTC') })

export const todayPage = z.object({
  steps: z.int(),
  minutes: z.int(),
  /** In the order of urgency; empty ones are left out. */
  sections: z.array(z.object({ id: z.enum(sections), steps: z.array(todayStep) })),
  /** What the caller has to do by today, beside the steps. */
  todos: z.int(),
  /** People who heard from the caller in the last seven days. */
  heardThisWeek: z.int(),
  week: z.array(weekLine),
  /** 1 is Monday, on the caller's clock. */
  weekday: z.int(),
})
export type TodayPage = z.infer<typeof todayPage>

export const putOffInput = z.object({
  /** As `subject` of a step says. */
  subject: idOf<'Person'>(),
  days: z.int().min(1).max(365).default(1),
})
export const putOffParams = z.object({ subject: idOf<'Person'>() })

import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { overrideOutcomes } from '../model/overrides.ts'

const month = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
  .describe('A month, such as 2026-05')

/** Both months are in it, whole. */
const overridesFilter = {
  from: month,
  to: month,
  recruiter: idOf<'User'>().optional(),
  code: z.string().max(40).optional(),
  outcome: z.enum(overrideOutcomes).optional(),
}
export const overrideMonthsQuery = z.object(overridesFilter)
export const overridesQuery = z.object({
  ...overridesFilter,
  /** The `next` of the page before. */
  cursor: z.string().max(80).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})

export const overrideMonths = z.object({
  months: z.array(
    z.object({
      recruiter: idOf<'User'>(),
      recruiterName: z.string().nullable(),
      month: z.string(),
      open: z.number().int(),
      granted: z.number().int(),
      declined: z.number().int(),
      atOnce: z.number().int(),
      outside: z.number().int(),
      codes: z.array(z.object({ code: z.string(), count: z.number().int() })),
    }),
  ),
})
export type OverrideMonthView = z.infer<typeof overrideMonths>['months'][number]

export const overridesPage = z.object({
  overrides: z.array(
    z.object({
      id: idOf<'Override'>(),
      recruiter: idOf<'User'>(),
      recruiterName: z.string().nullable(),
      answeredByName: z.string().nullable(),
      conversation: idOf<'Conversation'>().nullable(),
      outcome: z.enum(overrideOutcomes),
      sent: z.boolean(),
      action: z.enum(['message', 'invite', 'comment']),
      codes: z.array(z.string()),
      because: z.array(z.string()),
      draft: z.string(),
      reason: z.string(),
      at: instant(),
      answeredAt: instant().nullable(),
    }),
  ),
  next: z.string().optional(),
})
export type ReportedOverrideView = z.infer<typeof overridesPage>['overrides'][number]

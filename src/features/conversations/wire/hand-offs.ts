import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { surfaces, toolIds } from '#kernel/tools.ts'

const tool = z.enum(toolIds)

const handOff = {
  person: idOf<'Person'>(),
  tool,
  surface: z.enum(surfaces),
  action: z.enum(['message', 'invite', 'comment']),
  text: typedText(100_000),
  activity: idOf<'Activity'>().optional(),
}
export const handOffCheck = z.object(handOff)
/** `assessment` as etiquette/model.ts gives it. */
export const handOffAnswer = z.object({
  assessment: z.unknown(),
  url: z.string().nullable(),
  /** A colleague who wrote to them in the last 30 days, on whatever tool: know of it before it is sent. */
  colleague: z.object({ name: z.string(), tool: tool.nullable(), at: instant() }).nullable(),
})
export const handOffRequest = z.object({
  ...handOff,
  id: idOf<'Message'>(),
  overrideReason: z.string().min(10).max(2_000).optional(),
  /** It was sent already: kept as a fact, against whatever rules held it back. */
  sentAlready: z.boolean().optional(),
})
export const answerRequest = z.object({
  id: idOf<'Message'>(),
  person: idOf<'Person'>(),
  tool,
  surface: z.enum(surfaces),
  kind: z.enum(['answered', 'reacted', 'accepted-invitation']),
  text: z.string().max(100_000).default(''),
  at: z.iso.datetime().optional(),
})

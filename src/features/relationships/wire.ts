import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { stages } from './model/stages.ts'

const tool = z.enum(toolIds)
const stage = z.enum(stages)

export const nextStepView = z.object({
  id: z.string(),
  tool: tool.nullable(),
  reason: z.string(),
  days: z.int().nullable(),
})

export const stageMoveView = z.object({
  id: z.string(),
  from: stage,
  to: stage,
  cause: z.string(),
  tool: tool.nullable(),
  reason: z.string().nullable(),
  at: instant(),
  undoneAt: instant().nullable(),
})

export const relationshipView = z.object({
  stage,
  since: instant().nullable(),
  sideReason: z.string().nullable(),
  lastTouchAt: instant().nullable(),
  lastInAt: instant().nullable(),
  lastOutAt: instant().nullable(),
  /** The ladder, lowest first; `reachedAt` null for rungs not reached or given at the start. */
  rungs: z.array(
    z.object({
      stage,
      reachedAt: instant().nullable(),
      cause: z.string().nullable(),
      tool: tool.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** For the tool in hand; each stands before the rung `opensAt`. */
  gates: z.array(
    z.object({ gate: z.enum(['reading', 'invite', 'message', 'job']), opensAt: stage, open: z.boolean() }),
  ),
  nextStep: nextStepView.nullable(),
  moves: z.array(stageMoveView),
  /** The move that can be undone. */
  undo: z.string().nullable(),
})

export const touchView = z.object({
  id: idOf<'Touch'>(),
  kind: z.string(),
  tool: tool.nullable(),
  surface: z.string().nullable(),
  user: idOf<'User'>().nullable(),
  at: instant(),
  conversation: idOf<'Conversation'>().nullable(),
  message: idOf<'Message'>().nullable(),
  activity: idOf<'Activity'>().nullable(),
  note: z.string().nullable(),
})

/** Whose contact somebody is, and what another recruiter last said to them directly in the last 30 days. */
export const contactView = z.object({
  owner: z.object({ id: idOf<'User'>(), name: z.string() }).nullable(),
  colleague: z
    .object({
      /** Given back as `knownTouch` by whoever writes to them all the same. */
      touch: idOf<'Touch'>(),
      user: idOf<'User'>(),
      name: z.string(),
      kind: z.string(),
      tool: tool.nullable(),
      conversation: idOf<'Conversation'>().nullable(),
      at: instant(),
    })
    .nullable(),
  /** When you last said something to them directly. */
  mineAt: instant().nullable(),
})
export type ContactView = z.infer<typeof contactView>

export const personParams = z.object({ id: idOf<'Person'>() })
export const moveParams = z.object({ id: idOf<'Person'>(), move: idOf<'StageMove'>() })
export const relationshipQuery = z.object({ tool: tool.optional() })
export const touchesQuery = z.object({ cursor: cursor(), limit: z.int().min(1).max(200).default(50) })
export const stageInput = z.object({ stage, reason: typedText(1_000) })
export const touchInput = z.object({
  kind: z.string().max(40),
  tool: tool.optional(),
  at: z.iso.datetime().optional(),
  note: z.string().max(2_000).optional(),
})

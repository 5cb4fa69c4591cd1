import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { answers } from './model/review.ts'

const evidence = z.object({
  fact: z.string(),
  left: z.string().optional(),
  right: z.string().optional(),
  weight: z.number(),
  says: z.string(),
})

export const reviewQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) })

export const reviewPage = z.object({
  total: z.int(),
  pairs: z.array(
    z.object({
      left: idOf<'Person'>(),
      right: idOf<'Person'>(),
      /** Who the two are now, after merges: `a` stands for `left` or `right`, whichever id is lower. */
      a: idOf<'Person'>(),
      b: idOf<'Person'>(),
      probability: z.number(),
      evidence: z.array(evidence),
      asksReason: z.boolean(),
    }),
  ),
})
export type ReviewPage = z.infer<typeof reviewPage>

export const pairKey = z.object({ left: idOf<'Person'>(), right: idOf<'Person'>() })

export const pairDecision = z.object({
  left: idOf<'Person'>(),
  right: idOf<'Person'>(),
  answer: z.enum(answers),
  survivor: idOf<'Person'>().optional(),
  reason: z.string().max(500).optional(),
})

/** `move`: the merge to undo, when they were merged. */
export const pairDecided = z.object({ move: idOf<'Move'>().nullable() })

/** `weight` in bits, by degree of agreement from "different" up; null before everyone was looked through once. */
export const learned = z.object({
  model: z
    .object({
      learnedAt: z.iso.datetime(),
      people: z.int(),
      comparedPairs: z.int(),
      proposedPairs: z.int(),
      prior: z.number(),
      facts: z.array(
        z.object({
          fact: z.string(),
          column: z.string(),
          degrees: z.array(z.object({ degree: z.int(), weight: z.number() })),
        }),
      ),
    })
    .nullable(),
})
export type LearnedWire = z.infer<typeof learned>

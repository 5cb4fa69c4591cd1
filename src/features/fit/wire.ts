import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'

export const wantedInput = z.object({
  name: typedText(100),
  title: z.string().max(200).optional(),
  skills: z.array(typedText(100)).max(40).default([]),
  place: z.string().max(200).optional(),
  km: z.int().min(1).max(500).default(50),
  languages: z.array(typedText(60)).max(10).default([]),
})

export const wantedParams = z.object({ wanted: idOf<'WantedProfile'>() })
export const fitParams = z.object({ id: idOf<'Person'>(), wanted: idOf<'WantedProfile'>() })

export const wantedList = z.object({
  wanted: z.array(
    z.object({
      id: idOf<'WantedProfile'>(),
      name: z.string(),
      title: z.string().nullable(),
      skills: z.array(z.string()),
      place: z.string().nullable(),
      km: z.int(),
      languages: z.array(z.string()),
    }),
  ),
})
export type WantedWire = z.infer<typeof wantedList>['wanted'][number]

const cite = z.union([
  z.object({ kind: z.literal('item'), item: idOf<'Activity'>(), text: z.string(), at: instant() }),
  z.object({
    kind: z.enum(['position', 'headline', 'summary', 'skill', 'place', 'language']),
    profile: idOf<'Profile'>().nullable(),
    text: z.string(),
  }),
])

export const fitAnswer = z.object({
  points: z.number(),
  of: z.number(),
  total: z.number(),
  confidence: z.enum(['none', 'low', 'fair', 'good']),
  rank: z.number(),
  terms: z.array(
    z.object({
      kind: z.enum(['title', 'skill', 'place', 'language']),
      wanted: z.string(),
      weight: z.number(),
      state: z.enum(['found', 'absent', 'unknown']),
      points: z.number(),
      how: z.string(),
      km: z.int().nullable(),
      cites: z.array(cite),
    }),
  ),
})
export type FitWire = z.infer<typeof fitAnswer>

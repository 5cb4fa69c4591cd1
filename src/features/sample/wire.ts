import { z } from 'zod'
import { instant } from '#kernel/schema.ts'
import { sampleSizes } from './model.ts'

export const sampleView = z.object({
  loaded: z.boolean(),
  loading: z.boolean(),
  failed: z.boolean(),
  people: z.number().int(),
  since: instant().nullable(),
  /** 0 to 1 while it is loading. */
  progress: z.number(),
})
export type SampleView = z.infer<typeof sampleView>

export const loadSampleRequest = z.object({
  people: z.number().int().min(sampleSizes.fewestPeople).max(sampleSizes.mostPeople).optional(),
})
export const removedView = z.object({ people: z.number().int() })

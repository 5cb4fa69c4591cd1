import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { fediverseLimits, sendings } from './model.ts'

export const fediverseView = z.object({
  /** Nobody has turned it on yet. */
  begun: z.boolean(),
  on: z.boolean(),
  handle: z.string(),
  /** `@blog@example.org`: what people look for. */
  address: z.string(),
  sends: z.enum(sendings),
  /** The site has another address now than the name others know. */
  moved: z.boolean(),
  /** Other servers can't reach this address, or would not trust it. */
  unreachable: z.boolean(),
  /** Once somebody follows, its name stays. */
  fixed: z.boolean(),
  followers: z.int(),
  latest: z.array(
    z.object({
      address: z.string(),
      name: z.string(),
      url: z.string(),
      person: idOf<'Person'>().nullable(),
      since: instant(),
    }),
  ),
  blocks: z.array(z.string()),
})
export type FediverseView = z.infer<typeof fediverseView>
export const fediverseChange = z.object({
  on: z.boolean().optional(),
  handle: z.string().max(fediverseLimits.handle).optional(),
  sends: z.enum(sendings).optional(),
})
export type FediverseChange = z.infer<typeof fediverseChange>
export const blockRequest = z.object({ pattern: z.string().max(300) })

import { z } from 'zod'
import { typedText } from '#kernel/schema.ts'

const pageLinks = z.array(z.object({ label: z.string().max(255), value: z.string().max(500) })).max(10)
export const ownPage = z.object({
  name: z.string(),
  about: z.string(),
  /** Null where the network has no line beside the text. */
  headline: z.string().nullable(),
  links: pageLinks,
  url: z.string().nullable(),
})
/** Public at once; what is left out stays as it is there. */
export const ownPageRequest = z.object({
  name: typedText(300).optional(),
  about: z.string().max(5_000).optional(),
  headline: z.string().max(1_000).optional(),
  links: pageLinks.optional(),
  /** The caller's own picture, too (`PUT /me/own-picture`). */
  picture: z.literal(true).optional(),
})

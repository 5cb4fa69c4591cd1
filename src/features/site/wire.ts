import { z } from 'zod'
import { typedText } from '#kernel/schema.ts'
import { answerDaysAtMost, siteLanguages } from './model.ts'

export const siteChange = z.object({
  name: typedText(80).optional(),
  tagline: z.string().max(160).optional(),
  about: z.string().max(10_000).optional(),
  lang: z.enum(siteLanguages).optional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable()
    .optional(),
  domain: z.string().max(200).nullable().optional(),
  contact: z.string().max(200).optional(),
  hub: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .optional(),
  answerDays: z.int().min(1).max(answerDaysAtMost).optional(),
})
export const siteView = z.object({
  name: z.string(),
  tagline: z.string(),
  about: z.string(),
  lang: z.enum(siteLanguages),
  accent: z.string().nullable(),
  domain: z.string().nullable(),
  /** Kith was found under `domain`: mails use it, too. */
  domainProven: z.boolean(),
  contact: z.string(),
  hub: z.string().nullable(),
  /** Within how many days whoever applies hears from us; said to them when it arrived. */
  answerDays: z.int(),
  /** Where the site begins. */
  url: z.string(),
})
export type SiteView = z.infer<typeof siteView>
export type SiteChange = z.infer<typeof siteChange>

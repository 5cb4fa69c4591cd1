import { z } from 'zod'

/** What the Mastodon API answers, as far as Kith reads it; servers that speak it leave out what they don't have. */

export const instant = z.string().transform((text, context) => {
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  context.addIssue({ code: 'custom', message: 'no time' })
  return z.NEVER
})
const words = z
  .string()
  .nullish()
  .transform(text => text ?? '')
const list = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(shape)
    .nullish()
    .transform(found => found ?? [])

export const person = z.object({
  id: z.string(),
  acct: z.string(),
  display_name: words,
  url: words,
  locked: z.boolean().nullish(),
})
export type Person = z.infer<typeof person>

export const ownPerson = person.extend({
  note: words,
  avatar: words,
  source: z
    .object({
      note: words,
      fields: list(z.object({ name: words, value: words })),
    })
    .nullish(),
})

const attachment = z.object({
  id: z.string(),
  type: words,
  url: z.string().nullish(),
  remote_url: z.string().nullish(),
  description: z.string().nullish(),
})

export const status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  created_at: instant,
  edited_at: z.union([instant, z.null()]).optional(),
  account: person,
  content: words,
  visibility: words,
  spoiler_text: words,
  in_reply_to_id: z.string().nullish(),
  media_attachments: list(attachment),
  mentions: list(z.object({ id: z.string(), acct: z.string(), url: words })),
  reblog: z.unknown().optional(),
})
export type Status = z.infer<typeof status>
export const statuses = z.array(status)

export const notification = z.object({
  id: z.string(),
  type: z.string(),
  created_at: instant,
  account: person,
  status: z.union([status, z.null()]).optional(),
})
export type Notification = z.infer<typeof notification>

export const relationship = z.object({
  id: z.string(),
  following: z.boolean().nullish(),
  followed_by: z.boolean().nullish(),
  requested: z.boolean().nullish(),
})
export type Relationship = z.infer<typeof relationship>

const count = z.number().int().nonnegative()
export const instance = z.object({
  domain: z.string().nullish(),
  uri: z.string().nullish(),
  version: words,
  urls: z.object({ streaming_api: z.string().nullish() }).nullish(),
  /** Pleroma and older servers say the limit here. */
  max_toot_chars: count.nullish(),
  configuration: z
    .object({
      urls: z.object({ streaming: z.string().nullish() }).nullish(),
      accounts: z.object({ max_profile_fields: count.nullish() }).nullish(),
      statuses: z
        .object({
          max_characters: count.nullish(),
          max_media_attachments: count.nullish(),
          characters_reserved_per_url: count.nullish(),
        })
        .nullish(),
      media_attachments: z
        .object({ supported_mime_types: list(z.string()), image_size_limit: count.nullish() })
        .nullish(),
    })
    .nullish(),
})

export const media = z.object({ id: z.string(), url: z.string().nullish() })
export const source = z.object({ text: words, spoiler_text: words })
export const found = z.object({ accounts: list(person), statuses: list(status) })
export const context = z.object({ ancestors: list(status), descendants: list(status) })
export const people = list(person)
export const relationships = list(relationship)
export const apiError = z.object({ error: words, error_description: words })

import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'

const tool = z.enum(toolIds)

export const activityItem = z.object({
  id: idOf<'Activity'>(),
  person: idOf<'Person'>(),
  profile: idOf<'Profile'>().nullable(),
  tool,
  kind: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  /** The beginning of its text, or all of it in the reading pane. */
  text: z.string(),
  words: z.int(),
  minutes: z.int(),
  language: z.string().nullable(),
  publishedAt: instant(),
  editedAt: instant().nullable(),
  /** The caller's latest reading that counts. */
  readAt: instant().nullable(),
})
export type ActivityItemWire = z.infer<typeof activityItem>

const quote = z.object({
  id: z.string(),
  activity: idOf<'Activity'>(),
  text: z.string(),
  user: idOf<'User'>(),
  createdAt: instant(),
})

export const openItem = z.object({
  ...activityItem.shape,
  personName: z.string(),
  /** Sanitised: safe to show. Null: show `text`. */
  html: z.string().nullable(),
  quotes: z.array(quote),
  /** Visible this long, it counts as read. */
  neededMs: z.int(),
})

export const timelineQuery = z.object({
  profile: idOf<'Profile'>().optional(),
  cursor: cursor(),
  limit: z.int().min(1).max(200).default(50),
})
export const timelinePage = z.object({ items: z.array(activityItem), next: z.string().nullable() })

export const levelJudgement = z.object({
  level: z.enum(['daily', 'weekly', 'monthly', 'rare', 'quiet', 'unknown']),
  label: z.string(),
  because: z.string(),
  kinds: z.array(z.object({ kind: z.string(), items: z.int() })),
  items: z.array(z.string()),
  cited: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string().nullable(), at: instant() })),
})

export const personActivity = z.object({
  level: levelJudgement,
  profiles: z.array(z.object({ profile: idOf<'Profile'>(), level: levelJudgement })),
  readings: z.array(
    z.object({
      id: idOf<'Reading'>(),
      activity: idOf<'Activity'>(),
      title: z.string().nullable(),
      tool,
      readAt: instant(),
      visibleMs: z.int(),
      dismissedAt: instant().nullable(),
    }),
  ),
  quotes: z.array(quote),
})

export const feed = z.object({
  id: idOf<'Feed'>(),
  profile: idOf<'Profile'>(),
  url: z.string(),
  siteUrl: z.string().nullable(),
  title: z.string().nullable(),
  state: z.enum(['active', 'failing', 'gone', 'paused']),
  lastError: z.string().nullable(),
  /** A hub tells at once what is new; polls only make up for what it forgot. */
  pushed: z.boolean(),
  nextPollAt: instant(),
  lastPolledAt: instant().nullable(),
})

export const personParams = z.object({ id: idOf<'Person'>() })
export const itemParams = z.object({ id: idOf<'Activity'>() })
export const readingParams = z.object({ reading: idOf<'Reading'>() })
export const quoteParams = z.object({ quote: idOf<'Quote'>() })
export const feedParams = z.object({ feed: idOf<'Feed'>() })
export const readingInput = z.object({ visibleMs: z.int().min(0).max(86_400_000) })
export const dismissInput = z.object({ dismissed: z.boolean() })
export const quoteInput = z.object({ text: typedText(2_000) })
export const followInput = z.object({ url: typedText(2_000) })
export const feedChange = z.object({ change: z.enum(['pause', 'resume', 'unfollow']) })

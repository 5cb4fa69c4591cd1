import { z } from 'zod'
import { siteLanguages } from '#features/site/model.ts'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { mentionKinds, mentionStates, postLimits, postStates } from './model.ts'

export const postContent = z.object({
  title: typedText(160),
  summary: z.string().max(400),
  body: z.string().max(postLimits.body),
  tags: z.array(typedText(40)).max(postLimits.tags),
  lang: z.enum(siteLanguages),
})
export const postParams = z.object({ id: idOf<'Post'>() })
export const newPost = z.object({ title: typedText(160) })
export const postChange = z.object({
  content: postContent.optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
    .optional(),
  removed: z.boolean().optional(),
})
/** `at` in the future: it goes out then. Left out: now. */
export const publishInput = z.object({ at: z.iso.datetime().optional() })
export const postView = z.object({
  id: idOf<'Post'>(),
  slug: z.string(),
  url: z.string(),
  content: postContent,
  /** What readers see is older than `content`. */
  changed: z.boolean(),
  state: z.enum(postStates),
  author: z.object({ id: idOf<'User'>(), name: z.string() }),
  publishedAt: instant().nullable(),
  updatedAt: instant(),
  /** Shown or waiting to be looked at. */
  mentions: z.int(),
})
export type PostView = z.infer<typeof postView>
export const postList = z.object({ posts: z.array(postView) })
export const mentionView = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.enum(mentionKinds),
  author: z.string(),
  authorUrl: z.string(),
  words: z.string(),
  person: idOf<'Person'>().nullable(),
  state: z.enum(mentionStates),
  at: instant(),
})
export type MentionView = z.infer<typeof mentionView>
export const postDetail = z.object({ post: postView, mentions: z.array(mentionView) })
export type PostDetail = z.infer<typeof postDetail>
export const imageView = z.object({ url: z.string(), width: z.int(), height: z.int() })

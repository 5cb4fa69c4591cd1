import type { SiteLanguage } from '#features/site/model.ts'

export type PostContent = {
  title: string
  summary: string
  /** Markdown. */
  body: string
  tags: readonly string[]
  lang: SiteLanguage
}

export const postStates = ['draft', 'scheduled', 'published'] as const
export type PostState = (typeof postStates)[number]
export const mentionKinds = ['mention', 'reply', 'like', 'repost'] as const
export type MentionKind = (typeof mentionKinds)[number]
export const mentionStates = ['unproven', 'waiting', 'shown', 'hidden', 'gone'] as const
export type MentionState = (typeof mentionStates)[number]

export const postLimits = { body: 100_000, tags: 12, listed: 200, imageBytes: 20_000_000, linksToldOf: 50 } as const
export const imageWidths = { large: 1_600, small: 800 } as const

/** `Night Shifts` → `night-shifts`, as it stands in the address of the tag's page. */
export const tagSlug = (tag: string): string =>
  tag
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')

/** Minutes that reading takes, at 220 words each; at least one. */
export const readingMinutes = (text: string): number => Math.max(1, Math.round(text.split(/\s+/).length / 220))

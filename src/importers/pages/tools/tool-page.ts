import type { EducationRecord, PositionRecord } from '#importers/contract.ts'
import type { FeedEntry } from '../../feeds/document.ts'
import { readRange } from '../../resume/dates.ts'

/** What the page of an account shows of its owner in that tool's own layout. Null and empty where it is silent. */
export type ToolPage = {
  name: string | null
  headline: string | null
  place: string | null
  about: string | null
  positions: readonly PositionRecord[]
  education: readonly EducationRecord[]
  skills: readonly string[]
  /** Their pages elsewhere. */
  urls: readonly string[]
  entries: readonly FeedEntry[]
}

export const silentPage: ToolPage = {
  name: null,
  headline: null,
  place: null,
  about: null,
  positions: [],
  education: [],
  skills: [],
  urls: [],
  entries: [],
}

export const saysAnything = (page: ToolPage): boolean =>
  page.name !== null ||
  page.headline !== null ||
  page.about !== null ||
  page.positions.length > 0 ||
  page.entries.length > 0

/** `Jan 2020 - Present · 4 yrs` → when it began and ended. */
export function spanOf(text: string | null): { startedOn?: string; finishedOn?: string; current: boolean } {
  const range = text === null ? undefined : readRange(text)
  if (!range) return { current: false }
  const { startedOn, finishedOn, current } = range
  return { ...(startedOn && { startedOn }), ...(finishedOn && { finishedOn }), current }
}

export const blankEntry: Omit<FeedEntry, 'id'> = {
  title: null,
  link: null,
  authors: [],
  publishedAt: null,
  updatedAt: null,
  summary: null,
  contentHtml: null,
  categories: [],
  enclosures: [],
}

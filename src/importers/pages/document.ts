import type { EducationRecord, PositionRecord } from '#importers/contract.ts'
import type { DiscoveredFeed } from '../feeds/discover.ts'
import type { FeedEntry } from '../feeds/document.ts'

export type PagePerson = {
  name: string | null
  url: string | null
  photo: string | null
  org: string | null
  title: string | null
  emails: readonly string[]
  phones: readonly string[]
  place: string | null
  /** Their other pages: `rel=me` links, `sameAs`, further URLs of a card. */
  urls: readonly string[]
  note: string | null
  /** Which marks on the page say so. */
  sources: readonly ('h-card' | 'json-ld' | 'opengraph' | 'rel-me' | 'layout')[]
  /** What the tool's own layout shows of them, where the page is an account's on a tool that is known. */
  profile?: {
    headline: string | null
    positions: readonly PositionRecord[]
    education: readonly EducationRecord[]
    skills: readonly string[]
  }
}

export type PageLink = { url: string; text: string | null; rel: readonly string[] }

export type PageDocument = {
  /** Whom the page is about comes first; authors of single entries and people mentioned come after. */
  persons: readonly PagePerson[]
  feeds: readonly DiscoveredFeed[]
  entries: readonly FeedEntry[]
  links: readonly PageLink[]
}

export const nobody: PagePerson = {
  name: null,
  url: null,
  photo: null,
  org: null,
  title: null,
  emails: [],
  phones: [],
  place: null,
  urls: [],
  note: null,
  sources: [],
}

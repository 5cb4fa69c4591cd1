import { dayMs, hourMs, minuteMs } from '#kernel/clock.ts'
import { pageKey } from '#kernel/profile-urls.ts'

/** What activity needs of a parsed feed; the importers' documents fit. */
export type FeedEntry = {
  id: string
  title: string | null
  link: string | null
  publishedAt: string | null
  updatedAt: string | null
  summary: string | null
  contentHtml: string | null
  authors?: readonly { name: string | null; url: string | null }[]
}
export type ParsedFeed = {
  title: string | null
  description: string | null
  link: string | null
  language: string | null
  entries: readonly FeedEntry[]
  self?: string | null
  hubs?: readonly string[]
}

/** Throws an error with `code: 'not-a-feed'` for anything else. */
export type ParseFeed = (bytes: Uint8Array, origin: { contentType?: string; url?: string }) => ParsedFeed
export type DiscoverFeeds = (html: string, url?: string) => readonly { url: string; title: string | null }[]
export type PlainText = (html: string) => string | null
export type FetchPage = (
  url: string,
  request?: {
    method?: 'GET' | 'POST'
    body?: string
    headers?: Readonly<Record<string, string>>
    signal?: AbortSignal
  },
) => Promise<{ status: number; headers: Headers; url: string; body: Uint8Array }>

const keyOf = (entry: FeedEntry, home: string) =>
  /^(?:https?|urn|tag):/i.test(entry.id) ? entry.id : `${home}#${entry.id}`

/** What tells entries with one id apart: where they lead, else how they are called. */
const markOf = ({ link, title }: Pick<FeedEntry, 'link' | 'title'>) => (link ? (pageKey(link) ?? link) : (title ?? ''))

/** Under which an entry is or would be kept: its id alone, and with what tells it from others of that id. */
export const possibleKeys = (entry: FeedEntry, home: string): { alone: string; apart: string } => {
  const alone = keyOf(entry, home)
  return { alone, apart: `${alone} ${markOf(entry)}` }
}

/**
 * The stable key of each entry, in their order. Some feeds give different posts the same id: these are kept apart by their link or
 * title, each under the key that it had before (`known`: what is kept under a key).
 */
export function entryKeys(
  entries: readonly FeedEntry[],
  home: string,
  known: ReadonlyMap<string, Pick<FeedEntry, 'link' | 'title'>>,
): string[] {
  const sharing = new Map<string, Set<string>>()
  for (const entry of entries) {
    const { alone, apart } = possibleKeys(entry, home)
    sharing.set(alone, (sharing.get(alone) ?? new Set()).add(apart))
  }
  return entries.map(entry => {
    const { alone, apart } = possibleKeys(entry, home)
    if (known.has(apart)) return apart
    const kept = known.get(alone)
    const isKept = kept !== undefined && markOf(kept) === markOf(entry)
    return sharing.get(alone)?.size === 1 || isKept ? alone : apart
  })
}

const shortest = 20 * minuteMs
const longest = dayMs

/** Half the usual pause between posts, from 20 minutes to a day: a busy feed is asked often, a sleepy one rarely. */
export function pollEveryMs(publishedAt: readonly Date[], now: Date): number {
  const times = publishedAt.map(date => date.getTime()).filter(time => time <= now.getTime())
  const latest = times.sort((a, b) => b - a).slice(0, 10)
  const gaps = latest.slice(1).map((time, index) => (latest[index] ?? time) - time)
  const middle = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]
  const silence = latest[0] === undefined ? longest : now.getTime() - latest[0]
  const pause = Math.max(middle ?? 12 * hourMs, silence / 10)
  return Math.round(Math.min(longest, Math.max(shortest, pause / 2)))
}

/** Doubles with each failure in a row; never sooner than the server asks. */
export function retryAfterMs(failures: number, asked: number | undefined): number {
  const own = Math.min(longest, shortest * 2 ** Math.min(10, Math.max(0, failures - 1)))
  return Math.max(own, Math.min(asked ?? 0, 7 * dayMs))
}

/** `Retry-After`: seconds or a date; undefined when absent or not understood. */
export function readRetryAfter(value: string | null, now: Date): number | undefined {
  if (!value) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value.trim()) * 1_000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}

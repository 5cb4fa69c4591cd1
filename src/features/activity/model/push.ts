import { dayMs, hourMs } from '#kernel/clock.ts'
import type { ParsedFeed } from './feed.ts'

/** Where to ask, and for what. */
export type PushSource = { hub: string; topic: string }

type HeaderLink = { url: string; relations: readonly string[] }

/** RFC 8288, as far as hubs need it: `<address>; rel="hub self"`, several apart by commas. */
export function readLinkHeader(value: string | null): HeaderLink[] {
  const found: HeaderLink[] = []
  for (const [, url = '', parameters = ''] of (value ?? '')
    .slice(0, 8_000)
    .matchAll(/<([^<>]*)>((?:\s*;\s*[^\s=;,]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s";,]+))?)*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters) ?? []
    found.push({ url: url.trim(), relations: (quoted ?? bare ?? '').toLowerCase().split(/\s+/).filter(Boolean) })
  }
  return found
}

const webAddress = (text: string | undefined | null, base: string): string | undefined => {
  if (!text || !URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.hash = ''
  return url.href
}

/** The header goes before what the document says. A hub without a self link is asked for the address that was read. */
export function findPushSource(link: string | null, url: string, feed: ParsedFeed): PushSource | undefined {
  const links = readLinkHeader(link)
  const named = (relation: string) => links.find(each => each.relations.includes(relation))?.url
  const hub = webAddress(named('hub') ?? feed.hubs?.[0], url)
  const topic = webAddress(named('self') ?? feed.self, url) ?? url
  return hub === undefined ? undefined : { hub, topic }
}

/** What is asked for; a hub may give less or more. */
export const wantedLeaseSeconds = 10 * 86_400
/** A hub that names no lease is asked again after a day; one that names years, after a month. */
export const leaseMs = (seconds: number | undefined): number =>
  Math.min(30 * dayMs, Math.max(hourMs, seconds === undefined ? dayMs : seconds * 1_000))
/** Renewed when nine tenths of it are over. */
export const renewAt = (now: Date, lease: number): Date => new Date(now.getTime() + lease * 0.9)

/** A hub that did not ask back, or said no, is asked again no sooner. */
export const askAgainMs = { asked: dayMs, refused: 7 * dayMs } as const

/** Polls of a feed that is pushed only make up for what a hub forgot. */
export const pushedPollMs = dayMs

import { attribute, elementsOf, type HtmlElement, type HtmlParent, parseHtmlPage, rawTextOf } from '../html/tree.ts'
import { resolveBase, resolveWebUrl } from '../text/urls.ts'

export type FeedKind = 'rss' | 'atom' | 'json-feed' | 'h-feed' | 'unknown'
export type DiscoveredFeed = {
  url: string
  title: string | null
  kind: FeedKind
  /** `declared`: the page says so; `likely`: an address or label that looks like a feed's. */
  confidence: 'declared' | 'likely'
}

const kinds: readonly (readonly [RegExp, FeedKind])[] = [
  [/^(?:application|text)\/(?:x[-.])?(?:rss|rdf)\b/i, 'rss'],
  [/^(?:application|text)\/(?:x[-.])?atom\b/i, 'atom'],
  [/^application\/feed\+json/i, 'json-feed'],
  [/^(?:application|text)\/xml$/i, 'unknown'],
]

const kindOfType = (type: string): FeedKind | undefined => kinds.find(([pattern]) => pattern.test(type.trim()))?.[1]

const feedAddress =
  /(?:^|[/._?=&-])(?:feeds?|rss2?|atom|rdf)(?:$|[/._?=&-])|feedburner\.com\/|\.(?:rss|atom|rdf)$|\/index\.xml$|\/feed\.(?:xml|json)$/i
const feedLabel = /\b(?:rss|atom|json feed|newsfeed|web feed|xml feed)\b/i

export function baseOfPage(page: HtmlParent, url: string | undefined): string | undefined {
  for (const element of elementsOf(page)) {
    if (element.tagName === 'body') break
    const href = element.tagName === 'base' ? attribute(element, 'href') : undefined
    if (href !== undefined) return resolveBase(href, url)
  }
  return url
}

export const relationsOf = (element: HtmlElement): string[] =>
  (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean)

function declaredBy(element: HtmlElement): FeedKind | undefined {
  const relations = relationsOf(element)
  const type = attribute(element, 'type') ?? ''
  if (relations.includes('feed'))
    return /html/i.test(type) || type === '' ? (kindOfType(type) ?? 'h-feed') : (kindOfType(type) ?? 'unknown')
  if (!relations.includes('alternate')) return undefined
  const kind = kindOfType(type)
  if (kind !== undefined) return kind
  // Plain JSON is often an API or an oEmbed description, so its address must look like a feed's.
  return /^\s*application\/json\s*(?:;|$)/i.test(type) && /feed/i.test(attribute(element, 'href') ?? '')
    ? 'json-feed'
    : undefined
}

/** Feeds in a page already parsed, the declared ones first, each address once. */
export function feedsOfPage(page: HtmlParent, url: string | undefined): DiscoveredFeed[] {
  const base = baseOfPage(page, url)
  const found = new Map<string, DiscoveredFeed>()
  const likely: DiscoveredFeed[] = []
  for (const element of elementsOf(page)) {
    const href = attribute(element, 'href')
    if (href === undefined || !['link', 'a', 'area'].includes(element.tagName)) {
      const isHFeed = /(?:^|\s)(?:h-feed|hfeed)(?:\s|$)/.test(attribute(element, 'class') ?? '')
      if (isHFeed && url !== undefined) likely.push({ url, title: null, kind: 'h-feed', confidence: 'declared' })
      continue
    }
    const address = resolveWebUrl(href, base)
    if (address === null) continue
    const declared = declaredBy(element)
    const isAnchor = element.tagName !== 'link'
    const label = isAnchor ? rawTextOf(element).replace(/\s+/g, ' ').trim() : (attribute(element, 'title') ?? '').trim()
    if (declared !== undefined) {
      if (!found.has(address))
        found.set(address, { url: address, title: label || null, kind: declared, confidence: 'declared' })
    } else if (isAnchor) {
      const { pathname, search, host } = new URL(address)
      const looks =
        feedAddress.test(`${host}${pathname}${search}`.slice(host.length)) ||
        /^feeds?\./i.test(host) ||
        (feedLabel.test(label) && label.length < 40)
      if (looks)
        likely.push({ url: address, title: label || null, kind: kindOfAddress(pathname), confidence: 'likely' })
    }
  }
  for (const feed of likely) if (!found.has(feed.url)) found.set(feed.url, feed)
  return [...found.values()]
}

function kindOfAddress(pathname: string): FeedKind {
  if (/atom/i.test(pathname)) return 'atom'
  if (/rss|rdf/i.test(pathname)) return 'rss'
  return /\.json$/i.test(pathname) ? 'json-feed' : 'unknown'
}

/** The feeds a page offers: declared by `<link>`, linked to in its text, or the page itself as h-feed. */
export function discoverFeeds(html: string, url?: string): DiscoveredFeed[] {
  return feedsOfPage(parseHtmlPage(html), url)
}

import { digestOf } from '../text/digest.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { attributeOf, childOf, childrenOf, childText, textIn } from '../xml/query.ts'
import type { XmlElement } from '../xml/tree.ts'
import { atomAuthors } from './atom.ts'
import { parseFeedDate } from './dates.ts'
import type { FeedAuthor, FeedDocument, FeedEntry } from './document.ts'
import { rssEnclosures } from './enclosures.ts'
import { hubLinksOf } from './hubs.ts'
import {
  atomHtml,
  languageTag,
  orNull,
  parseAuthor,
  plainLine,
  plainText,
  proseOf,
  safeHtml,
  titleLine,
  unique,
  uniqueAuthors,
} from './values.ts'

/** The first date that is understood, in order of trust. */
function firstDate(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = childrenOf(element, name)
      .map(child => parseFeedDate(textIn(child)))
      .find(date => date !== null)
    if (found) return found
  }
  return null
}

/** `link` in any of its forms; channels and items of CDF have their address as an attribute. */
function linkOf(element: XmlElement, base: string | undefined): string | null {
  for (const link of childrenOf(element, 'link')) {
    const url = resolveWebUrl(textIn(link).trim() || attributeOf(link, 'href'), link.base ?? base)
    if (url !== null) return url
  }
  for (const link of childrenOf(element, 'atom:link')) {
    if ((attributeOf(link, 'rel') ?? 'alternate') !== 'alternate') continue
    const url = resolveWebUrl(attributeOf(link, 'href'), link.base ?? base)
    if (url !== null) return url
  }
  return resolveWebUrl(attributeOf(element, 'href'), base)
}

function authorsOf(element: XmlElement): FeedAuthor[] {
  const named = [
    'author',
    'managingeditor',
    'dc:creator',
    'dc:author',
    'dcterms:creator',
    'itunes:author',
    'media:credit',
  ].flatMap(name =>
    childrenOf(element, name).map(child => (childOf(child, 'name', 'atom:name') ? null : parseAuthor(textIn(child)))),
  )
  const strong = uniqueAuthors([...atomAuthors(element), ...named.slice(0, named.length)])
  if (strong.length > 0) return strong
  return uniqueAuthors(
    childrenOf(element, 'itunes:owner').map(owner => {
      const [name, email] = [childText(owner, 'itunes:name'), childText(owner, 'itunes:email')]
      return { name, email, url: null }
    }),
  )
}

/** Slashes in a Dublin Core subject or an iTunes category are part of its name; only commas in `itunes:keywords` separate. */
function categoriesOf(element: XmlElement): string[] {
  const named = ['category', 'dc:subject', 'dcterms:subject', 'media:category'].flatMap(name =>
    childrenOf(element, name).map(child => plainLine(textIn(child)) ?? orNull(attributeOf(child, 'term'))),
  )
  const itunes = childrenOf(element, 'itunes:category').flatMap(category =>
    [category, ...childrenOf(category, 'itunes:category')].map(child => orNull(attributeOf(child, 'text'))),
  )
  const keywords = childrenOf(element, 'itunes:keywords', 'media:keywords').flatMap(child =>
    textIn(child)
      .split(',')
      .map(word => orNull(word)),
  )
  return unique([...named, ...itunes, ...keywords])
}

const longProse = ['content:encoded', 'body', 'xhtml:body', 'xhtml:div', 'fullitem', 'content'] as const
const shortProse = [
  'description',
  'abstract',
  'dc:description',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
] as const

type Prose = { name: string; html: string; base: string | undefined }

function proseIn(element: XmlElement): Prose | undefined {
  const html = proseOf(element)
  return html === null ? undefined : { name: element.name, html, base: element.base }
}

const proseInOrder = (element: XmlElement, ...names: readonly string[]): Prose | undefined =>
  childrenOf(element, ...names)
    .map(proseIn)
    .find(prose => prose !== undefined)

const firstProse = (element: XmlElement, names: readonly string[]): Prose | undefined =>
  names.map(name => proseInOrder(element, name)).find(prose => prose !== undefined)

const titleOf = (element: XmlElement, ...names: readonly string[]): string | null =>
  titleLine(firstProse(element, names)?.html)

function readItem(item: XmlElement, feedBase: string | undefined): FeedEntry {
  const base = item.base ?? feedBase
  const guid = childOf(item, 'guid')
  const guidText = guid ? orNull(textIn(guid)) : null
  const said = guid && attributeOf(guid, 'ispermalink')?.trim().toLowerCase()
  const isPermaLink = guid !== undefined && said !== 'false'
  const original = childText(item, 'feedburner:origlink')
  // A guid that says nothing of being a permalink, and is no URL or path, is only a name.
  const permalink =
    isPermaLink &&
    guidText !== null &&
    (/^(?:https?:)?\/\/|^https?:/i.test(guidText) || (said === 'true' && guidText.startsWith('/')))
      ? resolveWebUrl(guidText, base)
      : null
  const link =
    resolveWebUrl(original, base) ??
    linkOf(item, base) ??
    permalink ??
    resolveWebUrl(attributeOf(item, 'about', 'rdf'), base)
  const title = titleOf(item, 'title', 'dc:title', 'media:title', 'itunes:title')
  const atomContent = childOf(item, 'atom:content')
  const atomSummary = childOf(item, 'atom:summary')
  const short = proseInOrder(item, 'description', 'summary') ?? firstProse(item, shortProse)
  // Where an item has a description and a summary, the first of them is the short one.
  const [, second] = childrenOf(item, 'description', 'summary')
  const long = firstProse(item, longProse) ?? (second && second.name !== short?.name ? proseIn(second) : undefined)
  const proseBase = (stated: string | undefined) => stated ?? base ?? link ?? undefined
  const html = long?.html ?? atomHtml(atomContent) ?? short?.html ?? atomHtml(atomSummary)
  const htmlBase = proseBase(long?.base ?? atomContent?.base ?? short?.base)
  const about = orNull(attributeOf(item, 'about', 'rdf'))
  const publishedAt = firstDate(
    item,
    'pubdate',
    'dc:date',
    'atom:published',
    'dcterms:issued',
    'dcterms:created',
    'dc:date.issued',
    'atom:issued',
    'date',
    'published',
  )
  return {
    id:
      guidText ??
      childText(item, 'atom:id') ??
      about ??
      childText(item, 'dc:identifier') ??
      link ??
      digestOf(title ?? '', publishedAt ?? '', html ?? ''),
    title,
    link,
    authors: authorsOf(item),
    publishedAt,
    updatedAt:
      firstDate(item, 'atom:updated', 'dcterms:modified', 'atom:modified', 'updated', 'lastbuilddate') ??
      parseFeedDate(attributeOf(item, 'lastmod')),
    summary: plainText(short?.html ?? atomHtml(atomSummary)),
    contentHtml: safeHtml(html, htmlBase),
    categories: categoriesOf(item),
    enclosures: rssEnclosures(item, base),
  }
}

function languageOf(channel: XmlElement, root: XmlElement): string | null {
  return languageTag(childText(channel, 'language', 'dc:language')) ?? languageTag(channel.language ?? root.language)
}

/** A channel and those within it: CDF nests them, and so do a few broken feeds. */
const channelsIn = (channel: XmlElement, depth = 0): XmlElement[] =>
  depth > 8 ? [] : [channel, ...childrenOf(channel, 'channel').flatMap(inner => channelsIn(inner, depth + 1))]

/** CDF, the Channel Definition Format, has no root around its channel and writes addresses as attributes. */
const isCdfChannel = (channel: XmlElement): boolean =>
  ['href', 'base', 'lastmod'].some(name => attributeOf(channel, name) !== undefined) ||
  childOf(channel, 'abstract') !== undefined ||
  childrenOf(channel, 'item').some(item => attributeOf(item, 'href') !== undefined)

/** RSS 0.90 to 2.0, RSS 1.0 and CDF: items stand in the channel or beside it. */
export function readRss(root: XmlElement, documentUrl: string | undefined): FeedDocument {
  const isRdf = root.namespace === 'rdf' || root.name.toLowerCase() === 'rdf'
  const channel = root.name.toLowerCase() === 'channel' ? root : (childOf(root, 'channel') ?? root)
  const isCdf = channel === root && isCdfChannel(channel)
  const stated = resolveWebUrl(isCdf ? attributeOf(channel, 'base') : null, documentUrl) ?? undefined
  const link =
    linkOf(channel, stated ?? channel.base ?? documentUrl) ??
    resolveWebUrl(attributeOf(channel, 'about', 'rdf'), documentUrl)
  const self = childrenOf(channel, 'atom:link').find(candidate => attributeOf(candidate, 'rel') === 'self')
  const base =
    stated ?? documentUrl ?? resolveWebUrl(self ? attributeOf(self, 'href') : null, undefined) ?? link ?? undefined
  const items = [...channelsIn(channel), ...(channel === root ? [] : [root]), ...childrenOf(channel, 'items')].flatMap(
    parent => childrenOf(parent, 'item', 'entry'),
  )
  return {
    format: isRdf ? 'rdf' : isCdf ? 'cdf' : 'rss',
    version: isRdf ? rdfVersion(root) : (orNull(attributeOf(root, 'version')) ?? null),
    title: titleOf(channel, 'title', 'dc:title', 'itunes:title'),
    description: plainText(firstProse(channel, [...shortProse, 'tagline'])?.html),
    link,
    language: languageOf(channel, root),
    authors: authorsOf(channel),
    ...hubLinksOf(channel, base),
    entries: items.map(item => readItem(item, base)),
  }
}

/** Both dialects of RDF read alike; only RSS 1.0 names its items by `rdf:about`. */
function rdfVersion(root: XmlElement): string {
  const named = childrenOf(root, 'channel', 'item').some(element => attributeOf(element, 'about', 'rdf') !== undefined)
  return named ? '1.0' : '0.90'
}

import { UnreadableFile } from '#importers/contract.ts'
import { readMicroformats } from '../html/microformats.ts'
import { attribute, elementsOf, parseHtmlPage, rawTextOf } from '../html/tree.ts'
import { decodeCodePage, startsInEbcdic } from '../text/code-pages.ts'
import { charsetOf, decodeText } from '../text/decode.ts'
import { readJson } from '../text/json.ts'
import { attributeOf, childOf, isXmlElement } from '../xml/query.ts'
import { parseXml, type XmlElement } from '../xml/tree.ts'
import { readAtom } from './atom.ts'
import { baseOfPage, feedsOfPage } from './discover.ts'
import { type FeedDocument, NotAFeed } from './document.ts'
import { readHFeed } from './h-feed.ts'
import { hubLinksOfPage } from './hubs.ts'
import { isJsonFeed, readJsonFeed } from './json-feed.ts'
import { readRss } from './rss.ts'

export type FeedOrigin = {
  /** The Content-Type header, for its charset. */
  contentType?: string
  /** Where the bytes came from: what relative addresses are relative to. */
  url?: string
}

const maxBytes = 64 << 20

/** The text of XML or HTML bytes: byte order mark, then the header's charset, then what the document says of itself. */
export function decodeMarkup(bytes: Uint8Array, contentType: string | undefined): string {
  const start = bytes.subarray(0, 2048)
  const head = startsInEbcdic(bytes) ? decodeCodePage(start, 'ibm37') : new TextDecoder('latin1').decode(start)
  const xml = /<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1]
  const meta = /<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  return decodeText(bytes, [charsetOf(contentType), xml, meta]).text
}

type Root = { kind: 'rss' | 'atom'; element: XmlElement }

/** The feed's root, also below junk that a broken server printed around it. */
function findRoot(document: XmlElement): Root | undefined {
  let level = document.children.filter(isXmlElement)
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    for (const element of level.slice(0, 1000)) {
      const name = element.name.toLowerCase()
      if ((element.namespace === '' || element.namespace.startsWith('?')) && (name === 'rss' || name === 'channel'))
        return { kind: 'rss', element }
      if (name === 'rdf' && (childOf(element, 'channel') || childOf(element, 'item'))) return { kind: 'rss', element }
      if ((name === 'feed' || name === 'entry') && (element.namespace === 'atom' || isBareAtom(element)))
        return { kind: 'atom', element }
    }
    level = level.flatMap(element => element.children.filter(isXmlElement))
  }
  return undefined
}

/** Atom that forgot its namespace, told from any other `<feed>` by its parts. */
function isBareAtom(element: XmlElement): boolean {
  if (element.name.toLowerCase() === 'entry') return false
  return (
    childOf(element, 'entry', 'title', 'id', 'updated', 'atom:entry', 'atom:title') !== undefined ||
    attributeOf(element, 'version') !== undefined
  )
}

/** What the bytes are instead, in words for the person who chose them. */
function describe(text: string, document: XmlElement | undefined): string {
  const start = text.slice(0, 4000).trimStart()
  if (start === '') return 'The file is empty.'
  if (start.startsWith('%PDF')) return 'This is a PDF, not a feed.'
  if (/^[[{]/.test(start))
    return 'This is JSON, but not a JSON Feed: it has no "version" of jsonfeed.org and no list of items.'
  const root = document?.children.find(isXmlElement)
  const name = root?.name.toLowerCase()
  if (name === 'opml') return 'This is an OPML list of feeds, not a feed. Import it as a file to follow its feeds.'
  if (name === 'urlset' || name === 'sitemapindex') return 'This is a sitemap, not a feed.'
  if (root && start.startsWith('<'))
    return `This is XML with the root <${root.name.slice(0, 40)}>, which is no RSS, Atom or RDF feed.`
  return 'This is neither RSS, Atom, JSON Feed nor a page with an h-feed.'
}

function readPage(text: string, url: string | undefined): FeedDocument {
  const page = parseHtmlPage(text)
  const base = baseOfPage(page, url)
  const all = [...elementsOf(page, element => element.tagName !== 'body')]
  const title = all.find(element => element.tagName === 'title')
  const html = all.find(element => element.tagName === 'html')
  const about = {
    title: title ? rawTextOf(title).replace(/\s+/g, ' ').trim() || null : null,
    language: (html && attribute(html, 'lang')) || null,
    ...hubLinksOfPage(page, base),
  }
  const feed = readHFeed(readMicroformats(text, base).items, base, about)
  if (feed) return feed
  const feeds = feedsOfPage(page, url).map(found => found.url)
  const hint =
    feeds.length > 0
      ? ` It links to ${feeds.length === 1 ? 'this feed' : 'these feeds'}: ${feeds.slice(0, 5).join(', ')}`
      : ' It links to no feed.'
  throw new NotAFeed(`This is a web page, not a feed.${hint}`, feeds)
}

const looksLikePage = (text: string): boolean =>
  /^(?:\s|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S]){0,2000}-->)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 8000),
  )

/**
 * Reads any feed: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, or a page with an h-feed, well-formed or not.
 * Throws `NotAFeed` (what it is instead) or `UnreadableFile` (made to do harm, or too big).
 */
export function parseFeed(bytes: Uint8Array, origin: FeedOrigin = {}): FeedDocument {
  if (bytes.length > maxBytes)
    throw new UnreadableFile('too-big', 'This feed is larger than 64 MB. Feeds that people publish are far smaller.')
  const text = decodeMarkup(bytes, origin.contentType)
  const start = text.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    const json = readJson(start)
    if (isJsonFeed(json)) return readJsonFeed(json, origin.url)
    if (json !== undefined) throw new NotAFeed(describe(start, undefined))
  }
  if (looksLikePage(text)) {
    // A feed may be served with a page's head by mistake; a page never holds <rss> or <feed xmlns>.
    const hidden = /<(?:rss[\s>]|feed\s[^>]{0,500}xmlns|rdf:RDF[\s>])/i.test(text.slice(0, 20_000))
      ? findRoot(parseXml(text, origin.url))
      : undefined
    if (!hidden) return readPage(text, origin.url)
  }
  const document = parseXml(text, origin.url)
  const root = findRoot(document)
  if (root) return root.kind === 'atom' ? readAtom(root.element, origin.url) : readRss(root.element, origin.url)
  if (
    /<(?:html|body|div|p|head|article|span|a)\b/i.test(text.slice(0, 100_000)) &&
    !/^\s*<(?:opml|urlset|\?xml)/i.test(text)
  )
    return readPage(text, origin.url)
  throw new NotAFeed(describe(text, document))
}

import { digestOf } from '../text/digest.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { attributeOf, childOf, childrenOf, childText, textIn } from '../xml/query.ts'
import type { XmlElement } from '../xml/tree.ts'
import { parseFeedDate } from './dates.ts'
import type { FeedAuthor, FeedDocument, FeedEnclosure, FeedEntry } from './document.ts'
import { mediaEnclosures, uniqueEnclosures } from './enclosures.ts'
import { hubLinksOf } from './hubs.ts'
import {
  atomHtml,
  atomLine,
  languageTag,
  lengthInBytes,
  orNull,
  parseAuthor,
  plainLine,
  plainText,
  safeHtml,
  sanitised,
  unique,
  uniqueAuthors,
} from './values.ts'

/** Atom elements by name, also where the feed forgot its namespace. */
const atom = (...names: readonly string[]) => names.flatMap(name => [`atom:${name}`, name])

/** Atom authors and contributors of any element; RSS uses them too. */
export function atomAuthors(element: XmlElement): FeedAuthor[] {
  return uniqueAuthors(
    childrenOf(element, ...atom('author')).map(author => {
      const name = childText(author, ...atom('name'))
      const email = childText(author, ...atom('email'))
      const url = resolveWebUrl(childText(author, ...atom('uri', 'url', 'homepage')), author.base)
      if (name !== null || email !== null || url !== null)
        return {
          name: plainLine(name),
          email: parseAuthor(email)?.email ?? email?.replace(/^mailto:/i, '') ?? null,
          url,
        }
      return author.namespace === 'atom' ? parseAuthor(textIn(author)) : null
    }),
  )
}

const relationOf = (link: XmlElement): string =>
  (attributeOf(link, 'rel')?.trim().toLowerCase() || 'alternate').replace(
    'http://www.iana.org/assignments/relation/',
    '',
  )

/** The page for people: HTML before other types, and never the feed itself. */
function linkOf(element: XmlElement, base: string | undefined): string | null {
  const links = childrenOf(element, ...atom('link'))
  const alternates = links.filter(link => relationOf(link) === 'alternate')
  const isPage = (link: XmlElement) => /^$|html/i.test(attributeOf(link, 'type')?.trim() ?? '')
  for (const link of [...alternates.filter(isPage), ...alternates]) {
    const url = resolveWebUrl(attributeOf(link, 'href') ?? textIn(link), link.base ?? base)
    if (url !== null) return url
  }
  return null
}

function selfOf(element: XmlElement): string | undefined {
  const link = childrenOf(element, ...atom('link')).find(candidate => relationOf(candidate) === 'self')
  return resolveWebUrl(link ? attributeOf(link, 'href') : null, element.base) ?? undefined
}

function enclosuresOf(entry: XmlElement, base: string | undefined): FeedEnclosure[] {
  const own = childrenOf(entry, ...atom('link')).map(link => {
    const url = relationOf(link) === 'enclosure' ? resolveWebUrl(attributeOf(link, 'href'), link.base ?? base) : null
    if (url === null) return null
    return {
      url,
      type: orNull(attributeOf(link, 'type')),
      length: lengthInBytes(attributeOf(link, 'length')),
      title: orNull(attributeOf(link, 'title')),
    }
  })
  return uniqueEnclosures([...own, ...mediaEnclosures(entry, base)])
}

function categoriesOf(element: XmlElement): string[] {
  const own = childrenOf(element, ...atom('category')).map(
    category =>
      orNull(attributeOf(category, 'label')) ?? orNull(attributeOf(category, 'term')) ?? plainLine(textIn(category)),
  )
  const subjects = childrenOf(element, 'dc:subject').map(subject => plainLine(textIn(subject)))
  return unique([...own, ...subjects])
}

function dateOf(element: XmlElement, ...names: readonly string[]): string | null {
  return names.map(name => parseFeedDate(childText(element, name))).find(date => date !== null) ?? null
}

function readEntry(entry: XmlElement, feedBase: string | undefined, feedAuthors: readonly FeedAuthor[]): FeedEntry {
  const base = entry.base ?? feedBase
  const source = childOf(entry, 'atom:source')
  const content = childOf(entry, ...atom('content'))
  const summary = childOf(entry, ...atom('summary'), 'media:description')
  const groupText = childrenOf(entry, 'media:group').map(group => childText(group, 'media:description'))[0]
  const contentHtml = atomHtml(content)
  const summaryHtml = atomHtml(summary)
  const contentSrc = content ? resolveWebUrl(attributeOf(content, 'src'), content.base ?? base) : null
  const link = linkOf(entry, base) ?? contentSrc
  const title =
    [...atom('title'), 'media:title', 'dc:title']
      .flatMap(name => childrenOf(entry, name).map(atomLine))
      .find(line => line !== null) ?? null
  const id = childText(entry, ...atom('id'))
  const own = uniqueAuthors([
    ...atomAuthors(entry),
    ...childrenOf(entry, 'dc:creator').map(creator => parseAuthor(textIn(creator))),
  ])
  const inherited = source ? atomAuthors(source) : []
  const updatedAt = dateOf(entry, ...atom('updated', 'modified'), 'dcterms:modified')
  const publishedAt = dateOf(
    entry,
    ...atom('published', 'issued', 'created'),
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'pubdate',
  )
  return {
    id:
      (id?.startsWith('/') ? resolveWebUrl(id, base) : null) ??
      id ??
      link ??
      digestOf(title ?? '', publishedAt ?? updatedAt ?? '', contentHtml ?? summaryHtml ?? groupText ?? ''),
    title,
    link,
    authors: own.length > 0 ? own : inherited.length > 0 ? inherited : feedAuthors,
    publishedAt,
    updatedAt,
    summary: plainText(summaryHtml ?? groupText),
    contentHtml:
      sanitised(
        contentHtml ?? summaryHtml,
        (contentHtml === null ? summary?.base : content?.base) ?? base ?? link ?? undefined,
      ) ?? safeHtml(groupText, base),
    categories: categoriesOf(entry),
    enclosures: enclosuresOf(entry, base),
  }
}

/** Atom 1.0 and 0.3, and a lone entry document. */
export function readAtom(root: XmlElement, documentUrl: string | undefined): FeedDocument {
  const isEntry = root.name.toLowerCase() === 'entry'
  const link = isEntry ? null : linkOf(root, root.base ?? documentUrl)
  const base = root.base ?? documentUrl ?? selfOf(root) ?? link ?? undefined
  const authors = isEntry
    ? []
    : uniqueAuthors([
        ...atomAuthors(root),
        ...childrenOf(root, 'dc:creator').map(creator => parseAuthor(textIn(creator))),
      ])
  const entries = isEntry ? [root] : childrenOf(root, ...atom('entry'))
  const isOld =
    attributeOf(root, 'version')?.startsWith('0.') ?? childOf(root, ...atom('tagline', 'modified')) !== undefined
  return {
    format: 'atom',
    version: isOld ? (attributeOf(root, 'version') ?? '0.3') : '1.0',
    title: isEntry ? null : atomLine(childOf(root, ...atom('title'))),
    description: isEntry
      ? null
      : plainText(atomHtml(childOf(root, ...atom('subtitle', 'tagline'), 'dc:description', 'itunes:summary'))),
    link,
    language: languageTag(root.language ?? attributeOf(root, 'lang')) ?? languageTag(childText(root, 'dc:language')),
    authors,
    ...hubLinksOf(root, base),
    entries: entries.map(entry => readEntry(entry, base, authors)),
  }
}

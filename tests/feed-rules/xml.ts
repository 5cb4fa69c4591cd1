import { type Element, parse } from 'ltx'
import {
  anything,
  carriedHtml,
  count,
  filled,
  iri,
  type Judge,
  language,
  mediaType,
  plain,
  rfc822Date,
  rfc3339Date,
  webAddress,
} from './kinds.ts'

type Told = (says: string) => void
type Context = { url: string; now: Date; tell: Told }
type Rule = { min?: number; max?: number; text?: readonly Judge[]; look?: (element: Element, at: Context) => void }
/** Children by `namespace name`; what is not named here is not allowed. */
type Rules = Readonly<Record<string, Rule>>

const atomNs = 'http://www.w3.org/2005/Atom'
const contentNs = 'http://purl.org/rss/1.0/modules/content/'
const dcNs = 'http://purl.org/dc/elements/1.1/'

const elementsOf = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string')
const nameOf = (element: Element) => {
  const space = element.getNS() ?? ''
  return space === '' ? element.getName() : `${space} ${element.getName()}`
}

function check(element: Element, rules: Rules, at: Context): void {
  const seen = new Map<string, number>()
  for (const child of elementsOf(element)) {
    const name = nameOf(child)
    const here: Context = { ...at, tell: says => at.tell(`${element.getName()}/${child.name} ${says}`) }
    const rule = rules[name]
    if (!rule) {
      here.tell('is not known here')
      continue
    }
    seen.set(name, (seen.get(name) ?? 0) + 1)
    for (const judge of rule.text ?? []) {
      const wrong = judge(child.text().trim())
      if (wrong) here.tell(wrong)
    }
    rule.look?.(child, here)
  }
  for (const [name, { min = 0, max = Number.POSITIVE_INFINITY }] of Object.entries(rules)) {
    const found = seen.get(name) ?? 0
    const short = name.replace(/^\S+ /, '')
    if (found < min) at.tell(`${element.getName()} has no ${short}`)
    if (found > max) at.tell(`${element.getName()} has ${found} ${short}, one is allowed`)
  }
}

/** An attribute that must be there, or one that may. */
function attribute(element: Element, name: string, judge: Judge, at: Context, needed = true): void {
  const value = element.attrs[name]
  if (value === undefined) {
    if (needed) at.tell(`has no ${name}`)
    return
  }
  const wrong = judge(String(value))
  if (wrong) at.tell(`${name} ${wrong}`)
}

const once: Rule = { min: 1, max: 1 }
const optional: Rule = { max: 1 }

/** RFC 4287, 4.2.7. */
const atomLink: Rule = {
  look(link, at) {
    attribute(link, 'href', iri, at)
    attribute(link, 'type', mediaType, at, false)
    attribute(link, 'length', count, at, false)
    attribute(link, 'hreflang', language, at, false)
    const rel = String(link.attrs.rel ?? 'alternate')
    if (!/^(?:alternate|related|self|enclosure|via|hub|next|previous|first|last)$/.test(rel) && iri(rel))
      at.tell(`rel ${rel} is not registered (RFC 4287, 4.2.7.2)`)
    if (link.children.length > 0) at.tell('must be empty')
  },
}

/** The W3C's service warns where the feed's own address is missing, doubled or another (RFC 4287, 4.1.1; RSS Profile, atom:link). */
function ownAddress(feed: Element, at: Context): void {
  const own = feed.getChildren('link', atomNs).filter(link => link.attrs.rel === 'self')
  if (own.length !== 1) at.tell(`${feed.getName()} names its own address ${own.length} times`)
  else if (own[0]?.attrs.href !== at.url) at.tell(`${feed.getName()} says it is at ${String(own[0]?.attrs.href)}`)
}

function unique(elements: readonly (Element | undefined)[], what: string, tell: Told): void {
  const seen = new Set<string>()
  for (const element of elements) {
    const id = element?.text()
    if (id !== undefined && seen.has(id)) tell(`${what} ${id} stands twice`)
    if (id !== undefined) seen.add(id)
  }
}

/** RSS 2.0.11 (rssboard.org/rss-specification), the RSS Advisory Board's profile, and the modules that we use. */
function rss(root: Element, at: Context): void {
  if (root.attrs.version !== '2.0') at.tell('rss version is not 2.0')
  const date = rfc822Date(at.now)
  const item: Rules = {
    title: { ...optional, text: [filled] },
    link: { ...optional, text: [webAddress] },
    description: { ...optional, text: [plain] },
    guid: {
      ...once,
      text: [filled],
      look(guid, here) {
        const permanent = guid.attrs.isPermaLink
        if (permanent !== undefined && permanent !== 'true' && permanent !== 'false')
          here.tell('isPermaLink is neither true nor false')
        const wrong = permanent === 'false' ? undefined : webAddress(guid.text())
        if (wrong) here.tell(`is a permanent link, but ${wrong}`)
      },
    },
    pubDate: { ...optional, text: [date] },
    category: { text: [filled] },
    enclosure: {
      ...optional,
      look(enclosure, here) {
        attribute(enclosure, 'url', webAddress, here)
        attribute(enclosure, 'length', count, here)
        attribute(enclosure, 'type', mediaType, here)
      },
    },
    [`${dcNs} creator`]: { text: [filled] },
    [`${contentNs} encoded`]: { ...optional, text: [carriedHtml] },
  }
  check(
    root,
    {
      channel: {
        ...once,
        look(channel, here) {
          const items = channel.getChildren('item')
          ownAddress(channel, here)
          unique(
            items.map(each => each.getChild('guid')),
            'guid',
            here.tell,
          )
          check(
            channel,
            {
              title: { ...once, text: [filled] },
              link: { ...once, text: [webAddress] },
              description: { ...once, text: [filled] },
              language: { ...optional, text: [language] },
              lastBuildDate: { ...optional, text: [date] },
              pubDate: { ...optional, text: [date] },
              [`${atomNs} link`]: atomLink,
              item: {
                look(each, inItem) {
                  if (!each.getChild('title') && !each.getChild('description'))
                    inItem.tell('has neither title nor description')
                  check(each, item, inItem)
                },
              },
            },
            here,
          )
        },
      },
    },
    at,
  )
}

const atomNames = (rules: Rules): Rules =>
  Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`${atomNs} ${name}`, rule]))

/** RFC 4287, 3.1: text says what it is, and plain text holds no elements. */
const atomText =
  (judge: Judge): NonNullable<Rule['look']> =>
  (element, at) => {
    const type = String(element.attrs.type ?? 'text')
    if (!/^(?:text|html|xhtml)$/.test(type)) at.tell(`is of type ${type}`)
    if (type !== 'xhtml' && elementsOf(element).length > 0) at.tell('holds elements')
    const wrong = type === 'html' ? carriedHtml(element.text()) : type === 'text' ? plain(element.text()) : undefined
    const empty = judge(element.text())
    if (wrong ?? empty) at.tell(wrong ?? empty ?? '')
  }

const person: Rule = {
  look: (element, at) =>
    check(
      element,
      atomNames({ name: { ...once, text: [filled] }, uri: { ...optional, text: [iri] }, email: optional }),
      at,
    ),
}

/** RFC 4287. */
function atom(root: Element, at: Context): void {
  const date = rfc3339Date(at.now)
  const dated = { text: [date] } as const
  const id: Rule = { ...once, text: [iri] }
  const category: Rule = { look: (element, here) => attribute(element, 'term', filled, here) }
  const entries = root.getChildren('entry')
  const entry = atomNames({
    id,
    title: { ...once, look: atomText(filled) },
    updated: { ...once, ...dated },
    published: { ...optional, ...dated },
    link: atomLink,
    author: person,
    contributor: person,
    category,
    summary: { ...optional, look: atomText(anything) },
    content: { ...optional, look: atomText(anything) },
    rights: { ...optional, look: atomText(anything) },
  })
  ownAddress(root, at)
  unique(
    entries.map(each => each.getChild('id')),
    'id',
    at.tell,
  )
  if (!root.getChild('author') && entries.some(each => !each.getChild('author')))
    at.tell('feed: an entry has no author')
  const alternates = (element: Element) =>
    element.getChildren('link').filter(link => (link.attrs.rel ?? 'alternate') === 'alternate').length
  if (alternates(root) > 1) at.tell('feed has two alternate links')
  check(
    root,
    atomNames({
      id,
      title: { ...once, look: atomText(filled) },
      updated: { ...once, ...dated },
      subtitle: { ...optional, look: atomText(anything) },
      link: atomLink,
      author: person,
      category,
      generator: optional,
      icon: { ...optional, text: [iri] },
      logo: { ...optional, text: [iri] },
      entry: {
        look(each, here) {
          if (!each.getChild('content') && alternates(each) === 0) here.tell('has neither content nor a link (4.1.2)')
          if (alternates(each) > 1) here.tell('has two alternate links (4.1.2)')
          check(each, entry, here)
        },
      },
    }),
    at,
  )
}

/** Faults of an RSS or Atom document, each in a sentence. */
export function xmlFaults(format: 'rss' | 'atom', body: string, at: { url: string; now: Date }): string[] {
  const faults: string[] = []
  const tell = (says: string) => void faults.push(says)
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>/.test(body)) tell('does not begin with an XML declaration of UTF-8')
  // Characters that XML 1.0 (2.2) does not have.
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body)) tell('holds a character that XML has not')
  let root: Element
  try {
    root = parse(body)
  } catch (error) {
    return [...faults, `is not well-formed: ${error instanceof Error ? error.message : ''}`]
  }
  const wanted = format === 'rss' ? 'rss' : `${atomNs} feed`
  if (nameOf(root) !== wanted || !body.trimEnd().endsWith(`</${root.name}>`))
    return [...faults, `is no ${format} document`]
  if (format === 'rss') rss(root, { ...at, tell })
  else atom(root, { ...at, tell })
  return faults
}

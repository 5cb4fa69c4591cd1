import { UnreadableFile } from '#importers/contract.ts'
import { emailsIn } from '../csv/person.ts'
import { baseOfPage, feedsOfPage, relationsOf } from '../feeds/discover.ts'
import type { FeedEntry } from '../feeds/document.ts'
import { microformatAuthors, readHEntry } from '../feeds/h-feed.ts'
import { decodeMarkup, type FeedOrigin } from '../feeds/parse-feed.ts'
import { findItems, readMicroformats } from '../html/microformats.ts'
import { attribute, elementsOf, type HtmlElement, parseHtmlPage, rawTextOf } from '../html/tree.ts'
import type { Account } from '../profiles.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { addressOfPage } from './address.ts'
import { nobody, type PageDocument, type PageLink, type PagePerson } from './document.ts'
import { findCards, personOfCard } from './h-card.ts'
import { entriesOfGraph, personsOfGraph, readJsonLd } from './json-ld.ts'
import { readToolPage } from './tools/read-tool-page.ts'
import type { ToolPage } from './tools/tool-page.ts'

const maxBytes = 24 << 20
const maxLinks = 5_000

const comparable = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[/#]+$/, '')
    .toLowerCase()

function isSame(a: PagePerson, b: PagePerson): boolean {
  if (a.url !== null && b.url !== null && comparable(a.url) === comparable(b.url))
    return a.name === null || b.name === null || sameName(a.name, b.name)
  const addresses = new Set([...a.urls, ...(a.url ? [a.url] : [])].map(comparable))
  if (
    [...b.urls, ...(b.url ? [b.url] : [])].some(url => addresses.has(comparable(url))) &&
    a.name !== null &&
    b.name !== null &&
    sameName(a.name, b.name)
  )
    return true
  return a.name !== null && b.name !== null && sameName(a.name, b.name)
}

const sameName = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').toLowerCase() === b.replace(/\s+/g, ' ').toLowerCase()

function merge(a: PagePerson, b: PagePerson): PagePerson {
  const url = a.url ?? b.url
  return {
    name: a.name ?? b.name,
    url,
    photo: a.photo ?? b.photo,
    org: a.org ?? b.org,
    title: a.title ?? b.title,
    emails: [...new Set([...a.emails, ...b.emails])],
    phones: [...new Set([...a.phones, ...b.phones])],
    place: a.place ?? b.place,
    urls: [...new Set([...a.urls, ...(b.url ? [b.url] : []), ...b.urls])].filter(
      other => url === null || comparable(other) !== comparable(url),
    ),
    note: a.note ?? b.note,
    sources: [...new Set([...a.sources, ...b.sources])],
    ...profileOf(a.profile ?? b.profile),
  }
}

const profileOf = (profile: PagePerson['profile']) => (profile ? { profile } : {})

function mergePersons(persons: readonly PagePerson[]): PagePerson[] {
  const merged: PagePerson[] = []
  for (const person of persons.slice(0, 2_000)) {
    const at = merged.findIndex(known => isSame(known, person))
    const known = merged[at]
    if (known) merged[at] = merge(known, person)
    else merged.push(person)
  }
  return merged
}

function metaOf(head: readonly HtmlElement[]): (name: string) => string | null {
  const values = new Map<string, string>()
  for (const element of head) {
    if (element.tagName !== 'meta') continue
    const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? '').toLowerCase()
    const content = attribute(element, 'content')?.trim()
    if (name && content && !values.has(name)) values.set(name, content)
  }
  return name => values.get(name) ?? null
}

function openGraphPerson(meta: (name: string) => string | null, base: string | undefined): PagePerson | undefined {
  if (meta('og:type')?.toLowerCase() !== 'profile') return undefined
  const [first, last] = [meta('profile:first_name'), meta('profile:last_name')]
  const name =
    (first && last ? `${first} ${last}` : null) ?? meta('og:title') ?? first ?? last ?? meta('profile:username')
  if (!name) return undefined
  return {
    ...nobody,
    name,
    url: resolveWebUrl(meta('og:url'), base) ?? base ?? null,
    photo: resolveWebUrl(
      meta('og:image') ?? meta('og:image:url') ?? meta('og:image:secure_url') ?? meta('twitter:image'),
      base,
    ),
    note: meta('og:description') ?? meta('twitter:description') ?? meta('description'),
    sources: ['opengraph'],
  }
}

function linksOf(elements: readonly HtmlElement[], base: string | undefined): PageLink[] {
  const found = new Map<string, PageLink>()
  for (const element of elements) {
    if (element.tagName !== 'a' && element.tagName !== 'area' && element.tagName !== 'link') continue
    const rel = relationsOf(element)
    if (
      element.tagName === 'link' &&
      !rel.some(name =>
        ['me', 'author', 'canonical', 'webmention', 'alternate', 'hub', 'self', 'next', 'prev'].includes(name),
      )
    )
      continue
    const url = resolveWebUrl(attribute(element, 'href'), base)
    if (url === null) continue
    const text =
      rawTextOf(element).replace(/\s+/g, ' ').trim().slice(0, 300) || (attribute(element, 'title') ?? '').trim() || null
    const known = found.get(url)
    if (known) found.set(url, { url, text: known.text ?? text, rel: [...new Set([...known.rel, ...rel])] })
    else if (found.size < maxLinks) found.set(url, { url, text, rel })
  }
  return [...found.values()]
}

/** The person's own card comes first: it stands at the page's address, or is the only one that stands by itself. */
function representativeFirst(
  cards: readonly PagePerson[],
  url: string | undefined,
  me: readonly string[],
): PagePerson[] {
  const at = (person: PagePerson) => {
    if (person.url === null) return 2
    if (url !== undefined && comparable(person.url) === comparable(url)) return 0
    return me.some(other => comparable(other) === comparable(person.url ?? '')) ? 1 : 2
  }
  return [...cards].sort((a, b) => at(a) - at(b))
}

function uniqueEntries(entries: readonly FeedEntry[]): FeedEntry[] {
  const found = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const key = entry.link === null ? `${entry.title} ${entry.publishedAt} ${entry.id}` : comparable(entry.link)
    const known = found.get(key)
    found.set(
      key,
      known
        ? {
            ...known,
            authors: known.authors.length > 0 ? known.authors : entry.authors,
            publishedAt: known.publishedAt ?? entry.publishedAt,
            updatedAt: known.updatedAt ?? entry.updatedAt,
            contentHtml: known.contentHtml ?? entry.contentHtml,
            summary: known.summary ?? entry.summary,
            title: known.title ?? entry.title,
          }
        : entry,
    )
  }
  return [...found.values()]
}

/** The owner of an account's page comes first, with what the layout shows; what is marked up for machines goes before it. */
function withLayout(
  persons: readonly PagePerson[],
  account: Account,
  shown: ToolPage,
  base: string | undefined,
): PagePerson[] {
  const [current] = shown.positions.filter(position => position.current)
  const drawn: PagePerson = {
    ...nobody,
    name: shown.name,
    url: account.url,
    org: current?.organisation ?? null,
    title: current?.title ?? null,
    place: shown.place,
    urls: shown.urls.map(url => resolveWebUrl(url, base)).filter(url => url !== null),
    note: shown.about,
    sources: ['layout'],
    profile: {
      headline: shown.headline,
      positions: shown.positions,
      education: shown.education,
      skills: shown.skills,
    },
  }
  const owner = persons.find(person => isSame(person, drawn)) ?? (persons.length === 1 ? persons[0] : undefined)
  return [owner ? merge(owner, drawn) : drawn, ...persons.filter(person => person !== owner)]
}

/**
 * What a page says of people and what they wrote: h-card and hCard, JSON-LD, OpenGraph, rel=me, h-entry and BlogPosting; the feeds it
 * offers and the links it has. Throws `UnreadableFile` for what is no page.
 */
export function parsePage(bytes: Uint8Array, origin: FeedOrigin = {}): PageDocument {
  if (bytes.length > maxBytes)
    throw new UnreadableFile('too-big', 'This page is larger than 24 MB. Save it without its pictures.')
  const text = decodeMarkup(bytes, origin.contentType)
  if (!/<[a-z!]/i.test(text)) throw new UnreadableFile('not-recognised', 'This file is no web page: it holds no HTML.')
  const page = parseHtmlPage(text)
  const base = baseOfPage(page, origin.url)
  const elements = [...elementsOf(page)]
  const meta = metaOf(elements)
  const { items } = readMicroformats(text, base)
  // Who writes a page's only feed writes its entries.
  const [feed, ...more] = findItems(items, 'h-feed')
  const graph = readJsonLd(page)
  const links = linksOf(elements, base)
  const me = links.filter(link => link.rel.includes('me')).map(link => link.url)

  const cards = representativeFirst(
    findCards(items)
      .map(personOfCard)
      .filter(person => person !== undefined),
    origin.url,
    me,
  )
  const openGraph = openGraphPerson(meta, base)
  let persons = mergePersons([...cards, ...personsOfGraph(graph, base), ...(openGraph ? [openGraph] : [])])
  const [first, ...others] = persons
  const mine = elements
    .filter(element => relationsOf(element).includes('me'))
    .map(element => attribute(element, 'href')?.trim() ?? '')
  const mails = mine.flatMap(href => (/^mailto:/i.test(href) ? emailsIn(href) : []))
  const phones = mine.flatMap(href => /^(?:tel|sms):([^?]+)/i.exec(href)?.[1] ?? [])
  if (me.length + mails.length + phones.length > 0) {
    const titleElement = elements.find(element => element.tagName === 'title')
    const title = titleElement ? rawTextOf(titleElement).replace(/\s+/g, ' ').trim() : ''
    const owner = first ?? {
      ...nobody,
      name: meta('author') ?? meta('og:title') ?? (title || null),
      url: origin.url ?? null,
    }
    persons = [merge(owner, { ...nobody, urls: me, emails: mails, phones, sources: ['rel-me'] }), ...others]
  }
  const account = addressOfPage(text, page, origin.url)
  const shown = account && readToolPage(page, account)
  if (account && shown) persons = withLayout(persons, account, shown, base)
  return {
    persons,
    feeds: feedsOfPage(page, origin.url),
    entries: uniqueEntries([
      ...findItems(items, 'h-entry').map(item =>
        readHEntry(item, base, feed && more.length === 0 ? microformatAuthors(feed) : []),
      ),
      ...entriesOfGraph(graph, base),
      ...(shown?.entries ?? []),
    ]),
    links,
  }
}

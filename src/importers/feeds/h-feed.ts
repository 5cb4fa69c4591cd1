import {
  findItems,
  firstText,
  isItem,
  type MicroformatItem,
  type MicroformatValue,
  texts,
  urlsOf,
  valueText,
} from '../html/microformats.ts'
import { digestOf } from '../text/digest.ts'
import { parseFeedDate } from './dates.ts'
import type { FeedAuthor, FeedDocument, FeedEntry } from './document.ts'
import { uniqueEnclosures } from './enclosures.ts'
import type { HubLinks } from './hubs.ts'
import { orNull, safeHtml, unique, uniqueAuthors } from './values.ts'

function authorOf(value: MicroformatValue): FeedAuthor | null {
  if (!isItem(value)) {
    const text = valueText(value)
    if (text === null) return null
    return /^https?:/i.test(text) ? { name: null, url: text, email: null } : { name: text, url: null, email: null }
  }
  const email = firstText(value, 'email')?.replace(/^mailto:/i, '') ?? null
  return { name: firstText(value, 'name'), url: urlsOf(value, 'url')[0] ?? null, email }
}

export const microformatAuthors = (item: MicroformatItem): FeedAuthor[] =>
  uniqueAuthors((item.properties.author ?? []).map(authorOf))

/** One h-entry; an implied name that only repeats the content is no title. */
export function readHEntry(
  item: MicroformatItem,
  base: string | undefined,
  feedAuthors: readonly FeedAuthor[],
): FeedEntry {
  const content = item.properties.content?.[0]
  const contentText = valueText(content)
  const html = content !== undefined && typeof content === 'object' && 'html' in content ? content.html : null
  const link = urlsOf(item, 'url')[0] ?? urlsOf(item, 'uid')[0] ?? null
  const name = firstText(item, 'name')
  const squeeze = (text: string | null) => (text ?? '').replace(/\s+/g, '')
  const title =
    name !== null && contentText !== null && squeeze(contentText).startsWith(squeeze(name)) && name.length > 60
      ? null
      : name === contentText
        ? null
        : name
  const own = microformatAuthors(item)
  const publishedAt = parseFeedDate(firstText(item, 'published'))
  const enclosures = ['photo', 'audio', 'video', 'enclosure'].flatMap(kind =>
    urlsOf(item, kind).map(url => ({
      url,
      type: kind === 'enclosure' ? null : `${kind === 'photo' ? 'image' : kind}/*`,
      length: null,
      title: null,
    })),
  )
  return {
    id: firstText(item, 'uid') ?? link ?? digestOf(name ?? '', publishedAt ?? '', contentText ?? ''),
    title: orNull(title?.replace(/\s+/g, ' ')),
    link,
    authors: own.length > 0 ? own : feedAuthors,
    publishedAt,
    updatedAt: parseFeedDate(firstText(item, 'updated')),
    summary: firstText(item, 'summary'),
    contentHtml: safeHtml(html ?? contentText, link ?? base),
    categories: unique(texts(item, 'category')),
    enclosures: uniqueEnclosures(enclosures),
  }
}

const entryTypes = ['h-entry', 'h-cite', 'h-review', 'h-event', 'h-resume']

/** What stands in a feed, and in feeds within it: a page by month or by kind is one feed to its readers. */
const heldBy = ({ children = [], properties }: MicroformatItem): MicroformatItem[] =>
  [...children, ...Object.values(properties).flat().filter(isItem)].flatMap(item =>
    item.type?.includes('h-feed') ? heldBy(item) : [item],
  )

/** The page's h-feed, or its h-entries where no h-feed holds them; undefined when there are neither. */
export function readHFeed(
  items: readonly MicroformatItem[],
  base: string | undefined,
  page: { title: string | null; language: string | null } & HubLinks,
): FeedDocument | undefined {
  const feed = findItems(items, 'h-feed')[0]
  const held = feed ? heldBy(feed) : items
  const entries = held.filter(item => item.type?.some(type => (feed ? entryTypes : ['h-entry']).includes(type)))
  if (!feed && entries.length === 0) return undefined
  const authors = feed ? microformatAuthors(feed) : []
  return {
    format: 'h-feed',
    version: null,
    title: (feed ? firstText(feed, 'name') : null) ?? page.title,
    description: feed ? firstText(feed, 'summary', 'description') : null,
    link: (feed ? urlsOf(feed, 'url')[0] : undefined) ?? base ?? null,
    language: page.language,
    self: page.self,
    hubs: page.hubs,
    authors,
    entries: entries.map(entry => readHEntry(entry, base, authors)),
  }
}

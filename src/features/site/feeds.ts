import { escapeXml } from '#kernel/html.ts'

/** One list of news, written out as RSS 2.0, Atom 1.0 or JSON Feed 1.1. */
export type Feed = {
  /** Never changes, whatever the address. */
  id: string
  title: string
  description: string
  lang: string
  /** The page that it is the feed of. */
  home: string
  self: string
  hub: string | null
  updatedAt: Date
  entries: readonly FeedEntry[]
}

export type FeedEntry = {
  /** Never changes, whatever the address. */
  id: string
  url: string
  title: string
  summary: string
  html: string
  tags: readonly string[]
  author: { name: string; url: string } | undefined
  publishedAt: Date
  updatedAt: Date
  image?: { url: string; type: string; bytes: number } | undefined
}

export const feedTypes = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedFormat = keyof typeof feedTypes

const element = (name: string, text: string, attributes = '') => `<${name}${attributes}>${escapeXml(text)}</${name}>`

function rss(feed: Feed): string {
  const items = feed.entries.map(entry =>
    [
      '<item>',
      element('title', entry.title),
      element('link', entry.url),
      element('guid', entry.id, ' isPermaLink="false"'),
      element('pubDate', entry.publishedAt.toUTCString()),
      entry.author ? element('dc:creator', entry.author.name) : '',
      ...entry.tags.map(tag => element('category', tag)),
      element('description', entry.summary),
      element('content:encoded', entry.html),
      entry.image
        ? `<enclosure url="${escapeXml(entry.image.url)}" length="${entry.image.bytes}" type="${escapeXml(entry.image.type)}"/>`
        : '',
      '</item>',
    ].join(''),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
${element('title', feed.title)}
${element('link', feed.home)}
${element('description', feed.description || feed.title)}
${element('language', feed.lang)}
${element('lastBuildDate', feed.updatedAt.toUTCString())}
<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.self)}"/>
${feed.hub ? `<atom:link rel="hub" href="${escapeXml(feed.hub)}"/>` : ''}
${items.join('\n')}
</channel></rss>
`
}

function atom(feed: Feed): string {
  const entries = feed.entries.map(entry =>
    [
      '<entry>',
      element('id', entry.id),
      element('title', entry.title),
      `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
      entry.image
        ? `<link rel="enclosure" type="${escapeXml(entry.image.type)}" length="${entry.image.bytes}" href="${escapeXml(entry.image.url)}"/>`
        : '',
      element('published', entry.publishedAt.toISOString()),
      element('updated', entry.updatedAt.toISOString()),
      `<author>${element('name', entry.author?.name ?? feed.title)}${entry.author ? element('uri', entry.author.url) : ''}</author>`,
      ...entry.tags.map(tag => `<category term="${escapeXml(tag)}"/>`),
      element('summary', entry.summary),
      element('content', entry.html, ' type="html"'),
      '</entry>',
    ].join(''),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.lang)}">
${element('id', feed.id)}
${element('title', feed.title)}
${feed.description ? element('subtitle', feed.description) : ''}
${element('updated', feed.updatedAt.toISOString())}
<link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>
<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
${feed.hub ? `<link rel="hub" href="${escapeXml(feed.hub)}"/>` : ''}
${entries.join('\n')}
</feed>
`
}

function json(feed: Feed): string {
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.description || undefined,
      home_page_url: feed.home,
      feed_url: feed.self,
      language: feed.lang,
      hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
      items: feed.entries.map(entry => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        summary: entry.summary || undefined,
        content_html: entry.html,
        image: entry.image?.url,
        date_published: entry.publishedAt.toISOString(),
        date_modified: entry.updatedAt.toISOString(),
        authors: entry.author ? [entry.author] : undefined,
        tags: entry.tags.length > 0 ? entry.tags : undefined,
      })),
    },
    null,
    1,
  )}\n`
}

const writers = { rss, atom, json } as const

export const writeFeed = (format: FeedFormat, feed: Feed): string => writers[format](feed)

import { expect, test } from 'vitest'
import { type Feed, type FeedFormat, feedTypes, writeFeed } from '#features/site/index.ts'
import { feedFaults } from './rules.ts'

const now = new Date('2026-11-30T09:00:00Z')
const self = 'https://jobs.example.org/blog/feed'
const entry = (n: number): Feed['entries'][number] => ({
  id: `urn:uuid:00000000-0000-7000-8000-00000000000${n}`,
  url: `https://jobs.example.org/blog/${n}`,
  title: `Nights & <lines> ${n}`,
  summary: 'How it is at night.',
  html: '<p><a href="https://jobs.example.org/jobs">All</a></p>',
  tags: ['Deck work'],
  author: { name: 'Mara', url: 'https://jobs.example.org/blog/by/mara' },
  publishedAt: new Date('2026-11-29T09:00:00Z'),
  updatedAt: new Date('2026-11-29T10:00:00Z'),
  image: { url: 'https://jobs.example.org/i.webp', type: 'image/webp', bytes: 1_200 },
})
const feed: Feed = {
  id: 'urn:uuid:00000000-0000-7000-8000-000000000000',
  title: 'Blog · Harbour',
  description: 'What we learn.',
  lang: 'en',
  home: 'https://jobs.example.org/blog',
  self,
  hub: 'https://hub.example.org/',
  updatedAt: new Date('2026-11-29T10:00:00Z'),
  entries: [entry(1), entry(2)],
}
const faults = (format: FeedFormat, body: string, type: string = feedTypes[format]) =>
  feedFaults(format, { body, type }, { url: self, now })
/** The feed with one thing in it made wrong. */
const broken = (format: FeedFormat, from: string | RegExp, to: string) => {
  const body = writeFeed(format, feed)
  const changed = body.replace(from, to)
  expect(changed).not.toBe(body)
  return faults(format, changed).join('\n')
}

test('our three writers keep every rule', () => {
  for (const format of ['rss', 'atom', 'json'] as const) {
    expect(faults(format, writeFeed(format, feed)), format).toEqual([])
    expect(faults(format, writeFeed(format, { ...feed, entries: [], description: '', hub: null })), format).toEqual([])
    expect(faults(format, writeFeed(format, feed), 'text/html')).toEqual(['is sent as text/html'])
  }
})

test('each rule of RSS 2.0 is one that a feed can break', () => {
  for (const [from, to, says] of [
    [/<\?xml.*\?>/, '', 'XML declaration'],
    ['</item>', '', 'not well-formed'],
    ['version="2.0"', 'version="0.91"', 'version is not 2.0'],
    ['</channel></rss>', '</channel></rss><more/>', 'is no rss document'],
    ['<title>', '<title>\u0007', 'character that XML has not'],
    [/<title>[^<]*<\/title>/, '', 'channel has no title'],
    [/<title>[^<]*<\/title>/, '<title> </title>', 'title is empty'],
    ['<item>', '<item><title>Twice</title>', 'has 2 title'],
    ['<link>https://jobs.example.org/blog<', '<link>/blog<', 'no whole web address'],
    ['Sun, 29 Nov 2026 09', 'Mon, 29 Nov 2026 09', 'another day of the week'],
    ['Sun, 29 Nov 2026 09', '2026-11-29T09', 'no date of RFC 822'],
    ['Sun, 29 Nov 2026 09', 'Tue, 29 Dec 2026 09', 'lies in the future'],
    [/<guid isPermaLink="false">[^<]*/, '<guid isPermaLink="true">7', 'permanent link'],
    ['000000000002</guid>', '000000000001</guid>', 'stands twice'],
    [/<guid.*?<\/guid>/, '', 'item has no guid'],
    ['length="1200"', 'length="much"', 'length is no number'],
    [' type="image/webp"', '', 'has no type'],
    ['<item>', '<item><mood>good</mood>', 'mood is not known here'],
    ['<language>en', '<language>english!', 'no language tag'],
    [`rel="self" type="application/rss+xml" href="${self}"`, 'rel="self" href="https://a.example/"', 'says it is at'],
    [/<atom:link rel="self"[^>]*>/, '', 'names its own address 0 times'],
    ['rel="hub"', 'rel="centre"', 'not registered'],
    ['href=&quot;https://jobs.example.org/jobs&quot;', 'href=&quot;/jobs&quot;', 'which is relative'],
    ['&lt;p&gt;', '&lt;script&gt;', 'which readers take out'],
    ['&lt;p&gt;', '&lt;p onclick=&quot;x&quot;&gt;', 'which readers take out'],
  ] as const)
    expect(broken('rss', from, to), to).toContain(says)
})

test('each rule of Atom is one that a feed can break', () => {
  for (const [from, to, says] of [
    ['xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://purl.org/atom/ns#"', 'is no atom document'],
    [/<id>[^<]*<\/id>/, '', 'feed has no id'],
    [/<id>[^<]*/, '<id>blog', 'no IRI'],
    ['000000000002</id>', '000000000001</id>', 'stands twice'],
    ['2026-11-29T10:00:00.000Z', '2026-11-29 10:00', 'no date of RFC 3339'],
    [/<author>.*?<\/author>/, '', 'has no author'],
    ['<name>Mara</name>', '', 'author has no name'],
    ['<content type="html">', '<content type="html"><b>x</b>', 'holds elements'],
    ['<content type="html">', '<content type="rich">', 'is of type rich'],
    ['term="Deck work"', 'term=""', 'term is empty'],
    ['term="Deck work"', 'name="Deck work"', 'has no term'],
    ['<entry>', '<entry><link href="https://a.example/"/>', 'two alternate links'],
    ['<entry>', '<entry><updated>2026-11-29T10:00:00Z</updated>', 'has 2 updated'],
    ['<entry>', '<entry><pubDate>now</pubDate>', 'pubDate is not known here'],
    ['<subtitle>', '<subtitle>&lt;b&gt;', 'holds HTML where text is meant'],
    ['rel="self"', 'rel="via"', 'names its own address 0 times'],
  ] as const)
    expect(broken('atom', from, to), to).toContain(says)
})

test('each rule of JSON Feed is one that a feed can break', () => {
  const wrong = (change: (document: Record<string, unknown>, item: Record<string, unknown>) => void) => {
    const document = JSON.parse(writeFeed('json', feed))
    change(document, document.items[0])
    return faults('json', JSON.stringify(document)).join('\n')
  }
  expect(faults('json', '{')).toEqual(['is no JSON'])
  expect(wrong(document => (document.version = 'https://jsonfeed.org/version/1'))).toContain('version')
  expect(wrong(document => delete document.title)).toContain('title')
  expect(wrong(document => (document.feed_url = 'https://a.example/'))).toContain('feed_url')
  expect(wrong(document => (document.author = { name: 'Mara' }))).toContain('author')
  expect(wrong((_, item) => (item.id = 7))).toContain('items.0.id')
  expect(wrong((document, item) => (item.id = (document.items as { id: string }[])[1]?.id))).toContain('stands twice')
  expect(wrong((_, item) => delete item.content_html)).toContain('needs content')
  expect(wrong((_, item) => (item.content_html = '<a href="/jobs">x</a>'))).toContain('relative')
  expect(wrong((_, item) => (item.date_published = 'yesterday'))).toContain('RFC 3339')
  expect(wrong((_, item) => (item.url = '/blog/1'))).toContain('no whole web address')
  expect(wrong((_, item) => (item.authors = [{}]))).toContain('needs a name')
  expect(wrong((_, item) => (item.tags = 'night'))).toContain('tags')
})

import { expect, test } from 'vitest'
import type { FeedDocument, FeedEntry } from './document.ts'
import { NotAFeed } from './document.ts'
import { parseFeed } from './parse-feed.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string, url?: string): FeedDocument => parseFeed(bytes(text), url === undefined ? {} : { url })
const rss = (inside: string, attributes = ''): FeedDocument =>
  parse(`<rss version="2.0" ${attributes}><channel>${inside}</channel></rss>`)
const item = (inside: string, attributes = ''): FeedEntry => {
  const [entry] = rss(`<link>http://example.org/</link><item>${inside}</item>`, attributes).entries
  if (!entry) throw new Error('no entry')
  return entry
}
const atom = (inside: string, attributes = '', url?: string): FeedDocument =>
  parse(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${inside}</feed>`, url)
const entry = (inside: string, attributes = ''): FeedEntry => {
  const [found] = atom(`<entry>${inside}</entry>`, attributes).entries
  if (!found) throw new Error('no entry')
  return found
}

const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'

test.each([
  ['<rss version="0.91"><channel><title>T</title></channel></rss>', 'rss', '0.91'],
  ['<rss version="2.0"><channel><title>T</title></channel></rss>', 'rss', '2.0'],
  [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://a/"><title>T</title></channel><item rdf:about="http://a/1"/></rdf:RDF>',
    'rdf',
    '1.0',
  ],
  [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel></rdf:RDF>',
    'rdf',
    '0.90',
  ],
  ['<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>', 'atom', '1.0'],
  ['<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title></feed>', 'atom', '0.3'],
  ['<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title></a:feed>', 'atom', '1.0'],
  ['{"version":"https://jsonfeed.org/version/1","title":"T","items":[]}', 'json-feed', '1.0'],
  ['{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}', 'json-feed', '1.1'],
  ['\n\n  <?xml version="1.0"?>\n<rss version="2.0"><channel><title>T</title></channel></rss>', 'rss', '2.0'],
  [
    '<br /><b>Warning</b>: mysql in line 3<br /><?xml version="1.0"?><rss version="2.0"><channel><title>T</title></channel></rss>',
    'rss',
    '2.0',
  ],
  [
    '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>T</title></channel></rss>',
    'rss',
    '2.0',
  ],
  ['<rss version="2.0" xmlns="http://www.w3.org/2005/Atom"><channel><title>T</title></channel></rss>', 'rss', '2.0'],
  ['<RSS VERSION="2.0"><CHANNEL><TITLE>T</TITLE></CHANNEL></RSS>', 'rss', '2.0'],
  ['<feed><title>T</title><entry><title>x</title></entry></feed>', 'atom', '1.0'],
])('every dialect is recognised: %s', (text, format, version) => {
  expect(parse(text)).toMatchObject({ format, version, title: 'T' })
})

test.each([
  ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21.000Z'],
  ['01 Jan 2004 19:48:21 EST', '2004-01-02T00:48:21.000Z'],
  ['Thu, 1 Jan 04 19:48 PDT', '2004-01-02T02:48:00.000Z'],
  ['Thu, 31 Jun 2004 19:48:21 GMT', null],
  ['Thu 01 Jan 2004 19:48:21 +0530', '2004-01-01T14:18:21.000Z'],
  ['Thursday, 01-Jan-04 19:48:21 GMT', '2004-01-01T19:48:21.000Z'],
  ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21.000Z'],
  ['Thu Jan  1 19:48:21 EST 2004', '2004-01-02T00:48:21.000Z'],
  ['Thu, 01 Jan 2004 19:48:21 GMT+0100', '2004-01-01T18:48:21.000Z'],
  ['Thu, 01 Jan 2004', '2004-01-01T00:00:00.000Z'],
  ['January 5, 2004 3:15 PM', '2004-01-05T15:15:00.000Z'],
  ['Mo, 05 Okt 2020 10:00:00 +0200', '2020-10-05T08:00:00.000Z'],
  ['5 août 2021 10:00:00', '2021-08-05T10:00:00.000Z'],
  ['2003', '2003-01-01T00:00:00.000Z'],
  ['2003-12', '2003-12-01T00:00:00.000Z'],
  ['2003-12-31', '2003-12-31T00:00:00.000Z'],
  ['20031231', '2003-12-31T00:00:00.000Z'],
  ['2003-335', '2003-12-01T00:00:00.000Z'],
  ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55.000Z'],
  ['2003-12-31T10:14:55-08:00', '2003-12-31T18:14:55.000Z'],
  ['2003-12-31T10:14:55.25+0100', '2003-12-31T09:14:55.250Z'],
  ['2003-12-31T10:14Z', '2003-12-31T10:14:00.000Z'],
  ['2003-12-31 10:14:55', '2003-12-31T10:14:55.000Z'],
  ['2003-12-31 10:14:55 UTC', '2003-12-31T10:14:55.000Z'],
  ['2004-07-08 23:56:58.0', '2004-07-08T23:56:58.000Z'],
  ['2004년 5월 28일 오후 11:31:58', '2004-05-28T14:31:58.000Z'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17.000Z'],
  ['Sat, 01 Jan 2022 00:00:00 Z', '2022-01-01T00:00:00.000Z'],
  ['1700000000', '2023-11-14T22:13:20.000Z'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53.000Z'],
  ['yesterday', null],
  ['', null],
])('the date %s means %s', (written, expected) => {
  expect(item(`<pubDate>${written}</pubDate>`).publishedAt).toBe(expected)
})

test('dates come from Dublin Core, Atom and the old Atom names too', () => {
  expect(item('<dc:date>2004-01-02</dc:date>', dc).publishedAt).toBe('2004-01-02T00:00:00.000Z')
  const old = parse(
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><issued>2004-01-01</issued><modified>2004-01-03</modified></entry></feed>',
  )
  expect(old.entries[0]).toMatchObject({
    publishedAt: '2004-01-01T00:00:00.000Z',
    updatedAt: '2004-01-03T00:00:00.000Z',
  })
})

test.each([
  ['<title>Fish &amp;amp; chips</title>', 'Fish & chips'],
  ['<title>Fish &amp; chips</title>', 'Fish & chips'],
  ['<title>Fish & chips</title>', 'Fish & chips'],
  ['<title>A &lt;em&gt;new&lt;/em&gt; day</title>', 'A new day'],
  ['<title>1 &lt; 2</title>', '1 < 2'],
  ['<title>How to use &lt;title&gt; well</title>', 'How to use <title> well'],
  ['<title><![CDATA[Fish & <b>chips</b>]]></title>', 'Fish & chips'],
  ['<title>caf&eacute; &#8217;s &#x2019;</title>', 'café ’s ’'],
  ['<title>  spread\n over   lines </title>', 'spread over lines'],
  ['<title></title>', null],
])('an RSS title is plain text: %s', (inside, expected) => {
  expect(item(inside).title).toBe(expected)
})

test.each([
  ['<title>a &amp; b</title>', 'a & b'],
  ['<title>&lt;b&gt;x&lt;/b&gt;</title>', '<b>x</b>'],
  ['<title type="text">&lt;b&gt;x&lt;/b&gt;</title>', '<b>x</b>'],
  ['<title type="html">&lt;b&gt;x&lt;/b&gt; &amp;amp; y</title>', 'x & y'],
  ['<title type="html"><![CDATA[<b>x</b>]]></title>', 'x'],
  ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>x</b> &lt; y</div></title>', 'x < y'],
  ['<title type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div>x <h:em>y</h:em></h:div></title>', 'x y'],
])('an Atom text construct means what its type says: %s', (inside, expected) => {
  expect(entry(inside).title).toBe(expected)
})

test.each([
  [
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; <b>c</b></p></div></content>',
    '<p>a &amp; <b>c</b></p>',
  ],
  ['<content type="html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>', '<p>a &amp; b</p>'],
  ['<content>a &lt;b&gt; c</content>', 'a &lt;b&gt; c'],
  ['<content type="text/html" mode="escaped">&lt;p&gt;a&lt;/p&gt;</content>', '<p>a</p>'],
  ['<content type="text/html" mode="base64">PHA+aGk8L3A+</content>', '<p>hi</p>'],
  [
    '<content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a</p></div></content>',
    '<p>a</p>',
  ],
  ['<content type="image/png">iVBORw0K</content>', null],
  ['<content type="html" src="http://example.org/x"/>', null],
])('Atom content becomes HTML: %s', (inside, expected) => {
  expect(entry(inside).contentHtml).toBe(expected)
})

test('xml:base is inherited, nested and applied to links and to addresses inside content', () => {
  const feed = atom(
    `<link href="home"/><entry xml:base="posts/"><link href="1"/><content type="html" xml:base="../img/">&lt;img src="a.png"&gt;&lt;a href="/root"&gt;r&lt;/a&gt;</content></entry>`,
    'xml:base="http://example.org/blog/"',
    'http://other.example/feed',
  )
  expect(feed.link).toBe('http://example.org/blog/home')
  expect(feed.entries[0]?.link).toBe('http://example.org/blog/posts/1')
  expect(feed.entries[0]?.contentHtml).toBe(
    '<img src="http://example.org/blog/img/a.png"><a href="http://example.org/root">r</a>',
  )
})

test('relative addresses resolve against the document, else against what the feed says of itself', () => {
  expect(
    parse('<rss version="2.0"><channel><item><link>/a</link></item></channel></rss>', 'https://example.org/feed')
      .entries[0]?.link,
  ).toBe('https://example.org/a')
  expect(item('<link>/a</link>').link).toBe('http://example.org/a')
  expect(atom('<link rel="self" href="https://example.org/f"/><entry><link href="b"/></entry>').entries[0]?.link).toBe(
    'https://example.org/b',
  )
})

test.each([
  ['<guid>http://example.org/p</guid>', 'http://example.org/p', 'http://example.org/p'],
  ['<guid isPermaLink="false">http://example.org/p</guid>', 'http://example.org/p', null],
  ['<guid isPermaLink="false">tag:1</guid><link>http://example.org/l</link>', 'tag:1', 'http://example.org/l'],
  ['<guid>abc</guid>', 'abc', null],
  ['<link>http://example.org/l</link>', 'http://example.org/l', 'http://example.org/l'],
])('the id of an item is its guid or link, and a guid is a link only when it may be: %s', (inside, id, link) => {
  expect(item(inside)).toMatchObject({ id, link })
})

test('an item without guid or link keeps the same id at every reading', () => {
  const inside = '<title>Same</title><description>text</description>'
  expect(item(inside).id).toBe(item(inside).id)
  expect(item(inside).id).not.toBe(item('<title>Other</title><description>text</description>').id)
})

test.each([
  ['<author>ann@example.org (Ann Lee)</author>', { name: 'Ann Lee', email: 'ann@example.org' }],
  ['<author>Ann Lee &lt;ann@example.org&gt;</author>', { name: 'Ann Lee', email: 'ann@example.org' }],
  ['<author>ann@example.org</author>', { name: null, email: 'ann@example.org' }],
  ['<author>Ann Lee</author>', { name: 'Ann Lee', email: null }],
  ['<dc:creator><![CDATA[Ann Lee]]></dc:creator>', { name: 'Ann Lee', email: null }],
  [
    '<itunes:author xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">Ann Lee</itunes:author>',
    { name: 'Ann Lee' },
  ],
])('the author of an item is understood: %s', (inside, expected) => {
  expect(item(inside, dc).authors).toMatchObject([expected])
})

test('an Atom entry takes its authors from itself, its source, or the feed, in that order', () => {
  const feed = atom(
    '<author><name>Feed</name></author><entry><author><name>Own</name><uri>http://o.example/</uri><email>o@o.example</email></author></entry><entry><source><author><name>Source</name></author></source></entry><entry/>',
  )
  expect(feed.entries.map(found => found.authors.map(author => author.name))).toEqual([['Own'], ['Source'], ['Feed']])
  expect(feed.entries[0]?.authors[0]).toEqual({ name: 'Own', url: 'http://o.example/', email: 'o@o.example' })
})

test('content:encoded is the content and the description stays the summary', () => {
  const found = item(
    '<description>Short &amp;amp; sweet</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Long</p>]]></content:encoded>',
  )
  expect(found).toMatchObject({ summary: 'Short & sweet', contentHtml: '<p>Long</p>' })
})

test.each([
  [
    'tags left unescaped',
    '<description>Some <b>bold</b> &amp; <br/>text</description>',
    'Some <b>bold</b> &amp; <br>text',
  ],
  ['tags never closed', '<description>Some <p>one<p>two</description>', 'Some <p>one</p><p>two</p>'],
  [
    'a picture left unescaped',
    '<description><img src="/a.png">text</description>',
    '<img src="http://example.org/a.png">text',
  ],
  ['HTML escaped twice', '<description>&amp;lt;p&amp;gt;Hi&amp;lt;/p&amp;gt;</description>', '<p>Hi</p>'],
  ['plain text with signs', '<description>1 &lt; 2 and A&amp;B</description>', '1 &lt; 2 and A&amp;B'],
  ['CDATA without end', '<description><![CDATA[<i>x</i>', '<i>x</i>'],
])('descriptions are read as they were meant: %s', (_, inside, expected) => {
  expect(item(inside).contentHtml).toBe(expected)
})

test('enclosures come from RSS, Atom, Media RSS and JSON Feed, each address once', () => {
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"'
  expect(
    item(
      '<enclosure url="/a.mp3" type="audio/mpeg" length="123"/><media:group><media:content url="http://example.org/b.mp4" type="video/mp4"/></media:group>',
      media,
    ).enclosures,
  ).toEqual([
    { url: 'http://example.org/a.mp3', type: 'audio/mpeg', length: 123, title: null },
    { url: 'http://example.org/b.mp4', type: 'video/mp4', length: null, title: null },
  ])
  expect(
    entry('<link rel="enclosure" href="http://example.org/a.mp3" type="audio/mpeg" length="1" title="Talk"/>')
      .enclosures,
  ).toEqual([{ url: 'http://example.org/a.mp3', type: 'audio/mpeg', length: 1, title: 'Talk' }])
})

test('categories come from every vocabulary without doubles', () => {
  expect(
    item('<category>A</category><category domain="x">B</category><dc:subject>A</dc:subject>', dc).categories,
  ).toEqual(['A', 'B'])
  expect(entry('<category term="a" label="Letter A"/><category term="b"/>').categories).toEqual(['Letter A', 'b'])
})

test('the page for people is preferred among alternates and the feed itself is never it', () => {
  const feed = atom(
    '<link rel="self" href="http://e.org/f"/><link rel="alternate" type="application/json" href="http://e.org/j"/><link rel="alternate" type="text/html" href="http://e.org/h"/>',
  )
  expect(feed.link).toBe('http://e.org/h')
})

test('language is stated by elements or xml:lang', () => {
  expect(rss('<language>de-AT</language>').language).toBe('de-AT')
  expect(atom('', 'xml:lang="fr"').language).toBe('fr')
})

const encoded = (text: string, encode: (text: string) => Uint8Array, contentType?: string) =>
  parseFeed(encode(text), contentType === undefined ? {} : { contentType }).title
const latin = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))
const utf16 = (littleEndian: boolean, mark: boolean) => (text: string) => {
  const all = (mark ? '\ufeff' : '') + text
  const view = new DataView(new ArrayBuffer(all.length * 2))
  for (let i = 0; i < all.length; i++) view.setUint16(i * 2, all.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}
const withTitle = (title: string, declaration = '') =>
  `${declaration}<rss version="2.0"><channel><title>${title}</title></channel></rss>`

test('encodings are taken from the byte order mark, the header, the declaration, then the bytes', () => {
  expect(encoded(withTitle('é', '<?xml version="1.0" encoding="iso-8859-1"?>'), latin)).toBe('é')
  expect(encoded(withTitle('é'), latin, 'text/xml; charset="iso-8859-1"')).toBe('é')
  expect(encoded(withTitle('\u0093é\u0094'), latin)).toBe('“é”')
  expect(encoded(withTitle('é', '<?xml version="1.0" encoding="utf-8"?>'), latin)).toBe('é')
  for (const littleEndian of [true, false])
    for (const mark of [true, false]) expect(encoded(withTitle('é漢'), utf16(littleEndian, mark))).toBe('é漢')
  expect(encoded(withTitle('é', '<?xml version="1.0" encoding="utf-16"?>'), text => bytes(text))).toBe('é')
  expect(encoded(withTitle('é'), text => bytes(`\ufeff${text}`), 'text/xml; charset=iso-8859-1')).toBe('é')
  const japanese = Uint8Array.from([
    ...latin('<?xml version="1.0" encoding="Shift_JIS"?><rss version="2.0"><channel><title>'),
    0x93,
    0xfa,
    0x96,
    0x7b,
    ...latin('</title></channel></rss>'),
  ])
  expect(parseFeed(japanese).title).toBe('日本')
})

test('entities of the document itself are known, and endless ones refused', () => {
  expect(
    parse(
      '<!DOCTYPE rss [<!ENTITY me "Ann &amp; Co">]><rss version="2.0"><channel><title>&me; &unknown;</title></channel></rss>',
    ).title,
  ).toBe('Ann & Co &unknown;')
  const lines = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
  expect(() =>
    parse(`<!DOCTYPE rss [<!ENTITY e0 "ha">${lines}]><rss><channel><title>&e12;</title></channel></rss>`),
  ).toThrow(/expand without end/)
})

test('an external entity stays as it was written', () => {
  expect(
    parse(
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>a &x;</title></channel></rss>',
    ).title,
  ).toBe('a &x;')
})

test('JSON Feed keeps authors, tags, attachments, text and relative addresses', () => {
  const feed = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      home_page_url: 'https://j.example/',
      language: 'en',
      authors: [{ name: 'Ann', url: 'https://ann.example/' }],
      items: [
        {
          id: 7,
          url: '/7',
          content_html: '<p>x</p><script>1</script>',
          tags: ['a'],
          date_published: '2024-01-02T03:04:05+02:00',
          attachments: [{ url: 'https://j.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
        },
        { id: 'b', external_url: 'https://b.example/', content_text: 'one\n\ntwo <3', author: { name: 'Bo' } },
      ],
    }),
  )
  expect(feed).toMatchObject({
    format: 'json-feed',
    link: 'https://j.example/',
    language: 'en',
    authors: [{ name: 'Ann', url: 'https://ann.example/' }],
  })
  expect(feed.entries[0]).toMatchObject({
    id: '7',
    link: 'https://j.example/7',
    contentHtml: '<p>x</p>',
    publishedAt: '2024-01-02T01:04:05.000Z',
    categories: ['a'],
    authors: [{ name: 'Ann' }],
  })
  expect(feed.entries[1]).toMatchObject({
    link: 'https://b.example/',
    contentHtml: '<p>one</p>\n<p>two &lt;3</p>',
    authors: [{ name: 'Bo' }],
  })
})

test('a page with an h-feed is a feed', () => {
  const page =
    '<!doctype html><html lang="en"><title>Blog</title><div class="h-feed"><h1 class="p-name">Notes</h1><article class="h-entry"><a class="u-url p-name" href="/1">First</a><time class="dt-published" datetime="2024-05-01T10:00:00Z"></time><div class="e-content"><p>Hi <a href="x">x</a></p></div><a class="p-author h-card" href="/me">Ann</a></article></div>'
  expect(parse(page, 'https://ann.example/blog/')).toMatchObject({
    format: 'h-feed',
    title: 'Notes',
    language: 'en',
    entries: [
      {
        title: 'First',
        link: 'https://ann.example/1',
        publishedAt: '2024-05-01T10:00:00.000Z',
        contentHtml: '<p>Hi <a href="https://ann.example/blog/x">x</a></p>',
        authors: [{ name: 'Ann', url: 'https://ann.example/me' }],
      },
    ],
  })
})

test.each([
  [
    '<!doctype html><title>x</title><link rel="alternate" type="application/rss+xml" href="https://e.org/feed">',
    /web page.*https:\/\/e\.org\/feed/,
  ],
  ['<opml version="2.0"><body/></opml>', /OPML/],
  ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', /sitemap/],
  ['<note><to>x</to></note>', /<note>/],
  ['{"a":1}', /JSON/],
  ['', /empty/],
  ['hello there', /neither/],
  ['%PDF-1.4', /PDF/],
])('what is no feed is refused with what it is: %s', (text, why) => {
  expect(() => parse(text)).toThrow(NotAFeed)
  expect(() => parse(text)).toThrow(why)
})

test('an end tag forgotten in one element does not swallow the items after it', () => {
  const feed = parse(
    '<rss version="2.0"><channel><title>T<item><title>one</title><link>http://e.org/1<item><title>two</title></item></channel>',
  )
  expect(feed.title).toBe('T')
  expect(feed.entries.map(found => found.title)).toEqual(['one', 'two'])
})

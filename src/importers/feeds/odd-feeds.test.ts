import { expect, test } from 'vitest'
import { parseFeedDate } from './dates.ts'
import type { FeedDocument, FeedEntry } from './document.ts'
import { parseFeed } from './parse-feed.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))
const parse = (text: string, url?: string): FeedDocument => parseFeed(bytes(text), url === undefined ? {} : { url })
const rss = (inside: string, attributes = '') =>
  parse(`<rss version="2.0" ${attributes}><channel>${inside}</channel></rss>`)
const first = ({ entries: [entry] }: FeedDocument): FeedEntry => {
  if (!entry) throw new Error('no entry')
  return entry
}
const item = (inside: string, attributes = '') => first(rss(`<item>${inside}</item>`, attributes))
const entry = (inside: string, attributes = '') =>
  first(parse(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><entry>${inside}</entry></feed>`))
const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  ['031231', '2003-12-31T00:00:00.000Z'],
  ['03-335', '2003-12-01T00:00:00.000Z'],
  ['2003-12-31t10:14:55z', '2003-12-31T10:14:55.000Z'],
  ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00.000Z'],
  ['2004. július 13. 9:15', '2004-07-13T09:15:00.000Z'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00.000Z'],
  ['Πέμ, 05 Σεπτεμβρίου 2004 10:00:00 GMT', '2004-09-05T10:00:00.000Z'],
  ['man, 05 des 2022 10:00:00 +0100', '2022-12-05T09:00:00.000Z'],
  ['2013-09-16T06:57:33.39885-05:00', '2013-09-16T11:57:33.398Z'],
  ['Tue Jun 10 2003 04:00:00 GMT-0400 (EDT)', '2003-06-10T08:00:00.000Z'],
])('the odd date %s means %s', (written, expected) => {
  expect(parseFeedDate(written)).toBe(expected)
})

test.each([
  [`<title type="application/octet-stream" mode="base64">${base64('Tin <b>pots</b>')}</title>`, 'Tin pots'],
  ['<title type="text/html; charset=utf-8">Red &lt;i&gt;kite&lt;/i&gt;</title>', 'Red kite'],
  ['<title type="xhtml">Use &lt;kite&gt;</title>', 'Use <kite>'],
])('a title says what its type means: %s', (inside, expected) => {
  expect(entry(inside).title).toBe(expected)
})

test.each([
  ['text in Base64', `<content type="application/octet-stream">${base64('A <b>b</b>')}</content>`, 'A <b>b</b>'],
  ['a picture in Base64', '<content type="application/octet-stream">iVBORw0KGgo=</content>', null],
  [
    'XHTML that calls itself XML',
    '<content type="application/xml"><p xmlns="http://www.w3.org/1999/xhtml">a</p></content>',
    '<p>a</p>',
  ],
  [
    'a drawing among text',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a<svg xmlns="http://www.w3.org/2000/svg"><text>t</text></svg>b</div></content>',
    'ab',
  ],
  ['only what HTML forgot', '<content type="html">&lt;blink&gt;a&lt;/blink&gt;</content>', 'a'],
  [
    'an address below its own base',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="http://p.example/"><a href="q">x</a></p><a href="r">y</a></div></content>',
    '<p><a href="http://p.example/q">x</a></p><a href="http://f.example/r">y</a>',
  ],
])('Atom content is read: %s', (_, inside, expected) => {
  expect(entry(inside, 'xml:base="http://f.example/"').contentHtml).toBe(expected)
})

test.each([
  ['Ann Lee <ann@example.org>', 'Ann Lee', 'ann@example.org'],
  ['ann@example.org - Ann Lee', 'Ann Lee', 'ann@example.org'],
  ['Ann Lee, ann@example.org', 'Ann Lee', 'ann@example.org'],
  ['ann@example.org?subject=Hello', null, 'ann@example.org'],
])('an author nobody escaped is understood: %s', (written, name, email) => {
  expect(item(`<author>${written}</author><title>t</title>`)).toMatchObject({ title: 't', authors: [{ name, email }] })
})

test('an Atom address with a name beside it is only the address', () => {
  const [author] = entry('<author><name>Ann</name><email>ann@example.org (Ann)</email></author>').authors
  expect(author).toEqual({ name: 'Ann', email: 'ann@example.org', url: null })
})

test.each([
  ['<description>&lt;![CDATA[&lt;p&gt;words&lt;/p&gt;]]&gt;</description>', '<p>words</p>'],
  ['<description>&lt;applet code="x"&gt;no&lt;/applet&gt;words</description>', 'words'],
  ['<description>a&lt;?php echo 1 ?&gt;b</description>', 'ab'],
  ['<description>A list is a List&lt;Map&gt; here</description>', 'A list is a List&lt;Map&gt; here'],
])('a description is sanitised as what it is: %s', (inside, expected) => {
  expect(item(inside).contentHtml).toBe(expected)
})

test('of a summary and a description the first is the short one', () => {
  const short = { summary: 'Short', contentHtml: 'Long' }
  expect(item('<summary>Short</summary><description>Long</description>')).toMatchObject(short)
  expect(item('<description>Short</description><summary>Long</summary>')).toMatchObject(short)
  expect(item('<description>Short</description><summary/>')).toMatchObject({ summary: 'Short', contentHtml: 'Short' })
})

test('a title keeps the spaces that must not break', () => {
  expect(item('<title>10 &#160;km\n now</title>').title).toBe('10 \u00a0km now')
})

test('an empty title gives way to the next one that says something', () => {
  expect(item('<title/><media:title>Boats</media:title>').title).toBe('Boats')
})

test('CDF, the channels of old browsers, is a feed', () => {
  const feed = parse(
    '<CHANNEL BASE="http://base.example/" HREF="/home"><TITLE>Harbour</TITLE><ABSTRACT>Boats</ABSTRACT><ITEM HREF="/1" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>One</TITLE><ABSTRACT>It floats</ABSTRACT></ITEM><CHANNEL HREF="/2"><ITEM HREF="/3"><TITLE>Two</TITLE></ITEM></CHANNEL></CHANNEL>',
  )
  expect(feed).toMatchObject({
    format: 'cdf',
    title: 'Harbour',
    description: 'Boats',
    link: 'http://base.example/home',
    entries: [
      {
        title: 'One',
        link: 'http://base.example/1',
        summary: 'It floats',
        updatedAt: '2004-04-07T04:05:43.000Z',
      },
      { title: 'Two', link: 'http://base.example/3' },
    ],
  })
})

test('an empty item within an item ends nothing', () => {
  const feed = rss(
    '<item><title>t</title><item/><link>http://e.example/1</link></item><item><link>http://e.example/2</link></item>',
  )
  expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
    ['t', 'http://e.example/1'],
    [null, 'http://e.example/2'],
  ])
})

test('namespaces that decorate or are garbled hide nothing', () => {
  expect(
    parse('<rss><channel xmlns="http://odd.example/"><title>T</title><item><title>i</title></item></channel></rss>'),
  ).toMatchObject({ title: 'T', entries: [{ title: 'i' }] })
  expect(
    parse('<feed xmlns="http://odd.example/"><title>T</title><entry><title>i</title></entry></feed>'),
  ).toMatchObject({ format: 'atom', title: 'T', entries: [{ title: 'i' }] })
  expect(parse('<feed xmlns="http://farm.example/"><cow/></feed>'.replace('<cow/>', '<title>T</title>')).title).toBe(
    'T',
  )
  expect(() => parse('<feed xmlns="http://farm.example/"><cow/></feed>')).toThrow(/<feed>/)
  expect(item('<dc:creator>Ann</dc:creator>', 'xmlns:dc="no uri {}"').authors).toMatchObject([{ name: 'Ann' }])
})

test('attachments and categories are found under their other names', () => {
  const found = item(
    '<enclosure href="http://e.example/1"/><atom:link rel="enclosure" href="http://e.example/2" type="audio/ogg" title="Talk"/><category term="boats"/>',
  )
  expect(found.enclosures).toMatchObject([
    { url: 'http://e.example/1' },
    { url: 'http://e.example/2', type: 'audio/ogg', title: 'Talk' },
  ])
  expect(found).toMatchObject({ link: null, categories: ['boats'] })
})

test('a language is written with a hyphen', () => {
  expect(rss('<language> de_AT </language>').language).toBe('de-AT')
})

test('control characters go, and those of Windows become what they meant', () => {
  expect(item('<title>a\u0001b&#2;c\u0092s <![CDATA[\u0093q\u0094]]></title>').title).toBe('abc’s “q”')
})

test('an entity may hold the brackets that end a document type', () => {
  expect(
    parse('<!DOCTYPE rss [<!-- ]> --><!ENTITY a "x]>y">]><rss><channel><title>&a;</title></channel></rss>').title,
  ).toBe('x]>y')
  expect(() => parse(`<!DOCTYPE rss [${'<!--'.repeat(50_000)}<rss/>`)).toThrow(/neither/)
})

test('what an encoding is called does not matter, nor that it is declared wrong', () => {
  const titled = (title: string, encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>${title}</title></channel></rss>`
  expect(parseFeed(latin(titled('\xd6\xd0\xce\xc4', 'GB_2312-80'))).title).toBe('中文')
  expect(parseFeed(latin(titled('\xc7\xd1\xb1\xdb', 'ks_c_5601-1987'))).title).toBe('한글')
  expect(parseFeed(latin(titled('\xc7\xd1\xb1\xdb', 'cp949'))).title).toBe('한글')
  expect(parseFeed(latin(titled('\x87\x9b', 'IBM850'))).title).toBe('çø')
  expect(parse(titled('naïve', 'us-ascii')).title).toBe('naïve')
  expect(parse(titled('naïve', 'iso-8859-1')).title).toBe('naïve')
  const hebrew = '\xf9\xec\xe5\xed \xee\xfa\xe5\xea \xe4\xe7\xec\xe5\xef \xf9\xec\xe9'
  expect(parseFeed(latin(titled(hebrew, 'x-unknown'))).title).toBe('שלום מתוך החלון שלי')
})

test('a feed from a mainframe is read', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const signs: Readonly<Record<string, number>> = {
    ...Object.fromEntries([...letters].map((sign, at) => [sign, 0x81 + at + (at > 8 ? 7 : 0) + (at > 17 ? 8 : 0)])),
    ...Object.fromEntries([...'0123456789'].map((sign, at) => [sign, 0xf0 + at])),
    ...{ ' ': 0x40, '.': 0x4b, '<': 0x4c, '-': 0x60, '/': 0x61, '>': 0x6e, '?': 0x6f, '=': 0x7e, '"': 0x7f, é: 0x51 },
  }
  const text = '<?xml version="1.0" encoding="ebcdic-cp-us"?><rss><channel><title>café</title></channel></rss>'
  expect(parseFeed(Uint8Array.from(text, sign => signs[sign] ?? 0)).title).toBe('café')
})

test('JSON with posts is a feed though it forgot to say so, and its summary is plain text', () => {
  const feed = parse('{"items":[{"id":1,"content_text":"a","summary":"Use <b> well"}]}')
  expect(feed).toMatchObject({ format: 'json-feed', entries: [{ id: '1', summary: 'Use <b> well' }] })
})

import { expect, test } from 'vitest'
import { parsePage } from './parse-page.ts'

const page = (html: string, url = 'https://ann.example/') => parsePage(new TextEncoder().encode(html), { url })
const linked = (json: string) => page(`<script type="application/ld+json">${json}</script>`).persons

test('an hAtom entry keeps the day it was published', () => {
  const [entry] = page(
    '<div class="hentry"><h3><a class="entry-title" rel="bookmark" href="/1">Nets</a></h3><span class="author vcard"><a class="fn url" href="/ann">Ann Lee</a></span><abbr class="published" title="2012-04-05T15:00Z">x</abbr><p class="entry-summary">Short</p><div class="entry-content"><p>Long</p></div><a rel="tag" href="/tag/net">net</a></div>',
  ).entries
  expect(entry).toMatchObject({
    title: 'Nets',
    link: 'https://ann.example/1',
    authors: [{ name: 'Ann Lee', url: 'https://ann.example/ann' }],
    publishedAt: '2012-04-05T15:00:00.000Z',
    summary: 'Short',
    contentHtml: '<p>Long</p>',
    categories: ['net'],
  })
})

test('what a card includes from elsewhere on the page is its own, and a card that includes itself is read', () => {
  const [person] = page(
    '<div class="vcard"><span class="fn">Ben Oak</span><a class="include" href="#mill">Mill</a></div><div id="mill"><p class="org">Mill</p><p class="adr"><span class="locality">Graz</span></p></div>',
  ).persons
  expect(person).toMatchObject({ name: 'Ben Oak', org: 'Mill', place: 'Graz' })
  expect(
    page('<div class="vcard" id="x"><span class="fn">Ben Oak</span><a class="include" href="#x">x</a></div>').persons,
  ).toMatchObject([{ name: 'Ben Oak' }])
})

test('an organisation with parts is called by its name, and mail written as text is mail', () => {
  const [person] = page(
    '<div class="vcard"><span class="fn">Ida Kern</span><div class="org"><span class="organization-name">Mill</span> <span class="organization-unit">Stones</span></div><span class="email"><span class="type">home</span> <b class="value">ida@k.example</b></span></div>',
  ).persons
  expect(person).toMatchObject({ name: 'Ida Kern', org: 'Mill', emails: ['ida@k.example'] })
})

test('employers, schools and clubs of a résumé are no persons', () => {
  const { persons } = page(
    '<div class="h-resume"><p class="p-contact h-card"><span class="p-name">Tim Ash</span></p><div class="p-experience h-event h-card"><a class="p-name u-url" href="http://f.example/">Forge</a></div><a class="p-affiliation h-card" href="http://w.example/">Weavers</a></div><a class="h-org h-card" href="http://m.example/">Mill</a>',
  )
  expect(persons.map(person => person.name)).toEqual(['Tim Ash'])
})

test.each([
  ['a semicolon after it', '{"@type":"Person","name":"Al Ek"};'],
  ['a comment before it', '/* who */ {"@type":"Person","name":"Al Ek"}'],
  ['another object after it', '{"@type":"Person","name":"Al Ek"}\n{"@type":"WebSite","name":"x"}'],
])('JSON-LD is read with %s', (_, json) => {
  expect(linked(json)).toMatchObject([{ name: 'Al Ek' }])
})

test('JSON-LD: a role between a person and an employer, and contact points', () => {
  const person = {
    '@type': 'Person',
    name: 'Al Ek',
    worksFor: { '@type': 'EmployeeRole', roleName: 'Head', worksFor: { '@type': 'Organization', name: 'Mill' } },
    contactPoint: { email: 'al@e.example', telephone: '+49 12' },
  }
  expect(linked(JSON.stringify(person))).toMatchObject([
    { name: 'Al Ek', org: 'Mill', emails: ['al@e.example'], phones: ['+49 12'] },
  ])
})

test('JSON-LD: names in parts and languages, addresses as things, staff of an organisation', () => {
  expect(linked('{"@type":"Person","givenName":"Jo","additionalName":"B.","familyName":"Ash"}')).toMatchObject([
    { name: 'Jo B. Ash' },
  ])
  expect(
    linked('{"@type":"Person","name":{"en":"Jo Ash","de":"x"},"sameAs":{"@list":[{"@id":"http://x.example/"}]}}'),
  ).toMatchObject([{ name: 'Jo Ash', urls: ['http://x.example/'] }])
  expect(linked('{"@type":"Person","name":"Jo","url":["http://a.example/","http://b.example/"]}')).toMatchObject([
    { url: 'http://a.example/', urls: ['http://b.example/'] },
  ])
  expect(linked('{"@type":"Organization","name":"Mill","employee":[{"@type":"Person","name":"Jo"}]}')).toMatchObject([
    { name: 'Jo', org: 'Mill' },
  ])
  expect(linked('{&quot;@type&quot;:&quot;Person&quot;,&quot;name&quot;:&quot;Jo&quot;}')).toMatchObject([
    { name: 'Jo' },
  ])
})

test('microdata refers to parts elsewhere, and RDFa says the same in other words', () => {
  expect(
    page(
      '<div itemscope itemtype="https://schema.org/Person" itemref="a"><b itemprop="name">Jo Ash</b></div><p id="a"><i itemprop="jobTitle">Smith</i></p>',
    ).persons,
  ).toMatchObject([{ name: 'Jo Ash', title: 'Smith' }])
  expect(
    page(
      '<div vocab="https://schema.org/" typeof="Person"><b property="name">Jo Ash</b><span property="worksFor" typeof="Organization"><i property="name">Mill</i></span></div>',
    ).persons,
  ).toMatchObject([{ name: 'Jo Ash', org: 'Mill' }])
  expect(
    page('<article itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop="headline">Nets</h1></article>')
      .entries,
  ).toMatchObject([{ title: 'Nets' }])
})

test('mail addresses are decoded and each is named once', () => {
  expect(
    page(
      '<p class="h-card"><b class="p-name">Jo</b><a class="u-email" href="MAILTO:Jo%2Bx@e.example">m</a><a class="u-email" href="mailto:jo+x@e.example">m</a></p>',
    ).persons,
  ).toMatchObject([{ emails: ['Jo+x@e.example'] }])
})

test('a profile of OpenGraph falls back on what the page says otherwise', () => {
  expect(
    page(
      '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Jo"><meta property="og:title" content="Jo Ash"><meta name="twitter:image" content="/t.png"><meta name="description" content="Smith">',
    ).persons,
  ).toMatchObject([{ name: 'Jo Ash', photo: 'https://ann.example/t.png', note: 'Smith' }])
})

test('feeds are declared under old types too, and an oEmbed description is none', () => {
  expect(
    page(
      '<link rel="alternate" type="application/x.atom+xml" href="/1"><link rel="alternate" type="text/rdf" href="/2"><link rel="alternate" type="application/json+oembed" href="/3?feed">',
    ).feeds.map(({ url, kind }) => [url, kind]),
  ).toEqual([
    ['https://ann.example/1', 'atom'],
    ['https://ann.example/2', 'rss'],
  ])
})

test('a phone is one of the links to oneself, and a picture may be given for secure pages only', () => {
  expect(
    page(
      '<title>Al Ek</title><meta property="og:type" content="profile"><meta property="og:title" content="Al Ek"><meta property="og:image:secure_url" content="https://e.example/a.png"><a rel="me" href="tel:+4912">call</a>',
    ).persons,
  ).toMatchObject([{ name: 'Al Ek', photo: 'https://e.example/a.png', phones: ['+4912'] }])
})

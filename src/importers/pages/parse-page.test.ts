import { expect, test } from 'vitest'
import { discoverFeeds } from '../feeds/discover.ts'
import { parsePage } from './parse-page.ts'

const page = (html: string, url = 'https://ann.example/') => parsePage(new TextEncoder().encode(html), { url })

test('an h-card gives the person, with rel=me links as their other pages', () => {
  const found = page(
    '<!doctype html><link rel="me" href="https://github.com/annlee"><div class="h-card"><img class="u-photo" src="/me.jpg" alt=""><a class="p-name u-url u-uid" href="/">Ann Lee</a>, <span class="p-job-title">Engineer</span> at <span class="p-org h-card">Looms</span>, <a class="u-email" href="mailto:ann@ann.example">mail</a> <span class="p-locality">Graz</span>, <span class="p-country-name">Austria</span><p class="p-note">I weave.</p></div>',
  )
  expect(found.persons).toEqual([
    {
      name: 'Ann Lee',
      url: 'https://ann.example/',
      photo: 'https://ann.example/me.jpg',
      org: 'Looms',
      title: 'Engineer',
      emails: ['ann@ann.example'],
      phones: [],
      place: 'Graz, Austria',
      urls: ['https://github.com/annlee'],
      note: 'I weave.',
      sources: ['h-card', 'rel-me'],
    },
  ])
  expect(found.links).toContainEqual({ url: 'https://github.com/annlee', text: null, rel: ['me'] })
})

test('a person in microdata is read, with what hangs on them and not what hangs on that', () => {
  const found = page(
    '<div itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">Ivo Lind</h1><span itemprop="jobTitle">Carpenter</span><span itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Woodworks</b></span><a itemprop="email" href="mailto:ivo@l.example">x</a><a itemprop="sameAs" href="https://github.com/ivol">gh</a><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">Turku</span></div></div>',
  )
  expect(found.persons).toMatchObject([
    {
      name: 'Ivo Lind',
      org: 'Woodworks',
      title: 'Carpenter',
      emails: ['ivo@l.example'],
      place: 'Turku',
      urls: ['https://github.com/ivol'],
    },
  ])
})

test('JSON-LD within a CDATA comment is read', () => {
  const found = page(
    '<script type="application/ld+json">\n// <![CDATA[\n{"@type":"Person","name":"Kwame Asante","jobTitle":"Crane operator",}\n// ]]>\n</script>',
  )
  expect(found.persons).toMatchObject([{ name: 'Kwame Asante', title: 'Crane operator' }])
})

test('the classic hCard of old pages is read too', () => {
  const found = page(
    '<body><div class="vcard"><a class="fn url" href="http://bo.example/">Bo Chen</a> <span class="title">Writer</span>, <span class="org">Chen Press</span> <a class="email" href="mailto:bo@bo.example">@</a><div class="adr"><span class="locality">Linz</span></div></div></body>',
  )
  expect(found.persons[0]).toMatchObject({
    name: 'Bo Chen',
    url: 'http://bo.example/',
    title: 'Writer',
    org: 'Chen Press',
    emails: ['bo@bo.example'],
    place: 'Linz',
  })
})

test('JSON-LD persons are found in graphs, by reference, as author and as main entity', () => {
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'ProfilePage', mainEntity: { '@id': '#ann' } },
      {
        '@type': 'Person',
        '@id': '#ann',
        name: 'Ann Lee',
        jobTitle: 'Engineer',
        worksFor: { '@type': 'Organization', name: 'Looms' },
        sameAs: ['https://github.com/annlee'],
        image: { '@type': 'ImageObject', url: '/a.jpg' },
        address: { addressLocality: 'Graz', addressCountry: 'AT' },
        email: 'mailto:ann@ann.example',
      },
      {
        '@type': 'BlogPosting',
        headline: 'On looms',
        url: '/looms',
        datePublished: '2024-05-01',
        author: [{ '@id': '#ann' }, { '@type': 'Person', name: 'Bo Chen' }],
        keywords: 'a, b',
      },
    ],
  }
  const found = page(
    `<html><head><script type="application/ld+json">${JSON.stringify(graph)}</script></head><body>x</body></html>`,
  )
  expect(found.persons).toMatchObject([
    {
      name: 'Ann Lee',
      title: 'Engineer',
      org: 'Looms',
      photo: 'https://ann.example/a.jpg',
      place: 'Graz, AT',
      emails: ['ann@ann.example'],
      urls: ['https://github.com/annlee'],
      sources: ['json-ld'],
    },
    { name: 'Bo Chen' },
  ])
  expect(found.entries).toMatchObject([
    {
      title: 'On looms',
      link: 'https://ann.example/looms',
      publishedAt: '2024-05-01T00:00:00.000Z',
      authors: [{ name: 'Ann Lee' }, { name: 'Bo Chen' }],
      categories: ['a', 'b'],
    },
  ])
})

test('the same person in several vocabularies is one person', () => {
  const found = page(
    '<html><head><meta property="og:type" content="profile"><meta property="og:title" content="Ann Lee"><meta property="og:description" content="Weaver"><script type="application/ld+json">{"@type":"Person","name":"Ann Lee","url":"https://www.ann.example","jobTitle":"Engineer",}</script></head><body><a class="h-card" rel="me" href="https://ann.example/">Ann Lee</a></body></html>',
  )
  expect(found.persons).toHaveLength(1)
  expect(found.persons[0]).toMatchObject({
    name: 'Ann Lee',
    title: 'Engineer',
    note: 'Weaver',
    sources: ['h-card', 'json-ld', 'opengraph', 'rel-me'],
  })
})

test('entries of a page keep their text safe and their addresses whole', () => {
  const found = page(
    '<body><article class="h-entry"><h1 class="p-name">Hello</h1><a class="u-url" href="/1"><time class="dt-published" datetime="2024-01-01T10:00:00+01:00">x</time></a><div class="e-content">Hi<script>x</script> <img src="a.png"></div></article></body>',
  )
  expect(found.entries).toMatchObject([
    {
      title: 'Hello',
      link: 'https://ann.example/1',
      publishedAt: '2024-01-01T09:00:00.000Z',
      contentHtml: 'Hi <img src="https://ann.example/a.png">',
    },
  ])
})

test('feeds are discovered from links, anchors and marks, the declared first', () => {
  const html =
    '<html><head><base href="https://cdn.example/b/"><link rel="alternate" type="application/rss+xml" title="News" href="feed.xml"><link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="/atom"><link rel="alternate" type="application/feed+json" href="/feed.json"><link rel="alternate" type="application/json" href="/wp-json/1"><link rel="alternate" hreflang="de" href="/de"></head><body class="h-feed"><a href="/rss">Subscribe</a><a href="/about">RSS</a><a href="/feeding-cats">cats</a></body></html>'
  expect(discoverFeeds(html, 'https://ann.example/').map(feed => [feed.url, feed.kind, feed.confidence])).toEqual([
    ['https://cdn.example/b/feed.xml', 'rss', 'declared'],
    ['https://cdn.example/atom', 'atom', 'declared'],
    ['https://cdn.example/feed.json', 'json-feed', 'declared'],
    ['https://ann.example/', 'h-feed', 'declared'],
    ['https://cdn.example/rss', 'rss', 'likely'],
    ['https://cdn.example/about', 'unknown', 'likely'],
  ])
})

test('a file that is no page says so', () => {
  expect(() => page('just words')).toThrow(/no web page/)
})

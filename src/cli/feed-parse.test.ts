import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { feedParse } from './feed-parse.ts'
import { pageParse } from './page-parse.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-feed-'))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const feed = file(
  'feed.xml',
  '<rss version="2.0"><channel><title>T</title><item><link>/a</link></item></channel></rss>',
)
const html = file('page.html', '<!doctype html><title>x</title><a class="h-card" href="/">Ann</a>')

function recorder() {
  const out: string[] = []
  const err: string[] = []
  const fetched: string[] = []
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
    fetch: async (url: string) => {
      fetched.push(url)
      return {
        bytes: new TextEncoder().encode(
          '<rss version="2.0"><channel><title>Net</title><item><link>b</link></item></channel></rss>',
        ),
        contentType: 'application/rss+xml',
        url: 'https://moved.example/x/feed',
      }
    },
  }
  return { io, out, err, fetched }
}

test('one feed is one pretty JSON document with addresses resolved against --base', async () => {
  const { io, out } = recorder()
  expect(await feedParse([feed], { base: 'https://e.example/' }, io)).toBe(0)
  expect(out.join('').split('\n').length).toBeGreaterThan(5)
  expect(JSON.parse(out.join(''))).toMatchObject({
    format: 'rss',
    title: 'T',
    entries: [{ link: 'https://e.example/a' }],
  })
})

test('an address is fetched, and where it ended is the base', async () => {
  const { io, out, fetched } = recorder()
  expect(await feedParse(['https://e.example/feed'], {}, io)).toBe(0)
  expect(fetched).toEqual(['https://e.example/feed'])
  expect(JSON.parse(out.join('')).entries[0].link).toBe('https://moved.example/x/b')
})

test('several files are one line each, and one that is no feed is explained and gives exit code 1', async () => {
  const { io, out, err } = recorder()
  expect(await feedParse([feed, html, join(folder, 'absent.xml'), feed], {}, io)).toBe(1)
  const lines = out.map(line => JSON.parse(line))
  expect(lines).toMatchObject([{ title: 'T' }, { source: html }, { error: expect.any(String) }, { title: 'T' }])
  expect(err[0]).toMatch(/page\.html: This is a web page, not a feed/)
  expect(err[1]).toMatch(/no such file/)
})

test('a stray null byte among the words is left out, and the rest is read', async () => {
  const stray = file(
    'stray.xml',
    '<rss version="2.0"><channel><title>Night\u0000 notes</title><item><title>One</title></item></channel></rss>',
  )
  const { io, out } = recorder()
  expect(await feedParse([stray], {}, io)).toBe(0)
  expect(JSON.parse(out.join(''))).toMatchObject({ title: 'Night notes', entries: [{ title: 'One' }] })
})

test('what is no text or no web address is said to be that', async () => {
  const bytes = join(folder, 'bytes')
  writeFileSync(bytes, Buffer.from([1, 2, 3, 0, 4, 60, 97, 0, 62]))
  for (const [target, why] of [
    [bytes, /no text/],
    ['ftp://files.example/feed', /Only http and https/],
    [folder, /folder/],
  ] as const) {
    const { io, err } = recorder()
    expect(await pageParse([target], {}, io)).toBe(1)
    expect(err).toEqual([expect.stringMatching(why)])
  }
})

test('a page is one JSON document of persons, feeds, entries and links', async () => {
  const { io, out } = recorder()
  expect(await pageParse([html], { base: 'https://ann.example/' }, io)).toBe(0)
  expect(JSON.parse(out.join(''))).toMatchObject({
    persons: [{ name: 'Ann', url: 'https://ann.example/' }],
    feeds: [],
    entries: [],
  })
})

test('a base that is no address is refused', async () => {
  const { io, err } = recorder()
  expect(await feedParse([feed], { base: 'nonsense' }, io)).toBe(1)
  expect(err.join('')).toMatch(/whole address/)
})

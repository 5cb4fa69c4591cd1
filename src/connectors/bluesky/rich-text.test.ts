import { expect, test } from 'vitest'
import { parseAddress, parsePostUrl } from './address.ts'
import { recordKey } from './keys.ts'
import { countGraphemes, facetsOf, marksIn, wholeText } from './rich-text.ts'

test('links, names and tags are marked by the bytes of their UTF-8, not by characters', () => {
  const text = '👋 Grüße @ana.bsky.social, see https://example.org/a_(b)?q=1. #Gärten #1'
  const bytes = new TextEncoder().encode(text)
  const marks = marksIn(text)
  const shown = marks.map(each => new TextDecoder().decode(bytes.slice(each.byteStart, each.byteEnd)))
  expect(shown).toEqual(['@ana.bsky.social', 'https://example.org/a_(b)?q=1', '#Gärten'])
  const facets = facetsOf(marks, new Map())
  expect(JSON.stringify(facets)).not.toContain('mention')
  expect(JSON.stringify(facetsOf(marks, new Map([['ana.bsky.social', 'did:plc:x']])))).toContain('"did":"did:plc:x"')
})

test('a link that apps show shortened stands whole, and a facet that lies about the text changes nothing', () => {
  const text = 'ü example.org/a… now'
  const link = (byteStart: number, byteEnd: number, uri: string) => ({
    index: { byteStart, byteEnd },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
  })
  const start = 3
  const end = start + new TextEncoder().encode('example.org/a…').length
  expect(wholeText(text, [link(start, end, 'https://example.org/a/b')])).toBe('ü https://example.org/a/b now')
  expect(wholeText('read this', [link(5, 9, 'https://example.org/')])).toBe('read this (https://example.org/)')
  for (const [from, to] of [
    [5, 500],
    [9, 3],
    [-4, 2],
  ] as const)
    expect(wholeText('read this', [link(from, to, 'https://x.test')])).toBe('read this')
  expect(wholeText('read this', [link(5, 9, 'javascript:alert(1)')])).toBe('read this')
})

test('length counts what a reader calls a character', () => {
  expect(countGraphemes('👩‍👩‍👧 ünï')).toBe(5)
})

test('a record has the same name on every try, in the order of their times', () => {
  const [one, two] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ad00-774b-bcce-b302099a8057']
  expect(recordKey(one, new Date())).toBe(recordKey(one, new Date(0)))
  expect(recordKey(one, new Date())).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/)
  expect(recordKey(one, new Date()) < recordKey(two, new Date())).toBe(true)
})

test('addresses are one whatever way they are written', () => {
  for (const text of ['@Ana.Bsky.Social', 'ana.bsky.social', 'https://bsky.app/profile/ana.bsky.social'])
    expect(parseAddress(text), text).toBe('bsky.app/profile/ana.bsky.social')
  for (const text of ['ana', '@ana', 'not an address', 'https://example.org/ana', 'a@b.org'])
    expect(parseAddress(text), text).toBeUndefined()
  expect(parsePostUrl('https://bsky.app/profile/ana.bsky.social/post/3abc')).toEqual({
    who: 'ana.bsky.social',
    rkey: '3abc',
  })
  expect(parsePostUrl('https://bsky.app/profile/ana.bsky.social')).toBeUndefined()
})

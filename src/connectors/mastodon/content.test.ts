import { expect, test } from 'vitest'
import { fullAddress, parseAddress } from './address.ts'
import { contentToText, withoutAddressees } from './content.ts'
import { countCharacters } from './sending.ts'

test('a post is text: paragraphs, lines, lists and whole links', () => {
  expect(contentToText('<p>One &amp; two<br />three</p><p>Four</p><ul><li>a</li><li>b</li></ul>')).toBe(
    'One & two\nthree\n\nFour\n\n- a\n- b',
  )
  const shortened =
    '<a href="https://example.org/a/long/path"><span class="invisible">https://</span><span class="ellipsis">example.org/a</span><span class="invisible">/long/path</span></a>'
  expect(
    contentToText(
      `<p>see ${shortened} and <a class="mention hashtag" href="https://x.test/tags/hi">#<span>hi</span></a></p>`,
    ),
  ).toBe('see https://example.org/a/long/path and #hi')
})

test('nothing of the HTML is kept: scripts, styles and attributes are gone, custom emoji stay words', () => {
  const hostile =
    '<p onclick="steal()">Hi<script>alert(1)</script><style>p{}</style><iframe src="//x"></iframe> :blobcat: <img src="x" onerror="steal()" alt=":wave:"></p>'
  expect(contentToText(hostile)).toBe('Hi :blobcat: :wave:')
  expect(contentToText('<a href="javascript:steal()">click</a>')).toBe('click')
  expect(contentToText('<blockquote>'.repeat(5_000))).toBe('')
})

test('the names that only address a post are left out, those in it stay', () => {
  const names = ['@mara@a.test', '@ana@b.test']
  expect(withoutAddressees('@mara @ana@b.test Hello @mara', names)).toBe('Hello @mara')
  expect(withoutAddressees('@bo hello', names)).toBe('@bo hello')
  expect(withoutAddressees('@mara', names)).toBe('')
})

test('addresses are one whatever way they are written', () => {
  for (const text of [
    '@Ana@Example.org',
    'ana@example.org',
    'acct:ana@example.org',
    'https://example.org/@ana',
    'https://example.org/users/ana',
  ])
    expect(parseAddress(text), text).toBe('@ana@example.org')
  expect(parseAddress('https://far.test/@ana@example.org')).toBe('@ana@example.org')
  for (const text of [
    'ana',
    '@ana',
    'https://example.org/',
    'https://example.org/@ana/123',
    'a b@c.de',
    'ana@localpart',
  ])
    expect(parseAddress(text), text).toBeUndefined()
  expect(fullAddress('Ana', 'example.org')).toBe('@ana@example.org')
  expect(fullAddress('ana@far.test', 'example.org')).toBe('@ana@far.test')
})

test('length is counted as servers do: links count 23, names without their server', () => {
  expect(
    countCharacters(`@ana@a-long-name.example.org ${'x'.repeat(10)} https://example.org/${'y'.repeat(80)}`, 23),
  ).toBe('@ana '.length + 10 + 1 + 23)
  expect(countCharacters('👋🏽', 23)).toBe(2)
})

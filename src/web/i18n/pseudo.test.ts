import { expect, test } from 'vitest'
import { findLanguage } from './languages.ts'
import { pseudoText, pseudoTexts } from './pseudo.ts'

test('the pseudo-locale grows short labels to twice and others to 1.4, and keeps placeholders', () => {
  expect(pseudoText('Send')).toHaveLength(8)
  const long = pseudoText('{{count}} people heard from you this week')
  expect(long).toContain('{{count}}')
  expect(long.length).toBeGreaterThanOrEqual(Math.floor('{{count}} people heard from you this week'.length * 1.4))
  expect(long).not.toContain('people')
})

test('nested texts are all turned', () => {
  expect(pseudoTexts({ a: { b: 'Read' } })).toEqual({ a: { b: '[Ŕéåď··]' } })
})

test('a regional language falls to its base, an unknown one to English', () => {
  expect(findLanguage(['de-AT', 'en']).code).toBe('de')
  expect(findLanguage(['tlh']).code).toBe('en')
  expect(findLanguage(['ar-XB']).direction).toBe('rtl')
})

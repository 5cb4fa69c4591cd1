import { expect, test } from 'vitest'
import { wilson } from '#kernel/interval.ts'
import { formatAgo, formatInterval } from './format.ts'

const now = new Date('2026-11-22T14:02:00Z')
const ago = (iso: string, locale = 'en-GB') => formatAgo(new Date(iso), now, locale, 'UTC')

test('a date is told the way people tell it', () => {
  expect(ago('2026-11-22T13:50:00Z')).toBe('12 min')
  expect(ago('2026-11-22T09:00:00Z')).toMatch(/^5 hr$/)
  expect(ago('2026-11-21T18:40:00Z')).toBe('yesterday 18:40')
  expect(ago('2026-11-17T18:40:00Z')).toBe('Tue 18:40')
  expect(ago('2026-11-14T18:40:00Z')).toBe('14 Nov')
  expect(ago('2025-11-14T18:40:00Z')).toBe('14 Nov 2025')
  expect(ago('2026-11-22T14:01:30Z')).toBe('now')
  expect(ago('2026-11-23T08:00:00Z')).toBe('tomorrow 08:00')
  expect(ago('2026-11-21T18:40:00Z', 'de')).toBe('gestern 18:40')
})

test('yesterday is a calendar day in the zone asked for, not 24 hours', () => {
  const at = new Date('2026-11-21T23:30:00Z')
  const soon = new Date('2026-11-22T00:30:00Z')
  expect(formatAgo(at, soon, 'en-GB', 'UTC')).toMatch(/^yesterday/)
  expect(formatAgo(new Date('2026-11-21T12:00:00Z'), soon, 'en-GB', 'America/New_York')).toMatch(/^12 hr$/)
})

test('8 of 11 is 43–90 %, and fewer than five show no interval', () => {
  expect(formatInterval(8, 11, 'en')).toBe('43–90 %')
  expect(formatInterval(3, 4, 'en')).toBeUndefined()
  expect(wilson(0, 10).low).toBe(0)
  expect(wilson(10, 10).high).toBeCloseTo(1)
})

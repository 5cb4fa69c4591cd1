import { expect, test } from 'vitest'
import { instantIn } from './zone.ts'

const iso = (zone: string, wall: string) => instantIn(zone, wall)?.toISOString()

test('a time is meant as the clock of their zone shows it', () => {
  expect(iso('Europe/Lisbon', '2026-05-04T08:00')).toBe('2026-05-04T07:00:00.000Z')
  expect(iso('America/New_York', '2026-01-15T18:30')).toBe('2026-01-15T23:30:00.000Z')
  expect(iso('Asia/Kolkata', '2026-05-04T08:00')).toBe('2026-05-04T02:30:00.000Z')
  expect(iso('Europe/Lisbon', 'soon')).toBeUndefined()
})

test('an hour that the clock skips is the next one, one that comes twice is the first', () => {
  expect(iso('Europe/Berlin', '2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(iso('Europe/Berlin', '2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
})

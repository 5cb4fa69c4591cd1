import { expect, test } from 'vitest'
import { weekBegan } from './model.ts'

test('a week begins on Monday at midnight by the clock of whoever looks, also when the clocks were changed since', () => {
  const began = (zone: string, now: string) => weekBegan(zone, new Date(now)).toISOString()
  expect(began('UTC', '2026-11-29T23:30:00Z')).toBe('2026-11-23T00:00:00.000Z')
  // It is Monday in Auckland already, and still Sunday in Los Angeles.
  expect(began('Pacific/Auckland', '2026-11-29T12:30:00Z')).toBe('2026-11-29T11:00:00.000Z')
  expect(began('America/Los_Angeles', '2026-11-30T05:00:00Z')).toBe('2026-11-23T08:00:00.000Z')
  // Berlin's clocks went back on Sunday the 25th, in the middle of the night.
  expect(began('Europe/Berlin', '2026-10-25T20:00:00Z')).toBe('2026-10-18T22:00:00.000Z')
  expect(began('Not/AZone', '2026-11-30T00:00:00Z')).toBe('2026-11-30T00:00:00.000Z')
})

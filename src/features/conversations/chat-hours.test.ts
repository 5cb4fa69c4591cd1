import { expect, test } from 'vitest'
import { isTimezone, nextOpening } from './chat-hours.ts'

const day = { from: '09:00', to: '17:00' }
const office = { timezone: 'Europe/Berlin', week: [day, day, day, day, { from: '09:00', to: '13:00' }, null, null] }
const next = (now: string, hours = office) => nextOpening(hours, new Date(now))?.toISOString() ?? null

test('inside the hours nobody has to wait', () => {
  expect(next('2026-11-23T10:00:00Z')).toBeNull()
  expect(next('2026-11-23T08:00:00Z')).toBeNull()
})

test('before, after and over a weekend the next opening is named, by the clock of the place', () => {
  expect(next('2026-11-23T07:59:00Z')).toBe('2026-11-23T08:00:00.000Z')
  expect(next('2026-11-23T16:00:00Z')).toBe('2026-11-24T08:00:00.000Z')
  expect(next('2026-11-27T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
})

test('summer time moves the opening by its hour', () => {
  expect(next('2026-03-27T12:30:00Z')).toBe('2026-03-30T07:00:00.000Z')
  expect(next('2026-10-23T11:30:00Z')).toBe('2026-10-26T08:00:00.000Z')
})

test('a night shift is open past midnight', () => {
  const night = { timezone: 'Asia/Tokyo', week: Array.from({ length: 7 }, () => ({ from: '22:00', to: '06:00' })) }
  expect(next('2026-11-23T20:00:00Z', night)).toBeNull()
  expect(next('2026-11-23T22:00:00Z', night)).toBe('2026-11-24T13:00:00.000Z')
})

test('with no hours at all nothing is promised', () => {
  expect(next('2026-11-23T10:00:00Z', { ...office, week: office.week.map(() => null) })).toBeNull()
  expect([isTimezone('Europe/Berlin'), isTimezone('Mars/Base')]).toEqual([true, false])
})

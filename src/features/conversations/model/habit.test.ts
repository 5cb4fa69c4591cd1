import { expect, test } from 'vitest'
import { habitOf, hoursAhead, placeInWeek } from './habit.ts'

/** A week in which these hours (UTC, from Monday 00:00) were seen. */
const week = (...hours: number[]) =>
  Array.from({ length: 168 }, (_, hour) => (hours.includes(hour) ? '1' : '0')).join('')
const at = (day: number, hour: number) => day * 24 + hour

test('Tuesday to Thursday evenings, seen in most weeks, is a habit', () => {
  const usual = week(at(1, 19), at(2, 20), at(3, 18))
  expect(habitOf([usual, usual, week(at(5, 3)), usual], 0)).toEqual({ part: 'evening', days: [1, 2, 3] })
})

test('the clock of the reader counts: late in London is the next night in Tokyo', () => {
  const usual = week(at(1, 19))
  expect(habitOf([usual, usual, usual], 9)).toEqual({ part: 'night', days: [2] })
})

test('of few weeks, of nothing regular and of somebody who is always there nothing is said', () => {
  const usual = week(at(1, 19))
  expect(habitOf([usual, usual], 0)).toBeUndefined()
  expect(habitOf([week(1), week(30), week(70), week(100)], 0)).toBeUndefined()
  const always = '1'.repeat(168)
  expect(habitOf([always, always, always, always], 0)).toBeUndefined()
})

test('an instant has its place in its week, and a zone its distance', () => {
  expect(placeInWeek(new Date('2026-11-29T23:30:00Z'))).toEqual({ weekOn: '2026-11-23', hour: 167 })
  expect(placeInWeek(new Date('2026-11-30T00:00:00Z'))).toEqual({ weekOn: '2026-11-30', hour: 0 })
  expect(hoursAhead(new Date('2026-07-01T12:00:00Z'), 'Europe/Berlin')).toBe(2)
  expect(hoursAhead(new Date('2026-07-01T12:00:00Z'), 'America/New_York')).toBe(-4)
})

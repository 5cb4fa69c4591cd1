import { expect, test } from 'vitest'
import { differenceOf, wilson } from '#kernel/interval.ts'
import {
  compareRows,
  dimensions,
  evenWays,
  lastWeekly,
  nextWeekly,
  runningWeek,
  shareText,
  weeksUntil,
  weekTold,
  wordsOf,
  zFor,
} from './model.ts'

const row = (key: string, hits: number, of: number) => ({ key, label: null, share: { hits, of } })

test('intervals are Wilson’s and Newcombe’s, to the published examples', () => {
  // Newcombe 1998: 81 of 263, 15 of 148, 0 of 20, 1 of 29 (method 3, score).
  const shown = ([hits, total]: [number, number]) =>
    Object.values(wilson(hits, total)).map(share => Math.round(share * 1e4) / 1e4)
  expect(shown([81, 263])).toEqual([0.2553, 0.3662])
  expect(shown([15, 148])).toEqual([0.0624, 0.1605])
  expect(shown([0, 20])).toEqual([0, 0.1611])
  expect(shown([1, 29])).toEqual([0.0061, 0.1718])
  // Newcombe 1998, interval of differences: 56 of 70 against 48 of 80 (method 10).
  const { low, high } = differenceOf({ hits: 48, total: 80 }, { hits: 56, total: 70 })
  expect([low, high].map(share => Math.round(share * 1e4) / 1e4)).toEqual([0.0524, 0.3339])
})

test('the more rows are compared, the further apart two have to be before anything is said', () => {
  expect(zFor(1)).toBeCloseTo(1.959964, 5)
  expect(zFor(10)).toBeCloseTo(2.807034, 5)
  const two = [row('irc', 30, 60), row('email', 17, 60)]
  expect(compareRows(two, 'approached-share').map(found => found.code)).toEqual(['more', 'fewer'])
  const many = [...two, ...['a', 'b', 'c', 'd', 'e', 'f'].map(key => row(key, 23, 60))]
  expect(compareRows(many, 'approached-share')).toEqual([
    { code: 'no-difference', column: 'approached-share', rows: 8 },
  ])
})

test('of few people nothing is said but that they are few: neither more nor fewer', () => {
  expect(compareRows([row('irc', 7, 7), row('email', 0, 900)], 'approached-share')).toEqual([])
  expect(compareRows([row('irc', 8, 8)], 'approached-share')).toEqual([])
  expect(shareText({ hits: 4, of: 4 }, { words: wordsOf.en, locale: 'en' })).toBe('4 of 4')
  expect(shareText({ hits: 8, of: 11 }, { words: wordsOf.en, locale: 'en' })).toBe('8 of 11 (43–90 %)')
})

test('chance alone is taken for a difference in fewer than one report of twenty', () => {
  let state = 11
  const roll = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  let said = 0
  for (let round = 0; round < 2_000; round += 1) {
    const rows = Array.from({ length: 6 }, (_, key) =>
      row(String(key), Array.from({ length: 40 }, roll).filter(one => one < 0.3).length, 40),
    )
    if (compareRows(rows, 'approached-share').some(found => found.code === 'more' || found.code === 'fewer')) said += 1
  }
  expect(said / 2_000).toBeLessThan(0.05)
})

test('ways count as so many even ones: all by one is one, four alike are four', () => {
  expect(evenWays([])).toBe(0)
  expect(evenWays([9, 0, 0])).toBeCloseTo(1)
  expect(evenWays([5, 5, 5, 5])).toBeCloseTo(4)
  expect(evenWays([97, 1, 1, 1])).toBeLessThan(1.3)
})

test('nothing that somebody is can be a dimension', () => {
  expect(dimensions).toEqual(['tool', 'group', 'page', 'recruiter', 'week', 'way', 'rule'])
})

test('a span begins with a Monday, and the week that is not over is known', () => {
  expect(weeksUntil('2026-12-02', 12)).toEqual({ from: '2026-09-14', to: '2026-12-02' })
  expect(runningWeek('2026-12-02', '2026-12-02')).toBe('2026-11-30')
  expect(runningWeek('2026-11-29', '2026-12-02')).toBeUndefined()
})

test('the weekly mail leaves at the chosen hour of the reader’s own clock, also around summer time', () => {
  const berlin = { weekday: 1, hour: 8, timezone: 'Europe/Berlin' }
  expect(nextWeekly(berlin, new Date('2026-10-19T12:00:00Z')).toISOString()).toBe('2026-10-26T07:00:00.000Z')
  expect(nextWeekly(berlin, new Date('2026-10-12T12:00:00Z')).toISOString()).toBe('2026-10-19T06:00:00.000Z')
  expect(
    nextWeekly({ weekday: 3, hour: 9, timezone: 'Asia/Kathmandu' }, new Date('2026-11-30T00:00:00Z')).toISOString(),
  ).toBe('2026-12-02T03:15:00.000Z')
  // On the night on which two o'clock does not exist, three stands for it; where it comes twice, the first.
  expect(
    nextWeekly({ weekday: 7, hour: 2, timezone: 'Europe/Berlin' }, new Date('2026-03-25T00:00:00Z')).toISOString(),
  ).toBe('2026-03-29T01:00:00.000Z')
  expect(
    nextWeekly({ weekday: 7, hour: 2, timezone: 'Europe/Berlin' }, new Date('2026-10-20T00:00:00Z')).toISOString(),
  ).toBe('2026-10-25T00:00:00.000Z')
  expect(
    nextWeekly({ weekday: 7, hour: 2, timezone: 'Europe/Berlin' }, new Date('2026-10-25T00:00:00Z')).toISOString(),
  ).toBe('2026-11-01T01:00:00.000Z')
})

test('what is due is the last time that has come, and it tells of the last whole week', () => {
  const berlin = { weekday: 1, hour: 8, timezone: 'Europe/Berlin' }
  expect(lastWeekly(berlin, new Date('2026-11-30T06:59:00Z')).toISOString()).toBe('2026-11-23T07:00:00.000Z')
  expect(lastWeekly(berlin, new Date('2026-11-30T07:00:00Z')).toISOString()).toBe('2026-11-30T07:00:00.000Z')
  expect(lastWeekly(berlin, new Date('2026-12-06T23:00:00Z')).toISOString()).toBe('2026-11-30T07:00:00.000Z')
  expect(weekTold(new Date('2026-11-30T07:00:00Z'), 'Europe/Berlin')).toBe('2026-11-23')
  expect(weekTold(new Date('2026-12-06T12:00:00Z'), 'Europe/Berlin')).toBe('2026-11-23')
})

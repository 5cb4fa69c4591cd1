import { expect, test } from 'vitest'
import { answerIn, codeFrom, codeIn, forwardAt, isByKith, type ReachWhen } from './reach.ts'

const evenings: ReachWhen = { mode: 'schedule', awayMinutes: 5, days: [1, 3], from: '17:00', to: '20:00' }
const never = { from: '00:00', to: '00:00' }
const at = (text: string, when: ReachWhen = evenings, timeZone = 'UTC', quiet = never) =>
  forwardAt(when, { now: new Date(text), awakeAt: null, timeZone, quiet })?.toISOString()

test('on the days and between the times that were chosen, by the recruiter’s own clock', () => {
  // 4 May 2026 is a Monday.
  expect(at('2026-05-04T17:00:00Z')).toBe('2026-05-04T17:00:00.000Z')
  expect(at('2026-05-04T16:59:00Z')).toBe('2026-05-04T17:00:00.000Z')
  expect(at('2026-05-04T20:00:00Z')).toBe('2026-05-06T17:00:00.000Z')
  expect(at('2026-05-04T15:00:00Z', evenings, 'Europe/Berlin')).toBe('2026-05-04T15:00:00.000Z')
  expect(at('2026-05-07T12:00:00Z')).toBe('2026-05-11T17:00:00.000Z')
  expect(at('2026-05-04T17:00:00Z', { ...evenings, days: [] })).toBeUndefined()
})

test('times over midnight belong to the day on which they began', () => {
  const nights: ReachWhen = { ...evenings, days: [1], from: '22:00', to: '02:00' }
  expect(at('2026-05-05T01:00:00Z', nights)).toBe('2026-05-05T01:00:00.000Z')
  expect(at('2026-05-04T01:00:00Z', nights)).toBe('2026-05-04T22:00:00.000Z')
  expect(at('2026-05-05T02:00:00Z', nights)).toBe('2026-05-11T22:00:00.000Z')
})

test('quiet hours hold everything until they end', () => {
  const always: ReachWhen = { ...evenings, mode: 'always' }
  expect(at('2026-05-04T23:30:00Z', always, 'UTC', { from: '22:00', to: '07:00' })).toBe('2026-05-05T07:00:00.000Z')
})

test('a mark stands at the beginning; elsewhere brackets are words', () => {
  expect(answerIn(' [K7]: yes ')).toEqual({ number: 7, text: 'yes' })
  expect(answerIn('see [k7]')).toEqual({ text: 'see [k7]' })
})

test('a code is taken as a phone writes it, and its letters can’t be taken for others', () => {
  const code = codeFrom(Uint8Array.from({ length: 8 }, (_, at) => at * 31))
  expect(code).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/)
  expect(codeIn(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(codeIn(code))
  expect(codeIn('hello you')).toBeUndefined()
})

test('what a Kith wrote is known by its first line', () => {
  expect(isByKith('[k7] Ana · XMPP\nHello')).toBe(true)
  expect(isByKith('Kith: not sent')).toBe(true)
  expect(isByKith('[k7] hello')).toBe(false)
})

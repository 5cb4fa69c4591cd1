import { expect, test } from 'vitest'
import { assess, type Context } from '#features/etiquette/model.ts'
import { cutSpan } from '#web/kit/verdict/reasons.ts'
import { cutAll, nextHour, nextMonday, splitAtSpan } from './remedies.ts'

test('cutting a sentence leaves clean text around it', () => {
  const text = 'Loved the checklist. We have a role open. How did it go?'
  expect(cutSpan(text, [21, 41])).toBe('Loved the checklist. How did it go?')
  expect(cutSpan('Loved it.\nWe have a role open.\nHow did it go?', [10, 30])).toBe('Loved it.\nHow did it go?')
  expect(cutSpan('We have a role open.', [0, 20])).toBe('')
})

test('one press takes out every sentence that is marked for the reason, and nothing else', () => {
  const context: Context = {
    tool: 'xmpp',
    surface: 'direct',
    stage: 'connected',
    now: new Date('2026-11-22T12:00:00Z'),
  }
  const judge = (text: string) => assess(text, context).reasons
  const text =
    'Loved your checklist. We have a job opening for a night nurse. How did it go? Apply for our position in Lisbon now!'
  const reason = judge(text).find(({ action }) => action === 'cut')
  if (!reason) throw new Error('no sentence was marked')
  const { left, taken } = cutAll(text, reason, judge)
  expect(taken).toHaveLength(2)
  expect(left).toBe('Loved your checklist. How did it go?')
  expect(judge(left).map(({ code }) => code)).not.toContain(reason.code)
})

test('splitting keeps every word, for now or for later', () => {
  expect(splitAtSpan('One thought. Another thought.', [13, 29])).toEqual({
    now: 'One thought.',
    later: 'Another thought.',
  })
  expect(splitAtSpan('One thought only', [0, 16])).toEqual({ now: 'One thought only', later: '' })
})

test('eight o’clock is theirs, on both sides of a change to summer time', () => {
  expect(nextHour(8, new Date('2026-11-22T21:00:00Z'), 'Europe/Lisbon').toISOString()).toBe('2026-11-23T08:00:00.000Z')
  expect(nextHour(8, new Date('2026-11-22T03:00:00Z'), 'Asia/Kolkata').toISOString()).toBe('2026-11-23T02:30:00.000Z')
  expect(nextHour(8, new Date('2026-03-28T22:00:00Z'), 'Europe/Berlin').toISOString()).toBe('2026-03-29T06:00:00.000Z')
  expect(nextHour(8, new Date('2026-11-22T08:00:00Z'), 'UTC').toISOString()).toBe('2026-11-23T08:00:00.000Z')
})

test('Monday is the next one', () => {
  expect(nextMonday(new Date('2026-11-23T09:00:00Z'), 'UTC').toISOString()).toBe('2026-11-30T08:00:00.000Z')
})

import { expect, test } from 'vitest'
import { measureSms } from './sms-segments.ts'

const of = (text: string) => {
  const { segments, left, alphabet } = measureSms(text)
  return `${segments} ${left} ${alphabet}`
}

test('a text of the simple alphabet has 160 places, several have 153 each', () => {
  expect(of('')).toBe('0 160 simple')
  expect(of('a'.repeat(160))).toBe('1 0 simple')
  expect(of('a'.repeat(161))).toBe('2 145 simple')
  expect(of('a'.repeat(307))).toBe('3 152 simple')
})

test('one letter outside of it leaves 70 places, and says which letter it was', () => {
  expect(of('ä'.repeat(160))).toBe('1 0 simple')
  expect(of('ч'.repeat(70))).toBe('1 0 any')
  expect(of('ч'.repeat(71))).toBe('2 63 any')
  expect(measureSms('Hello – there').because).toBe('–')
})

test('letters of the second table take two places, an emoji too, and none is cut in half', () => {
  expect(of('€'.repeat(80))).toBe('1 0 simple')
  // 152 places and a letter of two: it begins the next segment.
  expect(of(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toBe('2 141 simple')
  expect(of('👋')).toBe('1 68 any')
})

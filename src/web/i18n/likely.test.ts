import { expect, test } from 'vitest'
import { formatLikely } from './likely.ts'

test('a likelihood is never rounded to certainty', () => {
  expect([0.999_99, 0.995, 0.994, 0.94, 0.5, 0.006, 0.001].map(each => formatLikely(each, 'en-GB'))).toEqual([
    '> 0.99',
    '> 0.99',
    '0.99',
    '0.94',
    '0.50',
    '0.01',
    '< 0.01',
  ])
  expect(formatLikely(0.94, 'de-DE')).toBe('0,94')
})

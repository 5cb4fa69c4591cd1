import { expect, test } from 'vitest'
import { dayOf } from './workbook.ts'

test('days count from 1900, or from 1904 where a workbook of an early Mac says so', () => {
  expect([1, 59, 61, 30_000].map(serial => dayOf(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '1982-02-18',
  ])
  expect([0, 28_000].map(serial => dayOf(serial, true))).toEqual(['1904-01-01', '1980-08-29'])
})

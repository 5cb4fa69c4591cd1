import { expect, test } from 'vitest'
import { hashOf, placeFor, tableFor, valueAt, valueFor } from './key-table.ts'

const keys = Array.from({ length: 500 }, (_, i) => `stem${i.toString(36)}`)

test('every key keeps its number while the table grows, and no other has one', () => {
  const table = tableFor(4)
  for (const [i, key] of keys.entries()) table.values[placeFor(table, key, hashOf(key))] = i + 1
  expect(keys.map(key => valueFor(table, key, hashOf(key)))).toEqual(keys.map((_, i) => i + 1))
  expect(table.size).toBe(keys.length)
  expect(['stem', 'stemzz', ''].map(key => valueFor(table, key, hashOf(key)))).toEqual([0, 0, 0])
})

test('a key is told from another of the same hash', () => {
  const table = tableFor(4)
  table.values[placeFor(table, 'gouda', 7)] = 1
  table.values[placeFor(table, 'wheel', 7)] = 2
  expect(['gouda', 'wheel', 'brine'].map(key => valueFor(table, key, 7))).toEqual([1, 2, 0])
})

test('a stretch of a word is found as the key that it spells', () => {
  const table = tableFor(4)
  table.values[placeFor(table, 'wate', hashOf('wate'))] = 1
  expect(valueAt(table, 'grachtwater', 6, 10)).toBe(1)
  expect(valueAt(table, 'grachtwater', 5, 9)).toBe(0)
})

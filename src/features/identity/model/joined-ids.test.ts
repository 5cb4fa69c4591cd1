import { expect, test } from 'vitest'
import { seededRandom } from './int-hash.ts'
import { joinIds, sharedRows, sumJoined } from './joined-ids.ts'

const random = seededRandom(5)
const idsBelow = (size: number, rows: number) => ({
  ids: Int32Array.from({ length: rows }, () => Math.floor(random() * size)),
  size,
})
const pairsOf = (rows: number) => (rows * (rows - 1)) / 2

/** The rows of every two ids, found by their text. */
function byText(first: Int32Array, second: Int32Array): number[][] {
  const found = new Map<string, number[]>()
  for (const [row, id] of first.entries()) {
    if (id === 0 || second[row] === 0) continue
    const text = `${id}:${second[row]}`
    found.set(text, [...(found.get(text) ?? []), row])
  }
  return [...found.values()].filter(rows => rows.length > 1)
}

test.each([
  [2, 2],
  [5, 40],
  [300, 7],
  [1_500, 1_500],
])('rows are joined by two ids as their texts would join them: %i and %i', (size, otherSize) => {
  const [first, second] = [idsBelow(size, 2_000), idsBelow(otherSize, 2_000)]
  const wanted = new Int32Array(2_000)
  const groups = byText(first.ids, second.ids)
  for (const [index, rows] of groups.entries()) for (const row of rows) wanted[row] = index + 1
  expect(joinIds(first, second)).toEqual({ ids: wanted, count: groups.length })
  expect(sumJoined(sharedRows(first), second, pairsOf)).toBe(
    groups.reduce((sum, rows) => sum + pairsOf(rows.length), 0),
  )
})

test('of a part of the rows only these are joined', () => {
  const [first, second] = [idsBelow(30, 500), idsBelow(20, 500)]
  const rows = Int32Array.from({ length: 250 }, (_, index) => index * 2)
  const part = { ids: rows.map(row => first.ids[row]!), size: first.size }
  const among = first.ids.map((id, row) => (row % 2 === 0 ? id : 0))
  expect(sumJoined(sharedRows(part, rows), second, pairsOf)).toBe(
    sumJoined(sharedRows({ ids: among, size: first.size }), second, pairsOf),
  )
})

import { expect, test } from 'vitest'
import { compare, isWhole } from './lane.ts'

const lane = (acknowledged: string[], unsure: string[] = []) => ({
  name: 'a lane',
  acknowledged,
  unsure: new Set(unsure),
})

test('a lane is whole when everything acknowledged is there once, in order, and the unsure at most once', () => {
  expect(isWhole(compare(lane(['a', 'b', 'c'], ['x', 'y']), ['hello', 'a', 'x', 'b', 'c']))).toBe(true)
})

test('what is lost, repeated or out of order is named', () => {
  expect(compare(lane(['a', 'b', 'c', 'd'], ['x']), ['a', 'c', 'b', 'x', 'x', 'a'])).toMatchObject({
    missing: ['d'],
    repeated: ['a', 'x'],
    disordered: ['c', 'b'],
  })
})

test('what the peer itself lost counts apart, and only what it was seen to lose', () => {
  const lost = { ...lane(['a', 'b', 'c']), lostByPeer: new Set(['a', 'b']) }
  const result = compare(lost, ['a'])
  expect(result).toMatchObject({ missing: ['c'], lostByPeer: ['b'] })
  expect(isWhole(result)).toBe(false)
  expect(isWhole(compare(lost, ['a', 'c']))).toBe(true)
})

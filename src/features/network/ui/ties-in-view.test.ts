import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Network, Tie } from './select.ts'
import { inOrder, tiesDrawn, tiesInView } from './ties-in-view.ts'

/** Communities of ten, everybody in one tied to everybody, and a weak tie from each community to the next. */
function network(communities: number): Network {
  const ties: Tie[] = []
  for (let community = 0; community < communities; community++) {
    const first = community * 10
    for (let a = first; a < first + 10; a++)
      for (let b = a + 1; b < first + 10; b++) ties.push({ a, b, strength: 0.3 + (a % 10) / 20, bits: 1 })
    if (community > 0) ties.push({ a: first - 10, b: first, strength: 0.05, bits: 1 })
  }
  const people = Array.from({ length: communities * 10 }, (_, n) => ({
    id: newId<'Person'>(),
    name: `Person ${n}`,
    stage: 'found',
    x: n % 10,
    y: Math.floor(n / 10),
    community: 1 + Math.floor(n / 10),
    bridge: 0,
    mine: 0,
    tools: [],
    pools: [],
  }))
  return { people, ties, near: [] }
}
const joins = (tie: Tie) => Math.floor(tie.a / 10) !== Math.floor(tie.b / 10)

test('a network of many ties is drawn by its strongest, with what joins its communities, however weak', () => {
  const whole = network(60)
  const ordered = inOrder({ people: new Set(), ties: new Set(whole.ties) })
  const drawn = tiesInView(whole, ordered, undefined, -1)
  expect(whole.ties.length).toBeGreaterThan(tiesDrawn)
  expect(drawn.size).toBe(tiesDrawn)
  expect([...drawn].filter(joins).length).toBe(59)
  const weakest = Math.min(...[...drawn].filter(tie => !joins(tie)).map(tie => tie.strength))
  const left = whole.ties.filter(tie => !drawn.has(tie))
  expect(Math.max(...left.map(tie => tie.strength))).toBeLessThanOrEqual(weakest)
})

test('who comes nearer sees every tie of those in view, and whoever is in hand keeps theirs', () => {
  const whole = network(60)
  const ordered = inOrder({ people: new Set(), ties: new Set(whole.ties) })
  const near = tiesInView(whole, ordered, new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), -1)
  expect(near.size).toBe(46)
  const inHand = tiesInView(whole, ordered, undefined, 590)
  expect([...inHand].filter(tie => tie.a === 590 || tie.b === 590).length).toBe(10)
})

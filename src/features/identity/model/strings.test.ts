import { expect, test } from 'vitest'
import { seededRandom } from './int-hash.ts'
import { damerauLevenshtein, isOneEdit, jaroSimilarity, jaroWinkler } from './strings.ts'

test.each([
  ['MARTHA', 'MARHTA', 0.9444, 0.9611],
  ['DIXON', 'DICKSONX', 0.7667, 0.8133],
  ['DWAYNE', 'DUANE', 0.8222, 0.84],
  ['JELLYFISH', 'SMELLYFISH', 0.8963, 0.8963],
  ['CRATE', 'TRACE', 0.7333, 0.7333],
  ['JONES', 'JOHNSON', 0.7905, 0.8324],
  ['ABCVWXYZ', 'CABVWXYZ', 0.9583, 0.9583],
  ['SAME', 'SAME', 1, 1],
  ['A', 'B', 0, 0],
  ['', 'A', 0, 0],
])('Jaro and Jaro-Winkler of %s and %s are %f and %f', (a, b, jaro, winkler) => {
  expect(jaroSimilarity(a, b)).toBeCloseTo(jaro, 4)
  expect(jaroWinkler(a, b)).toBeCloseTo(winkler, 4)
  expect(jaroWinkler(b, a)).toBeCloseTo(winkler, 4)
})

test.each([
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['smith', 'smiht', 1],
  ['19800312', '19803012', 1],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
])('the restricted Damerau-Levenshtein distance of "%s" and "%s" is %i', (a, b, distance) => {
  expect(damerauLevenshtein(a, b)).toBe(distance)
  expect(isOneEdit(a, b)).toBe(distance === 1)
})

test('a distance above the limit is given as one more than the limit', () => {
  expect(damerauLevenshtein('kitten', 'sitting', 2)).toBe(3)
  expect(damerauLevenshtein('a', 'abcdefgh', 2)).toBe(3)
})

/** By the definition, each cell of the table worked out. */
function restrictedDistance(a: string, b: string): number {
  const cells = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  const at = (i: number, j: number) => cells[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      cells[i]![j] = swapped ? Math.min(cost, at(i - 2, j - 2) + 1) : cost
    }
  return at(a.length, b.length)
}

/** By the definition: each sign takes the first free one like it that is not further than the window. */
function jaroByDefinition(a: string, b: string): number {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const ofA: string[] = []
  for (const [i, sign] of [...a].entries()) {
    const place = [...b].findIndex((other, j) => other === sign && Math.abs(i - j) <= window && !taken.has(j))
    if (place < 0) continue
    taken.add(place)
    ofA.push(sign)
  }
  const ofB = [...b].filter((_, j) => taken.has(j))
  const swaps = Math.floor(ofA.filter((sign, at) => sign !== ofB[at]).length / 2)
  const matches = ofA.length
  return matches === 0 ? 0 : (matches / a.length + matches / b.length + (matches - swaps) / matches) / 3
}

test('both measures keep to their definition, whatever the lengths, the limit and the script', () => {
  const random = seededRandom(3)
  const made = (signs: string, most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => signs[Math.floor(random() * signs.length)]).join('')
  for (let round = 0; round < 6_000; round++) {
    const signs = round % 3 === 0 ? 'abц' : round % 3 === 1 ? 'ab' : 'abcdef'
    const most = round % 5 === 0 ? 40 : 9
    const [a, b] = [made(signs, most), made(signs, most)]
    const distance = restrictedDistance(a, b)
    for (const limit of [1, 2, 3, 512]) {
      const found = damerauLevenshtein(a, b, limit)
      if (found !== Math.min(distance, limit + 1)) expect([a, b, limit, found]).toEqual([])
    }
    if (a !== b && Math.abs(jaroSimilarity(a, b) - jaroByDefinition(a, b)) > 1e-12) expect([a, b]).toEqual([])
  }
})

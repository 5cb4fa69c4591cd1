import { expect, test } from 'vitest'
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

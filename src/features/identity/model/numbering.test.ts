import { expect, test } from 'vitest'
import { seededRandom } from './int-hash.ts'
import { partNumberer, textNumberer } from './numbering.ts'

const random = seededRandom(11)
const letters = 'abé漢'
const words = Array.from({ length: 3_000 }, () =>
  Array.from({ length: Math.floor(random() * 6) }, () => letters.charAt(Math.floor(random() * letters.length))).join(
    '',
  ),
)
/** As a Map numbers them. */
function numbered(texts: readonly string[]): number[] {
  const known = new Map<string, number>([['', 0]])
  return texts.map(text => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
}

test('each text has its number, in the order in which they were met; long ones that differ in the middle too', () => {
  const long = ['x', 'y', 'x', 'z'].map(middle => 'a'.repeat(200) + middle + 'b'.repeat(200))
  const values = ['']
  const numberOf = textNumberer(values)
  const texts = [...words, ...long]
  expect(texts.map(numberOf)).toEqual(numbered(texts))
  expect(values).toEqual([...new Set(['', ...texts])])
})

test('the same parts of unlike texts have one number', () => {
  const values = ['', ...words.map((word, index) => `${index}/${word}`)]
  const numberOf = partNumberer(values)
  const parts = values.map((value, code) => numberOf(code, value.indexOf('/') + 1, value.length))
  expect(parts).toEqual(numbered(values.map(value => value.slice(value.indexOf('/') + 1))))
})

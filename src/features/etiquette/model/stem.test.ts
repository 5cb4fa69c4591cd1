import { expect, test } from 'vitest'
import { beginOfStem, endOfStem, stem } from './stem.ts'

const WORDS =
  'baker bakery geglaubt gestopt gestern genen gegend slings rings passes ss stations acciones acoes ado ungen zeitung eggs erro abba casa 2024 3kg noel garten ge get gent weatherproofing'

test('the stem of a stretch of a word is that of the stretch by itself', () => {
  for (const word of WORDS.split(' ')) {
    const inside = `kreide${word}s`
    const begin = beginOfStem(inside, 6, 6 + word.length)
    expect(inside.slice(begin, endOfStem(inside, begin, 6 + word.length))).toBe(stem(word))
  }
})

test('forms of a word share a stem, and what an apostrophe cuts off is none of it', () => {
  const forms = [
    ['geglaubt', 'glauben'],
    ['stations', 'station'],
    ['slings', 'sling'],
    ["goat's", 'goats'],
    ["l'abeille", 'abeilles'],
  ]
  for (const [one = '', other = ''] of forms) expect([one, stem(one)]).toEqual([one, stem(other)])
})

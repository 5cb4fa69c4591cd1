import { expect, test } from 'vitest'
import { stem } from './stem.ts'
import { beginsOf } from './stem-begins.ts'

const WORDS =
  "baker bakery baked geglaubt glauben gestopt stopping l'abeille goat's garden gartens zeitung zeitungen eggs erro abba casa pousada 2024 forêt noël straße rainwater regenwasser grachtwater windmühlenflügel"

test('a word is known by how it begins wherever it stands, whatever was cut off it', () => {
  for (const word of WORDS.split(' ')) {
    const begins = beginsOf([stem(word)])
    expect([word, begins(word, 0), begins(`kreide${word}`, 6)]).toEqual([word, true, true])
  }
})

test('a word that begins otherwise is not', () => {
  const begins = beginsOf(['bak', 'gard', 'eg'])
  expect(['bake', 'gardens', 'eggs'].map(word => begins(word, 0))).toEqual([true, true, true])
  expect(['beak', 'garage', 'egret', 'ockers'].map(word => begins(word, 0))).toEqual([false, false, false, false])
})

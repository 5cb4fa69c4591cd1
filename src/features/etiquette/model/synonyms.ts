import { hashOf, type KeyTable, placeFor, tableFor, valueAt, valueFor } from './key-table.ts'
import { deeds } from './meanings/deeds.ts'
import { life } from './meanings/life.ts'
import { retold } from './meanings/retold.ts'
import { trades } from './meanings/trades.ts'
import { world } from './meanings/world.ts'
import { beginOfStem, endOfStem, isEmptyWord, stem } from './stem.ts'
import { beginsOf } from './stem-begins.ts'
import { fold } from './text.ts'

// One line, one meaning, in six languages: words a reader swaps when telling a thing in their own words.
const LINES = [retold, life, deeds, trades, world].flatMap(page => page.trim().split('\n'))

/** How many there are. */
export const meaningLines: number = LINES.length

/** Of a word of many meanings the first so many count: those under which it was first thought of. */
const MOST_MEANINGS = 5

/** By stem the number of its list. */
type Known = { numbers: KeyTable; lists: readonly (readonly number[])[] }

let known: Known | undefined
let begun: ((word: string, at: number) => boolean) | undefined

/** Put together when the first reading comes: some fifty milliseconds. */
function readMeanings(): Known {
  const numbers = tableFor(LINES.length * 4)
  const lists: number[][] = [[]]
  for (const [meaning, line] of LINES.entries())
    for (const word of line.split(' ')) {
      const folded = fold(word)
      if (isEmptyWord(folded)) continue
      const key = stem(folded)
      const place = placeFor(numbers, key, hashOf(key))
      const meanings = lists[numbers.values[place] ?? 0]
      if (!meanings || numbers.values[place] === 0) numbers.values[place] = lists.push([meaning]) - 1
      else if (meanings.length < MOST_MEANINGS && !meanings.includes(meaning)) meanings.push(meaning)
    }
  known = { numbers, lists }
  begun = beginsOf(numbers.keys.filter((_, place) => numbers.hashes[place] !== 0))
  return known
}

const none: readonly number[] = []

/** Numbers for what a stem means in any of the six languages, for the everyday words that are known; none for others. */
export function meaningsOf(stemmed: string, hash = hashOf(stemmed)): readonly number[] {
  const { numbers, lists } = known ?? readMeanings()
  return lists[valueFor(numbers, stemmed, hash)] ?? none
}

/** The same for the stem of what stands from `start` to `end` in a word without apostrophes. */
export function meaningsIn(word: string, start: number, end: number): readonly number[] {
  const { numbers, lists } = known ?? readMeanings()
  const begin = beginOfStem(word, start, end)
  return lists[valueAt(numbers, word, begin, endOfStem(word, begin, end))] ?? none
}

/** Whether what stands in a folded word from `at` on, four letters or more, may have a known meaning: by how it begins. */
export function mayMean(word: string, at: number): boolean {
  if (!begun) readMeanings()
  return begun?.(word, at) ?? true
}

/** The words of a meaning, as they stand in its line. */
export const wordsOfMeaning = (meaning: number): readonly string[] => LINES[meaning]?.split(' ') ?? []

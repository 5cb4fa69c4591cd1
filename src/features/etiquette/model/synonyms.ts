import { deeds } from './meanings/deeds.ts'
import { life } from './meanings/life.ts'
import { retold } from './meanings/retold.ts'
import { trades } from './meanings/trades.ts'
import { world } from './meanings/world.ts'
import { isEmptyWord, stem } from './stem.ts'
import { beginsOf } from './stem-begins.ts'
import { fold } from './text.ts'

// One line, one meaning, in six languages: words a reader swaps when telling a thing in their own words.
const LINES = [retold, life, deeds, trades, world].flatMap(page => page.trim().split('\n'))

/** How many there are. */
export const meaningLines: number = LINES.length

/** Of a word of many meanings the first so many count: those under which it was first thought of. */
const MOST_MEANINGS = 5

let known: ReadonlyMap<string, readonly number[]> | undefined
let begun: ((word: string, at: number) => boolean) | undefined

/** Put together when the first reading comes: some fifty milliseconds. */
function readMeanings(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [meaning, line] of LINES.entries())
    for (const word of line.split(' ')) {
      const folded = fold(word)
      if (isEmptyWord(folded)) continue
      const key = stem(folded)
      const meanings = found.get(key)
      if (!meanings) found.set(key, [meaning])
      else if (meanings.length < MOST_MEANINGS && !meanings.includes(meaning)) meanings.push(meaning)
    }
  known = found
  begun = beginsOf(found.keys())
  return found
}

const none: readonly number[] = []

/** Numbers for what a stem means in any of the six languages, for the everyday words that are known; none for others. */
export const meaningsOf = (stemmed: string): readonly number[] => (known ?? readMeanings()).get(stemmed) ?? none

/** Whether what stands in a folded word from `at` on, four letters or more, may have a known meaning: by how it begins. */
export function mayMean(word: string, at: number): boolean {
  if (!begun) readMeanings()
  return begun?.(word, at) ?? true
}

/** The words of a meaning, as they stand in its line. */
export const wordsOfMeaning = (meaning: number): readonly string[] => LINES[meaning]?.split(' ') ?? []

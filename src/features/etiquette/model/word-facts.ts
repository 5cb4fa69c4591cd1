import { numberOf } from './numbers.ts'
import type { WordFacts, WordPart } from './spelling.ts'
import { isEmptyWord, stem } from './stem.ts'
import { meaningsOf } from './synonyms.ts'
import type { Word } from './text.ts'

/** How a stem of some length begins: a compound that takes it up begins or goes on so. */
export const beginOf = (stem: string): string => (stem.length > 3 ? stem.slice(0, 4) : '')

/** A meaning that stands for a stem among others. */
export const markOf = (meaning: number): string => `~${meaning}`

/** What a word says for comparing texts; worked out once for all words spelt so. */
export function factsOf({ folded, spelling }: Word): WordFacts {
  const known = spelling.facts
  if (known) return known
  const number = numberOf(folded)
  const parts = (folded.includes('-') ? folded.split('-') : [folded])
    .filter(part => part.length > 1 && !isEmptyWord(part))
    .map((part): WordPart => {
      const key = stem(part)
      const meanings = meaningsOf(key)
      return { part, key, begin: beginOf(key), meanings, marks: meanings.map(markOf) }
    })
  const stems = parts.filter(({ part }) => part.length > 2 && !/^\d/.test(part)).map(({ key }) => key)
  spelling.facts = { number, empty: isEmptyWord(folded), parts, stems }
  return spelling.facts
}

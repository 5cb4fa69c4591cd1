import { numberOf } from './numbers.ts'
import type { WordFacts, WordPart } from './spelling.ts'
import { isEmptyWord, stem } from './stem.ts'
import { meaningsOf } from './synonyms.ts'
import type { Word } from './text.ts'

/** What a word says for comparing texts; worked out once for all words spelt so. */
export function factsOf({ folded, spelling }: Word): WordFacts {
  const known = spelling.facts
  if (known) return known
  const number = numberOf(folded)
  const parts = folded
    .split('-')
    .filter(part => part.length > 1 && !isEmptyWord(part))
    .map((part): WordPart => {
      const key = stem(part)
      return { part, key, meanings: meaningsOf(key) }
    })
  spelling.facts = { ...(number !== undefined && { number }), empty: isEmptyWord(folded), parts }
  return spelling.facts
}

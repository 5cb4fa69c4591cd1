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
  const empty = isEmptyWord(folded)
  const parts = folded.includes('-')
    ? folded
        .split('-')
        .filter(part => part.length > 1 && !isEmptyWord(part))
        .map(partOf)
    : empty || folded.length < 2
      ? NO_PARTS
      : [partOf(folded)]
  spelling.facts = { number, empty, parts, stems: parts.length === 0 ? NO_STEMS : stemsOf(parts) }
  return spelling.facts
}

const NO_PARTS: readonly WordPart[] = []
const NO_STEMS: readonly string[] = []

function partOf(part: string): WordPart {
  const key = stem(part)
  const meanings = meaningsOf(key)
  return { part, key, begin: beginOf(key), meanings, marks: meanings.length === 0 ? NO_STEMS : meanings.map(markOf) }
}

function stemsOf(parts: readonly WordPart[]): readonly string[] {
  const stems: string[] = []
  for (const { part, key } of parts) if (part.length > 2 && !/^\d/.test(part)) stems.push(key)
  return stems
}

import { cognateOf } from './cognates.ts'
import { hashOf } from './key-table.ts'
import { numberOf } from './numbers.ts'
import type { WordFacts, WordPart } from './spelling.ts'
import { isEmptyWord, stem } from './stem.ts'
import { mayMean, meaningsIn, meaningsOf } from './synonyms.ts'
import type { Word } from './text.ts'

/** How a stem of some length begins: a compound that takes it up begins or goes on so. */
export const beginOf = (stem: string): string => (stem.length > 3 ? stem.slice(0, 4) : '')

const marks: string[] = []

/** A meaning that stands for a stem among others. */
export function markOf(meaning: number): string {
  const known = marks[meaning]
  if (known !== undefined) return known
  while (marks.length <= meaning) marks.push(`~${marks.length}`)
  return `~${meaning}`
}

const SHORTEST_PART = 4
/** No compound is longer; what is was made to be slow. */
const LONGEST = 32
const NONE: readonly number[] = []

/** “Rainwater”, “Regenwasser”: of a compound whose two parts are known the meanings of both. */
function meaningsInside(word: string): readonly number[] {
  if (word.length < 2 * SHORTEST_PART || word.length > LONGEST || !mayMean(word, 0)) return NONE
  const meaningsOfPart = word.includes("'") ? meaningsOfSlice : meaningsIn
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    if (!mayMean(word, cut)) continue
    const second = meaningsOfPart(word, cut, word.length)
    if (second.length === 0) continue
    const first = meaningsOfPart(word, 0, cut)
    if (first.length > 0) return [...first, ...second]
  }
  return NONE
}

const meaningsOfSlice = (word: string, start: number, end: number) => meaningsOf(stem(word.slice(start, end)))

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
  const keyHash = hashOf(key)
  const known = meaningsOf(key, keyHash)
  const meanings = known.length > 0 ? known : meaningsInside(part)
  const marks = meanings.length === 0 ? NO_STEMS : meanings.map(markOf)
  const sound = cognateOf(part)
  const cognate = sound === '' ? '' : `≈${sound}`
  const cognateHash = hashOf(cognate)
  const begin = beginOf(key)
  const keys = [key]
  const hashes = [keyHash]
  for (const mark of marks) {
    keys.push(mark)
    hashes.push(hashOf(mark))
  }
  if (cognate !== '') {
    keys.push(cognate)
    hashes.push(cognateHash)
  }
  return { part, key, keyHash, begin, beginHash: hashOf(begin), meanings, marks, cognate, cognateHash, keys, hashes }
}

const isDigit = (code: number): boolean => code > 47 && code < 58

function stemsOf(parts: readonly WordPart[]): readonly string[] {
  const stems: string[] = []
  for (const { part, key } of parts) if (part.length > 2 && !isDigit(part.charCodeAt(0))) stems.push(key)
  return stems
}

/** What one word tells of its language: as a word, and by its letters. */
export type Tells = { languages: readonly number[]; weight: number; hints: number }

/** `key`: its stem; `begin`: how that begins; `marks`: the meanings as strings, to stand beside stems. */
export type WordPart = {
  part: string
  key: string
  begin: string
  meanings: readonly number[]
  marks: readonly string[]
  /** How it sounds in other languages; empty for short words. */
  cognate: string
  /** By all of which it may be known: its stem, its meanings, its sound. */
  keys: readonly string[]
}

/** What a word says for comparing texts. */
export type WordFacts = {
  number: string | undefined
  empty: boolean
  /** Of a word with hyphens each part, without empty words and single letters. */
  parts: readonly WordPart[]
  /** The stems of those that say something by themselves: longer ones, and no numbers. */
  stems: readonly string[]
}

/** A side of a pair of opposites; 0: the same in both. */
export type Side = { pair: number; side: 0 | 1 | 2 }
/** Of a set whose members exclude each other, such as the days of the week, one. */
export type Member = readonly [set: string, member: string]

/** What a word says against others: by itself, by how it begins, and whether it may be the second of two that say something together. */
export type WordSays = {
  sides: readonly Side[] | undefined
  begun: readonly Side[]
  second: boolean
  when: Member | undefined
  /** By what it may be known: its stem, its meanings, its place in a set. Undefined where it says nothing. */
  keys: readonly string[] | undefined
}

/** What a word is to the weights of job talk: its meanings, and its stem where it may tell something by itself. */
export type WordSense = {
  meanings: readonly number[]
  stem: string
  /** Of the stem among those with a weight, 0 for none, -1 for one that nothing was learnt of. */
  number: number
  /** The same of how the stem begins and ends: what compounds and endings that were never seen share with words that were. */
  parts: readonly number[]
  between: boolean
}

/**
 * All words of the same letters share one spelling, whatever their capitals and wherever they stand: what the rules know of a word hangs
 * on it and is worked out once. The same few thousand make up nearly all texts.
 */
export type Spelling = {
  readonly small: string
  readonly folded: string
  tells: Tells | undefined
  facts: WordFacts | undefined
  says: WordSays | undefined
  /** Which patterns may match where it stands (`gates.ts`); 0 until somebody asks. */
  gates: number
  /** By the number of the language. */
  readonly senses: (WordSense | undefined)[]
}

const MOST = 49_152
const PLACES = 131_072
let places = new Uint16Array(PLACES)
let all: Spelling[] = []

/** Of a word of a text in small letters, whose letters were `mixed`: found by them, without cutting it out. */
export function spellingOf(
  text: string,
  start: number,
  end: number,
  mixed: number,
  fold: (text: string) => string,
): Spelling {
  let place = (mixed ^ (mixed >>> 15)) & (PLACES - 1)
  for (let number = places[place] ?? 0; number > 0; number = places[place] ?? 0) {
    const known = all[number - 1]
    if (known && isSpelt(known.small, text, start, end)) return known
    place = (place + 1) & (PLACES - 1)
  }
  if (all.length >= MOST) {
    places = new Uint16Array(PLACES)
    all = []
    return spellingOf(text, start, end, mixed, fold)
  }
  const small = text.slice(start, end)
  const spelling: Spelling = {
    small,
    folded: fold(small),
    tells: undefined,
    facts: undefined,
    says: undefined,
    gates: 0,
    senses: [],
  }
  all.push(spelling)
  places[place] = all.length
  return spelling
}

/** Letter by letter: words are short. */
function isSpelt(small: string, text: string, start: number, end: number): boolean {
  if (small.length !== end - start) return false
  for (let i = start; i < end; i++) if (small.charCodeAt(i - start) !== text.charCodeAt(i)) return false
  return true
}

/** What one word tells of its language: as a word, and by its letters. */
export type Tells = { languages: readonly number[]; weights: readonly number[]; hints: number }

export type WordPart = { part: string; key: string; meanings: readonly number[] }

/** What a word says for comparing texts. */
export type WordFacts = {
  number?: string
  empty: boolean
  /** Of a word with hyphens each part, without empty words and single letters; `key` is its stem. */
  parts: readonly WordPart[]
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
  /** By the number of the language. */
  readonly senses: (WordSense | undefined)[]
}

const MOST = 49_152
const PLACES = 131_072
let places = new Uint16Array(PLACES)
let all: Spelling[] = []

/** Of a word of a text in small letters: found by its letters, without cutting it out. */
export function spellingOf(text: string, start: number, end: number, fold: (text: string) => string): Spelling {
  let place = end - start
  for (let i = start; i < end; i++) place = Math.imul(place, 31) + text.charCodeAt(i)
  place = (place ^ (place >>> 15)) & (PLACES - 1)
  for (let number = places[place] ?? 0; number > 0; number = places[place] ?? 0) {
    const known = all[number - 1]
    if (known && known.small.length === end - start && text.startsWith(known.small, start)) return known
    place = (place + 1) & (PLACES - 1)
  }
  if (all.length >= MOST) {
    places = new Uint16Array(PLACES)
    all = []
    return spellingOf(text, start, end, fold)
  }
  const small = text.slice(start, end)
  const spelling: Spelling = {
    small,
    folded: fold(small),
    tells: undefined,
    facts: undefined,
    senses: [undefined, undefined, undefined, undefined, undefined, undefined],
  }
  all.push(spelling)
  places[place] = all.length
  return spelling
}

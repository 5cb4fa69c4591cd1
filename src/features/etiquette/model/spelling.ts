/** What one word tells of its language: as a word, and by its letters. */
export type Tells = { languages: readonly number[]; weights: readonly number[]; hints: number }

export type WordPart = { part: string; key: string; meaning?: number }

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
  between: boolean
}

/**
 * All words of the same letters share one spelling, whatever their capitals and wherever they stand: what the rules know of a word hangs
 * on it and is worked out once. The same few thousand make up nearly all texts.
 */
export type Spelling = {
  readonly folded: string
  tells: Tells | undefined
  facts: WordFacts | undefined
  /** By the number of the language. */
  readonly senses: (WordSense | undefined)[]
}

const MOST = 20_000
const spellings = new Map<string, Spelling>()

/** Of a word in small letters. */
export function spellingOf(small: string, fold: (text: string) => string): Spelling {
  const known = spellings.get(small)
  if (known) return known
  if (spellings.size >= MOST) spellings.clear()
  const spelling: Spelling = {
    folded: fold(small),
    tells: undefined,
    facts: undefined,
    senses: [undefined, undefined, undefined, undefined, undefined, undefined],
  }
  spellings.set(small, spelling)
  return spelling
}

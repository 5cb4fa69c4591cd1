import { numberOf } from './numbers.ts'
import { remember } from './remember.ts'
import { isEmptyWord, stem } from './stem.ts'
import { meaningOf } from './synonyms.ts'

export type WordPart = { part: string; key: string; meaning?: number }

/** What a folded word says for comparing texts; the same few thousand words make up nearly all of them. */
export type WordFacts = {
  number?: string
  empty: boolean
  /** Of a word with hyphens each part, without empty words and single letters; `key` is its stem. */
  parts: readonly WordPart[]
}

export const factsOf: (folded: string) => WordFacts = remember(folded => {
  const number = numberOf(folded)
  const parts = folded
    .split('-')
    .filter(part => part.length > 1 && !isEmptyWord(part))
    .map((part): WordPart => {
      const key = stem(part)
      const meaning = meaningOf(key)
      return { part, key, ...(meaning !== undefined && { meaning }) }
    })
  return { ...(number !== undefined && { number }), empty: isEmptyWord(folded), parts }
}, 6_000)

import { speaksOf } from '../reading.ts'
import { type Sentence, splitWords } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import type { FalseReading } from './found.ts'
import { sameLanguage } from './unread.ts'

// What we think of it.
const OPINION = new Set(
  (
    'pity shame sad sorry funny odd right call deserved impressed proud admire hats ' +
    'schade hut gonne respekt bewundere traurig ' +
    'dommage chapeau bravo triste ' +
    'lastima pena admirable dice bien ' +
    'pena admiro triste ' +
    'jammer petje knap fantastisch helemaal'
  ).split(' '),
)

const NEW_WORDS = 2

// Where what we say to it begins.
const OURS_FROM = /[:;]\s|, (?:i|i'm|i'd|ich|je|j'|yo|eu|ik)(?![a-z])/

/** “The prize you got for it, as you write”, of a text without a prize: most of what is told as theirs stands in none of their texts. */
export function toldOtherwise(
  told: string,
  sentence: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  const said = splitWords(told.split(OURS_FROM)[0] ?? told).filter(
    word => factsOf(word).parts.length > 0 && word.folded.length > 2 && !OPINION.has(word.folded),
  )
  const unsaid = said.filter(word => !readings.some(reading => speaksOf(reading, word)))
  if (unsaid.length < NEW_WORDS || unsaid.length * 2 <= said.length) return undefined
  if (!readings.every(reading => sameLanguage(sentence.text, reading))) return undefined
  return { span: [sentence.start, sentence.end], kind: 'not-in-it', about: told.trim() }
}

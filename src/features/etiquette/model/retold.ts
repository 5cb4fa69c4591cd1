import { isOpinion } from './false-reading/opinion.ts'
import { isGeneric } from './generic.ts'
import { isIntroduction } from './introduction.ts'
import { perReading } from './per-reading.ts'
import { praiseIn, stemsTold } from './praise.ts'
import { speaksOf } from './reading.ts'
import { nearness, RAREST, rarityOf, type Vector, vectorsOf } from './related/words.ts'
import { stem } from './stem.ts'
import { aboutProfile, COMMON, wordsBesideTitle } from './taken-up.ts'
import {
  fold,
  MOST_OF_A_DRAFT,
  piecesOf,
  type Sentence,
  type Span,
  splitSentences,
  splitWords,
  type Word,
} from './text.ts'
import type { Reading } from './types.ts'
import { factsOf } from './word-facts.ts'

/** A word of ours, or a part of one, as it is compared with theirs. */
type Telling = { text: string; key: string; keys: readonly string[]; vectors: readonly Vector[]; worth: number }

/** One word of ours and the word of theirs that it stands for: `by` how much, 0 to 1. */
type Pair = { ours: string; theirs: string; by: number }

/** `score`: what of it stands in the reading, in other words; `pairs`: which. */
type Retelling = { score: number; pairs: readonly Pair[]; reading: Reading }

const SHORTEST = 3
/** Rarities up to here are of words that stand in every text. */
const LIGHT = 1
const SHORTEST_HALF = 4

const ELIDED = /^(?:qu|n|l|d|s|j|m|t|c)'/

/** “Regenwasser”: of a compound that nothing is known of, what its halves stand for. */
function vectorsInside(part: string): readonly Vector[] {
  for (let cut = part.length - SHORTEST_HALF; cut >= SHORTEST_HALF; cut--) {
    const second = vectorsOf(stem(part.slice(cut)))
    if (second.length === 0) continue
    const first = vectorsOf(stem(part.slice(0, cut)))
    if (first.length > 0) return [...first, ...second]
  }
  return []
}

function tellingsIn(words: readonly Word[]): Telling[] {
  const found: Telling[] = []
  for (const word of words) {
    const { parts, number } = factsOf(word)
    if (number !== undefined) continue
    for (const { part, key, keys } of parts) {
      const bare = part.replace(ELIDED, '')
      if (bare.length < SHORTEST || isOpinion(bare) || COMMON.has(key) || isGeneric(key)) continue
      const rarity = rarityOf(key)
      if (rarity <= LIGHT) continue
      const own = vectorsOf(key)
      const vectors = own.length > 0 || bare.length < 2 * SHORTEST_HALF ? own : vectorsInside(bare)
      found.push({ text: bare, key, keys, vectors, worth: (rarity + 2) / (RAREST + 2) })
    }
  }
  return found
}

/** Nearer than words come by chance. */
const NEAR = 0.75

/** Whether a reading or its title has a word, one for the same thing, or one that stands near it. */
export function isSpokenOf(reading: Reading, word: Word): boolean {
  if (speaksOf(reading, word)) return true
  const theirs = theirsIn(reading)
  return tellingsIn([word]).some(
    ({ keys, vectors }) =>
      keys.some(key => theirs.title.has(key)) || theirs.words.some(other => nearness(vectors, other.vectors) > NEAR),
  )
}

type Theirs = { words: readonly Telling[]; keys: ReadonlySet<string>; title: ReadonlySet<string> }

const theirsIn: (reading: Reading) => Theirs = perReading(({ title, text }) => {
  const words: Telling[] = []
  const keys = new Set<string>()
  for (const word of tellingsIn(splitWords(text))) {
    if (keys.has(word.key)) continue
    words.push(word)
    for (const key of word.keys) keys.add(key)
  }
  return { words, keys, title: new Set(tellingsIn(splitWords(title)).flatMap(({ keys }) => keys)) }
})

/** So near is many a word to some word of any text. */
const BY_CHANCE = 0.5
/** Other words for the same thing, by the lists of meanings. */
const SAME_MEANING = 0.9
/** What stands in the title says little of the text. */
const IN_THE_TITLE = 0.3

function pairOf({ text, key, keys, vectors }: Telling, theirs: Theirs): Pair | undefined {
  if (theirs.keys.has(key)) return { ours: text, theirs: text, by: 1 }
  let best: Pair | undefined
  for (const word of theirs.words) {
    let near = keys.some(one => word.keys.includes(one)) ? SAME_MEANING : 0
    if (near === 0) near = nearness(vectors, word.vectors)
    if (near > (best?.by ?? BY_CHANCE)) best = { ours: text, theirs: word.text, by: near }
  }
  return best
}

/** Of a draft so much must be told by words that say something, each at most 1. */
const TOLD = 2.5
/** Of it so much must stand, though in other words, in a reading of so many words that say something; in a longer one more does by chance. */
const ENOUGH = 0.35
const IN_WORDS = 15
/** Words that praise so much tell nothing. */
const PRAISES = 0.2
/** Less of one word is chance. */
const OF_ONE_WORD = 0.12

type Scored = Pair & { worth: number }

/** What is told, not offered, nor of us, nor of what stands in a profile. */
const tellsOfTheirs = ({ text, folded }: Sentence): boolean => !aboutProfile(folded) && !isIntroduction(text)

// “Dear Dr Okafor,” and “Kind regards, Helena Brandt”: a first line that ends in a comma, and last lines of few words without an end.
const GREETING = /^\s*[^\n]{1,60}[,!:]\s*\n/
const SIGNATURE = /(?:\n[^\n.?!…]{0,40}){1,3}\s*$/

/** As long as the draft, with blanks where it greets and signs: names tell nothing. */
const withoutFrame = (draft: string): string =>
  draft.replace(GREETING, one => ' '.repeat(one.length)).replace(SIGNATURE, one => ' '.repeat(one.length))

/**
 * Whether a draft tells what a reading tells in words that it doesn't have: it tells enough, and something of that is near to theirs.
 * `beside`: what is offered or claimed, in which nothing is told. Only asked where their own words were not found.
 */
export function findRetelling(
  draft: string,
  readings: readonly Reading[],
  beside: readonly Span[],
): Retelling | undefined {
  const sentences = splitSentences(withoutFrame(draft.slice(0, MOST_OF_A_DRAFT)))
    .filter(({ start, end }) => !beside.some(([from, to]) => start < to && end > from))
    .flatMap(piecesOf)
    .filter(tellsOfTheirs)
  let best: Retelling | undefined
  for (const reading of readings) {
    const found = retellingOf(sentences, reading)
    if (found && found.score > (best?.score ?? 0)) best = found
  }
  return best
}

function retellingOf(sentences: readonly Sentence[], reading: Reading): Retelling | undefined {
  const title = fold(reading.title).trim()
  const words = sentences.flatMap(sentence => tellingsIn(wordsBesideTitle(sentence, title)))
  const tellings = [...new Map(words.map(telling => [telling.key, telling])).values()]
  if (sumOf(tellings) < TOLD || praiseIn(stemsTold(sentences)) > PRAISES) return undefined
  const theirs = theirsIn(reading)
  const pairs: Scored[] = []
  for (const telling of tellings) {
    const pair = pairOf(telling, theirs)
    if (!pair) continue
    const share = telling.keys.some(key => theirs.title.has(key)) ? IN_THE_TITLE : 1
    pairs.push({ ...pair, worth: ((pair.by - BY_CHANCE) / (1 - BY_CHANCE)) * telling.worth * share })
  }
  const score = sumOf(pairs)
  if (score < ENOUGH * Math.max(1, theirs.words.length / IN_WORDS) || !pairs.some(({ worth }) => worth > OF_ONE_WORD))
    return undefined
  return { score, pairs: pairs.sort((a, b) => b.worth - a.worth), reading }
}

const sumOf = (all: readonly { worth: number }[]): number => all.reduce((sum, { worth }) => sum + worth, 0)

const MOST_PAIRS = 2

/** “frost ~ minus”: which words of the draft stand for which of theirs, the two that count most. */
export const sayPairs = ({ pairs }: Retelling): string =>
  pairs
    .slice(0, MOST_PAIRS)
    .map(({ ours, theirs }) => (ours === theirs ? ours : `${ours} ~ ${theirs}`))
    .join(', ')

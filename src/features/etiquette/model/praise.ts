import { isOpinion } from './false-reading/opinion.ts'
import { isIntroduction } from './introduction.ts'
import { start, towards, weights } from './praise.generated.ts'
import { vectorsOf } from './related/words.ts'
import { aboutProfile } from './taken-up.ts'
import type { Sentence } from './text.ts'
import { factsOf } from './word-facts.ts'

/** How much of a reading a draft takes up, each as a share of what is enough: in one sentence, in all; whether it quotes, and how often it asks. */
export type TakenUp = { top: number; all: number; quoted: boolean; asks: number }

const SHORTEST = 3

/** The stems of what a draft says of anything but us and what stands in a profile, each once. */
export function stemsTold(sentences: readonly Sentence[]): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const { text, folded, words } of sentences) {
    if (aboutProfile(folded) || isIntroduction(text)) continue
    for (const word of words) {
      const { empty, number, parts } = factsOf(word)
      if (empty || number !== undefined || isOpinion(word.folded)) continue
      for (const { key } of parts) if (key.length >= SHORTEST) stems.add(key)
    }
  }
  return stems
}

/** Of few words each tells less. */
const NEITHER = 3
export const meanOf = (sum: number, words: number): number => sum / (words + NEITHER)

/** How much words speak as compliments do rather than as what is told of a text does: the mean over all and a few that tell neither. */
export function praiseIn(stems: ReadonlySet<string>): number {
  let sum = 0
  for (const stem of stems) {
    const [vector] = vectorsOf(stem)
    if (!vector) continue
    sum += start
    for (let d = 0; d < towards.length; d++) sum += (towards[d] ?? 0) * (vector[d] ?? 0)
  }
  return meanOf(sum, stems.size)
}

/** More than so much counts no further. */
const MOST = 2
/** Nearly all drafts have less. */
const MOST_PRAISE = 1.5
/** So sure it must be: whoever did read is not to be stopped. */
export const SURE = 0.8

/** In the order of the weights. */
export const evidenceOf = ({ top, all, quoted, asks }: TakenUp): readonly number[] => [
  Math.min(top, MOST),
  Math.min(all, MOST),
  quoted ? 1 : 0,
  asks,
]

/**
 * Whether a draft that shares words with a reading is a compliment on its subject: little is taken up, and the words beside it are those of
 * compliments. Who asks something does more than that. Weights learnt by scripts/praise.mjs from labelled pages.
 */
export function isCompliment(taken: TakenUp, sentences: readonly Sentence[]): boolean {
  const sum = evidenceOf(taken).reduce((total, value, i) => total + value * (weights.evidence[i] ?? 0), weights.start)
  // Few are in doubt: of the others no word is looked at.
  if (taken.asks > 0 || sum + weights.praise * MOST_PRAISE <= SURE) return false
  return sum + weights.praise * praiseIn(stemsTold(sentences)) > SURE
}

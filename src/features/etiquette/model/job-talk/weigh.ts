import type { KnownLanguage } from '../language.ts'
import type { WordSense } from '../spelling.ts'
import { byForm, STRANGE } from './meanings.ts'
import { meaningCount, WEIGHT_STEP } from './packed.ts'
import { meaningTables, stepsAt, wordTables } from './tables.ts'
import { REACH } from './traits.ts'

/** What makes a trait: a stem, its begin or end, two stems, words in no list, a meaning, two near each other, two side by side. */
export type TraitKind = 'stem' | 'part' | 'stems' | 'strange' | 'meaning' | 'near' | 'beside'

/**
 * Called with each trait that counts: its weight, the place of the later of its words, that of the earlier or -1, and the numbers of its
 * stems or meanings in their order.
 */
export type Heard = (
  weight: number,
  place: number,
  earlier: number,
  kind: TraitKind,
  one: number,
  other: number,
) => void

let time = 0

/** The meanings of the words of the sentence at hand, one after the other, and the place of the word that each is of. */
const said: number[] = []
const saidAt: number[] = []
/** Where in `said` the meanings of each word begin. */
const begins: number[] = []

function weightOf(
  steps: number,
  heard: Heard | undefined,
  place: number,
  earlier: number,
  kind: TraitKind,
  one: number,
  other: number,
): number {
  if (steps === 0) return 0
  const weight = steps * WEIGHT_STEP
  heard?.(weight, place, earlier, kind, one, other)
  return weight
}

/** How much the words of a sentence speak for job talk, alone and together: a sum of weights, above or below nothing. */
export function weigh(words: readonly WordSense[], language: KnownLanguage, heard?: Heard): number {
  const { alone: ofMeaning, near, beside } = meaningTables()
  const { stems, alone, pairs } = wordTables(language)
  time++
  let total = 0
  let before = 0
  let strange = 0
  // Place of the latest word that means something.
  let last = -1
  let count = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    begins[i] = count
    const { number, parts, meanings } = word
    if (number > 0) total += weightOf(stepsAt(alone, number, time), heard, i, -1, 'stem', number, 0)
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] ?? 0
      total += weightOf(stepsAt(alone, part, time), heard, i, -1, 'part', part, 0)
    }
    if (
      number >= 0 &&
      before >= 0 &&
      (number > 0 || before > 0) &&
      pairs.ends[number] === 1 &&
      pairs.begins[before] === 1 &&
      i > 0
    ) {
      const place = pairs.place.get(before * stems.length + number)
      if (place !== undefined) total += weightOf(stepsAt(pairs, place, time), heard, i, i - 1, 'stems', before, number)
    }
    before = number
    if (meanings.length === 0) {
      const name = STRANGE[strange]
      strange++
      if (name !== undefined)
        total += weightOf(stepsAt(ofMeaning, byForm[name], time), heard, i, -1, 'strange', byForm[name], 0)
      continue
    }
    const end = count
    const reached = begins[i > REACH ? i - REACH : 0] ?? 0
    const lastBegins = last < 0 ? end : (begins[last] ?? 0)
    for (let of = 0; of < meanings.length; of++) {
      const a = meanings[of] ?? 0
      total += weightOf(stepsAt(ofMeaning, a, time), heard, i, -1, 'meaning', a, 0)
      const row = a * meaningCount
      for (let at = reached; at < end; at++) {
        const b = said[at] ?? 0
        const steps = stepsAt(near, row + b, time)
        total += weightOf(steps, heard, i, saidAt[at] ?? 0, 'near', b, a)
      }
      for (let at = lastBegins; at < end; at++) {
        const b = said[at] ?? 0
        const steps = stepsAt(beside, row + b, time)
        total += weightOf(steps, heard, i, last, 'beside', b, a)
      }
    }
    for (let of = 0; of < meanings.length; of++) {
      said[count] = meanings[of] ?? 0
      saidAt[count] = i
      count++
    }
    last = i
  }
  return total
}

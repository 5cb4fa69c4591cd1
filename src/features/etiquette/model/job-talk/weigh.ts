import type { KnownLanguage } from '../language.ts'
import type { WordSense } from '../spelling.ts'
import { byForm, meanings, STRANGE } from './meanings.ts'
import { meaningCount, WEIGHT_STEP } from './packed.ts'
import { meaningTables, stepsAt, wordTables } from './tables.ts'
import { REACH } from './traits.ts'

/** Called with each trait that counts: its weight, the places of the words that make it, and its name. */
type Heard = (weight: number, places: readonly number[], name: string) => void

let time = 0

/** The meanings of the words of the sentence at hand, one after the other, and the place of the word that each is of. */
const said: number[] = []
const saidAt: number[] = []
/** Where in `said` the meanings of each word begin. */
const begins: number[] = []

const nameOf = (meaning: number) => meanings[meaning] ?? ''
const wordName = (stem: string | undefined) => `“${stem}”`

/** How much the words of a sentence speak for job talk, alone and together: a sum of weights, above or below nothing. */
export function weigh(words: readonly WordSense[], language: KnownLanguage, heard?: Heard): number {
  const tables = meaningTables()
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
    const { number } = word
    if (number > 0) {
      const weight = stepsAt(alone, number, time) * WEIGHT_STEP
      total += weight
      if (heard && weight !== 0) heard(weight, [i], wordName(stems[number]))
    }
    for (const part of word.parts) {
      const weight = stepsAt(alone, part, time) * WEIGHT_STEP
      total += weight
      if (heard && weight !== 0) heard(weight, [i], wordName(stems[part]?.replace('~', '…')))
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
      const weight = place === undefined ? 0 : stepsAt(pairs, place, time) * WEIGHT_STEP
      total += weight
      if (heard && weight !== 0) heard(weight, [i - 1, i], wordName(`${stems[before]} ${stems[number]}`))
    }
    before = number
    if (word.meanings.length === 0) {
      const name = STRANGE[strange]
      strange++
      if (name === undefined) continue
      const weight = stepsAt(tables.alone, byForm[name], time) * WEIGHT_STEP
      total += weight
      if (heard && weight !== 0) heard(weight, [i], name)
      continue
    }
    for (const a of word.meanings) {
      const weight = stepsAt(tables.alone, a, time) * WEIGHT_STEP
      total += weight
      if (heard && weight !== 0) heard(weight, [i], nameOf(a))
      const row = a * meaningCount
      const end = begins[i] ?? 0
      for (let at = begins[i > REACH ? i - REACH : 0] ?? 0; at < end; at++) {
        const b = said[at] ?? 0
        const near = stepsAt(tables.near, row + b, time) * WEIGHT_STEP
        total += near
        if (heard && near !== 0) heard(near, [saidAt[at] ?? 0, i], `${nameOf(b)} … ${nameOf(a)}`)
      }
      if (last < 0) continue
      for (let at = begins[last] ?? 0; at < end; at++) {
        const b = said[at] ?? 0
        const beside = stepsAt(tables.beside, row + b, time) * WEIGHT_STEP
        total += beside
        if (heard && beside !== 0) heard(beside, [last, i], `${nameOf(b)} ${nameOf(a)}`)
      }
    }
    for (const meaning of word.meanings) {
      said[count] = meaning
      saidAt[count] = i
      count++
    }
    last = i
  }
  return total
}

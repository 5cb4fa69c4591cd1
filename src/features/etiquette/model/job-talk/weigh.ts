import type { KnownLanguage } from '../language.ts'
import type { WordSense } from '../spelling.ts'
import { byForm, meanings, STRANGE } from './meanings.ts'
import { meaningCount } from './packed.ts'
import { meaningTables, weightAt, wordTables } from './tables.ts'
import { REACH } from './traits.ts'

/** Called with each trait that counts: its weight, the places of the words that make it, and its name. */
type Heard = (weight: number, places: readonly number[], name: () => string) => void

let time = 0

const nameOf = (meaning: number) => meanings[meaning] ?? ''

/** How much the words of a sentence speak for job talk, alone and together: a sum of weights, above or below nothing. */
export function weigh(words: readonly WordSense[], language: KnownLanguage, heard?: Heard): number {
  const tables = meaningTables()
  const { stems, alone, pairs } = wordTables(language)
  time++
  let total = 0
  const hear = (weight: number, places: readonly number[], name: () => string): void => {
    if (heard && weight !== 0) heard(weight, places, name)
  }
  let before = 0
  let strange = 0
  // Place of the latest word that means something.
  let last = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    const { number } = word
    if (number > 0) {
      const weight = weightAt(alone, number, time)
      total += weight
      if (heard) hear(weight, [i], () => `“${stems[number]}”`)
    }
    for (const part of word.parts) {
      const weight = weightAt(alone, part, time)
      total += weight
      if (heard) hear(weight, [i], () => `“${stems[part]?.replace('~', '…')}”`)
    }
    if (i > 0 && number >= 0 && before >= 0 && (number > 0 || before > 0)) {
      const first = before
      const place = pairs.place.get(first * stems.length + number)
      const weight = place === undefined ? 0 : weightAt(pairs, place, time)
      total += weight
      if (heard) hear(weight, [i - 1, i], () => `“${stems[first]} ${stems[number]}”`)
    }
    before = number
    if (word.meanings.length === 0) {
      const name = STRANGE[strange]
      strange++
      if (name === undefined) continue
      const weight = weightAt(tables.alone, byForm[name], time)
      total += weight
      if (heard) hear(weight, [i], () => name)
      continue
    }
    for (const a of word.meanings) {
      const weight = weightAt(tables.alone, a, time)
      total += weight
      if (heard) hear(weight, [i], () => nameOf(a))
      for (let j = i > REACH ? i - REACH : 0; j < i; j++)
        for (const b of words[j]?.meanings ?? []) {
          const near = weightAt(tables.near, b * meaningCount + a, time)
          total += near
          if (heard) hear(near, [j, i], () => `${nameOf(b)} … ${nameOf(a)}`)
        }
      if (last < 0) continue
      for (const b of words[last]?.meanings ?? []) {
        const second = last
        const beside = weightAt(tables.beside, b * meaningCount + a, time)
        total += beside
        if (heard) hear(beside, [second, i], () => `${nameOf(b)} ${nameOf(a)}`)
      }
    }
    last = i
  }
  return total
}

import type { KnownLanguage } from '../language.ts'
import { byForm, meanings, STRANGE } from './meanings.ts'
import { meaningCount } from './packed.ts'
import { type Grid, meaningTables, type Table, wordTables } from './tables.ts'
import { REACH, type Telling } from './traits.ts'

/** Called with each trait that counts: its weight, the places of the words that make it, and its name. */
type Heard = (weight: number, places: readonly number[], name: () => string) => void

let time = 0

function inGrid(grid: Grid, key: number): number {
  if (grid.seen[key] === time) return 0
  grid.seen[key] = time
  return grid.weights[key] ?? 0
}

function inTable(table: Table, key: number): number {
  const at = table.place.get(key)
  if (at === undefined || table.seen[at] === time) return 0
  table.seen[at] = time
  return table.weights[at] ?? 0
}

const nameOf = (meaning: number) => meanings[meaning] ?? ''

/** How much the words of a sentence speak for job talk, alone and together: a sum of weights, above or below nothing. */
export function weigh(words: readonly Telling[], language: KnownLanguage, heard?: Heard): number {
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
      const weight = inGrid(alone, number)
      total += weight
      if (heard) hear(weight, [i], () => `“${stems[number]}”`)
    }
    for (const part of word.parts) {
      const weight = inGrid(alone, part)
      total += weight
      if (heard) hear(weight, [i], () => `“${stems[part]?.replace('~', '…')}”`)
    }
    if (i > 0 && number >= 0 && before >= 0 && (number > 0 || before > 0)) {
      const first = before
      const weight = inTable(pairs, first * stems.length + number)
      total += weight
      if (heard) hear(weight, [i - 1, i], () => `“${stems[first]} ${stems[number]}”`)
    }
    before = number
    if (word.meanings.length === 0) {
      const name = STRANGE[strange]
      strange++
      if (name === undefined) continue
      const weight = inGrid(tables.alone, byForm[name])
      total += weight
      if (heard) hear(weight, [i], () => name)
      continue
    }
    for (const a of word.meanings) {
      const weight = inGrid(tables.alone, a)
      total += weight
      if (heard) hear(weight, [i], () => nameOf(a))
      for (let j = i > REACH ? i - REACH : 0; j < i; j++)
        for (const b of words[j]?.meanings ?? []) {
          const near = inGrid(tables.near, b * meaningCount + a)
          total += near
          if (heard) hear(near, [j, i], () => `${nameOf(b)} … ${nameOf(a)}`)
        }
      if (last < 0) continue
      for (const b of words[last]?.meanings ?? []) {
        const second = last
        const beside = inGrid(tables.beside, b * meaningCount + a)
        total += beside
        if (heard) hear(beside, [second, i], () => `${nameOf(b)} ${nameOf(a)}`)
      }
    }
    last = i
  }
  return total
}

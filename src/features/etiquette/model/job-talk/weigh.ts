import type { KnownLanguage } from '../language.ts'
import { meanings } from './meanings.ts'
import { meaningCount, type PackedWords, unpack } from './packed.ts'
import { REACH, type Telling } from './traits.ts'
import { de } from './weights/de.generated.ts'
import { en } from './weights/en.generated.ts'
import { es } from './weights/es.generated.ts'
import { fr } from './weights/fr.generated.ts'
import { nl } from './weights/nl.generated.ts'
import { pt } from './weights/pt.generated.ts'
import { shared } from './weights/shared.generated.ts'

const PACKED: Readonly<Record<KnownLanguage, PackedWords>> = { en, de, fr, es, pt, nl }

/** Weights by key; each counts once a sentence, however often its words stand there. */
type Table = { place: ReadonlyMap<number, number>; weights: Float64Array; seen: Uint32Array }

function tableOf(packed: string): Table {
  const entries = unpack(packed)
  return {
    place: new Map(entries.map(([key], i) => [key, i])),
    weights: Float64Array.from(entries, ([, weight]) => weight),
    seen: new Uint32Array(entries.length),
  }
}

/** The same by plain place, where nearly every key is small. */
function gridOf(packed: string, size: number): { weights: Float64Array; seen: Uint32Array } {
  const weights = new Float64Array(size)
  for (const [key, weight] of unpack(packed)) weights[key] = weight
  return { weights, seen: new Uint32Array(size) }
}

function makeShared() {
  return {
    alone: gridOf(shared.alone, meaningCount),
    near: gridOf(shared.near, meaningCount ** 2),
    beside: gridOf(shared.beside, meaningCount ** 2),
    three: tableOf(shared.three),
  }
}

type Words = {
  numberOf: (stem: string) => number
  stems: readonly string[]
  alone: ReturnType<typeof gridOf>
  pairs: Table
}

function makeWords(language: KnownLanguage): Words {
  const packed = PACKED[language]
  const stems = ['', ...packed.stems.split(' ')]
  const numbers = new Map(stems.map((stem, i) => [stem, i]))
  return {
    numberOf: stem => numbers.get(stem) ?? -1,
    stems,
    alone: gridOf(packed.weights, stems.length),
    pairs: tableOf(packed.pairs),
  }
}

let meaningTables: ReturnType<typeof makeShared> | undefined
const wordTables = new Map<KnownLanguage, Words>()
let time = 0

/** Called with each trait that counts: its weight, and the places of the words that make it. */
type Heard = (
  weight: number,
  kind: 'alone' | 'near' | 'beside' | 'three' | 'word' | 'words',
  places: readonly number[],
  names: () => string,
) => void

/** How much the words of a sentence speak for job talk, alone and together: a sum of weights, above or below nothing. */
export function weigh(words: readonly Telling[], language: KnownLanguage, heard?: Heard): number {
  meaningTables ??= makeShared()
  const tables = meaningTables
  let own = wordTables.get(language)
  if (!own) {
    own = makeWords(language)
    wordTables.set(language, own)
  }
  const { stems, alone: ofWord, pairs } = own
  time++
  const now = time
  let total = 0
  const grid = (table: { weights: Float64Array; seen: Uint32Array }, key: number): number => {
    if (table.seen[key] === now) return 0
    table.seen[key] = now
    return table.weights[key] ?? 0
  }
  const look = (table: Table, key: number): number => {
    const at = table.place.get(key)
    if (at === undefined || table.seen[at] === now) return 0
    table.seen[at] = now
    return table.weights[at] ?? 0
  }
  const name = (meaning: number) => meanings[meaning] ?? ''
  let before = 0
  // Places of the latest two words that mean something.
  let last = -1
  let lastButOne = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    const stem = word.stem === '' ? 0 : own.numberOf(word.stem)
    if (stem > 0) {
      const weight = grid(ofWord, stem)
      total += weight
      if (heard && weight !== 0) heard(weight, 'word', [i], () => stems[stem] ?? '')
    }
    if (i > 0 && stem >= 0 && before >= 0 && (stem > 0 || before > 0)) {
      const weight = look(pairs, before * stems.length + stem)
      total += weight
      const first = before
      if (heard && weight !== 0) heard(weight, 'words', [i - 1, i], () => `${stems[first]} ${stems[stem]}`)
    }
    before = stem
    if (word.meanings.length === 0) continue
    for (const a of word.meanings) {
      const weight = grid(tables.alone, a)
      total += weight
      if (heard && weight !== 0) heard(weight, 'alone', [i], () => name(a))
      for (let j = Math.max(0, i - REACH); j < i; j++)
        for (const b of words[j]?.meanings ?? []) {
          const near = grid(tables.near, b * meaningCount + a)
          total += near
          if (heard && near !== 0) heard(near, 'near', [j, i], () => `${name(b)} … ${name(a)}`)
        }
      if (last < 0) continue
      for (const b of words[last]?.meanings ?? []) {
        const beside = grid(tables.beside, b * meaningCount + a)
        total += beside
        if (heard && beside !== 0) heard(beside, 'beside', [last, i], () => `${name(b)} ${name(a)}`)
        if (lastButOne < 0) continue
        for (const c of words[lastButOne]?.meanings ?? []) {
          const three = look(tables.three, (c * meaningCount + b) * meaningCount + a)
          total += three
          const [first, second] = [lastButOne, last]
          if (heard && three !== 0) heard(three, 'three', [first, second, i], () => `${name(c)} ${name(b)} ${name(a)}`)
        }
      }
    }
    lastButOne = last
    last = i
  }
  return total
}

/** What a sentence alone starts from, and two together. */
export const { bias, pairBias } = shared

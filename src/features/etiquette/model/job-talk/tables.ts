import type { KnownLanguage } from '../language.ts'
import { meaningCount, type PackedWords, unpack } from './packed.ts'
import { de } from './weights/de.generated.ts'
import { en } from './weights/en.generated.ts'
import { es } from './weights/es.generated.ts'
import { fr } from './weights/fr.generated.ts'
import { nl } from './weights/nl.generated.ts'
import { pt } from './weights/pt.generated.ts'
import { shared } from './weights/shared.generated.ts'

const PACKED: Readonly<Record<KnownLanguage, PackedWords>> = { en, de, fr, es, pt, nl }

/** Weights by key; each counts once a sentence, however often its words stand there: `seen` is the time of the sentence. */
export type Table = { place: ReadonlyMap<number, number> } & Grid
/** Of two stems side by side. `begins`, `ends`: one for each stem that stands first or second in any of them. */
export type PairTable = Table & { begins: Uint8Array; ends: Uint8Array }

/** The same by plain place, where nearly every key is small. Weights in steps: they are small whole numbers, and most are none. */
export type Grid = { steps: Int16Array; seen: Uint32Array }

function tableOf(packed: string): Table {
  const entries = unpack(packed)
  return {
    place: new Map(entries.map(([key], i) => [key, i])),
    steps: Int16Array.from(entries, ([, steps]) => steps),
    seen: new Uint32Array(entries.length),
  }
}

function pairsOf(table: Table, stems: number): PairTable {
  const begins = new Uint8Array(stems)
  const ends = new Uint8Array(stems)
  for (const key of table.place.keys()) {
    begins[Math.floor(key / stems)] = 1
    ends[key % stems] = 1
  }
  return { ...table, begins, ends }
}

function gridOf(packed: string, size: number, placeOf = (key: number) => key): Grid {
  const steps = new Int16Array(size)
  for (const [key, count] of unpack(packed)) steps[placeOf(key)] = count
  return { steps, seen: new Uint32Array(size) }
}

/** Two meanings, the later one first: what stands before a word is looked up in one row. */
const laterFirst = (key: number) => (key % meaningCount) * meaningCount + Math.floor(key / meaningCount)

/** How many steps the weight at a place has, once a sentence. */
export function stepsAt({ steps, seen }: Grid, place: number, time: number): number {
  const count = steps[place]
  if (!count || seen[place] === time) return 0
  seen[place] = time
  return count
}

export type MeaningTables = { alone: Grid; near: Grid; beside: Grid }
export type WordTables = { numberOf: (stem: string) => number; stems: readonly string[]; alone: Grid; pairs: PairTable }

let ofMeanings: MeaningTables | undefined
const ofWords = new Map<KnownLanguage, WordTables>()

/** Unpacked when the first text comes. */
export function meaningTables(): MeaningTables {
  ofMeanings ??= {
    alone: gridOf(shared.alone, meaningCount),
    near: gridOf(shared.near, meaningCount ** 2, laterFirst),
    beside: gridOf(shared.beside, meaningCount ** 2, laterFirst),
  }
  return ofMeanings
}

/** Unpacked when the first text of the language comes. */
export function wordTables(language: KnownLanguage): WordTables {
  const known = ofWords.get(language)
  if (known) return known
  const packed = PACKED[language]
  const stems = ['', ...packed.stems.split(' ')]
  const numbers = new Map(stems.map((stem, i) => [stem, i]))
  const made = {
    numberOf: (stem: string) => numbers.get(stem) ?? -1,
    stems,
    alone: gridOf(packed.weights, stems.length),
    pairs: pairsOf(tableOf(packed.pairs), stems.length),
  }
  ofWords.set(language, made)
  return made
}

/** What a sentence alone starts from, and two together. */
export const { bias, pairBias } = shared

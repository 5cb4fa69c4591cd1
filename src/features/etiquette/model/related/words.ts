import { isEmptyWord, stem } from '../stem.ts'
import { meaningsOf, wordsOfMeaning } from '../synonyms.ts'
import { fold } from '../text.ts'
import { centres, codes, english, others, rarities, scale } from './words.generated.ts'

const DIMENSIONS = 100
const PART = 5
const PARTS = DIMENSIONS / PART
const CENTRES = 256
/** Rarities of words go from 0 to here. */
export const RAREST = 9

/** A direction of length 1: words that stand beside the same words point the same way. */
export type Vector = Float32Array

type Known = {
  placeOf: ReadonlyMap<string, number>
  codes: Uint8Array
  centres: Float32Array
  /** Of words of other languages their line: the rarity, the stem, and the places of English words for the same. */
  others: ReadonlyMap<string, string>
  vectors: Map<string, readonly Vector[]>
}

let known: Known | undefined

function bytesOf(text: string): Uint8Array {
  const letters = atob(text)
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i)
  return bytes
}

/** Put together when they are first asked for. */
function readWords(): Known {
  const lines = new Map<string, string>()
  for (const line of others.split('\n')) {
    const end = line.indexOf(' ')
    lines.set(end < 0 ? line.slice(1) : line.slice(1, end), line)
  }
  known = {
    placeOf: new Map(english.split(' ').map((key, i) => [key, i])),
    codes: bytesOf(codes),
    centres: Float32Array.from(bytesOf(centres), byte => (byte - 128) * scale),
    others: lines,
    vectors: new Map(),
  }
  return known
}

const placesIn = (line: string | undefined): number[] =>
  line === undefined
    ? []
    : line
        .split(' ')
        .slice(1)
        .map(place => Number.parseInt(place, 36))

function vectorAt(place: number, { codes, centres }: Known): Vector {
  const vector = new Float32Array(DIMENSIONS)
  for (let part = 0; part < PARTS; part++) {
    const from = (part * CENTRES + (codes[place * PARTS + part] ?? 0)) * PART
    for (let d = 0; d < PART; d++) vector[part * PART + d] = centres[from + d] ?? 0
  }
  return normed(vector)
}

function normed(vector: Vector): Vector {
  let length = 0
  for (const value of vector) length += value * value
  length = Math.sqrt(length) || 1
  for (let d = 0; d < DIMENSIONS; d++) vector[d] = (vector[d] ?? 0) / length
  return vector
}

function meanOf(vectors: readonly Vector[]): Vector {
  const sum = new Float32Array(DIMENSIONS)
  for (const vector of vectors) for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0)
  return normed(sum)
}

function cosine(one: Vector, other: Vector): number {
  let sum = 0
  for (let d = 0; d < DIMENSIONS; d++) sum += (one[d] ?? 0) * (other[d] ?? 0)
  return sum
}

/** As near are English words of one meaning to the one that stands for it. */
const OF_ONE_MEANING = 0.4
/** The first words of a line are English; one further back costs so much. */
const FURTHER_BACK = 0.25

/** What the English words of a meaning have in common: those that point where most of them point. */
function vectorOfMeaning(meaning: number, all: Known): Vector | undefined {
  const found: { vector: Vector; at: number }[] = []
  for (const [at, word] of wordsOfMeaning(meaning).entries()) {
    const folded = fold(word)
    const place = isEmptyWord(folded) ? undefined : all.placeOf.get(stem(folded))
    if (place !== undefined) found.push({ vector: vectorAt(place, all), at })
  }
  let base: Vector | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const { vector, at } of found) {
    let sum = -FURTHER_BACK * at
    for (const other of found) sum += Math.max(0, cosine(vector, other.vector))
    if (sum <= most) continue
    most = sum
    base = vector
  }
  return base && meanOf(found.map(({ vector }) => vector).filter(vector => cosine(vector, base) > OF_ONE_MEANING))
}

/** The directions of a stem, one for each thing it may stand for; none of a word that nothing is known of. */
export function vectorsOf(key: string): readonly Vector[] {
  const all = known ?? readWords()
  const before = all.vectors.get(key)
  if (before) return before
  const found: Vector[] = []
  const place = all.placeOf.get(key)
  if (place !== undefined) found.push(vectorAt(place, all))
  const places = placesIn(all.others.get(key))
  if (places.length > 0) found.push(meanOf(places.map(one => vectorAt(one, all))))
  for (const meaning of meaningsOf(key)) {
    const vector = vectorOfMeaning(meaning, all)
    if (vector) found.push(vector)
  }
  if (all.vectors.size > 20_000) all.vectors.clear()
  all.vectors.set(key, found)
  return found
}

/** 0 for a word in nearly every text of some language, 9 for a rare one. */
export function rarityOf(key: string): number {
  const all = known ?? readWords()
  const place = all.placeOf.get(key)
  const other = all.others.get(key)
  const own = place === undefined ? RAREST : Number(rarities.charAt(place))
  return other === undefined ? own : Math.min(own, Number(other.charAt(0)))
}

/** How near the things that two words may stand for come, up to 1; 0 where nothing is known of one of them. */
export function nearness(some: readonly Vector[], others: readonly Vector[]): number {
  let most = 0
  for (const one of some) for (const other of others) most = Math.max(most, cosine(one, other))
  return most
}

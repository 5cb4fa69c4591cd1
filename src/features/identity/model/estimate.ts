import { levelIn, type Pattern } from './compare-rows.ts'
import type { Field } from './fields.ts'
import { seededRandom } from './int-hash.ts'
import type { PairStore } from './pair-store.ts'

/** What was learned of one field: by level, the share among pairs of one person (m) and of two persons (u). */
export type FieldWeights = { m: Float64Array; u: Float64Array }

/** `prior`: share of pairs of one person among all pairs that could be formed. */
export type Weights = { fields: FieldWeights[]; prior: number }

const samplePairs = 400_000
const rounds = 40

export type Population = { rowCount: number; leftRows: number | undefined }

export function countAllPairs({ rowCount, leftRows }: Population): number {
  return leftRows === undefined ? (rowCount * (rowCount - 1)) / 2 : leftRows * (rowCount - leftRows)
}

/** How often each level occurs between two rows taken at random: a sample with a fixed seed, equality counted exactly. */
export function observeLevels(fields: readonly Field[], compare: (a: number, b: number) => Pattern, population: Population): Float64Array[] {
  const { rowCount, leftRows } = population
  const random = seededRandom(20_101)
  const counts = fields.map(field => new Float64Array(field.levels.length))
  const wanted = Math.min(samplePairs, countAllPairs(population) * 2)
  for (let drawn = 0; drawn < wanted; drawn++) {
    const a = Math.floor(random() * (leftRows ?? rowCount))
    const b = leftRows === undefined ? Math.floor(random() * rowCount) : leftRows + Math.floor(random() * (rowCount - leftRows))
    if (a === b) continue
    const { low, high } = compare(a, b)
    for (let field = 0; field < fields.length; field++) counts[field]![levelIn(low, high, field)]!++
  }
  return counts.map((levels, index) => {
    const field = fields[index]!
    const top = levels.length - 1
    let given = 0
    for (let level = 1; level < top; level++) given += levels[level]! + 0.5
    const equal = shareOfEqual(field, population)
    const shares = new Float64Array(levels.length)
    for (let level = 1; level < top; level++) shares[level] = ((levels[level]! + 0.5) / Math.max(given, 1)) * (1 - equal)
    shares[top] = equal
    return shares
  })
}

function shareOfEqual(field: Field, { leftRows }: Population): number {
  let equal = 0
  if (leftRows === undefined) {
    let given = 0
    for (let code = 1; code < field.counts.length; code++) {
      const count = field.counts[code]!
      given += count
      equal += count * (count - 1)
    }
    return Math.min(0.999, (equal + 0.5) / Math.max(1, given * (given - 1)))
  }
  const left = new Int32Array(field.values.length)
  for (let row = 0; row < leftRows; row++) left[field.codes[row]!]!++
  let givenLeft = 0
  let givenRight = 0
  for (let code = 1; code < left.length; code++) {
    const right = field.counts[code]! - left[code]!
    equal += left[code]! * right
    givenLeft += left[code]!
    givenRight += right
  }
  return Math.min(0.999, (equal + 0.5) / Math.max(1, givenLeft * givenRight))
}

/**
 * Learns m, u and the prior by expectation–maximisation over pattern counts. Pairs that no blocking rule produced
 * count as pairs of two persons. u starts from random pairs and in each round loses what pairs of one person add to it,
 * which matters where a value is nearly unique.
 */
export function learnWeights(fields: readonly Field[], observed: readonly Float64Array[], store: PairStore, population: Population): Weights {
  const total = countAllPairs(population)
  const { count, lows, highs, counts } = store.patterns
  const m = fields.map(field => Float64Array.from(field.levels, level => level.m))
  const u = observed.map(levels => levels.slice())
  let prior = Math.min(0.2, (population.rowCount * 0.3) / total)
  const perRow = 30
  for (let round = 0; round < rounds; round++) {
    const logs = m.map((levels, field) => levels.map((share, level) => (level === 0 ? 0 : Math.log(share / u[field]![level]!))))
    const sums = m.map(levels => new Float64Array(levels.length))
    const offset = Math.log(prior / (1 - prior))
    let matches = 0
    for (let pattern = 0; pattern < count; pattern++) {
      let odds = offset
      const low = lows[pattern]!
      const high = highs[pattern]!
      for (let field = 0; field < logs.length; field++) odds += logs[field]![levelIn(low, high, field)]!
      if (odds < -20) continue
      const share = counts[pattern]! / (1 + Math.exp(-odds))
      matches += share
      for (let field = 0; field < sums.length; field++) sums[field]![levelIn(low, high, field)]! += share
    }
    let change = Math.abs(Math.log((matches + 0.5) / total / prior))
    prior = Math.min(0.5, (matches + 0.5) / total)
    for (const [field, levels] of sums.entries()) {
      let given = 0
      for (let level = 1; level < levels.length; level++) given += levels[level]!
      for (let level = 1; level < levels.length; level++) {
        const share = (levels[level]! + perRow * fields[field]!.levels[level]!.m) / (given + perRow)
        change = Math.max(change, Math.abs(share - m[field]![level]!))
        m[field]![level] = share
        const seen = observed[field]![level]!
        u[field]![level] = Math.max(seen * 0.04, 1e-9, (seen - prior * share) / (1 - prior))
      }
    }
    if (change < 1e-4) break
  }
  return { fields: m.map((share, field) => ({ m: share, u: u[field]! })), prior }
}

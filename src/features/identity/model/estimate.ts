import { levelIn } from './compare-rows.ts'
import type { Field } from './fields.ts'
import { seededRandom, sharedInts } from './int-hash.ts'
import type { Meaning } from './meanings.ts'
import type { PairStore } from './pair-store.ts'
import { usualShares } from './usual.ts'

/** What was learned of one field: by level, the share among pairs of one person (m) and of two persons (u). */
export type FieldWeights = { m: Float64Array; u: Float64Array }

/** `prior`: share of pairs of one person among all pairs that could be formed. */
export type Weights = { fields: FieldWeights[]; prior: number; ties: readonly Tie[] }

/** Two fields that agree together more often than chance even between two persons, such as town and postcode. */
export type Tie = {
  first: number
  second: number
  /** Levels from which each counts as agreeing. */
  firstFrom: number
  secondFrom: number
  /** Natural log of how many times more often than if they were independent. */
  lift: number
}

export type Observed = { shares: Float64Array[]; ties: Tie[] }

const samplePairs = 400_000
const rounds = 40

/** The usual shares count as much as this many pairs: all in a list of ten rows, next to nothing in one of thousands. */
const usualPairs = 4_000

export type Population = { rowCount: number; leftRows: number | undefined }

export function countAllPairs({ rowCount, leftRows }: Population): number {
  return leftRows === undefined ? (rowCount * (rowCount - 1)) / 2 : leftRows * (rowCount - leftRows)
}

/** Pairs of rows taken at random and the pattern of each once it is compared, in memory that threads can share. */
export type Drawn = { a: Int32Array; b: Int32Array; lows: Int32Array; highs: Int32Array; length: number }

/** A sample with a fixed seed; what is drawn twice as one row is left out. */
export function drawPairs(population: Population): Drawn {
  const { rowCount, leftRows } = population
  const random = seededRandom(20_101)
  const wanted = Math.min(samplePairs, countAllPairs(population) * 2)
  const [a, b] = [sharedInts(wanted), sharedInts(wanted)]
  let length = 0
  for (let drawn = 0; drawn < wanted; drawn++) {
    const one = Math.floor(random() * (leftRows ?? rowCount))
    const other =
      leftRows === undefined ? Math.floor(random() * rowCount) : leftRows + Math.floor(random() * (rowCount - leftRows))
    if (one === other) continue
    a[length] = one
    b[length++] = other
  }
  return { a, b, lows: sharedInts(length), highs: sharedInts(length), length }
}

/** How often each level occurs between two rows taken at random; equality is counted exactly. */
export function observeLevels(
  fields: readonly Field[],
  { lows, highs, length }: Omit<Drawn, 'a' | 'b'>,
  population: Population,
): Observed {
  const counts = fields.map(field => new Float64Array(field.levels.length))
  for (let drawn = 0; drawn < length; drawn++)
    for (let field = 0; field < fields.length; field++) counts[field]![levelIn(lows[drawn]!, highs[drawn]!, field)]!++
  const shares = counts.map((levels, index) => {
    const field = fields[index]!
    const usual = usualShares(field)
    const top = levels.length - 1
    const { equal, pairs } = countEqual(field, population)
    const same = (equal + usualPairs * usual[top]!) / (pairs + usualPairs)
    let given = 0
    for (let level = 1; level < top; level++) given += levels[level]!
    const share = new Float64Array(levels.length)
    for (let level = 1; level < top; level++) {
      const assumed = usual[level]! / (1 - usual[top]!)
      share[level] = ((levels[level]! + usualPairs * assumed) / (given + usualPairs)) * (1 - same)
    }
    share[top] = Math.min(0.999, same)
    return share
  })
  return { shares, ties: findTies(fields, shares, lows, highs) }
}

/** From which level on a field counts as agreeing: equality, and what is far likelier of one person than of two. */
function agreeingFrom(fields: readonly Field[], shares: readonly Float64Array[]): number[] {
  return fields.map((field, index) => {
    let level = field.levels.length - 1
    while (level > 2 && field.levels[level - 1]!.m > 3 * shares[index]![level - 1]!) level--
    return level
  })
}

/**
 * What those who live together share: among compared pairs of two whose given names, birth dates and numbers differ, fields that agree
 * together far more often than chance. Random pairs of a large table hold hardly one such household.
 */
function findHomeTies(
  fields: readonly Field[],
  shares: readonly Float64Array[],
  store: PairStore,
  population: Population,
): Tie[] {
  const { count, lows, highs, counts } = store.patterns
  const from = agreeingFrom(fields, shares)
  const both = new Float64Array(fields.length * fields.length)
  for (let pattern = 0; pattern < count; pattern++) {
    const levelOf = (index: number) => levelIn(lows[pattern]!, highs[pattern]!, index)
    if (!isHousehold(fields, levelOf)) continue
    const agreeing = fields.flatMap((_, index) => (levelOf(index) >= from[index]! ? [index] : []))
    for (const second of agreeing)
      for (const first of agreeing) if (first < second) both[first * fields.length + second]! += counts[pattern]!
  }
  const total = countAllPairs(population)
  const chance = fields.map((field, index) => {
    const filled = 1 - field.counts[0]! / Math.max(1, population.rowCount)
    return filled * filled * shares[index]!.slice(from[index]).reduce((sum, share) => sum + share, 0)
  })
  const ties: Tie[] = []
  for (let second = 1; second < fields.length; second++) {
    let best: Tie | undefined
    for (let first = 0; first < second; first++) {
      const seen = both[first * fields.length + second]!
      const expected = total * chance[first]! * chance[second]!
      if (seen < 20 || seen < expected + 4 * Math.sqrt(expected)) continue
      const lift = Math.log(seen / Math.max(expected, 0.5))
      if (lift > Math.max(0.2, best?.lift ?? 0))
        best = { first, second, firstFrom: from[first]!, secondFrom: from[second]!, lift }
    }
    if (best) ties.push(best)
  }
  return ties
}

/** Of two ties of one field the stronger. */
const strongest = (ties: readonly Tie[]): Tie[] =>
  ties.filter(
    tie =>
      !ties.some(
        other =>
          other.second === tie.second &&
          other !== tie &&
          other.lift >= tie.lift &&
          (other.lift > tie.lift || ties.indexOf(other) < ties.indexOf(tie)),
      ),
  )

/** For each field the earlier field it is most tied to, where the sample shows the tie beyond doubt. */
function findTies(
  fields: readonly Field[],
  shares: readonly Float64Array[],
  lows: Int32Array,
  highs: Int32Array,
): Tie[] {
  const size = fields.length
  const from = agreeingFrom(fields, shares)
  const given = new Float64Array(size * size)
  const firstAgrees = new Float64Array(size * size)
  const secondAgrees = new Float64Array(size * size)
  const both = new Float64Array(size * size)
  for (let draw = 0; draw < lows.length; draw++) {
    for (let second = 1; second < size; second++) {
      const levelOfSecond = levelIn(lows[draw]!, highs[draw]!, second)
      if (levelOfSecond === 0) continue
      const agrees = levelOfSecond >= from[second]!
      for (let first = 0; first < second; first++) {
        const levelOfFirst = levelIn(lows[draw]!, highs[draw]!, first)
        if (levelOfFirst === 0) continue
        const at = first * size + second
        given[at]!++
        const firstToo = levelOfFirst >= from[first]!
        if (firstToo) firstAgrees[at]!++
        if (agrees) secondAgrees[at]!++
        if (agrees && firstToo) both[at]!++
      }
    }
  }
  const ties: Tie[] = []
  for (let second = 1; second < size; second++) {
    let best: Tie | undefined
    for (let first = 0; first < second; first++) {
      const at = first * size + second
      // Random pairs hold a few of one person; a tie must show far beyond them.
      const own = (lows.length * 4) / Math.max(2, fields[0]!.codes.length)
      const expected = (firstAgrees[at]! * secondAgrees[at]!) / Math.max(1, given[at]!)
      const seen = both[at]! - own
      if (seen < 20 || seen < expected + 4 * Math.sqrt(expected)) continue
      const lift = Math.log(seen / Math.max(expected, 0.5))
      if (lift > 0.2 && lift > (best?.lift ?? 0))
        best = { first, second, firstFrom: from[first]!, secondFrom: from[second]!, lift }
    }
    if (best) ties.push(best)
  }
  return ties
}

/** What agreement of tied fields counts too much, as a natural log. */
export function tieCorrection(ties: readonly Tie[], low: number, high: number): number {
  let sum = 0
  for (const tie of ties)
    if (levelIn(low, high, tie.first) >= tie.firstFrom && levelIn(low, high, tie.second) >= tie.secondFrom)
      sum += tie.lift
  return sum
}

/** Pairs with the same value, and pairs with both values given, among all that could be formed. */
function countEqual(field: Field, { leftRows }: Population): { equal: number; pairs: number } {
  let equal = 0
  if (leftRows === undefined) {
    let given = 0
    for (let code = 1; code < field.counts.length; code++) {
      const count = field.counts[code]!
      given += count
      equal += (count * (count - 1)) / 2
    }
    return { equal, pairs: (given * (given - 1)) / 2 }
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
  return { equal, pairs: givenLeft * givenRight }
}

/** What two of one household do not share, with the highest level at which it still differs. */
const personal: Partial<Record<Meaning, number>> = { 'given-name': 2, 'birth-date': 2, 'national-id': 1 }

/**
 * Two whose given names, birth dates and numbers all differ teach nothing of one person, however much of their home is the same:
 * counted as pairs of one person, families would teach that such facts hardly matter.
 */
function isHousehold(fields: readonly Field[], levelOf: (field: number) => number): boolean {
  let differing = 0
  for (const [index, { meaning }] of fields.entries()) {
    const most = personal[meaning]
    const level = levelOf(index)
    if (most === undefined || level === 0) continue
    if (level > most) return false
    differing++
  }
  return differing >= 2
}

/**
 * Learns m, u and the prior by expectation–maximisation over pattern counts. Pairs that no blocking rule produced
 * count as pairs of two persons. u starts from random pairs and in each round loses what pairs of one person add to it,
 * which matters where a value is nearly unique.
 */
export function learnWeights(
  fields: readonly Field[],
  { shares: observed, ties: seenTies }: Observed,
  store: PairStore,
  population: Population,
): Weights {
  const total = countAllPairs(population)
  const ties = strongest([...seenTies, ...findHomeTies(fields, observed, store, population)])
  const { count, lows, highs, counts } = store.patterns
  const vetoed = new Uint8Array(count)
  for (let pattern = 0; pattern < count; pattern++) {
    const levelOf = (index: number) => levelIn(lows[pattern]!, highs[pattern]!, index)
    if (fields.some((field, index) => field.levels[levelOf(index)]?.veto) || isHousehold(fields, levelOf))
      vetoed[pattern] = 1
  }
  const m = fields.map(field => Float64Array.from(field.levels, level => level.m))
  const u = observed.map(levels => levels.slice())
  let prior = Math.min(0.2, (population.rowCount * 0.3) / total)
  const perRow = 30
  for (let round = 0; round < rounds; round++) {
    const logs = m.map((levels, field) =>
      levels.map((share, level) => (level === 0 ? 0 : Math.log(share / u[field]![level]!))),
    )
    const sums = m.map(levels => new Float64Array(levels.length))
    const offset = Math.log(prior / (1 - prior))
    let matches = 0
    for (let pattern = 0; pattern < count; pattern++) {
      if (vetoed[pattern] === 1) continue
      const low = lows[pattern]!
      const high = highs[pattern]!
      let odds = offset - tieCorrection(ties, low, high)
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
      // A group that shares only a town must not pass for a person: most true pairs agree in most fields.
      const most = 0.4 + fields[field]!.levels[1]!.m
      const different = (levels[1]! + perRow * fields[field]!.levels[1]!.m) / (given + perRow)
      const squeeze = different > most ? (1 - most) / (1 - different) : 1
      for (let level = 1; level < levels.length; level++) {
        const bare = (levels[level]! + perRow * fields[field]!.levels[level]!.m) / (given + perRow)
        const share = squeeze === 1 ? bare : level === 1 ? most : bare * squeeze
        change = Math.max(change, Math.abs(share - m[field]![level]!))
        m[field]![level] = share
        const seen = observed[field]![level]!
        u[field]![level] = Math.max(seen * 0.04, 1e-9, (seen - prior * share) / (1 - prior))
      }
    }
    if (change < 1e-4) break
  }
  return { fields: m.map((share, field) => orderLevels(share, u[field]!)), prior, ties }
}

/** Levels seen too seldom to be learned: none weighs more than equality, and none less than "different". */
function orderLevels(m: Float64Array, u: Float64Array): FieldWeights {
  const top = m.length - 1
  const most = m[top]! / u[top]!
  const least = Math.min(m[1]! / u[1]!, most)
  for (let level = 2; level < top; level++) {
    const ratio = m[level]! / u[level]!
    if (ratio > most) u[level] = m[level]! / most
    else if (ratio < least) u[level] = m[level]! / least
  }
  return { m, u }
}

import { chooseRules, defaultLimits, layBlocks, type Rule } from './blocking.ts'
import type { Edges } from './cluster.ts'
import { levelIn, maxFields, rowComparer } from './compare-rows.ts'
import { drawPairs, learnWeights, observeLevels, type Population, tieCorrection, type Weights } from './estimate.ts'
import { buildFields, type Field, type Fields } from './fields.ts'
import { sharedInts } from './int-hash.ts'
import type { Meaning } from './meanings.ts'
import { createPairStore, type PairStore } from './pair-store.ts'
import { type PairHelper, type PairSession, type PairUnits, plainFields, workUnits } from './pair-work.ts'
import type { RecognisedColumn } from './recognise.ts'
import type { Table } from './table.ts'
import { type Explain, rowExplainer } from './telling.ts'

/** Everything that was learned of a table, ready to be clustered, linked and explained. */
export type Resolution = {
  fields: Fields
  weights: Weights
  rules: Omit<Rule, 'ids' | 'groups'>[]
  comparedPairs: number
  patternCount: number
  /** Each with the number of its pattern in `patterns`. */
  edges: Edges & { pattern: Int32Array }
  patterns: { lows: Int32Array; highs: Int32Array }
  explain: Explain
  /** By field and code, the bits that a shared value adds for being rarer than usual, below zero for being more common. */
  corrections: readonly (Float32Array | undefined)[]
  /** The helper's, where it was to be kept: whoever has it ends it. */
  session: PairSession | undefined
}

/** Edges weaker than this in log2 odds are not kept. */
export const edgeFloor = -8

/** What is usual counts as much as this many rows when the rarity of a value is judged. */
const usualRows = 300

/** What one person alone has: a few rows with the same value are that person's, many are a shared mailbox or line. */
export const identifiers: readonly Meaning[] = ['e-mail', 'phone', 'url', 'handle', 'national-id']
export const ownCopies = 20

/** Pairs this unlikely never join, whatever else agrees. */
export const vetoWeight = -100

/**
 * Compares and weighs the rows of a table; `leftRows` splits a stacked table into two sides that are linked. The helper
 * changes how long it takes, never the answer.
 */
export function resolve(
  table: Table,
  recognised: readonly RecognisedColumn[],
  {
    leftRows,
    helper,
    keepHelper = false,
    keepShared = [],
  }: {
    leftRows?: number | undefined
    helper?: PairHelper | undefined
    keepHelper?: boolean
    /** Pairs that share a value of such a meaning are kept however weak they are. */
    keepShared?: readonly Meaning[]
  } = {},
): Resolution {
  const fields = limitFields(buildFields(table, recognised))
  const population: Population = { rowCount: table.rowCount, leftRows }
  const session = helper && table.rowCount >= helper.from ? helper.begin(plainFields(fields)) : undefined
  const rules = chooseRules(fields, table.rowCount, defaultLimits(table.rowCount), session)
  const blocks = layBlocks(rules, table.rowCount, leftRows)
  const ruleCounts = rules.map(({ name, pairs, skippedRows }) => ({ name, pairs, skippedRows }))
  rules.length = 0
  const work: PairUnits = { blocks, drawn: drawPairs(population), taken: sharedInts(1) }
  const others = session?.pairs(work)
  const compare = rowComparer(fields)
  const units = [...workUnits(work, compare), ...(others?.() ?? [])]
  if (!keepHelper) session?.end()
  const store = createPairStore()
  // In the order of their numbers, whoever compared them: the answer is always the same.
  for (const { part } of units.sort((x, y) => x.unit - y.unit)) store.append(part)
  const observed = observeLevels(fields.fields, work.drawn, population)
  const weights = learnWeights(fields.fields, observed, store, population)
  const base = patternWeights(fields.fields, weights, store.patterns)
  const corrections = rarityTables(fields.fields, weights)
  const rarity = rarityOf(fields.fields, corrections, store.patterns)
  const { lows, highs } = store.patterns
  const edges = createEdges()
  const kept = new Uint8Array(store.patterns.count)
  for (const [index, field] of fields.fields.entries())
    if (keepShared.includes(field.meaning))
      for (let pattern = 0; pattern < kept.length; pattern++)
        if (levelIn(lows[pattern]!, highs[pattern]!, index) === field.levels.length - 1) kept[pattern] = 1
  for (const { a, b, pattern: patterns, size } of store.pieces)
    for (let at = 0; at < size; at++) {
      const pattern = patterns[at]!
      const start = base[pattern]!
      if (start < edgeFloor - 12 && start > vetoWeight / 2 && kept[pattern] === 0) continue
      const weight = start <= vetoWeight / 2 ? vetoWeight : start + rarity(a[at]!, pattern)
      if (weight > edgeFloor || weight === vetoWeight || kept[pattern] === 1) edges.add(a[at]!, b[at]!, weight, pattern)
    }
  return {
    fields,
    weights,
    rules: ruleCounts,
    comparedPairs: store.length,
    patternCount: store.patterns.count,
    edges: edges.finish(),
    patterns: { lows, highs },
    explain: rowExplainer(fields.fields, compare, { weights, corrections }),
    corrections,
    session: keepHelper ? session : undefined,
  }
}

function limitFields(fields: Fields): Fields {
  if (fields.fields.length > maxFields) fields.fields.length = maxFields
  return fields
}

function levelWeight(weights: Weights, field: number, level: number): number {
  if (level === 0) return 0
  const { m, u } = weights.fields[field]!
  return Math.log2(m[level]! / u[level]!)
}

/** What thousands share: agreement in one such field, with all else different or not given, makes nobody one person. */
const shared: readonly Meaning[] = ['gender', 'country', 'region', 'category']
const maybeShared: readonly Meaning[] = ['text', 'title', 'place', 'postcode', 'street-number']
const aloneAtMost = -3

/** Short words of any column may stand for a group; a text of some length is a description of one. */
function isNobodysOwn({ meaning, values }: Field): boolean {
  if (shared.includes(meaning)) return true
  if (!maybeShared.includes(meaning)) return false
  const some = values.slice(1, 200)
  return some.reduce((sum, value) => sum + value.length, 0) < 8 * some.length
}

function weightOf(
  fields: readonly Field[],
  weights: Weights,
  nobodysOwn: readonly boolean[],
  low: number,
  high: number,
): number {
  let agreeing = 0
  let own = 0
  let weight = Math.log2(weights.prior / (1 - weights.prior)) - tieCorrection(weights.ties, low, high) / Math.LN2
  for (let field = 0; field < fields.length; field++) {
    const level = levelIn(low, high, field)
    if (fields[field]!.levels[level]?.veto) return vetoWeight
    if (level > 1) agreeing++
    if (level > 1 && !nobodysOwn[field]) own++
    weight += levelWeight(weights, field, level)
  }
  return own === 0 && agreeing < 2 ? Math.min(weight, aloneAtMost) : weight
}

function patternWeights(
  fields: readonly Field[],
  weights: Weights,
  patterns: { count: number; lows: Int32Array; highs: Int32Array },
): Float64Array {
  const result = new Float64Array(patterns.count)
  const nobodysOwn = fields.map(isNobodysOwn)
  for (let pattern = 0; pattern < patterns.count; pattern++)
    result[pattern] = weightOf(fields, weights, nobodysOwn, patterns.lows[pattern]!, patterns.highs[pattern]!)
  return result
}

/** Correction in bits where two rows share a value: above 0 for rarer values than usual, below 0 for common ones. */
function rarityTables(fields: readonly Field[], weights: Weights): (Float32Array | undefined)[] {
  return fields.map((field, index) => {
    if (field.levels.length <= 3) return undefined
    const usual = weights.fields[index]!.u[field.levels.length - 1]!
    let given = 0
    for (let code = 1; code < field.counts.length; code++) given += field.counts[code]!
    // One holder is the row itself; short lists lean on what is usual.
    const all = given + usualRows
    const isIdentifier = identifiers.includes(field.meaning)
    return Float32Array.from(field.counts, count => {
      if (isIdentifier && count <= ownCopies) return 0
      const share = (Math.max(0.5, count - 1) + usualRows * usual) / all
      return Math.max(-8, Math.min(6, Math.log2(usual / share)))
    })
  })
}

function rarityOf(
  fields: readonly Field[],
  corrections: readonly (Float32Array | undefined)[],
  { lows, highs }: PairStore['patterns'],
) {
  const sharedIn: { codes: Int32Array; correction: Float32Array }[][] = []
  return (row: number, pattern: number): number => {
    sharedIn[pattern] ??= fields.flatMap(({ levels, codes }, field) => {
      const correction = corrections[field]
      const isTop = levelIn(lows[pattern]!, highs[pattern]!, field) === levels.length - 1
      return isTop && correction ? [{ codes, correction }] : []
    })
    const shared = sharedIn[pattern]
    let sum = 0
    for (let at = 0; at < shared.length; at++) sum += shared[at]!.correction[shared[at]!.codes[row]!]!
    return sum
  }
}

function createEdges() {
  let a = new Int32Array(1 << 14)
  let b = new Int32Array(1 << 14)
  let weight = new Float32Array(1 << 14)
  let pattern = new Int32Array(1 << 14)
  let length = 0
  return {
    add(one: number, other: number, value: number, compared: number) {
      if (length === a.length) {
        a = doubled(a, new Int32Array(length * 2))
        b = doubled(b, new Int32Array(length * 2))
        weight = doubled(weight, new Float32Array(length * 2))
        pattern = doubled(pattern, new Int32Array(length * 2))
      }
      a[length] = one
      b[length] = other
      pattern[length] = compared
      weight[length++] = value
    },
    finish: () => ({ a, b, weight, pattern, length }),
  }
}

function doubled<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

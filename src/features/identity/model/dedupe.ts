import { clusterRows } from './cluster.ts'
import { type Evidence, probabilityOf } from './evidence.ts'
import { sharedInts } from './int-hash.ts'
import type { Meaning } from './meanings.ts'
import type { PairHelper } from './pair-work.ts'
import { findIdColumn, type RecognisedColumn, recogniseColumns } from './recognise.ts'
import { type Resolution, resolve, vetoWeight } from './resolve.ts'
import { encodeRows, stack, type Table } from './table.ts'
import { newTelling, tellInOrder } from './telling.ts'

export type ResolveOptions = {
  /** Meaning by column name, where recognition should not decide. */
  map?: ReadonlyMap<string, Meaning>
  /** Compares a part of the pairs in another thread. */
  helper?: PairHelper | undefined
}

/** One row's place. `probability`: that it belongs with its cluster; of a row alone, that nothing else here is the same person. */
export type ClusteredRow = { row: number; id: string; cluster: number; probability: number; evidence: Evidence[] }

export type ResolveSummary = {
  columns: RecognisedColumn[]
  comparedPairs: number
  rules: { name: string; pairs: number; skippedRows: number }[]
  /** Pairs too likely to be ignored and not joined: for a person to look at. */
  undecidedPairs: number
}

export type DedupeResult = {
  /** Each is made when it is its turn: a million at once would be what the garbage collector is busy with. */
  rows: Iterable<ClusteredRow>
  /** The same with the evidence in words, told by the helper too. */
  told: Iterable<Omit<ClusteredRow, 'evidence'> & { evidence: string }>
  rowCount: number
  clusterCount: number
  summary: ResolveSummary
}

/** Groups join while the mean log2 odds between them are above the stop; measured to hold over unlike data sets. */
const clustering = { stop: -1.5, floor: -8, cap: 12 }

/** Log2 odds from which a pair is linked, and below which it is not worth a look. */
export const thresholds = { link: 0, review: -4 }

/** Finds the rows of one list that are the same person. */
export function dedupe(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  options: ResolveOptions = {},
): DedupeResult & { rows: ClusteredRow[] } {
  const found = dedupeTable(encodeRows(rows, columns), options)
  return { ...found, rows: [...found.rows] }
}

export function dedupeTable(table: Table, options: ResolveOptions = {}): DedupeResult {
  const recognised = recogniseColumns(table, options.map ?? new Map())
  const resolution = resolve(table, recognised, { helper: options.helper, keepHelper: true })
  const labels = clusterRows(table.rowCount, resolution.edges, clustering)
  const inside = new Float32Array(table.rowCount).fill(-Infinity)
  const partner = sharedInts(table.rowCount).fill(-1)
  const outside = new Float32Array(table.rowCount).fill(-20)
  let undecidedPairs = 0
  const { a: ones, b: others, weight: weights, length } = resolution.edges
  for (let edge = 0; edge < length; edge++) {
    const a = ones[edge]!
    const b = others[edge]!
    const weight = weights[edge]!
    if (labels[a] === labels[b]) {
      better(a, b, weight)
      better(b, a, weight)
    } else {
      if (weight > outside[a]!) outside[a] = weight
      if (weight > outside[b]!) outside[b] = weight
      if (weight >= thresholds.review) undecidedPairs++
    }
  }
  const ids = table.columns[findIdColumn(table, recognised) ?? -1]
  const clusterOf = new Int32Array(table.rowCount)
  let clusterCount = 0
  for (const label of labels) if (clusterOf[label] === 0) clusterOf[label] = ++clusterCount
  const placeOf = (row: number) => ({
    row: row + 1,
    id: ids?.values[ids.codes[row]!] ?? '',
    cluster: clusterOf[labels[row]!]!,
    probability: partner[row]! < 0 ? 1 - probabilityOf(outside[row]!) : probabilityOf(inside[row]!),
  })
  const rowAt = (row: number): ClusteredRow => ({
    ...placeOf(row),
    // Told when it is read.
    get evidence() {
      return partner[row]! < 0 ? [] : resolution.explain(row, partner[row]!)
    },
  })
  let { session } = resolution
  const end = () => {
    session?.end()
    session = undefined
  }
  return {
    rows: {
      *[Symbol.iterator]() {
        end()
        for (let row = 0; row < table.rowCount; row++) yield rowAt(row)
      },
    },
    told: {
      *[Symbol.iterator]() {
        const telling = newTelling(partner)
        const theirs = session?.tell(telling, resolution)
        let row = 0
        try {
          for (const evidence of tellInOrder(telling, resolution.explain, theirs)) yield { ...placeOf(row++), evidence }
        } finally {
          end()
        }
      },
    },
    rowCount: table.rowCount,
    clusterCount,
    summary: summarise(resolution, recognised, undecidedPairs),
  }

  function better(row: number, other: number, weight: number) {
    if (weight > inside[row]!) {
      inside[row] = weight
      partner[row] = other
    }
  }
}

export type LinkedPair = {
  leftRow: number
  leftId: string
  rightRow: number
  rightId: string
  probability: number
  evidence: Evidence[]
}

export type LinkResult = { pairs: LinkedPair[]; summary: ResolveSummary }

/** By how many bits another partner must be better to make a pair doubtful. */
const beatenByBits = 10

/**
 * A row may have several true partners, some much fuller than others, so a pair falls only when both rows have a far
 * better one, or when one has and the pair is weak in itself.
 */
function isBeaten(weight: number, bestOfLeft: number, bestOfRight: number): boolean {
  const onLeft = weight < bestOfLeft - beatenByBits
  const onRight = weight < bestOfRight - beatenByBits
  return (onLeft && onRight) || ((onLeft || onRight) && weight < beatenByBits)
}

/** Finds the rows of two lists that are the same person. A row may have several partners where they are about as good. */
export function linkTables(left: Table, right: Table, options: ResolveOptions = {}): LinkResult {
  const map = options.map ?? new Map<string, Meaning>()
  const leftColumns = recogniseColumns(left, map)
  const rightColumns = recogniseColumns(right, map)
  const { pairs: aligned, meanings } = alignColumns(leftColumns, rightColumns)
  const table = stack(left, right, aligned)
  const recognised = aligned.map(
    (pair, column): RecognisedColumn => ({
      column,
      name: pair.name,
      meaning: meanings[column] ?? 'ignore',
      by: 'name',
    }),
  )
  const resolution = resolve(table, recognised, { leftRows: left.rowCount, helper: options.helper })
  const best = new Float32Array(table.rowCount).fill(-Infinity)
  const { a: ones, b: others, weight: weights, length } = resolution.edges
  for (let edge = 0; edge < length; edge++) {
    for (const row of [ones[edge]!, others[edge]!]) if (weights[edge]! > best[row]!) best[row] = weights[edge]!
  }
  const leftIds = left.columns[findIdColumn(left, leftColumns) ?? -1]
  const rightIds = right.columns[findIdColumn(right, rightColumns) ?? -1]
  const pairs: LinkedPair[] = []
  let undecidedPairs = 0
  for (let edge = 0; edge < length; edge++) {
    const a = ones[edge]!
    const b = others[edge]!
    const weight = weights[edge]!
    if (weight <= vetoWeight) continue
    const beaten = isBeaten(weight, best[a]!, best[b]!)
    if (weight < thresholds.link || beaten) {
      if (weight >= thresholds.review && !beaten) undecidedPairs++
      continue
    }
    const rightRow = b - left.rowCount
    pairs.push({
      leftRow: a + 1,
      leftId: leftIds?.values[leftIds.codes[a]!] ?? '',
      rightRow: rightRow + 1,
      rightId: rightIds?.values[rightIds.codes[rightRow]!] ?? '',
      probability: probabilityOf(weight),
      get evidence() {
        return resolution.explain(a, b)
      },
    })
  }
  pairs.sort((x, y) => x.leftRow - y.leftRow || x.rightRow - y.rightRow)
  return { pairs, summary: summarise(resolution, recognised, undecidedPairs) }
}

/** Pairs the columns of two tables: the same name first, then the same meaning in order. */
function alignColumns(left: readonly RecognisedColumn[], right: readonly RecognisedColumn[]) {
  const pairs: { name: string; top?: number; bottom?: number }[] = []
  const meanings: Meaning[] = []
  const taken = new Set<number>()
  for (const column of left) {
    const free = right.filter(other => !taken.has(other.column) && other.meaning === column.meaning)
    const partner =
      free.find(other => other.name.toLowerCase() === column.name.toLowerCase()) ??
      free.find(other => !left.some(mine => mine.name === other.name))
    if (partner) taken.add(partner.column)
    pairs.push({ name: column.name, top: column.column, ...(partner && { bottom: partner.column }) })
    meanings.push(column.meaning)
  }
  for (const column of right) {
    if (taken.has(column.column)) continue
    pairs.push({ name: column.name, bottom: column.column })
    meanings.push(column.meaning)
  }
  return { pairs, meanings }
}

function summarise(resolution: Resolution, columns: RecognisedColumn[], undecidedPairs: number): ResolveSummary {
  return {
    columns,
    comparedPairs: resolution.comparedPairs,
    rules: resolution.rules,
    undecidedPairs,
  }
}

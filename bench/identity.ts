import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dedupeTable, readCsv, type Table } from '#features/identity/index.ts'
import { encodeRows } from '#features/identity/model/table.ts'
import { makeContacts, makeHistorical, makeRegister } from './identity-data.ts'

export type Quality = { precision: number; recall: number; f1: number }

/** Pairwise quality of clusters against the true person of each row. */
export function measureClusters(found: ArrayLike<number>, truth: ArrayLike<number>): Quality {
  const inBoth = pairsOf(found.length, row => `${found[row]}:${truth[row]}`)
  const precision =
    inBoth /
    Math.max(
      1,
      pairsOf(found.length, row => `${found[row]}`),
    )
  const recall =
    inBoth /
    Math.max(
      1,
      pairsOf(found.length, row => `${truth[row]}`),
    )
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function pairsOf(rowCount: number, keyOf: (row: number) => string): number {
  const sizes = new Map<string, number>()
  for (let row = 0; row < rowCount; row++) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

/**
 * Prints precision, recall, F1 and speed on made-up lists, and on fake_1000.csv, febrl1.csv and febrl2.csv where
 * `folder` has them.
 */
export function runIdentityBench(options: { rows: number; folder?: string; print: (line: string) => void }) {
  for (const made of [
    makeHistorical(options.rows, 7),
    makeRegister(Math.min(options.rows, 10_000), 8),
    makeContacts(Math.min(options.rows, 10_000), 9),
  ]) {
    measure(made.name, encodeRows(made.rows, made.columns), made.truth)
  }
  for (const name of ['fake_1000', 'febrl1', 'febrl2']) {
    const path = join(options.folder ?? '', `${name}.csv`)
    if (options.folder === undefined || !existsSync(path)) continue
    const read = readCsv(readFileSync(path))
    if (read.ok) measure(name, read.value, truthOf(read.value))
    else options.print(`${name}: ${read.refusal.message}`)
  }

  function measure(name: string, table: Table, truth: ArrayLike<number>) {
    const began = performance.now()
    const { rows } = dedupeTable(table)
    const seconds = (performance.now() - began) / 1000
    const { precision, recall, f1 } = measureClusters(
      Int32Array.from(rows, row => row.cluster),
      truth,
    )
    options.print(
      `${name}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}; ${seconds.toFixed(1)} s, ${Math.round(table.rowCount / seconds)} rows/s`,
    )
  }
}

/** The `cluster` column, or the number in `rec-N-org` and `rec-N-dup-K`. */
function truthOf(table: Table): Int32Array {
  const column = table.columns.find(one => one.name === 'cluster') ?? table.columns[0]
  if (!column) return new Int32Array(table.rowCount)
  return column.codes.map(code => Number((column.values[code] ?? '').replace(/^rec-(\d+)-.*$/, '$1')))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rows = '50000', folder] = process.argv.slice(2)
  runIdentityBench({ rows: Number(rows), ...(folder !== undefined && { folder }), print: line => console.log(line) })
}

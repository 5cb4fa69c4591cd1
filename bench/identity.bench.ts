import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dedupeTable, readCsv, type Table } from '#features/identity/index.ts'
import { encodeRows } from '#features/identity/model/table.ts'
import { makeContacts, makeHistorical, makeRegister } from './identity-data.ts'
import { firstRows, makeCensus, makeFirms, makeWorthies, withoutHeaders } from './identity-hard-data.ts'
import { measureClusters } from './identity-quality.ts'

export const name = 'identity'

const manyRows = 50_000
const fewRows = 10_000
/** A folder with fake_1000.csv, febrl1.csv and febrl2.csv measures on those too. */
const folder = process.argv[3]

/** Precision, recall and speed on made-up lists, each row's true person known. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const made = [
    makeHistorical(manyRows, 7),
    makeRegister(fewRows, 8),
    makeContacts(fewRows, 9),
    makeWorthies(manyRows, 31),
    makeCensus(fewRows, 36),
    withoutHeaders(makeCensus(fewRows >> 1, 33)),
    makeFirms(fewRows, 34),
    firstRows(makeCensus(fewRows >> 1, 35), 30),
  ]
  const measured = made.flatMap(list => measure(list.name, encodeRows(list.rows, list.columns), list.truth))
  for (const known of ['fake_1000', 'febrl1', 'febrl2']) {
    const path = join(folder ?? '', `${known}.csv`)
    if (folder === undefined || !existsSync(path)) continue
    const read = readCsv(readFileSync(path))
    if (!read.ok) throw new Error(`${known}: ${read.refusal.message}`)
    measured.push(...measure(known, read.value, truthOf(read.value)))
  }
  return measured
}

function measure(list: string, table: Table, truth: ArrayLike<number>) {
  const began = performance.now()
  const { rows } = dedupeTable(table)
  const seconds = (performance.now() - began) / 1000
  const found = Int32Array.from(rows, row => row.cluster)
  const { precision, recall, f1 } = measureClusters(found, truth)
  return [
    { name: `${list}, ${table.rowCount} rows: precision`, figure: precision, unit: '' },
    { name: `${list}: recall`, figure: recall, unit: '' },
    { name: `${list}: F1`, figure: f1, unit: '' },
    { name: `${list}: speed`, figure: Math.round(table.rowCount / seconds), unit: 'rows/s' },
  ]
}

/** The `cluster` column, or the number in `rec-N-org` and `rec-N-dup-K`. */
function truthOf(table: Table): Int32Array {
  const column = table.columns.find(one => one.name === 'cluster') ?? table.columns[0]
  if (!column) return new Int32Array(table.rowCount)
  return column.codes.map(code => Number((column.values[code] ?? '').replace(/^rec-(\d+)-.*$/, '$1')))
}

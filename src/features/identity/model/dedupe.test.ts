import { expect, test } from 'vitest'
import { type MadeSet, makeContacts, makeHistorical, makeRegister } from '../../../../bench/identity-data.ts'
import { measureClusters } from '../../../../bench/identity-quality.ts'
import { dedupe, linkTables } from './dedupe.ts'
import { encodeRows } from './table.ts'

function qualityOf(set: MadeSet, keep: (column: string) => boolean = () => true) {
  const kept = set.columns.map((column, at) => ({ column, at })).filter(({ column }) => keep(column))
  const { rows } = dedupe(
    set.rows.map(row => kept.map(({ at }) => row[at] ?? '')),
    kept.map(({ column }) => column),
  )
  return measureClusters(
    rows.map(row => row.cluster),
    set.truth,
  )
}

test('noisy historical records with families are told apart without labels', () => {
  expect(qualityOf(makeHistorical(3000, 21)).f1).toBeGreaterThan(0.95)
})

test('register records with typing errors are found nearly all', () => {
  expect(qualityOf(makeRegister(1600, 22)).f1).toBeGreaterThan(0.995)
})

test('contacts with whole names and half-empty cells are found', () => {
  expect(qualityOf(makeContacts(1600, 23)).f1).toBeGreaterThan(0.94)
})

test('a label column changes nothing, whether it is there or not', () => {
  const set = makeHistorical(1200, 24)
  expect(qualityOf(set)).toEqual(qualityOf(set, column => column !== 'cluster' && column !== 'unique_id'))
})

test('the same list gives the same answer at every run', () => {
  const set = makeHistorical(1700, 25)
  expect(dedupe(set.rows, set.columns)).toEqual(dedupe(set.rows, set.columns))
})

test('every row is in the answer once, with its id, and reasons where it has a partner', () => {
  const set = makeContacts(300, 26)
  const columns = ['id', ...set.columns]
  const { rows } = dedupe(
    set.rows.map((row, at) => [`c${at}`, ...row]),
    columns,
  )
  expect(rows.map(row => row.row)).toEqual(set.rows.map((_, at) => at + 1))
  expect(rows.map(row => row.id)).toEqual(set.rows.map((_, at) => `c${at}`))
  const sizes = new Map<number, number>()
  for (const row of rows) sizes.set(row.cluster, (sizes.get(row.cluster) ?? 0) + 1)
  for (const row of rows) {
    expect(row.probability).toBeGreaterThanOrEqual(0)
    expect(row.probability).toBeLessThanOrEqual(1)
    expect(row.evidence.length > 0).toBe(sizes.get(row.cluster) !== 1)
  }
})

test('a list without any repeated person is left alone', () => {
  const set = makeRegister(1800, 27)
  const seen = new Set<number>()
  const single = set.rows.filter((_, at) => {
    const person = set.truth[at] ?? 0
    if (seen.has(person)) return false
    seen.add(person)
    return true
  })
  const { clusterCount } = dedupe(single, set.columns)
  expect(clusterCount).toBeGreaterThan(single.length * 0.995)
})

test('two lists with columns in another order and language are linked', () => {
  const set = makeRegister(1400, 28)
  const isOriginal = (row: readonly string[]) => (row[0] ?? '').endsWith('-org')
  const left = set.rows.filter(isOriginal)
  const right = set.rows.filter(row => !isOriginal(row))
  const leftTable = encodeRows(left, set.columns)
  const order = [2, 1, 9, 7, 6, 4, 0]
  const rightTable = encodeRows(
    right.map(row => order.map(at => row[at] ?? '')),
    ['Nachname', 'Vorname', 'Geburtsdatum', 'PLZ', 'Ort', 'Adresse', 'id'],
  )
  const { pairs } = linkTables(leftTable, rightTable)
  const personOf = (id: string) => id.split('-')[1]
  const correct = pairs.filter(pair => personOf(pair.leftId) === personOf(pair.rightId)).length
  expect(correct / pairs.length).toBeGreaterThan(0.98)
  expect(correct / right.length).toBeGreaterThan(0.95)
})

test('rows that share nothing but a short word of some column stay apart', () => {
  const { clusterCount } = dedupe(
    [
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'x'],
    ],
    ['a', 'b'],
  )
  expect(clusterCount).toBe(3)
})

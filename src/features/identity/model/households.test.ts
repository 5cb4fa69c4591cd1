import { expect, test } from 'vitest'
import { measureClusters } from '../../../../bench/identity-quality.ts'
import { dedupeTable } from './dedupe.ts'
import { seededRandom } from './int-hash.ts'
import { encodeRows } from './table.ts'

const given =
  'Harriet Margaret Richard Jane Stephen Agnes George Walter Alfred Charles David Frances Ida Thomas Ruth Hugh'
const starts = 'Ash Black Brad Cart Dob Elder Fair Gold Hart Hawk Holl Kirk Lang Mar Oak Pem'.split(' ')
const ends = 'ford ley ton well man son wick worth field ham bury brook'.split(' ')

/** Families under one roof: surname, street, town and postcode are one, the people are not. */
function makeFamilies(homes: number) {
  const random = seededRandom(77)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const rows: string[][] = []
  const truth: number[] = []
  let person = 0
  for (let home = 0; home < homes; home++) {
    const surname = pick(starts) + pick(ends)
    const street = `${1 + Math.floor(random() * 150)} ${pick(starts)} ${pick(['Street', 'Road', 'Lane'])}`
    const shared = [street, pick(['Selby', 'Ely', 'Diss', 'Cromer', 'Yarm']), digits(5)]
    for (const name of given
      .split(' ')
      .toSorted(() => random() - 0.5)
      .slice(0, 3)) {
      const born = `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/19${digits(2)}`
      const number = digits(9)
      for (let copy = 0; copy < 2; copy++) {
        const slip = (text: string) =>
          random() < 0.12 ? text.slice(0, 2) + text.slice(3) : random() < 0.06 ? '' : text
        rows.push([slip(name), slip(surname), slip(born), ...shared.map(slip), slip(number)])
        truth.push(person)
      }
      person++
    }
  }
  return {
    table: encodeRows(rows, ['FRST_NM', 'LST_NM', 'BRTH_DT', 'ADDR_LN_1', 'CTY_NM', 'ZIP_CD', 'GOVT_ID']),
    truth,
  }
}

test('a family under one roof is not one person, however much of their home is the same', () => {
  const { table, truth } = makeFamilies(300)
  const { rows } = dedupeTable(table)
  const { precision, recall } = measureClusters(
    Int32Array.from(rows, row => row.cluster),
    truth,
  )
  expect(precision).toBeGreaterThan(0.94)
  expect(recall).toBeGreaterThan(0.95)
})

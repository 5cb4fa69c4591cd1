import { expect, test } from 'vitest'
import { dedupe, dedupeTable } from '../../model/dedupe.ts'
import { evidenceText } from '../../model/evidence.ts'
import { seededRandom } from '../../model/int-hash.ts'
import { encodeRows } from '../../model/table.ts'
import { pairHelper } from './pair-helper.ts'

const random = seededRandom(7)
const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
const given = 'Ana Tom Mara Jonas Aisha Pavel Ingrid Mateo Chloe Kwame Yuki Elif'.split(' ')
const start = 'Berg Oka Her Lind Ziel Mor Cast Vuk Tana Brand'.split(' ')
const end = 'lund for rera qvist inski eau ell ovic ka t'.split(' ')

/** More than are compared each with each, every third of them twice, the second time with a slip. */
const people = Array.from({ length: 1_150 }, (_, index) => {
  const [first, last] = [one(given), one(start) + one(end)]
  const mail = `${first}.${last}${Math.floor(random() * 90)}@mail.example`.toLowerCase()
  const row = [String(index), first, last, mail, `Town ${Math.floor(random() * 40)}`, `Works ${index % 70}`]
  return index % 3 === 0 ? [row, [`${index}b`, first, last.slice(0, -1), mail, row[4] ?? '', '']] : [row]
}).flat()
const columns = ['id', 'first name', 'surname', 'e-mail', 'town', 'employer']

test('the answer is the same at every run, with a helper thread and without', () => {
  const told = (helper: typeof pairHelper | undefined) => {
    const { rows, summary } = dedupe(people, columns, { helper })
    return { rows: rows.map(({ cluster, probability }) => ({ cluster, probability })), summary }
  }
  const alone = told(undefined)
  expect(alone.summary.rules.length).toBeGreaterThan(1)
  expect(new Set(alone.rows.map(row => row.cluster)).size).toBeLessThan(people.length - 300)
  expect(told({ ...pairHelper, from: 0 })).toEqual(alone)
})

test('what two threads tell of a list is what one tells', () => {
  const { rows } = dedupe(people, columns)
  const wanted = rows.map(row => ({ ...row, evidence: evidenceText(row.evidence) }))
  const table = encodeRows(people, columns)
  expect([...dedupeTable(table).told]).toEqual(wanted)
  expect([...dedupeTable(table, { helper: { ...pairHelper, from: 0 } }).told]).toEqual(wanted)
})

import { expect, test } from 'vitest'
import { factColumns } from './fact-table.ts'
import { factsOf } from './facts.ts'
import { findPairs } from './find-pairs.ts'
import { seededRandom } from './int-hash.ts'
import { learnedFrom } from './learned.ts'
import { scorePair } from './live.ts'
import { recogniseColumns } from './recognise.ts'
import { resolve, vetoWeight } from './resolve.ts'
import { encodeRows } from './table.ts'

const random = seededRandom(5)
const one = (list: string) => list.split(' ')[Math.floor(random() * list.split(' ').length)] ?? ''

type Known = { name: string; born: string; place: string; mail: string; phone: string; employer: string; title: string }
const columns = factColumns.map(([name]) => name)
const cellsOf = (known: Known) => columns.map(name => (name in known ? known[name as keyof Known] : ''))

function somePeople(): Known[] {
  return Array.from({ length: 160 }, (_, index) => {
    const given = one('Ana Tom Mara Jonas Aisha Pavel Ingrid Mateo Chloe Kwame')
    const family =
      one('Berg Okafor Herrera Lind Zielinski Moreau Castell Vukovic Tanaka Brandt') + one('man son a er ov')
    const known: Known = {
      name: index % 5 === 0 ? `${given} ${one('Maria Lee Jo')} ${family}` : `${given} ${family}`,
      born:
        index % 3 === 0 ? '' : `19${60 + Math.floor(random() * 40)}-0${1 + Math.floor(random() * 9)}-1${index % 10}`,
      place: one('Turku Graz Porto Leeds Lyon'),
      mail: index % 2 === 0 ? `${family}${Math.floor(random() * 90)}@w.example`.toLowerCase() : '',
      phone: index % 4 === 0 ? `+3460012${1000 + index}` : '',
      employer: one('Norte Kestrel Harbour'),
      title: one('Nurse Welder Cook'),
    }
    return index % 8 === 0
      ? [known, { ...known, name: known.name.replace('a', 'e'), place: one('Turku Graz') }]
      : [known]
  }).flat()
}

test('a pair alone is judged as it was weighed among everyone', () => {
  const people = somePeople()
  const table = encodeRows(people.map(cellsOf), columns)
  const resolution = resolve(table, recogniseColumns(table, new Map(factColumns)))
  const { edges, weights } = resolution
  const model = { ...learnedFrom(resolution, people.length), prior: weights.prior }
  const facts = people.map(({ name, born, place, mail, phone, employer, title }) =>
    factsOf({
      display_name: name,
      birth_date: born,
      place,
      contacts: [
        { kind: 'email', key: mail },
        { kind: 'phone', key: phone },
      ],
      profiles: [{ tool: 'email', key: null, positions: [{ organisation: employer, title }] }],
    }),
  )
  let compared = 0
  for (let edge = 0; edge < edges.length; edge++) {
    const [a, b, weight] = [edges.a[edge] ?? 0, edges.b[edge] ?? 0, edges.weight[edge] ?? 0]
    const [left, right] = [facts[a], facts[b]]
    if (weight === vetoWeight || !left || !right) continue
    expect(scorePair(left, right, model).log2Odds).toBeCloseTo(weight, 1)
    compared++
  }
  expect(compared).toBeGreaterThan(15)
})

test('whoever is worth judging is found, the likeliest first, and the same at every run', () => {
  const people = somePeople()
  const table = () => ({ table: encodeRows(people.map(cellsOf), columns), personOf: (row: number) => `p${row}` })
  const found = findPairs(table())
  expect(found.pairs.length).toBeGreaterThan(15)
  expect(found).toEqual(findPairs(table()))
})

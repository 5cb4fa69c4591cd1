import { expect, test } from 'vitest'
import { factColumns, factTableBuilder, separators } from './fact-table.ts'

const columns = factColumns.map(([name]) => name)
type Facts = Partial<Record<(typeof columns)[number], string>>

const idOf = (row: number) => `01a22e3a-0d77-7000-b90e-${String(row).padStart(12, '0')}`
const textOf = (people: readonly Facts[], first = 0) =>
  people
    .map((facts, at) => [idOf(first + at), ...columns.map(name => facts[name] ?? '')].join(separators.cell))
    .join(separators.row)

function read(...texts: string[]) {
  const builder = factTableBuilder()
  for (const text of texts) builder.add(text)
  const { table, personOf } = builder.finish()
  return Array.from({ length: table.rowCount }, (_, row) => ({
    person: personOf(row),
    facts: Object.fromEntries(
      table.columns.flatMap(({ name, codes, values }) => {
        const value = values[codes[row] ?? 0] ?? ''
        return value === '' ? [] : [[name, value]]
      }),
    ),
  }))
}

test('what was written of people is read, however it is divided into texts', () => {
  const people: Facts[] = Array.from({ length: 3_000 }, (_, row) => ({
    name: `Zoë ${row % 700}é`.replace(/\d/g, digit => 'abcdefghij'.charAt(Number(digit))),
    mail: row % 3 === 0 ? `p${row}@mail.example` : '',
    place: '漢字🙂'.slice(0, row % 3),
    title: row === 1_500 ? 'x'.repeat(2_000_000) : 'Welder',
  }))
  const wanted = people.map(({ name = '', mail, place, title }, row) => ({
    person: idOf(row),
    facts: { name, ...(mail && { mail }), ...(place && { place }), title },
  }))
  expect(read(textOf(people))).toEqual(wanted)
  expect(
    read(textOf(people.slice(0, 1)), textOf(people.slice(1, 2_000), 1), textOf(people.slice(2_000), 2_000)),
  ).toEqual(wanted)
})

test('spaces of every writing around a fact are no part of it', () => {
  const [person] = read(textOf([{ given: '\t Ana\u00a0', family: '\u3000Berg\u2009\ufeff', place: 'Å \u00e0' }]))
  expect(person?.facts).toEqual({ given: 'Ana', family: 'Berg', place: 'Å à' })
})

test('boxes that many read and names that are only an address say nothing', () => {
  const people = read(
    textOf([
      { name: 'ana@mail.example', mail: 'info@works.example', 'other mail': 'hr@works.example', phone: '+34600' },
      { name: 'Ana Berg', mail: 'ana@mail.example', 'other mail': 'berg@mail.example' },
    ]),
  )
  expect(people.map(({ facts }) => facts)).toEqual([
    { phone: '+34600' },
    { name: 'Ana Berg', mail: 'ana@mail.example', 'other mail': 'berg@mail.example' },
  ])
})

test('a row whose facts hold a separator is left out, those beside it stay', () => {
  const odd = [{ name: 'Ana' }, { name: `Be${separators.cell}n` }, { name: `Ca${separators.row}rl` }, { name: 'Dora' }]
  expect(read(textOf(odd)).map(({ person, facts }) => [person, facts.name])).toEqual([
    [idOf(0), 'Ana'],
    [idOf(3), 'Dora'],
  ])
})

test('of nobody nothing is known', () => {
  expect(read()).toEqual([])
})

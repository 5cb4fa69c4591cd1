import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

const encode = (text: string) => new TextEncoder().encode(text)

function cellsOf(file: Uint8Array): { names: string[]; rows: string[][] } {
  const read = readCsv(file)
  if (!read.ok) throw new Error(read.refusal.message)
  const { columns, rowCount } = read.value
  return {
    names: columns.map(column => column.name),
    rows: Array.from({ length: rowCount }, (_, row) =>
      columns.map(column => column.values[column.codes[row] ?? 0] ?? ''),
    ),
  }
}

test('quotes, doubled quotes, separators and line breaks inside quotes are read as text', () => {
  const { rows } = cellsOf(encode('name,note\r\n"Doe, Jane","said ""hi""\nand left"\r\n  Ann ,\r\n'))
  expect(rows).toEqual([
    ['Doe, Jane', 'said "hi"\nand left'],
    ['Ann', ''],
  ])
})

test.each([
  [';', 'a;b\n1;2\n'],
  ['tab', 'a\tb\n1\t2\n'],
  ['|', 'a|b\n1|2'],
])('a file separated by %s is read', (_, text) => {
  expect(cellsOf(encode(text))).toEqual({ names: ['a', 'b'], rows: [['1', '2']] })
})

test('UTF-8 with a mark, UTF-16 and Windows-1252 give the same letters', () => {
  const text = 'name,city\nZoë,Köln\n'
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...text].flatMap(sign => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ])
  const latin = Uint8Array.from([...text], sign => sign.charCodeAt(0))
  for (const file of [encode(`\uFEFF${text}`), utf16, latin]) expect(cellsOf(file).rows).toEqual([['Zoë', 'Köln']])
})

test('repeated and empty headers get names of their own', () => {
  expect(cellsOf(encode('name,name,\na,b,c\n')).names).toEqual(['name', 'name 2', 'column 3'])
})

test.each([
  ['', 'empty'],
  ['a,b\n', 'no-rows'],
  ['a\n1\n', 'one-column'],
  ['a,b\n1\n', 'ragged'],
  ['a,b\n1,2,3\n', 'ragged'],
  ['a,b\n"1,2\n', 'broken-quotes'],
  ['a,b\n"1"x,2\n', 'broken-quotes'],
  ['a,b\n\0\0,2\n', 'binary'],
])('%j is refused as %s', (text, code) => {
  const read = readCsv(encode(text))
  expect(read).toMatchObject({ ok: false, refusal: { code } })
})

test('a ragged row is named by its line', () => {
  const read = readCsv(encode('a,b\n"x\ny",2\n1\n'))
  expect(read.ok ? '' : read.refusal.message).toMatch(/^Line 4 has 1 cells where the first line has 2/)
})

test('many distinct cells keep their own codes as the dictionary grows', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `n${at},${at % 7}`)
  const { rows } = cellsOf(encode(`name,group\n${lines.join('\n')}\n`))
  expect(rows.map(row => row.join(','))).toEqual(lines)
})

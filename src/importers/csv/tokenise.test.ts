import { expect, test } from 'vitest'
import { bytesSource } from '../byte-source.ts'
import { csvImporter } from './csv.ts'
import { createTokeniser } from './tokenise.ts'

function rowsOf(text: string, pieceChars: number): string[][] {
  const tokeniser = createTokeniser({ delimiter: ',', newline: '\n' })
  const rows: string[][] = []
  for (let at = 0; at < text.length; at += pieceChars)
    rows.push(...tokeniser.push(text.slice(at, at + pieceChars), false))
  return [...rows, ...tokeniser.push('', true)]
}

const tricky = 'a,b,c\r\n"x, y","say ""hi""","two\nlines"\n,,\n"",b"c,"d"e\nlast,"q"'

test('quotes, doubled quotes, line ends inside and strays are read as programs write them', () => {
  expect(rowsOf(tricky, 1_000)).toEqual([
    ['a', 'b', 'c'],
    ['x, y', 'say "hi"', 'two\nlines'],
    ['', '', ''],
    ['', 'b"c', 'd"e\nlast,"q'],
  ])
})

test.each([1, 2, 3, 5, 7, 11, 64])('pieces of %d characters give the same rows as the whole', pieceChars => {
  expect(rowsOf(tricky, pieceChars)).toEqual(rowsOf(tricky, 1_000))
})

test('a quote that is never closed costs its own row only', () => {
  expect(rowsOf('a,b\n"open,c\nd,e\n', 1_000)).toEqual([
    ['a', 'b'],
    ['"open', 'c'],
    ['d', 'e'],
  ])
})

test('a row without end is refused in words, whatever the size of the file', async () => {
  const head = new TextEncoder().encode('Name,Email\nAda,ada@x.example\nBo,"')
  const piece = new Uint8Array(1 << 20).fill(120)
  const endless = {
    ...bytesSource('huge.csv', head),
    size: 2 ** 30,
    async *stream() {
      yield head
      for (let i = 0; i < 1024; i++) yield piece
    },
  }
  const read = async () => {
    for await (const record of csvImporter.read({ ...endless }, {})) expect(record.kind).toBe('person')
  }
  await expect(read()).rejects.toMatchObject({ code: 'too-big' })
})

import { expect, test } from 'vitest'
import { quotedPiece } from './quoted.ts'

const read = (quoted: string) =>
  Buffer.from(
    quoted
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

test('a piece of a mail reads as it was, in lines that nothing on the way changes', () => {
  const url = 'https://kith.example/l/go/5x-1a-abcdefghijklmnop/3'
  const pieces = [
    'Ana',
    'é',
    'Zoë Ñandú, 山田',
    '.',
    '..dots',
    ' blank ends ',
    'a=b',
    'one\ntwo\n\n.three\n',
    `${url}?${'x.y'.repeat(90)}`,
    ...Array.from({ length: 160 }, (_, length) => `${url}${'a'.repeat(length)}.${'.'.repeat(length)}b`),
  ]
  for (const piece of pieces) {
    const quoted = quotedPiece(piece)
    expect(read(quoted).replaceAll('\r\n', '\n')).toBe(piece)
    expect(quoted.split('\r\n').filter(line => line.length > 76 || line.startsWith('.') || line.endsWith(' '))).toEqual(
      [],
    )
  }
})

import type { ByteSource } from '#importers/contract.ts'
import { findByteOrderMark, guessNarrowEncoding, guessWideEncoding } from '../text/decode.ts'
import { type CsvDialect, createTokeniser } from './tokenise.ts'

/**
 * The encoding of a text file: byte order mark, else UTF-16 by its NULs, else UTF-8 where nearly all of it is, else by its letters.
 * Reads the whole file once, because the first accent may stand on the last line.
 */
export async function detectEncoding(source: ByteSource): Promise<string> {
  const head = await source.read(0, Math.min(4096, source.size))
  const known = findByteOrderMark(head)?.encoding ?? guessWideEncoding(head)
  if (known) return known
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of source.stream()) strict.decode(chunk, { stream: true })
    strict.decode()
    return 'utf-8'
  } catch {
    return await notQuiteUtf8(source)
  }
}

async function notQuiteUtf8(source: ByteSource): Promise<string> {
  const lenient = new TextDecoder('utf-8')
  let broken = 0
  let accented = 0
  for await (const chunk of source.stream()) {
    const text = lenient.decode(chunk, { stream: true })
    broken += text.split('\ufffd').length - 1
    accented += text.replace(/\p{ASCII}+/gu, '').length
  }
  if (accented - broken > broken * 10) return 'utf-8'
  return guessNarrowEncoding(await source.read(0, Math.min(1 << 18, source.size)))
}

/** Rows in batches, as the file is read; memory stays that of one piece and one row. */
export async function* readRows(
  source: ByteSource,
  dialect: CsvDialect,
  encoding: string,
  signal?: AbortSignal,
): AsyncGenerator<string[][]> {
  const tokeniser = createTokeniser(dialect)
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    const rows = tokeniser.push(clean(decoder.decode(chunk, { stream: true })), false)
    if (rows.length > 0) yield rows
  }
  const rows = tokeniser.push(clean(decoder.decode()), true)
  if (rows.length > 0) yield rows
}

const clean = (text: string): string => (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text)

export const isBlankRow = (row: readonly string[]): boolean => row.every(cell => cell.trim() === '')

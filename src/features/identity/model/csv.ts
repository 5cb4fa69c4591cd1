import { done, type Result, refuse as refusal } from '#kernel/result.ts'
import { type ColumnBuilder, columnBuilder } from './byte-column.ts'
import type { Table } from './table.ts'

export type CsvRefusal = {
  code: 'empty' | 'broken-quotes' | 'ragged' | 'one-column' | 'no-rows' | 'no-header' | 'binary'
  message: string
}

const quote = 34
const newline = 10
const carriage = 13
const delimiters = [44, 59, 9, 124] as const

/**
 * Reads a CSV file into encoded columns without making a text of every cell. Takes UTF-8, UTF-16 with its mark, and
 * Windows-1252; comma, semicolon, tab or bar; repeated headers get a number. A short or long row is refused by line.
 */
export function readCsv(file: Uint8Array): Result<Table, CsvRefusal> {
  const bytes = asUtf8(file)
  if (!bytes) return refuse('binary', 'This file is not text. Save it as CSV (UTF-8) and try again.')
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (start < bytes.length && (bytes[start] === newline || bytes[start] === carriage || bytes[start] === 32)) start++
  if (start >= bytes.length)
    return refuse('empty', 'The file is empty. It needs a first line with column names and one row per record.')
  const delimiter = findDelimiter(bytes, start)
  const header: string[] = []
  const columns: ColumnBuilder[] = []
  const decoder = new TextDecoder()
  let scratch = new Uint8Array(1024)
  let position = start
  let line = 1
  let rowCount = 0
  while (position < bytes.length) {
    if (isBlankLine(bytes, position) && columns.length !== 1) {
      position = skipLineEnd(bytes, position)
      line++
      continue
    }
    const lineOfRow = line
    let field = 0
    for (;;) {
      let from = position
      let to: number
      let source = bytes
      while (bytes[from] === 32) from++
      if (bytes[from] === quote) {
        let length = 0
        position = from + 1
        for (;;) {
          if (position >= bytes.length) {
            return refuse(
              'broken-quotes',
              `A quoted text that begins in line ${lineOfRow} is never closed. Close it with " or remove the quote, then try again.`,
            )
          }
          const byte = bytes[position]!
          if (byte === quote) {
            if (bytes[position + 1] !== quote) break
            position++
          } else if (byte === newline) line++
          if (length === scratch.length) {
            const wider = new Uint8Array(length * 2)
            wider.set(scratch)
            scratch = wider
          }
          scratch[length++] = byte
          position++
        }
        position++
        while (bytes[position] === 32) position++
        const after = bytes[position]
        if (after !== undefined && after !== delimiter && after !== newline && after !== carriage) {
          return refuse(
            'broken-quotes',
            `Line ${line} has text after a closing quote. Double the quotes inside a quoted text ("") and try again.`,
          )
        }
        source = scratch
        from = 0
        to = length
      } else {
        while (position < bytes.length) {
          const byte = bytes[position]!
          if (byte === delimiter || byte === newline || byte === carriage) break
          position++
        }
        to = position
      }
      while (to > from && source[to - 1]! <= 32) to--
      while (from < to && source[from]! <= 32) from++
      if (lineOfRow === 1 && rowCount === 0 && columns.length === 0) header.push(decoder.decode(source.slice(from, to)))
      else if (field < columns.length) columns[field]!.add(source, from, to)
      else if (to > from) return ragged(lineOfRow, field + 1, columns.length)
      field++
      if (bytes[position] !== delimiter) break
      position++
    }
    position = skipLineEnd(bytes, position)
    line++
    if (columns.length === 0) {
      if (header.length < 2)
        return refuse(
          'one-column',
          'The file has one column only. People can be compared when there are two or more, such as name and birth date; check the separator (comma, semicolon or tab).',
        )
      const value = header.find(cell => noHeader.test(cell))
      if (value !== undefined)
        return refuse(
          'no-header',
          `The first line looks like a record, not like column names: it holds "${value.slice(0, 60)}". Put a line with the names of the columns above it, then try again.`,
        )
      for (const _ of header) columns.push(columnBuilder(Math.max(16, Math.ceil((bytes.length - position) / 60))))
      continue
    }
    if (field < columns.length) return ragged(lineOfRow, field, columns.length)
    rowCount++
  }
  if (rowCount === 0)
    return refuse('no-rows', 'The file has column names but no rows. Add the records below the first line.')
  const names = uniqueNames(header)
  return done({ rowCount, columns: columns.map((column, index) => ({ name: names[index] ?? '', ...column.finish() })) })
}

/** An address, a date or a long number is no name of a column. */
const noHeader = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^https?:\/\/|^\+?[\d ()-]{7,}$/i

function refuse(code: CsvRefusal['code'], message: string): Result<never, CsvRefusal> {
  return refusal({ code, message })
}

function ragged(line: number, found: number, wanted: number) {
  return refuse(
    'ragged',
    `Line ${line} has ${found} cells where the first line has ${wanted}. Put texts that contain the separator in quotes, or complete the row, then try again.`,
  )
}

function isBlankLine(bytes: Uint8Array, position: number): boolean {
  const byte = bytes[position]
  return byte === newline || byte === carriage
}

function skipLineEnd(bytes: Uint8Array, position: number): number {
  if (bytes[position] === carriage) return position + (bytes[position + 1] === newline ? 2 : 1)
  return position + 1
}

function findDelimiter(bytes: Uint8Array, start: number): number {
  let best: number = delimiters[0]
  let most = 0
  for (const delimiter of delimiters) {
    let count = 0
    let quoted = false
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === quote) quoted = !quoted
      else if (!quoted && (byte === newline || byte === carriage)) break
      else if (!quoted && byte === delimiter) count++
    }
    if (count > most) {
      most = count
      best = delimiter
    }
  }
  return best
}

/** A header that is empty or repeated gets its position or a number, so that every column has its own name. */
function uniqueNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((name, index) => {
    const plain = name === '' ? `column ${index + 1}` : name
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} ${times}`
  })
}

function asUtf8(file: Uint8Array): Uint8Array | undefined {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextEncoder().encode(new TextDecoder('utf-16le').decode(file))
  if (file[0] === 0xfe && file[1] === 0xff) return new TextEncoder().encode(new TextDecoder('utf-16be').decode(file))
  if (file.subarray(0, 4096).includes(0)) return undefined
  try {
    // Decoded in parts: one text of the whole file could pass the engine's limit on a text's length.
    const strict = new TextDecoder('utf-8', { fatal: true })
    for (let at = 0; at < file.length; at += 1 << 24) strict.decode(file.subarray(at, at + (1 << 24)), { stream: true })
    strict.decode()
    return file
  } catch {
    return new TextEncoder().encode(new TextDecoder('windows-1252').decode(file))
  }
}

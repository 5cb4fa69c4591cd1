import { UnreadableFile } from '#importers/contract.ts'

export type CsvDialect = { delimiter: string; newline: '\n' | '\r' }

/** One row may not hold more; a longer one is a quote that nobody closed, or no CSV. */
export const maxRowChars = 8_000_000

export type Tokeniser = {
  /** Rows completed by this text. The last call says `isFinal`. */
  push(text: string, isFinal: boolean): string[][]
}

/**
 * Splits CSV text that comes in pieces into rows. Quotes follow RFC 4180, and also what programs really write: a quote inside an
 * unquoted field is text, text after a closing quote belongs to the field, and a quote never closed is text.
 */
export function createTokeniser({ delimiter, newline }: CsvDialect): Tokeniser {
  let buffer = ''
  let retryAtChars = 0

  /** The row from `start`, and where the next begins; undefined when the text ends inside it. */
  function readQuotedRow(start: number, isFinal: boolean): { row: string[]; next: number } | undefined {
    const row: string[] = []
    let at = start
    for (;;) {
      if (buffer[at] === '"') {
        let value = ''
        let from = at + 1
        let close = buffer.indexOf('"', from)
        while (close >= 0) {
          const after = buffer[close + 1]
          if (after === undefined && !isFinal) return undefined
          if (after === '"') {
            value += buffer.slice(from, close + 1)
            from = close + 2
          } else if (after === undefined || after === delimiter || after === newline || after === '\r') break
          else {
            value += buffer.slice(from, close + 1)
            from = close + 1
          }
          close = buffer.indexOf('"', from)
        }
        if (close < 0) {
          if (!isFinal) return undefined
          // Never closed: the quote is text, and the row ends with its line.
          const end = endOfLine(start)
          return { row: splitLine(buffer.slice(start, end)), next: end + 1 }
        }
        row.push(value === '' ? buffer.slice(from, close) : value + buffer.slice(from, close))
        at = close + 1
      } else {
        const cell = buffer.indexOf(delimiter, at)
        const line = endOfLine(at)
        if (line >= buffer.length && !isFinal) return undefined
        const end = cell >= 0 && cell < line ? cell : line
        row.push(stripReturn(buffer.slice(at, end), end === line))
        at = end
      }
      if (buffer[at] === '\r' && newline === '\n') at++
      if (at >= buffer.length) return isFinal ? { row, next: at } : undefined
      if (buffer[at] === newline) return { row, next: at + 1 }
      if (buffer[at] === delimiter) at++
    }
  }

  const stripReturn = (text: string, isLast: boolean) => (isLast && text.endsWith('\r') ? text.slice(0, -1) : text)
  const splitLine = (line: string) => stripReturn(line, true).split(delimiter)

  function endOfLine(from: number): number {
    const end = buffer.indexOf(newline, from)
    return end < 0 ? buffer.length : end
  }

  return {
    push(text, isFinal) {
      buffer = buffer === '' ? text : buffer + text
      // A row that spans many pieces is tried again only when the text has doubled, so the work stays linear.
      if (!isFinal && buffer.length < retryAtChars) return []
      const rows: string[][] = []
      let at = 0
      let quoteAt = buffer.indexOf('"')
      while (at < buffer.length) {
        if (quoteAt >= 0 && quoteAt < at) quoteAt = buffer.indexOf('"', at)
        const line = buffer.indexOf(newline, at)
        if (line < 0 && !isFinal && (quoteAt < 0 || quoteAt >= at)) {
          if (quoteAt < 0) break
        }
        if (quoteAt < 0 || (line >= 0 && line < quoteAt)) {
          const end = line < 0 ? buffer.length : line
          rows.push(splitLine(buffer.slice(at, end)))
          at = end + 1
          continue
        }
        const read = readQuotedRow(at, isFinal)
        if (!read) break
        rows.push(read.row)
        at = read.next
      }
      buffer = buffer.slice(at)
      if (buffer.length > maxRowChars)
        throw new UnreadableFile(
          'too-big',
          'One row of this file is longer than 8 million characters. Look for a quotation mark that is never closed.',
        )
      retryAtChars = buffer.length * 2
      return rows
    },
  }
}

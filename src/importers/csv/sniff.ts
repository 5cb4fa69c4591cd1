import { type CsvDialect, createTokeniser } from './tokenise.ts'

const delimiters = [',', ';', '\t', '|', '^', '~', '\u001f', ':'] as const

/** The first rows as one delimiter would split them, the last one left out since the sample may cut it. */
export function sampleRows(text: string, dialect: CsvDialect, isWhole: boolean): string[][] {
  const rows = createTokeniser(dialect).push(text, true)
  return isWhole || rows.length < 2 ? rows : rows.slice(0, -1)
}

/** How many rows agree on a column count above one, weighed by that count. */
function judge(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  const used = rows.filter(row => row.length > 1 || row[0]?.trim()).slice(0, 200)
  for (const row of used) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best = 0
  for (const [columns, times] of counts)
    if (columns > 1) best = Math.max(best, (times / used.length) * Math.log2(columns + 1))
  return best
}

export type Sniffed = CsvDialect & {
  /** Rows before the header that are the spreadsheet's own (`sep=;`). */ skipRows: number
}

/** The delimiter and line end of a sample of text. A file of one column reads as comma-separated. */
export function sniffCsv(text: string, isWhole: boolean): Sniffed {
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
  const stated = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text)?.[1]
  if (stated) return { delimiter: stated, newline, skipRows: 1 }
  let best: CsvDialect = { delimiter: ',', newline }
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = judge(sampleRows(text, { delimiter, newline }, isWhole)) * (delimiter === ':' ? 0.4 : 1)
    if (score > bestScore + 1e-9) [best, bestScore] = [{ delimiter, newline }, score]
  }
  return { ...best, skipRows: 0 }
}

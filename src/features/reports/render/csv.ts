import { flatten, type ReportDocument } from './document.ts'

/** One cell; what a spreadsheet would take for a formula is text. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/** RFC 4180, with a mark by which spreadsheets know UTF-8; shares as fractions. */
export function csvOf(report: ReportDocument): Buffer {
  const { columns, rows } = flatten(report)
  const lines = [
    columns.map(column => column.title),
    ...rows.map(row => row.map(value => (typeof value === 'number' ? rounded(value) : value))),
  ]
  return Buffer.from(`\uFEFF${lines.map(line => `${line.map(cell).join(',')}\r\n`).join('')}`, 'utf8')
}

import writeWorkbook, { type Cell as WorkbookCell } from 'write-excel-file/node'
import { flatten, type ReportDocument } from './document.ts'

const heading = { fontWeight: 'bold', wrap: true, alignVertical: 'bottom' } as const

/** Two sheets: the figures, as numbers that can be reckoned with, and what they mean. A text never becomes a formula. */
export async function xlsxOf(report: ReportDocument): Promise<Buffer> {
  const { columns, rows } = flatten(report)
  const figures: WorkbookCell[][] = [
    columns.map(({ title, kind }) => ({
      type: String,
      value: title,
      ...heading,
      ...(kind === 'text' ? {} : { align: 'right' as const }),
    })),
    ...rows.map(row =>
      row.map((value, at): WorkbookCell => {
        if (value === null) return null
        if (typeof value === 'string') return { type: String, value }
        return columns[at]?.kind === 'percent'
          ? { type: Number, value, format: '0.0%' }
          : { type: Number, value, ...(Number.isInteger(value) ? { format: '#,##0' } : { format: '#,##0.0' }) }
      }),
    ),
  ]
  const said: WorkbookCell[][] = [
    [{ type: String, value: report.title, fontWeight: 'bold' }],
    [{ type: String, value: report.span }],
    ...[...report.said, ...report.how].map((value): WorkbookCell[] => [{ type: String, value, wrap: true }]),
  ]
  return writeWorkbook([
    {
      data: figures,
      sheet: sheetName(report.title),
      columns: columns.map(({ kind }) => ({ width: kind === 'text' ? 34 : 14 })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    { data: said, sheet: 'Kith', columns: [{ width: 110 }] },
  ]).toBuffer()
}

/** 31 characters, and none of those that a workbook forbids in a sheet's name. */
const sheetName = (title: string) => title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

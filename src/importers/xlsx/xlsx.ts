import { type ByteSource, type ColumnMapping, type Importer, UnreadableFile } from '../contract.ts'
import { noColumnOfPeople, readPeople } from '../csv/csv.ts'
import { applyMapping, type CsvLayout, namesPeople, readLayout } from '../csv/layout.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'
import { isWorkbook, openWorkbook, sheetRows, type Workbook } from './workbook.ts'

const sampleRows = 200

type Sheet = { workbook: Workbook; source: ByteSource; layout: CsvLayout }

/** The first sheet that holds people, else the first that holds anything. */
async function findSheet(source: ByteSource, signal: AbortSignal | undefined): Promise<Sheet | undefined> {
  const workbook = await openWorkbook(await zipSources(source), signal)
  let fallback: Sheet | undefined
  for (const sheet of workbook.sheets.slice(0, 50)) {
    const rows: string[][] = []
    for await (const batch of sheetRows(workbook, sheet.source, signal)) {
      rows.push(...batch)
      if (rows.length >= sampleRows) break
    }
    if (!rows.some(row => row.some(cell => cell.trim() !== ''))) continue
    const layout = readLayout(rows, 0)
    const found = { workbook, source: { ...sheet.source, name: sheet.name }, layout }
    if (namesPeople(layout)) return found
    fallback ??= found
  }
  return fallback
}

const labelOf = (layout: CsvLayout) => (layout.kind === 'free' ? 'Table (Excel)' : `${layout.label} (Excel)`)

/** Any table of people in an Excel workbook, with the same mapping as CSV. */
export const xlsxImporter: Importer = {
  format: 'xlsx',
  label: 'Table (Excel)',
  async recognise(head, source) {
    if (!isZip(head) || !isWorkbook(await zipSources(source))) return { match: 'no' }
    const sheet = await findSheet(source, undefined)
    if (!sheet) return { match: 'yes', format: 'xlsx', label: 'Table (Excel)' }
    const match = sheet.layout.kind === 'free' ? 'maybe' : 'yes'
    return { match, format: 'xlsx', label: labelOf(sheet.layout), columns: sheet.layout.columns }
  },
  async *read(source, { mapping, signal }: { mapping?: ColumnMapping; signal?: AbortSignal }) {
    const sheet = await findSheet(source, signal)
    if (!sheet)
      throw new UnreadableFile(
        'nothing-understood',
        'Every sheet of this workbook is empty. Choose the file with the people.',
      )
    const layout = applyMapping(sheet.layout, mapping)
    if (!namesPeople(layout)) throw noColumnOfPeople()
    const rows = sheetRows(sheet.workbook, sheet.source, signal)
    yield* mustUnderstand(readPeople(rows, layout, sheet.source.name), 'Check what each column means.')
  },
}

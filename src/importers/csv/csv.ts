import { readHead } from '../byte-source.ts'
import {
  type ByteSource,
  type ColumnMapping,
  type ColumnMeaning,
  type Importer,
  type ImportRecord,
  UnreadableFile,
} from '../contract.ts'
import { decodeText } from '../text/decode.ts'
import { mustUnderstand } from '../understood.ts'
import { unreadPart } from '../unread.ts'
import { applyMapping, type CsvLayout, namesPeople, readLayout } from './layout.ts'
import { readPerson } from './person.ts'
import { type Sniffed, sampleRows, sniffCsv } from './sniff.ts'
import { detectEncoding, isBlankRow, readRows } from './source-text.ts'
import { csvLine } from './write-line.ts'

const maxRawChars = 2_000
const nothing: readonly string[] = []

/** Control characters that no table has: pictures, archives and programs do. */
const isBinary = (text: string): boolean => /\p{Cc}/u.test(text.replace(/\s+/g, '').replaceAll('\u001f', ''))

/** Text with a shape of its own, which other importers read. */
const otherFormat = /^\s*(?:[{[]|<[!?a-z]|BEGIN:V|%PDF)/i

function sniffHead(head: Uint8Array, isWhole: boolean): { sniffed: Sniffed; rows: string[][] } | undefined {
  const { text } = decodeText(head)
  if (text.trim() === '' || isBinary(text.slice(0, 8_000)) || otherFormat.test(text)) return undefined
  const sniffed = sniffCsv(text, isWhole)
  return { sniffed, rows: sampleRows(text, sniffed, isWhole) }
}

/** Makes one row after the other of any table into people, by what its columns mean; undefined for a blank row or one above the table. */
function createPeopleReader(layout: CsvLayout, file: string): (cells: readonly string[]) => ImportRecord | undefined {
  const places = new Map<ColumnMeaning, number[]>()
  layout.columns.forEach((column, index) => {
    const known = places.get(column.meaning)
    if (known) known.push(index)
    else places.set(column.meaning, [index])
  })
  const isGoogle = layout.kind === 'google-contacts'
  let skip = layout.skipRows
  let row = 0
  let cells: readonly string[] = nothing
  const get = (meaning: ColumnMeaning): readonly string[] => {
    const indexes = places.get(meaning)
    if (indexes === undefined) return nothing
    const found: string[] = []
    for (const index of indexes) {
      const cell = cells[index]
      if (!cell) continue
      if (isGoogle && cell.includes(' ::: ')) found.push(...cell.split(' ::: '))
      else found.push(cell)
    }
    return found
  }
  return given => {
    if (skip > 0) {
      skip--
      return undefined
    }
    row++
    if (isBlankRow(given)) return undefined
    cells = given
    const read = readPerson(get, layout.dateOrder)
    if (!read)
      return {
        kind: 'rejected',
        file,
        row,
        why: 'This row has no name, e-mail address, phone number or profile in the columns chosen for them.',
        raw: csvLine(given, maxRawChars),
      }
    const { person, key, unread } = read
    const part = unread.length === 0 ? undefined : unreadPart(unread, () => csvLine(given, maxRawChars))
    return { kind: 'person', file, row, person, key, ...part }
  }
}

/** Rows of any table as people, by what its columns mean. */
export async function* readPeople(
  batches: AsyncIterable<readonly (readonly string[])[]>,
  layout: CsvLayout,
  file: string,
): AsyncGenerator<ImportRecord> {
  const read = createPeopleReader(layout, file)
  for await (const batch of batches) {
    for (const cells of batch) {
      const record = read(cells)
      if (record) yield record
    }
  }
}

export const noColumnOfPeople = () =>
  new UnreadableFile(
    'nothing-understood',
    'No column holds names, e-mail addresses or profiles. Choose what each column means, then import again.',
  )

async function layOut(
  source: ByteSource,
  mapping: ColumnMapping | undefined,
): Promise<{ layout: CsvLayout; sniffed: Sniffed }> {
  const head = await readHead(source)
  const found = sniffHead(head, head.length >= source.size)
  if (!found)
    throw new UnreadableFile('not-recognised', 'This file is no table of text. Export it as CSV and try again.')
  return { layout: applyMapping(readLayout(found.rows, found.sniffed.skipRows), mapping), sniffed: found.sniffed }
}

async function* readTable(
  source: ByteSource,
  mapping: ColumnMapping | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const { layout, sniffed } = await layOut(source, mapping)
  if (!namesPeople(layout)) throw noColumnOfPeople()
  const read = createPeopleReader(layout, source.name)
  // Not handed on through a generator more, which would be paid for each row.
  for await (const rows of readRows(source, sniffed, await detectEncoding(source), signal)) {
    for (const cells of rows) {
      const record = read(cells)
      if (record) yield record
    }
  }
}

/** Any table of people: comma, semicolon, tab or other, in any encoding, with or without a header; Google, Greenhouse and Lever exports too. */
export const csvImporter: Importer = {
  format: 'csv',
  label: 'Table (CSV)',
  async recognise(head, source) {
    const found = sniffHead(head, head.length >= source.size)
    if (!found) return { match: 'no' }
    const layout = readLayout(found.rows, found.sniffed.skipRows)
    const isTable = layout.columns.length > 1 || namesPeople(layout)
    if (!isTable || found.rows.length < 1) return { match: 'no' }
    const match = layout.kind === 'free' ? 'maybe' : 'yes'
    return { match, format: 'csv', label: layout.label, columns: layout.columns }
  },
  read: (source, { mapping, signal }) =>
    mustUnderstand(readTable(source, mapping, signal), 'Check what each column means.'),
}

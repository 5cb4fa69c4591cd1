import { readHead } from '../byte-source.ts'
import { type ByteSource, type Importer, type ImportRecord, UnreadableFile } from '../contract.ts'
import { sampleRows, sniffCsv } from '../csv/sniff.ts'
import { detectEncoding, isBlankRow, readRows } from '../csv/source-text.ts'
import type { CsvDialect } from '../csv/tokenise.ts'
import { csvLine } from '../csv/write-line.ts'
import { accountOfUrl } from '../profiles.ts'
import { type DateOrder, findDateOrder } from '../text/dates.ts'
import { decodeText } from '../text/decode.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'
import { parseExportDay } from './dates.ts'
import { addOwnerRow, emptyOwner, type OwnerDraft, ownerRecord, ownerTables } from './owner.ts'
import { splitUrls } from './recipients.ts'
import {
  type MessageContext,
  type OwnerIdentity,
  type RowPlace,
  readActivity,
  readConnection,
  readInvitation,
  readMessage,
  rejected,
} from './rows.ts'
import { connectionsByContent, type Header, readHeader, type TableId } from './tables.ts'

const maxPreambleRows = 20
const maxRawChars = 2_000
const noConversations = /^\s*"?no conversations found\.?"?\s*$/i

type Part = {
  source: ByteSource
  header: Header
  dialect: CsvDialect
  /** Rows up to and with the header. */
  skipRows: number
  /** How a table program wrote the days of connections anew, where that is beyond doubt. */
  dateOrder?: DateOrder
}

/** The LinkedIn table in a file, by its header's names, below a `Notes:` preamble where there is one. */
async function findTable(source: ByteSource): Promise<Part | 'no-conversations' | undefined> {
  const head = await readHead(source)
  const { text } = decodeText(head)
  if (noConversations.test(text.slice(0, 200))) return 'no-conversations'
  const lines = text.slice(0, 8_000)
  if (lines.includes('\u0001') || /^\s*[{<[]/.test(lines)) return undefined
  const tried = new Set<string>()
  for (const dialect of [{ delimiter: ',', newline: '\n' } as const, sniffCsv(text, true)]) {
    if (tried.has(dialect.delimiter + dialect.newline)) continue
    tried.add(dialect.delimiter + dialect.newline)
    const rows = sampleRows(lines, dialect, lines.length === text.length)
    for (const [index, row] of rows.slice(0, maxPreambleRows).entries()) {
      const below = rows.slice(index + 1)
      const header =
        readHeader(row, source.name) ?? connectionsByContent(row, below, cell => parseExportDay(cell) !== undefined)
      if (!header) continue
      const dateOrder = findDateOrder(below.map(cells => cells.at(-1) ?? ''))
      return { source, header, dialect, skipRows: index + 1, ...(dateOrder && { dateOrder }) }
    }
  }
  return undefined
}

type DataRow = { cells: string[]; place: RowPlace }

async function* dataRows(
  { source, header, dialect, skipRows }: Part,
  signal: AbortSignal | undefined,
): AsyncGenerator<DataRow[]> {
  const encoding = await detectEncoding(source)
  let skip = skipRows
  let row = 0
  for await (const batch of readRows(source, dialect, encoding, signal)) {
    const found: DataRow[] = []
    for (const cells of batch) {
      if (skip > 0) {
        skip--
        continue
      }
      row++
      if (isBlankRow(cells)) continue
      const raw = csvLine(cells, maxRawChars)
      found.push({ cells, place: { file: source.name, row, raw, columns: header.written } })
    }
    yield found
  }
}

/** Who wrote and to whom, over the whole file: names by address, and the one address that is in every row, the owner's. */
async function surveyMessages(part: Part, ownerName: string, signal: AbortSignal | undefined): Promise<MessageContext> {
  const names = new Map<string, string>()
  let everywhere: Set<string> | undefined
  for await (const batch of dataRows(part, signal))
    for (const { cells } of batch) {
      const get = part.header.cellsOf(cells)
      const sender = accountOfUrl(get('sender profile url'))?.url
      const urls = splitUrls(get('recipient profile urls')).map(url => accountOfUrl(url)?.url ?? url)
      if (sender === undefined) continue
      names.set(sender, get('from'))
      if (urls.length === 1 && urls[0] && !names.has(urls[0])) names.set(urls[0], get('to'))
      const present = new Set([sender, ...urls])
      everywhere = everywhere === undefined ? present : new Set([...everywhere].filter(url => present.has(url)))
    }
  const candidates = [...(everywhere ?? [])]
  const url =
    candidates.length === 1
      ? candidates[0]
      : candidates.find(candidate => ownerName !== '' && names.get(candidate) === ownerName)
  return { owner: { name: ownerName, url }, names }
}

function* readRow(
  part: Part,
  table: TableId,
  { cells, place }: DataRow,
  context: MessageContext,
): Generator<ImportRecord> {
  const get = part.header.cellsOf(cells)
  if (table === 'connections') yield readConnection(get, place, part.dateOrder)
  else if (table === 'messages') yield readMessage(get, part.header, place, context)
  else if (table === 'invitations') yield readInvitation(get, place)
  else {
    const activity = readActivity(table, get, place)
    if (activity) yield activity
  }
}

async function* readTable(
  part: Part,
  owner: OwnerIdentity,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const { table } = part.header
  const context =
    table === 'messages' ? await surveyMessages(part, owner.name, signal) : { owner, names: new Map<string, string>() }
  for await (const batch of dataRows(part, signal)) for (const row of batch) yield* readRow(part, table, row, context)
}

async function* readOwnerTable(
  part: Part,
  owner: OwnerDraft,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  for await (const batch of dataRows(part, signal))
    for (const { cells, place } of batch) {
      if (addOwnerRow(owner, part.header.table, part.header.cellsOf(cells))) owner.rows++
      else yield rejected(place, 'The row names nothing.')
    }
}

async function partsOf(source: ByteSource): Promise<{ parts: Part[]; silent: ByteSource[] }> {
  const sources = isZip(await readHead(source))
    ? (await zipSources(source)).filter(member => /\.csv$/i.test(member.name))
    : [source]
  const parts: Part[] = []
  const silent: ByteSource[] = []
  for (const candidate of sources) {
    const found = await findTable(candidate)
    if (found === 'no-conversations') silent.push(candidate)
    else if (found) parts.push(found)
  }
  return { parts, silent }
}

async function* readExport(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  const { parts, silent } = await partsOf(source)
  if (parts.length === 0 && silent.length === 0)
    throw new UnreadableFile(
      'not-recognised',
      'This holds none of the files of a LinkedIn data export. Ask LinkedIn for “Download your data” and import that archive.',
    )
  const owner = emptyOwner(source)
  for (const part of parts) if (ownerTables.has(part.header.table)) yield* readOwnerTable(part, owner, signal)
  const self = ownerRecord(owner)
  if (self) yield self
  const identity: OwnerIdentity = {
    name: [owner.givenName, owner.familyName].filter(Boolean).join(' '),
    url: undefined,
  }
  for (const part of parts) if (!ownerTables.has(part.header.table)) yield* readTable(part, identity, signal)
  for (const { name } of silent) yield { kind: 'empty', file: name, row: 0, why: 'The export holds no conversations.' }
}

/** LinkedIn's data export: the whole archive, or any one of its CSV files, of every era since the first. */
export const linkedinImporter: Importer = {
  format: 'linkedin-export',
  label: 'LinkedIn data export',
  async recognise(head, source) {
    if (!isZip(head)) {
      const found = await findTable(source)
      if (found === undefined) return { match: 'no' }
      const label = found === 'no-conversations' ? 'LinkedIn: messages (none)' : `LinkedIn: ${found.header.label}`
      return { match: 'yes', format: 'linkedin-export', label }
    }
    const { parts } = await partsOf(source)
    const isExport = parts.some(({ header }) => header.table !== 'skills' && header.table !== 'languages')
    return isExport ? { match: 'yes', format: 'linkedin-export', label: 'LinkedIn data export' } : { match: 'no' }
  },
  read: (source, { signal }) =>
    mustUnderstand(readExport(source, signal), 'Ask LinkedIn for the export again; this file may have been edited.'),
}

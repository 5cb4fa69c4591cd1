import type { ColumnMapping, ColumnMeaning } from '#importers/contract.ts'
import { type DateOrder, findDateOrder } from '../text/dates.ts'
import { looksLikeNames, looksLikeValue, meaningOfName, meaningOfValues, simplifyHeader } from './meanings.ts'

export type Column = { name: string; sample: readonly string[]; meaning: ColumnMeaning }
export type CsvLayout = {
  kind: 'free' | 'google-contacts' | 'greenhouse' | 'lever'
  label: string
  columns: readonly Column[]
  /** Rows before the first data row: preamble and header. */
  skipRows: number
  /** Which number of its dates is the day, where the rows looked at leave no doubt. */
  dateOrder?: DateOrder
}

const maxPreambleRows = 15
const sampleSize = 5

/** Google numbers its columns and writes the kind of each value beside it; both generations of its layout. */
function meaningOfGoogleColumn(name: string): ColumnMeaning {
  const simple = simplifyHeader(name)
  if (
    /^(?:email|phone|website|organization|address|im|relation|event|custom field)(?: \d+)? (?:type|label)$/.test(simple)
  )
    return 'ignore'
  if (/^email \d+ value$/.test(simple)) return 'email'
  if (/^phone \d+ value$/.test(simple)) return 'phone'
  if (/^website \d+ value$/.test(simple)) return 'website'
  if (/^organization(?: 1)? name$/.test(simple)) return 'company'
  if (/^organization(?: 1)? title$/.test(simple)) return 'title'
  if (/^address 1 (?:city|country)$/.test(simple)) return 'place'
  const plain: Readonly<Record<string, ColumnMeaning>> = {
    name: 'full-name',
    'given name': 'given-name',
    'first name': 'given-name',
    'family name': 'family-name',
    'last name': 'family-name',
    birthday: 'birth-date',
    notes: 'note',
    labels: 'tags',
    'group membership': 'tags',
  }
  return plain[simple] ?? 'ignore'
}

function knownLayout(
  header: readonly string[],
): Pick<CsvLayout, 'kind' | 'label'> & { meaningOf?: (name: string) => ColumnMeaning | undefined } {
  const has = (...names: readonly string[]) => names.every(name => header.some(cell => simplifyHeader(cell) === name))
  const isGoogle =
    header.some(cell => /^(?:E-mail|Phone) 1 - (?:Value|Type|Label)$/i.test(cell.trim())) ||
    has('phonetic first name', 'organization name', 'labels')
  if (isGoogle) return { kind: 'google-contacts', label: 'Google Contacts', meaningOf: meaningOfGoogleColumn }
  // The job there is the vacancy that somebody is considered for, not what they do.
  const greenhouse = (name: string) =>
    /^(?:job|prospect pool)$/.test(simplifyHeader(name)) ? 'tags' : meaningOfName(name)
  if (has('first name', 'last name', 'who gets credit', 'prospect pool'))
    return { kind: 'greenhouse', label: 'Greenhouse export', meaningOf: greenhouse }
  if (has('full name', 'email', 'archive reason', 'origin')) return { kind: 'lever', label: 'Lever export' }
  return { kind: 'free', label: 'Table (CSV)' }
}

/** Whether a row names columns: known names, and nothing that looks like data. */
function isHeader(row: readonly string[]): boolean {
  const cells = row.filter(cell => cell.trim() !== '')
  if (cells.length === 0 || cells.some(looksLikeValue)) return false
  const known = cells.filter(cell => meaningOfName(cell) !== undefined).length
  return known >= 2 || known >= cells.length / 2
}

/** Of no known name, but unlike what is below: short words over e-mails, numbers and addresses. */
function isLikelyHeader(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (
    row.some(cell => looksLikeValue(cell) || cell.trim() === '' || cell.length > 60) ||
    new Set(row).size < row.length
  )
    return false
  return below.some(next => next.some(looksLikeValue))
}

const uniqueNames = (cells: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell.trim() || `Column ${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const knownNames = (row: readonly string[]) => row.filter(cell => meaningOfName(cell) !== undefined).length

/** The first row that names columns; of several on end, as under merged headings, the one that names most. */
function findHeader(rows: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]) => row.filter(cell => cell.trim() !== '').length
  // One word over a table of many columns is its title or a remark.
  const least = Math.min(2, Math.max(...rows.map(filled)))
  const names = (row: readonly string[]) => filled(row) >= least && isHeader(row)
  let best = rows.findIndex(names)
  for (let at = best + 1; best >= 0 && at < rows.length && names(rows[at] ?? []); at++)
    if (knownNames(rows[at] ?? []) > knownNames(rows[best] ?? [])) best = at
  return best
}

/** Finds the header, or makes one up, and guesses what each column means. */
export function readLayout(rows: readonly (readonly string[])[], skipFirst: number): CsvLayout {
  const start = rows.slice(skipFirst, skipFirst + maxPreambleRows)
  let headerAt = findHeader(start)
  const firstFilled = start.findIndex(row => row.some(cell => cell.trim() !== ''))
  if (headerAt < 0 && firstFilled >= 0 && isLikelyHeader(start[firstFilled] ?? [], start.slice(firstFilled + 1)))
    headerAt = firstFilled
  const header = headerAt < 0 ? [] : (start[headerAt] ?? [])
  const skipRows = skipFirst + headerAt + 1
  const data = rows.slice(skipRows).filter(row => row.some(cell => cell.trim() !== ''))
  const width = Math.max(header.length, ...data.slice(0, 200).map(row => row.length), 0)
  const names = uniqueNames(Array.from({ length: width }, (_, index) => header[index] ?? ''))
  const { kind, label, meaningOf } = knownLayout(header)
  const columns = names.map((name, index) => {
    const values = data.slice(0, 200).map(row => row[index] ?? '')
    const byName = header[index]?.trim() ? (meaningOf ?? meaningOfName)(header[index]) : undefined
    const sample = values
      .filter(value => value.trim() !== '')
      .slice(0, sampleSize)
      .map(value => value.slice(0, 200))
    return { name, sample, meaning: byName ?? (meaningOf ? undefined : meaningOfValues(values)) ?? 'ignore' }
  })
  const dateOrder = findDateOrder(data.flat())
  const meant = withoutNameClash(columns)
  const isNamed = meant.some(({ meaning }) => /^(?:full|given|family)-name$/.test(meaning))
  if (!isNamed && kind === 'free') {
    // Without a header: names are what no other column holds, two or three words with capitals, each row another.
    const at = meant.findIndex(
      ({ meaning }, index) => meaning === 'ignore' && looksLikeNames(data.map(row => row[index] ?? '')),
    )
    const column = meant[at]
    if (headerAt < 0 && column) meant[at] = { ...column, meaning: 'full-name' }
  }
  return { kind, label, columns: meant, skipRows, ...(dateOrder && { dateOrder }) }
}

/** `Name` beside `First name` is the whole name; `Nom` beside `Prénom` the family name; a lone `Nome` or `Nom` the whole. */
function withoutNameClash(columns: readonly Column[]): Column[] {
  const has = (meaning: ColumnMeaning) => columns.some(column => column.meaning === meaning)
  const names = columns.map(column => simplifyHeader(column.name))
  return columns.map(column => {
    const simple = simplifyHeader(column.name)
    // Address books call "Mr." a title, and the other one a job title.
    if (simple === 'title' && names.includes('job title')) return { ...column, meaning: 'ignore' as const }
    if (/^(?:nome|nombre|nom|first)$/.test(simple) && !has('full-name')) {
      if (column.meaning === 'given-name' && !has('family-name')) return { ...column, meaning: 'full-name' as const }
      if (column.meaning === 'family-name' && !has('given-name')) return { ...column, meaning: 'full-name' as const }
    }
    if (/^(?:name|naam|navn|namn)$/.test(simple) && has('given-name') && !has('family-name'))
      return { ...column, meaning: 'family-name' as const }
    return column
  })
}

/** The recruiter's own mapping wins; columns it does not name keep their guess. */
export const applyMapping = (layout: CsvLayout, mapping: ColumnMapping | undefined): CsvLayout =>
  mapping === undefined
    ? layout
    : {
        ...layout,
        columns: layout.columns.map(column => ({ ...column, meaning: mapping[column.name] ?? column.meaning })),
      }

const identifying: readonly ColumnMeaning[] = [
  'full-name',
  'given-name',
  'family-name',
  'email',
  'linkedin-url',
  'phone',
  'github',
  'twitter',
]

export const namesPeople = (layout: CsvLayout): boolean =>
  layout.columns.some(column => identifying.includes(column.meaning))

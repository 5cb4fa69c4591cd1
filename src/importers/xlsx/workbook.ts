import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import { readWhole } from '../json/file.ts'
import { decodeText } from '../text/decode.ts'
import { xmlElements } from '../xml/elements.ts'
import { attributeOf, childOf, childrenOf, isXmlElement, keyOf, textIn } from '../xml/query.ts'
import { parseXml, type XmlElement } from '../xml/tree.ts'

const limits = { maxSharedChars: 200_000_000, maxColumns: 2_000, maxCellChars: 100_000 }
const dayMs = 86_400_000

export type Workbook = {
  sheets: readonly { name: string; source: ByteSource }[]
  shared: readonly string[]
  dates: DateStyles
}
type DateStyles = { styles: ReadonlySet<number>; is1904: boolean }

export const isWorkbook = (members: readonly ByteSource[]): boolean =>
  members.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))

const partNamed = (members: readonly ByteSource[], path: string) =>
  members.find(({ name }) => name.toLowerCase() === path.replace(/^\//, '').toLowerCase())

async function parsePart(members: readonly ByteSource[], path: string): Promise<XmlElement | undefined> {
  const part = partNamed(members, path)
  if (!part) return undefined
  return parseXml(decodeText(await readWhole(part, 32)).text.replace(/<(\/?)\w+:(?=\w)/g, '<$1'))
}

/** Every element of a name below, in document order. */
function* below(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  const stack = element ? [element] : []
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (localName(at) === name) yield at
    for (const child of at.children.filter(isXmlElement).reverse()) stack.push(child)
  }
}

const localName = (element: XmlElement): string => keyOf(element).split(':').at(-1) ?? ''
const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find(one => one.name.toLowerCase() === name)?.value ?? attributeOf(element, name)

/** A stretch of text without the reading aids that East Asian sheets carry. */
const richText = (element: XmlElement): string =>
  [...below(element, 't')]
    .filter(piece => ![...below(element, 'rph')].some(aid => [...below(aid, 't')].includes(piece)))
    .map(textIn)
    .join('')

/** Cell styles that show a number as a day. */
async function readDateStyles(members: readonly ByteSource[], workbook: XmlElement | undefined): Promise<DateStyles> {
  const styles = await parsePart(members, 'xl/styles.xml')
  const custom = new Map(
    [...below(styles, 'numfmt')].map(format => [
      attribute(format, 'numfmtid') ?? '',
      attribute(format, 'formatcode') ?? '',
    ]),
  )
  const isDate = (id: string) => {
    const known = Number(id)
    if ((known >= 14 && known <= 17) || known === 22 || (known >= 27 && known <= 36) || (known >= 50 && known <= 58))
      return true
    const code = (custom.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    return /[yd]/i.test(code) && !/[0#?]/.test(code)
  }
  const [formats] = below(styles, 'cellxfs')
  const found = new Set<number>()
  for (const [index, format] of [...below(formats, 'xf')].entries())
    if (isDate(attribute(format, 'numfmtid') ?? '')) found.add(index)
  const [properties] = below(workbook, 'workbookpr')
  return { styles: found, is1904: /^(?:1|true)$/.test((properties && attribute(properties, 'date1904')) ?? '') }
}

export async function openWorkbook(members: readonly ByteSource[], signal: AbortSignal | undefined): Promise<Workbook> {
  const workbook = await parsePart(members, 'xl/workbook.xml')
  const relations = await parsePart(members, 'xl/_rels/workbook.xml.rels')
  const targets = new Map(
    [...below(relations, 'relationship')].map(one => [attribute(one, 'id') ?? '', attribute(one, 'target') ?? '']),
  )
  const sheets = [...below(workbook, 'sheet')].flatMap(sheet => {
    const id = sheet.attributes.find(one => one.name.toLowerCase() === 'id' && one.value.startsWith('r'))?.value ?? ''
    const target = targets.get(id) ?? ''
    const source = partNamed(members, target.startsWith('/') ? target : `xl/${target}`)
    return source ? [{ name: attribute(sheet, 'name') ?? source.name, source }] : []
  })
  if (sheets.length === 0)
    throw new UnreadableFile(
      'broken',
      'This Excel file holds no sheet that can be read. Save it again as .xlsx or CSV.',
    )
  const shared: string[] = []
  const part = partNamed(members, 'xl/sharedStrings.xml')
  let chars = 0
  if (part)
    for await (const item of xmlElements(part, 'si', signal)) {
      const text = richText(item).slice(0, limits.maxCellChars)
      chars += text.length
      if (chars > limits.maxSharedChars)
        throw new UnreadableFile(
          'too-big',
          'This Excel file holds more than 200 million characters. Save the sheet as CSV and import that.',
        )
      shared.push(text)
    }
  return { sheets, shared, dates: await readDateStyles(members, workbook) }
}

/** `C` → 2. */
function columnIndex(reference: string): number {
  let index = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

export function dayOf(serial: number, is1904: boolean): string {
  // Day 60 of the older calendar is the 29 February 1900 that never was.
  const days = is1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569
  const at = new Date(Math.floor(days) * dayMs)
  return Number.isNaN(at.getTime()) ? String(serial) : at.toISOString().slice(0, 10)
}

function cellText(cell: XmlElement, { shared, dates }: Workbook): string {
  const kind = attribute(cell, 't')
  if (kind === 'inlineStr') return richText(cell)
  const value = childOf(cell, 'v')
  const text = value ? textIn(value) : ''
  if (kind === 's') return shared[Number(text)] ?? ''
  if (kind === 'b') return text === '1' ? 'yes' : 'no'
  if (kind === 'e') return ''
  if (kind !== undefined && kind !== 'n') return kind === 'd' ? text.slice(0, 10) : text
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return text
  if (dates.styles.has(Number(attribute(cell, 's') ?? '-1')) && number > 0 && number < 2_958_466)
    return dayOf(number, dates.is1904)
  // A phone number is written 4.36601234567E11.
  return Number.isSafeInteger(number) ? String(number) : text
}

/** Rows of a sheet as text, in batches. Rows left out in the file are left out here. */
export async function* sheetRows(
  workbook: Workbook,
  sheet: ByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<string[][]> {
  let batch: string[][] = []
  for await (const row of xmlElements(sheet, 'row', signal)) {
    const cells: string[] = []
    for (const cell of childrenOf(row, 'c')) {
      const reference = attribute(cell, 'r')
      const index = reference ? columnIndex(reference) : cells.length
      if (index < 0 || index >= limits.maxColumns) continue
      while (cells.length < index) cells.push('')
      cells[index] = cellText(cell, workbook).slice(0, limits.maxCellChars)
    }
    batch.push(cells)
    if (batch.length === 200) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

import { columnBuilder } from './byte-column.ts'
import { isRealName, isSharedBox } from './facts.ts'
import type { Meaning } from './meanings.ts'
import type { Table } from './table.ts'

/** What is known of everyone here, one column each; made by `store/facts.ts`. */
export const factColumns = [
  ['name', 'full-name'],
  ['given', 'given-name'],
  ['family', 'surname'],
  ['born', 'birth-date'],
  ['place', 'place'],
  ['mail', 'e-mail'],
  ['other mail', 'e-mail'],
  ['phone', 'phone'],
  ['page', 'url'],
  ['handle', 'handle'],
  ['employer', 'employer'],
  ['title', 'title'],
] as const satisfies readonly (readonly [string, Meaning])[]

/** Unit and record separator: no name or address holds them. */
export const separators = { cell: '\u001f', row: '\u001e' } as const
const cellEnd = separators.cell.charCodeAt(0)
const rowEnd = separators.row.charCodeAt(0)

/** The row's person, as text. */
export type FactTable = { table: Table; personOf: (row: number) => string }

const idLength = 36
const bytesPerUnit = 3

/** Boxes that many read and names that are only an address say nothing, here as where a pair is judged. */
const isUsable: Partial<Record<(typeof factColumns)[number][0], (value: string) => boolean>> = {
  name: isRealName,
  mail: value => !isSharedBox(value),
  'other mail': value => !isSharedBox(value),
}

/**
 * Takes texts of rows with separators between them, each row the person's id and the cells of `factColumns`, and makes no text of a
 * cell. A row where a fact holds a separator itself would have its facts in wrong columns: it is left out.
 */
export function factTableBuilder() {
  const columns = factColumns.map(() => columnBuilder(1024))
  const width = columns.length + 1
  const ends = new Int32Array(width)
  let ids = new Uint8Array(idLength * 1024)
  let rowCount = 0
  let bytes = new Uint8Array(0)

  function addRow(start: number) {
    if ((rowCount + 1) * idLength > ids.length) {
      const wider = new Uint8Array(ids.length * 2)
      wider.set(ids)
      ids = wider
    }
    ids.set(bytes.subarray(start, Math.min(ends[0]!, start + idLength)), rowCount * idLength)
    for (let index = 1; index < width; index++) addCell(columns[index - 1]!, ends[index - 1]! + 1, ends[index]!)
    rowCount++
  }

  function addCell(column: ReturnType<typeof columnBuilder>, start: number, end: number) {
    let from = start
    let to = end
    while (to > from && isSpace(bytes[to - 1]!)) to--
    while (from < to && isSpace(bytes[from]!)) from++
    if (to > from && (bytes[from]! > 0x7f || bytes[to - 1]! > 0x7f)) {
      // Only as a text is it seen whether a sign beyond ASCII is a space.
      const text = decoder.decode(bytes.subarray(from, to))
      const bare = text.trim()
      if (bare.length !== text.length) {
        const cell = encoder.encode(bare)
        column.add(cell, 0, cell.length)
        return
      }
    }
    column.add(bytes, from, to)
  }

  return {
    add(rows: string) {
      if (rows.length * bytesPerUnit > bytes.length) bytes = new Uint8Array(rows.length * bytesPerUnit)
      const length = encoder.encodeInto(rows, bytes).written
      let start = 0
      let cells = 0
      for (let at = 0; at <= length; at++) {
        const byte = at === length ? rowEnd : bytes[at]!
        if (byte !== cellEnd && byte !== rowEnd) continue
        if (cells < width) ends[cells] = at
        cells++
        if (byte === cellEnd) continue
        if (cells === width) addRow(start)
        start = at + 1
        cells = 0
      }
    },
    /** Nothing can be added afterwards. */
    finish(): FactTable {
      bytes = new Uint8Array(0)
      return {
        personOf: reader(ids.slice(0, rowCount * idLength)),
        table: {
          rowCount,
          columns: factColumns.map(([name], index) => {
            const { codes, values } = columns[index]!.finish()
            const test = isUsable[name]
            return { name, codes, values: test ? values.map(value => (test(value) ? value : '')) : values }
          }),
        },
      }
    },
  }
}

/** Made here, so that it keeps nothing alive of what the table was built with. */
const reader = (ids: Uint8Array) => (row: number) => decoder.decode(ids.subarray(row * idLength, (row + 1) * idLength))

const encoder = new TextEncoder()
// What a decoder would take off as a mark is a sign like others here.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13)

import { sharedInts } from './int-hash.ts'
import { textNumberer } from './numbering.ts'

/** One column, each distinct text stored once. Code 0 is the empty cell. */
export type Column = { name: string; codes: Int32Array; values: string[] }

export type Table = { rowCount: number; columns: Column[] }

/** Encodes rows of cells. A cell that a row lacks is empty. */
export function encodeRows(rows: readonly (readonly string[])[], names: readonly string[]): Table {
  const columns = names.map((name, index) => {
    const values = ['']
    const codeOf = textNumberer(values)
    const codes = new Int32Array(rows.length)
    for (const [row, cells] of rows.entries()) codes[row] = codeOf((cells[index] ?? '').trim())
    return { name, codes, values }
  })
  return { rowCount: rows.length, columns }
}

/** Maps a column's texts through `normalise` and joins those that became equal; '' becomes the empty code 0. */
export function recode(column: Column, normalise: (value: string) => string): Column {
  const values = ['']
  const codeOf = textNumberer(values, column.values.length)
  const translation = new Int32Array(column.values.length)
  for (let code = 1; code < column.values.length; code++) translation[code] = codeOf(normalise(column.values[code]!))
  return { name: column.name, codes: translated(column.codes, translation), values }
}

/** So few are sooner copied than shared: where two people are compared, a column has two rows. */
const fewRows = 1024

/** A plain loop: `map` with a function costs several times as much for a million rows. */
export function translated(codes: Int32Array, translation: Int32Array): Int32Array {
  const found = codes.length < fewRows ? new Int32Array(codes.length) : sharedInts(codes.length)
  for (let row = 0; row < codes.length; row++) found[row] = translation[codes[row]!]!
  return found
}

/** Puts two tables below each other; a column of one that the other lacks is empty there. */
export function stack(
  top: Table,
  bottom: Table,
  pairs: readonly { name: string; top?: number; bottom?: number }[],
): Table {
  const rowCount = top.rowCount + bottom.rowCount
  const columns = pairs.map(pair => {
    const codes = new Int32Array(rowCount)
    const values = ['']
    const codeOf = textNumberer(values)
    append(pair.top === undefined ? undefined : top.columns[pair.top], 0)
    append(pair.bottom === undefined ? undefined : bottom.columns[pair.bottom], top.rowCount)
    return { name: pair.name, codes, values }

    function append(column: Column | undefined, from: number) {
      if (!column) return
      const translation = column.values.map(codeOf)
      for (let row = 0; row < column.codes.length; row++) codes[from + row] = translation[column.codes[row]!]!
    }
  })
  return { rowCount, columns }
}

/** How often each code occurs. */
export function countCodes(codes: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++
  return counts
}

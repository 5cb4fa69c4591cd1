/** One column, each distinct text stored once. Code 0 is the empty cell. */
export type Column = { name: string; codes: Int32Array; values: string[] }

export type Table = { rowCount: number; columns: Column[] }

/** Encodes rows of cells. A cell that a row lacks is empty. */
export function encodeRows(rows: readonly (readonly string[])[], names: readonly string[]): Table {
  const columns = names.map((name, index): Column => {
    const codes = new Int32Array(rows.length)
    const values = ['']
    const known = new Map<string, number>([['', 0]])
    for (const [row, cells] of rows.entries()) {
      const value = (cells[index] ?? '').trim()
      let code = known.get(value)
      if (code === undefined) {
        code = values.length
        values.push(value)
        known.set(value, code)
      }
      codes[row] = code
    }
    return { name, codes, values }
  })
  return { rowCount: rows.length, columns }
}

/** Maps a column's texts through `normalise` and joins those that became equal; '' becomes the empty code 0. */
export function recode(column: Column, normalise: (value: string) => string): Column {
  const values = ['']
  const known = new Map<string, number>([['', 0]])
  const translation = new Int32Array(column.values.length)
  for (let code = 1; code < column.values.length; code++) {
    const value = normalise(column.values[code] ?? '')
    let target = known.get(value)
    if (target === undefined) {
      target = values.length
      values.push(value)
      known.set(value, target)
    }
    translation[code] = target
  }
  return { name: column.name, codes: column.codes.map(code => translation[code]!), values }
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
    const known = new Map<string, number>([['', 0]])
    append(pair.top === undefined ? undefined : top.columns[pair.top], 0)
    append(pair.bottom === undefined ? undefined : bottom.columns[pair.bottom], top.rowCount)
    return { name: pair.name, codes, values }

    function append(column: Column | undefined, from: number) {
      if (!column) return
      const translation = column.values.map(value => {
        let code = known.get(value)
        if (code === undefined) {
          code = values.length
          values.push(value)
          known.set(value, code)
        }
        return code
      })
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

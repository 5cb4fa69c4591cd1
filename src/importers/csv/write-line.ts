const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One row as CSV with commas, whatever its file used; cells are cut so that the line stays near `maxChars` and can still be read. */
export function csvLine(cells: readonly string[], maxChars: number): string {
  const line = cells.map(quoted).join(',')
  if (line.length <= maxChars) return line
  const each = Math.max(20, Math.floor(maxChars / Math.max(1, cells.length)))
  return cells
    .map(cell => quoted(cell.slice(0, each)))
    .join(',')
    .slice(0, maxChars * 2)
}

/** What became of a text that a rule held back. `at-once`: an admin sent it themself, with a reason; `outside`: it was sent outside Kith. */
export const overrideOutcomes = ['open', 'granted', 'declined', 'at-once', 'outside'] as const
export type OverrideOutcome = (typeof overrideOutcomes)[number]

/** The first instants of two months, `2026-03` and the one after `2026-05`: a span that holds both whole. In UTC. */
export function spanOf(from: string, to: string): { from: Date; to: Date } {
  const start = new Date(`${from}-01T00:00:00Z`)
  const end = new Date(`${to}-01T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + 1)
  return { from: start, to: end }
}

/** Written for spreadsheets: what one would run as a formula is text. */
export function csvLineOf(cells: readonly (string | number)[]): string {
  const safe = cells.map(cell => {
    const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${safe.join(',')}\r\n`
}

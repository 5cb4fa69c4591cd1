/** What the matching thread is told: facts of some people, and that these were all. */
export type Job = { kind: 'rows'; rows: string } | { kind: 'find' }

/** Unit and record separator: no name or address holds them. */
export const fieldSeparator = '\u001f'
export const rowSeparator = '\u001e'

/** What the matching thread is told: facts of some people as `factTableBuilder` takes them, and that these were all. */
export type Job = { kind: 'rows'; rows: string } | { kind: 'find' }

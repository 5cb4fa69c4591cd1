export const importStates = [
  'waiting',
  'running',
  'paused',
  'cancelled',
  'failed',
  'done',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** Something still happens by itself. */
export const isMoving = (state: ImportState) => state === 'waiting' || state === 'running' || state === 'undoing'
export const canPause = (state: ImportState) => state === 'waiting' || state === 'running'
export const canResume = (state: ImportState) => state === 'paused'
export const canCancel = (state: ImportState) => canPause(state) || state === 'paused'
/** A stopped import is undone as well as a finished one. */
export const canUndo = (state: ImportState) => state === 'done' || state === 'cancelled' || state === 'failed'

export type ImportCounts = {
  created: number
  changed: number
  unchanged: number
  empty: number
  rejected: number
  newJobs: number
  suppressed: number
  conflicts: number
}

/** What a file holds besides people. */
export type AlsoCounts = {
  message?: number
  invitation?: number
  connected?: number
  /** People of whom something could not be read: the rest came in, and the row is told. */
  partial?: number
  /** Talk with people who are not here. */
  unmatched?: number
  /** Messages before several people: counted, never told. */
  room?: number
  /** Posts and the like; `own` are the owner's, counted only, `taken` came in as new. */
  activity?: number
  own?: number
  taken?: number
  /** Blogs, of which `followed` are followed from now on. */
  feed?: number
  followed?: number
  owner?: string
}

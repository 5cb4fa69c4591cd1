/** What a column of a table may mean. */
export { type ColumnMeaning, columnMeanings } from '#importers/contract.ts'
export { changeOfJob, currentJob, type Job, mergeSaying, type Saying } from './model/facts.ts'
export { type Candidate, judgeMatch, type Match } from './model/match.ts'
export {
  type AlsoCounts,
  canCancel,
  canPause,
  canResume,
  canUndo,
  type ImportCounts,
  type ImportState,
  importStates,
  isMoving,
} from './model/states.ts'

/** Pieces in which a file comes up; the last may be shorter. */
export const chunkBytes = 1 << 20
/** An export of everything somebody did on a network in twenty years stays below this. */
export const maxUploadBytes = 8 * 2 ** 30

export const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / chunkBytes))

/** Bytes that piece `chunk` of a file of `size` must have; undefined when there is no such piece. */
export function chunkSize(size: number, chunk: number): number | undefined {
  if (!Number.isInteger(chunk) || chunk < 0 || chunk >= chunkCount(size)) return undefined
  return Math.min(chunkBytes, size - chunk * chunkBytes)
}

/** How the sentence begins that says what a file is which no importer reads; after it stands what to do. */
export const unreadFile = {
  empty: 'This file is empty.',
  archive: 'This archive holds no export that Kith knows.',
  oldOffice: 'This is an old Office document.',
  webPage: 'This web page names nobody in a form that Kith reads.',
  json: 'This is JSON of a kind that Kith does not read.',
} as const

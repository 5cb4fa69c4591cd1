export { lookSoon } from './actions/look.ts'
export { pairHelper } from './actions/matching/pair-helper.ts'
export { readCsv } from './model/csv.ts'
export {
  type ClusteredRow,
  type DedupeResult,
  dedupe,
  dedupeTable,
  type LinkedPair,
  type LinkResult,
  linkTables,
  type ResolveSummary,
} from './model/dedupe.ts'
export { type Evidence, evidenceText } from './model/evidence.ts'
export { isMeaning, type Meaning, meanings } from './model/meanings.ts'
export type { Table } from './model/table.ts'
export { findModel } from './store/models.ts'
export { hearForIdentity } from './subscriptions.ts'
export { identityTasks } from './tasks.ts'

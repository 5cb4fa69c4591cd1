import type { Clock } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Database, Transaction } from '#storage/database.ts'

export type ReportsDeps = {
  db: Database
  clock: Clock
  /** Where each stands with this recruiter. */
  stagesOf(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<Map<PersonId, { stage: string }>>
}

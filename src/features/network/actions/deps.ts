import type { RowMark } from '#features/people/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Database, Transaction } from '#storage/database.ts'

/** `marks`: where each stands, told by relationships. */
export type NetworkDeps = {
  db: Database
  clock: Clock
  marks(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, RowMark>>
}

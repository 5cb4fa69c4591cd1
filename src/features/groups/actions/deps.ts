import type { AskDeps } from '#features/activity/index.ts'
import type { PlainText } from '#features/activity/model.ts'
import type { RowMark } from '#features/people/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Database, Transaction } from '#storage/database.ts'

/** `marks` is told by relationships; `inPools` by pools, who come after groups. */
export type GroupsDeps = AskDeps & {
  db: Database
  clock: Clock
  plainText: PlainText
  marks(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, RowMark>>
  inPools(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>
}

export type ReadDeps = Pick<GroupsDeps, 'db' | 'clock' | 'marks' | 'inPools'>

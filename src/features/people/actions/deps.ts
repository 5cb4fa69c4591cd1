import type { Clock } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import type { Database, Transaction } from '#storage/database.ts'
import type { SuppressionKey } from '../suppression.ts'

/** Writes one line of the audit log; ids and codes only. */
export type Audit = (
  tx: Transaction,
  caller: Caller,
  entry: {
    action: string
    subjectKind: 'person'
    subjectId: PersonId
    detail: Readonly<Record<string, unknown>>
    at: Date
  },
) => Promise<void>

export type PeopleDeps = SuppressionKey & { db: Database; clock: Clock; events: Events; audit: Audit }

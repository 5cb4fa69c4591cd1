import type { Clock } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { upsertAwake } from '../../store/reach.ts'

/** A browser of this recruiter was touched just now. */
export function noteAwake(deps: { db: Database; clock: Clock }, { workspace, user }: Caller): Promise<void> {
  return inWorkspace(deps.db, workspace, tx => upsertAwake(tx, workspace, user, deps.clock.now()))
}

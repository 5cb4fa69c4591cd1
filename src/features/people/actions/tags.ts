import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { listTagCounts } from '../store/contacts.ts'

/** The 500 most used tags. */
export function listPeopleTags(deps: { db: Database }, caller: Caller): Promise<{ tag: string; people: number }[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listTagCounts(tx, caller.workspace, 500))
}

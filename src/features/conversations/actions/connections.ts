import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { type Connection, listConnections } from '../store/connections.ts'

/** Every connection of the team that was not removed, oldest first. */
export function readConnections(deps: { db: Database }, caller: Caller): Promise<Connection[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listConnections(tx, caller.workspace))
}

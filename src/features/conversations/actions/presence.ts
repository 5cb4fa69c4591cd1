import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { listOnlineTools } from '../store/conversations.ts'

/** Where these people can be reached now; nobody who is off is named. */
export async function onlineTools(
  tx: Transaction,
  caller: Caller,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly ToolId[]>> {
  const rows = await listOnlineTools(tx, caller.workspace, people)
  const found = Map.groupBy(rows, row => row.person)
  return new Map([...found].map(([person, tools]) => [person, tools.map(row => row.tool)]))
}

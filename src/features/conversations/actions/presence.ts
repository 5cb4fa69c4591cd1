import type { ConversationId, PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { listWaiting, type WaitingRow } from '../store/context.ts'
import { listOnlineTools, listPresence } from '../store/presence.ts'

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

/** Who waits for an answer of ours, longest first. */
export const waitingForUs = (tx: Transaction, caller: Caller, now: Date, limit: number): Promise<WaitingRow[]> =>
  listWaiting(tx, caller.workspace, caller.user, now, limit)

/** People we know who are online or away now. */
export async function reachableNow(
  tx: Transaction,
  caller: Caller,
  limit: number,
): Promise<
  { person: PersonId; name: string; tool: ToolId; presence: 'online' | 'away'; conversation: ConversationId | null }[]
> {
  const rows = await listPresence(tx, caller.workspace, caller.user)
  return rows
    .flatMap(({ person, personName, tool, state, conversation }) =>
      person && state !== 'off' ? [{ person, name: personName ?? '', tool, presence: state, conversation }] : [],
    )
    .slice(0, limit)
}

import {
  addChatKey,
  type ChatKey,
  type ChatKeyId,
  changeDoors,
  type DoorRefusal,
  ensureWebsiteChat,
  type KeyRefusal,
  listChatKeys,
  listPossibleDoors,
  type PossibleDoor,
  removeChatKey,
  type VisitDeps,
} from '#features/conversations/index.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'

type Deps = Pick<VisitDeps, 'db' | 'clock' | 'vault' | 'connectorOf'>

const withChat = <T>(
  deps: Deps,
  caller: Caller,
  work: (tx: Transaction, chat: ConnectionId) => Promise<T>,
): Promise<T> =>
  inWorkspace(deps.db, caller.workspace, async tx => work(tx, await ensureWebsiteChat(tx, caller, deps.clock.now())))

/** Where visitors may go on in the same thread, and where they could. */
export const readDoors = (deps: Deps, caller: Caller): Promise<PossibleDoor[]> =>
  withChat(deps, caller, (tx, chat) => listPossibleDoors(tx, deps, caller.workspace, chat))

export async function openDoors(
  deps: Deps,
  caller: Caller,
  connections: readonly ConnectionId[],
): Promise<Result<void, DoorRefusal>> {
  const chat = await withChat(deps, caller, async (_tx, id) => id)
  return changeDoors(deps, caller, chat, connections)
}

/** With what sites sign who their visitors are. */
export const readKeys = (deps: Deps, caller: Caller): Promise<ChatKey[]> =>
  withChat(deps, caller, (tx, chat) => listChatKeys(tx, caller.workspace, chat))

export const addKey = (
  deps: Deps,
  caller: Caller,
  input: Parameters<typeof addChatKey>[4],
): Promise<Result<{ id: ChatKeyId; secret: string | null }, KeyRefusal>> =>
  withChat(deps, caller, (tx, chat) => addChatKey(tx, deps, caller, chat, input))

export const removeKey = (deps: Deps, caller: Caller, id: ChatKeyId): Promise<Result<void, KeyRefusal>> =>
  inWorkspace(deps.db, caller.workspace, tx => removeChatKey(tx, deps, caller, id))

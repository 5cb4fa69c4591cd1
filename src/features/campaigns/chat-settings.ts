import {
  addChatKey,
  type ChatKey,
  type ChatKeyId,
  type ChatRoom,
  type ChatRoomId,
  changeChatRoom,
  changeDoors,
  type DoorRefusal,
  ensureWebsiteChat,
  type KeyRefusal,
  listChatKeys,
  listChatRooms,
  listPossibleDoors,
  type MakeRoomRefusal,
  makeChatRoom,
  type PossibleDoor,
  type RoomChange,
  removeChatKey,
  type VisitDeps,
} from '#features/conversations/index.ts'
import type { ConnectionId, ConversationId, PageId } from '#kernel/ids.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { findPage } from './store/pages.ts'

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

/** Group chats on our pages. */
export const readRooms = (deps: Deps, caller: Caller): Promise<(ChatRoom & { members: number })[]> =>
  withChat(deps, caller, (tx, chat) => listChatRooms(tx, caller.workspace, chat))

export const makeRoom = (
  deps: Deps,
  caller: Caller,
  input: { title: string; norms: string; page: PageId | null },
): Promise<Result<ConversationId, MakeRoomRefusal | { code: 'no-such-page' }>> =>
  withChat(
    deps,
    caller,
    async (tx, chat): Promise<Result<ConversationId, MakeRoomRefusal | { code: 'no-such-page' }>> => {
      if (input.page && !(await findPage(tx, caller.workspace, input.page))) return refuse({ code: 'no-such-page' })
      return makeChatRoom(tx, deps, caller, chat, input)
    },
  )

export const changeRoom = (
  deps: Deps,
  caller: Caller,
  id: ChatRoomId,
  change: RoomChange,
): Promise<Result<void, MakeRoomRefusal>> =>
  inWorkspace(deps.db, caller.workspace, tx => changeChatRoom(tx, deps, caller, id, change))

import type { NetworkEvent } from '#connectors/contract.ts'
import { audit } from '#features/accounts/index.ts'
import { type Clock, minuteMs } from '#kernel/clock.ts'
import { type ConnectionId, type ConversationId, type MessageId, newId, type PageId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import {
  type ChatRoom,
  type ChatRoomId,
  countRoomMessages,
  findChatRoom,
  findMembership,
  findOpenRoom,
  insertChatRoom,
  listRoomMembers,
  listRoomMessages,
  notifyRoom,
  type RoomMessage,
  remoteIdOf,
  roomIdOf,
  updateChatRoom,
  updateMembership,
  upsertMembership,
} from '../store/chat-rooms.ts'
import { findConversation, upsertConversations } from '../store/conversations.ts'
import { findMessageKeys } from '../store/messages.ts'
import { listKnownMembers } from '../store/rooms.ts'
import type { Visitor, VisitorId } from '../store/visitors.ts'
import type { Chat, VisitDeps } from './chat.ts'
import { commitEvents } from './commit.ts'
import { changedIn } from './commit-scope.ts'

const limits = { members: 200, perMinute: 12, shown: 200 } as const

export type ChatRoomRefusal =
  | { code: 'blocked' }
  | { code: 'empty' }
  | { code: 'slow-down' }
  | { code: 'no-such-room' }
  | { code: 'removed-from-room' }
  | { code: 'name-taken' }
  | { code: 'name-missing' }
  | { code: 'room-full' }
  | { code: 'not-in-room' }

type Deps = { db: Database; clock: Clock }

/** The room that stands where the chat was opened. */
export function readOpenRoom(
  deps: { db: Database },
  chat: Chat,
  page: PageId | undefined,
): Promise<ChatRoom | undefined> {
  return inWorkspace(deps.db, chat.workspace, tx => findOpenRoom(tx, chat.workspace, chat.connection, page))
}

async function openRoomOf(tx: Transaction, chat: Chat, id: ChatRoomId): Promise<ChatRoom | undefined> {
  const room = await findChatRoom(tx, chat.workspace, id)
  return room && room.connection === chat.connection && room.closedAt === null ? room : undefined
}

/** Under a name that nobody there has now; their e-mail and what they wrote to us alone stay ours. */
export function joinChatRoom(
  deps: Deps,
  chat: Chat,
  visitor: Visitor,
  input: { room: ChatRoomId; name: string },
): Promise<Result<void, ChatRoomRefusal>> {
  const name = input.name.trim().replace(/\s+/g, ' ')
  const { workspace } = chat
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ChatRoomRefusal>> => {
    if (visitor.blockedAt) return refuse({ code: 'blocked' })
    if (name === '') return refuse({ code: 'name-missing' })
    const room = await openRoomOf(tx, chat, input.room)
    if (!room) return refuse({ code: 'no-such-room' })
    const before = await findMembership(tx, workspace, room.id, visitor.id)
    if (before?.removedAt) return refuse({ code: 'removed-from-room' })
    if ((await listRoomMembers(tx, workspace, room.id)).length >= limits.members) return refuse({ code: 'room-full' })
    const joined = await upsertMembership(tx, workspace, room.id, { visitor: visitor.id, name, now: deps.clock.now() })
    if (!joined) return refuse({ code: 'name-taken' })
    await changedForAll(tx, chat, room.id)
    return done(undefined)
  })
}

export async function leaveChatRoom(deps: Deps, chat: Chat, visitor: Visitor, room: ChatRoomId): Promise<void> {
  await inWorkspace(deps.db, chat.workspace, async tx => {
    await updateMembership(tx, chat.workspace, room, visitor.id, { leftAt: deps.clock.now() })
    await changedForAll(tx, chat, room)
  })
}

async function changedForAll(
  tx: Transaction,
  { workspace, connection }: Pick<Chat, 'workspace' | 'connection'>,
  id: ChatRoomId,
) {
  await notifyRoom(tx, id)
  tellBrowsers(tx, workspace, { kind: 'presence.reset', payload: { connection } })
}

/** Resolves once it is stored; the same id again changes nothing. */
export async function sayInRoom(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  input: { room: ChatRoomId; id: MessageId; text: string },
): Promise<Result<{ at: Date }, ChatRoomRefusal>> {
  if (visitor.blockedAt) return refuse({ code: 'blocked' })
  if (input.text.trim() === '') return refuse({ code: 'empty' })
  const { workspace, connection } = chat
  const now = deps.clock.now()
  const found = await inWorkspace(deps.db, workspace, async tx => {
    const room = await openRoomOf(tx, chat, input.room)
    if (!room) return refuse({ code: 'no-such-room' })
    const member = await findMembership(tx, workspace, room.id, visitor.id)
    if (member?.removedAt) return refuse({ code: 'removed-from-room' })
    if (!member || member.leftAt) return refuse({ code: 'not-in-room' })
    const again = (await findMessageKeys(tx, workspace, connection, [input.id])).size > 0
    const since = new Date(now.getTime() - minuteMs)
    const said = again ? 0 : await countRoomMessages(tx, workspace, connection, room.id, visitor.id, since)
    return said >= limits.perMinute ? refuse({ code: 'slow-down' }) : done({ room, name: member.name })
  })
  if (!found.ok) return found
  const { room, name } = found.value
  const event: NetworkEvent = {
    kind: 'message',
    key: input.id,
    otherKeys: [],
    conversation: { id: remoteIdOf(room.id), kind: 'room', title: room.title },
    from: { id: visitor.id, name },
    own: false,
    text: input.text,
    sentAt: now,
    history: false,
  }
  await commitEvents(deps, { workspace, connection }, [event])
  await inWorkspace(deps.db, workspace, tx => notifyRoom(tx, room.id))
  return done({ at: now })
}

export type RoomForVisitor = {
  title: string
  norms: string
  /** Under which name they are in it; null when they are not. */
  name: string | null
  removed: boolean
  members: string[]
  messages: RoomMessage[]
}

/** Members and what was said since they came are for members; the title and the norms are for everybody who may join. */
export function readRoomAsVisitor(
  deps: { db: Database },
  chat: Chat,
  visitor: Visitor,
  id: ChatRoomId,
): Promise<Result<RoomForVisitor, ChatRoomRefusal>> {
  const { workspace, connection } = chat
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<RoomForVisitor, ChatRoomRefusal>> => {
    const room = await openRoomOf(tx, chat, id)
    if (!room) return refuse({ code: 'no-such-room' })
    const own = await findMembership(tx, workspace, id, visitor.id)
    const { title, norms } = room
    const outside = { title, norms, name: null, removed: own?.removedAt != null, members: [], messages: [] }
    if (!own || own.leftAt || own.removedAt) return done(outside)
    return done({
      ...outside,
      name: own.name,
      members: (await listRoomMembers(tx, workspace, id)).map(member => member.name),
      messages: await listRoomMessages(tx, workspace, connection, id, own.joinedAt, limits.shown),
    })
  })
}

// The recruiter's side.

export type RoomChange = { title?: string; norms?: string; open?: boolean }
export type MakeRoomRefusal = { code: 'no-such-room' } | { code: 'room-there' } | { code: 'viewers-read' }

/** A room with its conversation, which stands in the inbox from the start. */
export async function makeChatRoom(
  tx: Transaction,
  deps: { clock: Clock },
  caller: Caller,
  chat: ConnectionId,
  input: { title: string; norms: string; page: PageId | null },
): Promise<Result<ConversationId, MakeRoomRefusal>> {
  const now = deps.clock.now()
  const { workspace } = caller
  const id = newId<'ChatRoom'>(now.getTime())
  const room = await insertChatRoom(tx, workspace, { id, connection: chat, ...input }, now)
  if (!room) return refuse({ code: 'room-there' })
  const wanted = {
    id: newId<'Conversation'>(now.getTime()),
    remoteId: remoteIdOf(id),
    kind: 'room',
    title: room.title,
  } as const
  const made = (await upsertConversations(tx, workspace, { id: chat, tool: 'website-chat' }, [wanted], now)).get(
    wanted.remoteId,
  )
  if (!made) throw new Error('an upsert gives its row')
  await audit(tx, { caller, at: now, action: 'chat.room-made', subjectKind: 'chat-room', subject: id })
  tellBrowsers(tx, workspace, { kind: 'pages.changed', payload: {} })
  tellBrowsers(tx, workspace, changedIn(made, []))
  return done(made.id)
}

/** A closed room is gone for visitors at once; what was said stays with us. */
export async function changeChatRoom(
  tx: Transaction,
  deps: { clock: Clock },
  caller: Caller,
  id: ChatRoomId,
  change: RoomChange,
): Promise<Result<void, MakeRoomRefusal>> {
  const room = await findChatRoom(tx, caller.workspace, id)
  if (!room) return refuse({ code: 'no-such-room' })
  const now = deps.clock.now()
  const closedAt = change.open === undefined ? room.closedAt : change.open ? null : (room.closedAt ?? now)
  if (room.closedAt && !closedAt) {
    const there = await findOpenRoom(tx, caller.workspace, room.connection, room.page ?? undefined)
    if (there && there.page === room.page) return refuse({ code: 'room-there' })
  }
  const next = { id, title: change.title ?? room.title, norms: change.norms ?? room.norms, closedAt }
  await updateChatRoom(tx, caller.workspace, next)
  await audit(tx, { caller, at: now, action: 'chat.room-changed', subjectKind: 'chat-room', subject: id })
  await notifyRoom(tx, id)
  tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: {} })
  return done(undefined)
}

/** Out of the room until it is taken back; their own chat with us stays. */
export function moderateRoom(
  deps: Deps,
  caller: Caller,
  conversation: ConversationId,
  input: { visitor: VisitorId; removed: boolean },
): Promise<Result<void, MakeRoomRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, MakeRoomRefusal>> => {
    if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
    const found = await findConversation(tx, caller.workspace, conversation)
    const room = found && roomIdOf(found.remoteId)
    const now = deps.clock.now()
    const change = { removedAt: input.removed ? now : null }
    if (!found || !room || !(await updateMembership(tx, caller.workspace, room, input.visitor, change)))
      return refuse({ code: 'no-such-room' })
    await audit(tx, {
      caller,
      at: now,
      action: input.removed ? 'chat.room-removed' : 'chat.room-let-in',
      subjectKind: 'chat-room',
      subject: room,
      detail: { visitor: input.visitor },
    })
    await notifyRoom(tx, room)
    tellBrowsers(tx, caller.workspace, changedIn(found, []))
    return done(undefined)
  })
}

/** As the inbox shows a room: who is there, with whom of them we know. Undefined when the conversation is no room of ours. */
export async function readRoomMembers(tx: Transaction, workspace: Caller['workspace'], user: UserId, remoteId: string) {
  const id = roomIdOf(remoteId)
  const room = id && (await findChatRoom(tx, workspace, id))
  if (!room) return undefined
  const members = await listRoomMembers(tx, workspace, room.id)
  const known = await listKnownMembers(
    tx,
    workspace,
    user,
    'website-chat',
    members.map(member => member.visitor),
  )
  const people = new Map(known.map(each => [each.address, each]))
  return {
    subject: room.norms || null,
    inside: room.closedAt === null,
    members: members.map(({ visitor, name }) => ({
      name,
      id: visitor,
      role: 'member' as const,
      person: people.get(visitor) ?? null,
      us: false,
    })),
  }
}

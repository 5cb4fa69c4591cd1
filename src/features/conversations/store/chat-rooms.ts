import { sql } from 'kysely'
import type { ConnectionId, Id, MessageId, PageId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type VisitorId, visitorChannel } from './visitors.ts'

export type ChatRoomId = Id<'ChatRoom'>
export type ChatRoom = {
  id: ChatRoomId
  connection: ConnectionId
  page: PageId | null
  title: string
  norms: string
  closedAt: Date | null
}
export type RoomMembership = {
  visitor: VisitorId
  name: string
  joinedAt: Date
  leftAt: Date | null
  removedAt: Date | null
}

const prefix = 'room:'
export const remoteIdOf = (room: ChatRoomId): string => `${prefix}${room}`
/** Undefined when the remote id is a visitor's. */
export const roomIdOf = (remoteId: string): ChatRoomId | undefined =>
  remoteId.startsWith(prefix) ? (remoteId.slice(prefix.length) as ChatRoomId) : undefined

const columns = sql`room_id as id, connection_id as connection, page_id as page, title, norms, closed_at as "closedAt"`
const memberColumns = sql`visitor_id as visitor, name, joined_at as "joinedAt", left_at as "leftAt", removed_at as "removedAt"`

/** Undefined when another open room stands on that page. */
export async function insertChatRoom(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Omit<ChatRoom, 'closedAt'>,
  now: Date,
): Promise<ChatRoom | undefined> {
  const { rows } =
    await sql<ChatRoom>`insert into chat_rooms (workspace_id, room_id, connection_id, page_id, title, norms, created_at)
    values (${workspace}, ${row.id}, ${row.connection}, ${row.page}, ${row.title}, ${row.norms}, ${now})
    on conflict do nothing returning ${columns}`.execute(tx)
  return rows[0]
}

export async function updateChatRoom(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Pick<ChatRoom, 'id' | 'title' | 'norms' | 'closedAt'>,
): Promise<void> {
  await sql`update chat_rooms set title = ${row.title}, norms = ${row.norms}, closed_at = ${row.closedAt}
    where workspace_id = ${workspace} and room_id = ${row.id}`.execute(tx)
}

/** Open ones first, then as they were made. */
export async function listChatRooms(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
): Promise<(ChatRoom & { members: number })[]> {
  const { rows } = await sql<ChatRoom & { members: number }>`select ${columns},
      (select count(*)::int from chat_room_members m where m.workspace_id = ${workspace} and m.room_id = r.room_id
        and m.left_at is null and m.removed_at is null) as members
    from chat_rooms r where workspace_id = ${workspace} and connection_id = ${chat}
    order by closed_at is not null, created_at, room_id`.execute(tx)
  return rows
}

export async function findChatRoom(
  tx: Transaction,
  workspace: WorkspaceId,
  room: ChatRoomId,
): Promise<ChatRoom | undefined> {
  const { rows } = await sql<ChatRoom>`select ${columns} from chat_rooms
    where workspace_id = ${workspace} and room_id = ${room}`.execute(tx)
  return rows[0]
}

/** Of the page, else the one for everywhere. */
export async function findOpenRoom(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  page: PageId | undefined,
): Promise<ChatRoom | undefined> {
  const { rows } = await sql<ChatRoom>`select ${columns} from chat_rooms where workspace_id = ${workspace}
    and connection_id = ${chat} and closed_at is null and (page_id is null or page_id = ${page ?? null})
    order by page_id is null limit 1`.execute(tx)
  return rows[0]
}

export async function findMembership(
  tx: Transaction,
  workspace: WorkspaceId,
  room: ChatRoomId,
  visitor: VisitorId,
): Promise<RoomMembership | undefined> {
  const { rows } = await sql<RoomMembership>`select ${memberColumns} from chat_room_members
    where workspace_id = ${workspace} and room_id = ${room} and visitor_id = ${visitor}`.execute(tx)
  return rows[0]
}

/** Who is in it now, by when they came. */
export async function listRoomMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  room: ChatRoomId,
): Promise<RoomMembership[]> {
  const { rows } = await sql<RoomMembership>`select ${memberColumns} from chat_room_members
    where workspace_id = ${workspace} and room_id = ${room} and left_at is null and removed_at is null
    order by joined_at, visitor_id`.execute(tx)
  return rows
}

/** False when somebody who is in it has that name. Whoever comes back sees what was said since they first came. */
export async function upsertMembership(
  tx: Transaction,
  workspace: WorkspaceId,
  room: ChatRoomId,
  member: { visitor: VisitorId; name: string; now: Date },
): Promise<boolean> {
  const taken = await sql`select from chat_room_members where workspace_id = ${workspace} and room_id = ${room}
    and kith_fold(name) = kith_fold(${member.name}) and visitor_id <> ${member.visitor} and left_at is null and removed_at is null`.execute(
    tx,
  )
  if (taken.rows.length > 0) return false
  await sql`insert into chat_room_members (workspace_id, room_id, visitor_id, name, joined_at)
    values (${workspace}, ${room}, ${member.visitor}, ${member.name}, ${member.now})
    on conflict (workspace_id, room_id, visitor_id) do update set name = excluded.name, left_at = null`.execute(tx)
  return true
}

export async function updateMembership(
  tx: Transaction,
  workspace: WorkspaceId,
  room: ChatRoomId,
  visitor: VisitorId,
  change: { leftAt: Date } | { removedAt: Date | null },
): Promise<boolean> {
  const set = 'leftAt' in change ? sql`left_at = ${change.leftAt}` : sql`removed_at = ${change.removedAt}`
  const { rows } = await sql`update chat_room_members set ${set}
    where workspace_id = ${workspace} and room_id = ${room} and visitor_id = ${visitor} returning visitor_id`.execute(
    tx,
  )
  return rows.length > 0
}

export type RoomMessage = {
  id: MessageId
  key: string
  own: boolean
  senderId: string | null
  sender: string
  text: string
  sentAt: Date
}

/** Oldest first, the newest `limit` since then. What is still waiting or was taken back is none. */
export async function listRoomMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  room: ChatRoomId,
  since: Date,
  limit: number,
): Promise<RoomMessage[]> {
  const { rows } = await sql<RoomMessage>`select * from (
      select m.message_id as id, m.own, m.sender_id as "senderId", coalesce(u.name, m.sender_name, '') as sender, m.text, m.sent_at as "sentAt",
        coalesce(m.detail->>'key', m.message_id::text) as key
      from conversations c join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.conversation_id
      left join users u on u.workspace_id = m.workspace_id and u.user_id = m.user_id and m.own
      where c.workspace_id = ${workspace} and c.connection_id = ${chat} and c.remote_id = ${remoteIdOf(room)}
        and m.kind = 'text' and m.retracted_at is null and m.delivery in ('received', 'accepted', 'delivered', 'read') and m.sent_at >= ${since}
      order by m.sent_at desc, m.message_id desc limit ${limit}) newest order by "sentAt", id`.execute(tx)
  return rows
}

/** How many messages of one visitor since then. */
export async function countRoomMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  room: ChatRoomId,
  visitor: VisitorId,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from conversations c
    join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.conversation_id
    where c.workspace_id = ${workspace} and c.connection_id = ${chat} and c.remote_id = ${remoteIdOf(room)}
      and m.sender_id = ${visitor} and m.sent_at >= ${since}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Everybody who has the room before them looks again. */
export async function notifyRoom(tx: Transaction, room: ChatRoomId): Promise<void> {
  await sql`select pg_notify(${visitorChannel}, ${JSON.stringify({ room })})`.execute(tx)
}

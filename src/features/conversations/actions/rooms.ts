import type { RoomMember, RoomView, SendOutcome } from '#connectors/contract.ts'
import { type ConnectionId, type ConversationId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import { findConnection } from '../store/connections.ts'
import { findConversation, upsertConversations } from '../store/conversations.ts'
import { type KnownMember, listKnownMembers, listRoomConversations } from '../store/rooms.ts'
import { readRoomMembers } from './chat-rooms.ts'
import { changedIn } from './commit-scope.ts'
import type { ManageDeps } from './manage.ts'

export type RoomRefusal =
  | { code: 'no-such-connection' }
  | { code: 'no-such-conversation' }
  | { code: 'viewers-read' }
  | { code: 'no-rooms' }
  | { code: 'not-connected' }
  /** In the network's own words. */
  | { code: 'not-let-in'; text: string }

export type ListedRoom = RoomView & { conversation: ConversationId | null; unread: number }

/** Rooms we are in and those the account has bookmarked or was invited to. */
export async function listRooms(
  deps: ManageDeps,
  caller: Caller,
  id: ConnectionId,
): Promise<Result<ListedRoom[], RoomRefusal>> {
  const found = await inWorkspace(deps.db, caller.workspace, async tx => ({
    connection: await findConnection(tx, caller.workspace, id),
    conversations: await listRoomConversations(tx, caller.workspace, id),
  }))
  if (!found.connection) return refuse({ code: 'no-such-connection' })
  const session = deps.session(id)
  if (!session) return refuse({ code: 'not-connected' })
  if (!session.rooms) return refuse({ code: 'no-rooms' })
  const known = new Map(found.conversations.map(each => [each.address, each]))
  return done(
    session.rooms.list().map(room => {
      const conversation = known.get(room.id)
      return { ...room, conversation: conversation?.id ?? null, unread: conversation?.unread ?? 0 }
    }),
  )
}

/** Goes in and gives the room's conversation; joining again what we are in is no harm. */
export async function joinRoom(
  deps: ManageDeps,
  caller: Caller,
  id: ConnectionId,
  input: { address: string; nick?: string },
): Promise<Result<ConversationId, RoomRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const connection = await inWorkspace(deps.db, caller.workspace, tx => findConnection(tx, caller.workspace, id))
  if (!connection) return refuse({ code: 'no-such-connection' })
  const session = deps.session(id)
  if (!session) return refuse({ code: 'not-connected' })
  if (!session.rooms) return refuse({ code: 'no-rooms' })
  const typed = input.address.trim()
  const address = (await deps.connectorOf(connection.tool))?.parseAddress(typed) ?? typed
  const why = refusedIn(await session.rooms.join(address, input.nick))
  if (why) return refuse(why)
  const room = session.rooms.list().find(each => each.id.toLowerCase() === address.toLowerCase())
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<ConversationId, RoomRefusal>> => {
    const now = deps.clock.now()
    const remoteId = room?.id ?? address
    const wanted = {
      id: newId<'Conversation'>(now.getTime()),
      remoteId,
      kind: 'room' as const,
      title: room?.title ?? null,
    }
    const made = (await upsertConversations(tx, caller.workspace, connection, [wanted], now)).get(remoteId)
    if (!made) throw new Error('an upsert gives its row')
    tellBrowsers(tx, caller.workspace, changedIn(made, []))
    return done(made.id)
  })
}

/** What was said there stays. */
export async function leaveRoom(
  deps: ManageDeps,
  caller: Caller,
  id: ConversationId,
): Promise<Result<void, RoomRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const found = await inWorkspace(deps.db, caller.workspace, tx => findConversation(tx, caller.workspace, id))
  if (found?.kind !== 'room') return refuse({ code: 'no-such-conversation' })
  const rooms = deps.session(found.connection)?.rooms
  if (!rooms) return refuse({ code: 'not-connected' })
  const why = refusedIn(await rooms.leave(found.remoteId))
  return why ? refuse(why) : done(undefined)
}

const refusedIn = (outcome: SendOutcome): RoomRefusal | undefined =>
  outcome.kind === 'accepted' ? undefined : { code: 'not-let-in', text: 'text' in outcome ? outcome.text : outcome.why }

export type ListedMember = RoomMember & { person: KnownMember | null; us: boolean }
export type RoomNow = { subject: string | null; inside: boolean; members: ListedMember[] }

const roleOrder = { owner: 0, admin: 1, member: 2, guest: 3 } as const

/** Who is in the room now, with whom of them we know. An address that the room hides is not there. */
export async function readRoom(
  deps: ManageDeps,
  caller: Caller,
  id: ConversationId,
): Promise<Result<RoomNow, RoomRefusal>> {
  const found = await inWorkspace(deps.db, caller.workspace, tx => findConversation(tx, caller.workspace, id))
  if (found?.kind !== 'room') return refuse({ code: 'no-such-conversation' })
  // A room of our own pages is no network's: it is read where it is kept.
  const own = await inWorkspace(deps.db, caller.workspace, tx =>
    readRoomMembers(tx, caller.workspace, caller.user, found.remoteId),
  )
  if (own && found.tool === 'website-chat') return done(own)
  const rooms = deps.session(found.connection)?.rooms
  if (!rooms) return refuse({ code: 'not-connected' })
  const room = rooms.list().find(each => each.id === found.remoteId)
  if (!room?.nick) return done({ subject: room?.subject ?? null, inside: false, members: [] })
  const addresses = room.members.flatMap(member => member.id ?? [])
  const known = await inWorkspace(deps.db, caller.workspace, tx =>
    listKnownMembers(tx, caller.workspace, caller.user, found.tool, addresses),
  )
  const people = new Map(known.map(each => [each.address, each]))
  const members = room.members.map(member => ({
    ...member,
    person: (member.id === undefined ? undefined : people.get(member.id)) ?? null,
    us: member.name === room.nick,
  }))
  members.sort((a, b) => roleOrder[a.role] - roleOrder[b.role] || a.name.localeCompare(b.name))
  return done({ subject: room.subject ?? null, inside: true, members })
}

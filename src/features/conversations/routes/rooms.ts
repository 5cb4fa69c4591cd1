import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type MakeRoomRefusal, moderateRoom } from '../actions/chat-rooms.ts'
import { joinRoom, leaveRoom, listRooms, type RoomRefusal, readRoom } from '../actions/rooms.ts'
import { joinRequest, moderateRequest, roomList, roomNow } from '../wire.ts'
import { byId, type ConversationsDeps, nothing, tags } from './shared.ts'

const ROOM = {
  'no-such-connection': [404, 'This connection is gone.'],
  'no-such-conversation': [404, 'This room is gone.'],
  'viewers-read': [403, 'You can see this; a recruiter can join and leave rooms.'],
  'no-rooms': [409, 'This network has no rooms.'],
  'not-connected': [409, 'Kith is not connected there now. Try again when it is.'],
  'not-let-in': [409, 'The room did not let us in.'],
} as const satisfies RefusalTable<RoomRefusal['code']>

const MODERATE = {
  'no-such-room': [404, 'This room, or this member, is gone.'],
  'room-there': [409, 'Another room stands there.'],
  'viewers-read': [403, 'You can see this; a recruiter keeps order in rooms.'],
} as const satisfies RefusalTable<MakeRoomRefusal['code']>

/** Group chats of a connection: which there are, going in and out, and who is there. */
export function roomRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/connections/:id/rooms',
    {
      schema: {
        summary: 'Rooms that a connection could join',
        params: byId<'Connection'>(),
        response: { 200: roomList, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await listRooms(deps, callerOf(request), request.params.id)
      if (!result.ok) return replyFrom(reply, ROOM, result.refusal)
      return {
        rooms: result.value.map(room => ({
          address: room.id,
          title: room.title ?? null,
          subject: room.subject ?? null,
          inside: room.nick !== undefined,
          members: room.members.length,
          conversation: room.conversation,
          unread: room.unread,
        })),
      }
    },
  )
  app.post(
    '/api/v1/connections/:id/rooms',
    {
      schema: {
        params: byId<'Connection'>(),
        body: joinRequest,
        response: { 200: byId<'Conversation'>(), ...refusals },
        tags,
        summary: 'Joins a room by its address; it is bookmarked where the network can.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await joinRoom(deps, callerOf(request), request.params.id, defined(request.body))
      if (result.ok) return { id: result.value }
      const { refusal } = result
      if (refusal.code !== 'not-let-in') return replyFrom(reply, ROOM, refusal)
      return reply.code(409).send({ error: { code: refusal.code, message: refusal.text } })
    },
  )
  app.post(
    '/api/v1/conversations/:id/leave',
    {
      schema: {
        summary: 'Leave a room; what was said stays',
        params: byId<'Conversation'>(),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await leaveRoom(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, ROOM, result.refusal)
    },
  )
  app.put(
    '/api/v1/conversations/:id/room/members',
    {
      schema: {
        summary: 'Moderate a member of a room',
        params: byId<'Conversation'>(),
        body: moderateRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await moderateRoom(deps, callerOf(request), request.params.id, request.body)
      return result.ok ? {} : replyFrom(reply, MODERATE, result.refusal)
    },
  )
  app.get(
    '/api/v1/conversations/:id/room',
    {
      schema: {
        summary: 'A room: topic, rules, norms and members',
        params: byId<'Conversation'>(),
        response: { 200: roomNow, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readRoom(deps, callerOf(request), request.params.id)
      if (!result.ok) return replyFrom(reply, ROOM, result.refusal)
      const { subject, inside, members } = result.value
      return {
        subject,
        inside,
        members: members.map(({ name, role, id, us, person }) => ({
          name,
          role,
          us,
          address: id ?? null,
          person: person && { id: person.person, name: person.name, stage: person.stage ?? 'found', side: person.side },
        })),
      }
    },
  )
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ConnectionId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import type { Chat, VisitDeps } from './actions/chat.ts'
import {
  type ChatRoomRefusal,
  joinChatRoom,
  leaveChatRoom,
  readRoomAsVisitor,
  sayInRoom,
} from './actions/chat-rooms.ts'
import { roomForVisitor, roomJoinRequest, roomSayRequest, sayAnswer } from './chat-wire.ts'
import type { Visitor } from './store/visitors.ts'

const ROOM = {
  blocked: [403, 'This chat is closed.'],
  empty: [400, 'Write something first.'],
  'slow-down': [429, 'That is a lot at once for a room. Wait a minute, then send it.'],
  'no-such-room': [404, 'This room is closed.'],
  'removed-from-room': [403, 'You were asked to leave this room.'],
  'name-taken': [409, 'Somebody in the room has this name. Choose another one.'],
  'name-missing': [400, 'Choose a name first.'],
  'room-full': [409, 'The room is full. Try again later.'],
  'not-in-room': [409, 'Join the room first.'],
} as const satisfies RefusalTable<ChatRoomRefusal['code']>

const ofRoom = z.object({ chat: idOf<'Connection'>(), room: idOf<'ChatRoom'>() })
const path = '/api/v1/chat/:chat/rooms/:room'
const tags = ['chat']
const config = { access: 'public' } as const

type VisitOf = (
  request: Pick<FastifyRequest, 'headers'>,
  id: ConnectionId,
  reply: FastifyReply,
) => Promise<{ chat: Chat; visitor: Visitor } | undefined>

/** A group chat on a page, as its visitors use it. */
export function chatRoomRoutes(app: App, deps: VisitDeps, visitOf: VisitOf): void {
  app.get(
    path,
    {
      schema: {
        summary: 'A room in the page: its rules, members and latest messages',
        params: ofRoom,
        response: { 200: roomForVisitor, ...refusals },
        tags,
      },
      config,
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const result = await readRoomAsVisitor(deps, visit.chat, visit.visitor, request.params.room)
      if (!result.ok) return replyFrom(reply, ROOM, result.refusal)
      const { messages, ...rest } = result.value
      return {
        ...rest,
        messages: messages.map(({ own, senderId, ...message }) => ({
          ...message,
          host: own,
          mine: !own && senderId === visit.visitor.id,
        })),
      }
    },
  )
  app.post(
    `${path}/join`,
    {
      schema: {
        summary: 'A visitor joins a room under a name',
        params: ofRoom,
        body: roomJoinRequest,
        response: { 200: z.object({}), ...refusals },
        tags,
      },
      config,
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const { room } = request.params
      const result = await joinChatRoom(deps, visit.chat, visit.visitor, { room, name: request.body.name })
      return result.ok ? {} : replyFrom(reply, ROOM, result.refusal)
    },
  )
  app.post(
    `${path}/leave`,
    {
      schema: {
        summary: 'A visitor leaves a room',
        params: ofRoom,
        response: { 200: z.object({}), ...refusals },
        tags,
      },
      config,
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      await leaveChatRoom(deps, visit.chat, visit.visitor, request.params.room)
      return {}
    },
  )
  app.post(
    `${path}/messages`,
    {
      schema: {
        summary: 'A visitor writes in a room',
        params: ofRoom,
        body: roomSayRequest,
        response: { 200: sayAnswer, ...refusals },
        tags,
      },
      config,
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const { room } = request.params
      const result = await sayInRoom(deps, visit.chat, visit.visitor, { room, ...request.body })
      return result.ok ? result.value : replyFrom(reply, ROOM, result.refusal)
    },
  )
}

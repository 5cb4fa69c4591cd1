import { z } from 'zod'
import type { DoorRefusal, KeyRefusal, MakeRoomRefusal, VisitDeps } from '#features/conversations/index.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import { addKey, changeRoom, makeRoom, openDoors, readDoors, readKeys, readRooms, removeKey } from './chat-settings.ts'
import {
  changeRoomRequest,
  chatDoors,
  chatKeys,
  chatRooms,
  doorsRequest,
  keyAnswer,
  keyRequest,
  makeRoomRequest,
} from './wire.ts'

const STATUS = {
  'no-such-door': [400, 'This connection is gone, or no link can lead to it.'],
  'no-address-yet': [409, 'Its network does not say now what people write to. Test the connection, then try again.'],
  'bad-key': [400, 'This is no public key for ES256: a PEM or JWK of the curve P-256, without its private half.'],
  'too-many-keys': [409, 'Four keys are enough to change one without a gap. Remove one that is no longer used.'],
  'no-such-key': [404, 'This key is gone.'],
} as const satisfies RefusalTable<DoorRefusal['code'] | KeyRefusal['code']>

const ROOM = {
  'no-such-room': [404, 'This room is gone.'],
  'room-there': [409, 'An open room stands there already. Close it first, or choose another page.'],
  'no-such-page': [404, 'This page is gone.'],
  'viewers-read': [403, 'You can see this; a recruiter makes rooms.'],
} as const satisfies RefusalTable<MakeRoomRefusal['code'] | 'no-such-page'>

const tags = ['pages']
const nothing = z.object({})

/** Where visitors may go on, group chats, and with what other sites sign who they are. */
export function chatSettingsRoutes(app: App, deps: VisitDeps): void {
  app.get(
    '/api/v1/website-chat/doors',
    {
      schema: { summary: 'Where visitors may go on', response: { 200: chatDoors, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async request => ({ doors: await readDoors(deps, callerOf(request)) }),
  )
  app.put(
    '/api/v1/website-chat/doors',
    {
      schema: {
        summary: 'Choose where visitors may go on',
        body: doorsRequest,
        response: { 200: chatDoors, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const result = await openDoors(deps, caller, request.body.connections)
      if (result.ok) return { doors: await readDoors(deps, caller) }
      const { refusal } = result
      const [status, words] = STATUS[refusal.code]
      return replyRefusal(reply, status, refusal.code, 'label' in refusal ? `${refusal.label}: ${words}` : words)
    },
  )
  app.get(
    '/api/v1/website-chat/keys',
    {
      schema: {
        summary: 'Keys that websites sign their visitors with',
        response: { 200: chatKeys, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => ({
      keys: (await readKeys(deps, callerOf(request))).map(({ id, algorithm, createdAt, lastUsedAt }) => ({
        id,
        algorithm,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    }),
  )
  app.post(
    '/api/v1/website-chat/keys',
    {
      schema: {
        summary: 'Make a key; it is shown once',
        body: keyRequest,
        response: { 200: keyAnswer, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await addKey(deps, callerOf(request), request.body)
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/website-chat/keys/:id',
    {
      schema: {
        summary: 'Remove a key',
        params: z.object({ id: idOf<'ChatKey'>() }),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await removeKey(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.get(
    '/api/v1/website-chat/rooms',
    {
      schema: { summary: 'Rooms that visitors can join', response: { 200: chatRooms, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async request => ({
      rooms: (await readRooms(deps, callerOf(request))).map(({ id, title, norms, page, closedAt, members }) => ({
        id,
        title,
        norms,
        page,
        open: closedAt === null,
        members,
      })),
    }),
  )
  app.post(
    '/api/v1/website-chat/rooms',
    {
      schema: {
        summary: 'Open a room on the website',
        body: makeRoomRequest,
        response: { 200: z.object({ conversation: idOf<'Conversation'>() }), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await makeRoom(deps, callerOf(request), request.body)
      return result.ok ? { conversation: result.value } : replyFrom(reply, ROOM, result.refusal)
    },
  )
  app.patch(
    '/api/v1/website-chat/rooms/:id',
    {
      schema: {
        summary: 'Change or close a room on the website',
        params: z.object({ id: idOf<'ChatRoom'>() }),
        body: changeRoomRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeRoom(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? {} : replyFrom(reply, ROOM, result.refusal)
    },
  )
}

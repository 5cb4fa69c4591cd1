import { z } from 'zod'
import type { DoorRefusal, KeyRefusal, VisitDeps } from '#features/conversations/index.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import { addKey, openDoors, readDoors, readKeys, removeKey } from './chat-settings.ts'
import { chatDoors, chatKeys, doorsRequest, keyAnswer, keyRequest } from './wire.ts'

const STATUS = {
  'no-such-door': [400, 'This connection is gone, or no link can lead to it.'],
  'no-address-yet': [409, 'Its network does not say now what people write to. Test the connection, then try again.'],
  'bad-key': [400, 'This is no public key for ES256: a PEM or JWK of the curve P-256, without its private half.'],
  'too-many-keys': [409, 'Four keys are enough to change one without a gap. Remove one that is no longer used.'],
  'no-such-key': [404, 'This key is gone.'],
} as const satisfies RefusalTable<DoorRefusal['code'] | KeyRefusal['code']>

const tags = ['pages']
const nothing = z.object({})

/** Where visitors may go on, and with what other sites sign who they are. */
export function chatSettingsRoutes(app: App, deps: VisitDeps): void {
  app.get(
    '/api/v1/website-chat/doors',
    { schema: { response: { 200: chatDoors, ...refusals }, tags }, config: { access: 'recruiter' } },
    async request => ({ doors: await readDoors(deps, callerOf(request)) }),
  )
  app.put(
    '/api/v1/website-chat/doors',
    {
      schema: { body: doorsRequest, response: { 200: chatDoors, ...refusals }, tags },
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
    { schema: { response: { 200: chatKeys, ...refusals }, tags }, config: { access: 'recruiter' } },
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
    { schema: { body: keyRequest, response: { 200: keyAnswer, ...refusals }, tags }, config: { access: 'recruiter' } },
    async (request, reply) => {
      const result = await addKey(deps, callerOf(request), request.body)
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/website-chat/keys/:id',
    {
      schema: { params: z.object({ id: idOf<'ChatKey'>() }), response: { 200: nothing, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await removeKey(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
}

import { z } from 'zod'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  type ChangeRefusal,
  changeMessage,
  type ResolveRefusal,
  readVersions,
  resolveChange,
} from '../actions/change-message.ts'
import type { WhyNot } from '../model.ts'
import { changeRequest, versionsAnswer } from '../wire.ts'
import { byId, type ConversationsDeps, nothing, parsedId, server, tags } from './shared.ts'

const CHANGE = {
  'no-such-message': [404, 'This message is gone.'],
  'viewers-read': [403, 'You can see this; a recruiter can change it.'],
  'id-taken': [409, 'Another change has this id. Make a new one and try again.'],
  empty: [400, 'Write something first, or take the message back.'],
  'too-long': [400, 'This is too long to send.'],
  'not-possible': [409, 'This can’t be done with this message.'],
  'not-yet': [422, 'Not yet: see the reasons.'],
} as const satisfies RefusalTable<ChangeRefusal['code']>

const WHY = {
  network: 'This network can’t do that with a message.',
  'too-old': 'It was sent too long ago for that.',
  'not-ours': 'Only its writer can do that.',
  'not-sent': 'It has not arrived yet.',
  'taken-back': 'It was taken back.',
} as const satisfies Record<WhyNot, string>

const RESOLVE = {
  'no-such-change': [404, 'This change is gone.'],
  'not-waiting': [409, 'This change is settled.'],
} as const satisfies RefusalTable<ResolveRefusal['code']>

/** Messages that were sent: corrected, taken back, reacted to, and what they said before. */
export function changeRoutes(app: App, deps: ConversationsDeps): void {
  app.post(
    '/api/v1/messages/:id/changes',
    {
      schema: {
        params: byId<'Message'>(),
        body: changeRequest,
        response: { 200: nothing, '4xx': z.unknown(), ...server },
        tags,
        summary: 'Corrects a message of ours, takes it back, or sets our reactions to any message.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id, ...change } = request.body
      const result = await changeMessage(deps, callerOf(request), request.params.id, id, change)
      if (result.ok) return {}
      const { refusal } = result
      const [status, message] = CHANGE[refusal.code]
      const why = refusal.code === 'not-possible' ? WHY[refusal.why] : message
      const verdict = 'verdict' in refusal ? { assessment: refusal.verdict } : {}
      return reply.code(status).send({ error: { code: refusal.code, message: why }, ...verdict })
    },
  )
  app.get(
    '/api/v1/messages/:id/versions',
    {
      schema: {
        summary: 'What a message said before it was edited',
        params: byId<'Message'>(),
        response: { 200: versionsAnswer, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const versions = await readVersions(deps, callerOf(request), request.params.id)
      if (!versions) return replyFrom(reply, CHANGE, { code: 'no-such-message' })
      return { versions: versions.map(({ text, at }) => ({ text, at: at?.toISOString() ?? null })) }
    },
  )
  app.post(
    '/api/v1/changes/:id/resolve',
    {
      schema: {
        params: byId<'Change'>(),
        body: z.object({ decision: z.enum(['again', 'leave']) }),
        response: { 200: nothing, ...refusals },
        tags,
        summary: 'A change that may have arrived: asked for once more, or left; a refused one is put away.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const id = parsedId<'Change'>(request.params.id)
      const result = await resolveChange(deps, callerOf(request), id, request.body.decision)
      return result.ok ? {} : replyFrom(reply, RESOLVE, result.refusal)
    },
  )
}

import { z } from 'zod'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { readAssessment } from '../actions/assess.ts'
import {
  checkHandOff,
  type HandOffRefusal,
  recordAnswer,
  recordHandOff,
  type TakeBackRefusal,
  takeBackByHand,
} from '../actions/hand-off.ts'
import { answerRequest, assessAnswer, assessRequest, handOffAnswer, handOffCheck, handOffRequest } from '../wire.ts'
import { byId, type ConversationsDeps, MANAGE, nothing, server, tags } from './shared.ts'

const HAND_OFF = {
  'no-such-person': [404, 'This person is gone.'],
  'no-profile-there': [409, 'Add their profile on this tool first, so that Kith knows where this went.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to write.'],
  'not-yet': [422, 'Not yet: see the reasons.'],
  'may-not-override': [403, 'This can only be sent by an admin with a reason, or not at all.'],
} as const satisfies RefusalTable<HandOffRefusal['code']>

const TAKE_BACK = {
  'no-such-message': [404, 'This was not recorded by hand, or it is gone already.'],
  'viewers-read': HAND_OFF['viewers-read'],
} as const satisfies RefusalTable<TakeBackRefusal['code']>

export function handOffRoutes(app: App, deps: ConversationsDeps): void {
  app.post(
    '/api/v1/hand-offs/check',
    {
      schema: {
        summary: 'Judge a text that will go by hand',
        body: handOffCheck,
        response: { 200: handOffAnswer, ...refusals },
        tags,
      },
      config: { access: 'recruiter', clipper: true },
    },
    async (request, reply) => {
      const result = await checkHandOff(deps, callerOf(request), defined(request.body))
      return result.ok ? result.value : replyFrom(reply, HAND_OFF, result.refusal)
    },
  )
  app.post(
    '/api/v1/hand-offs',
    {
      schema: {
        summary: 'Record that a text was sent by hand',
        body: handOffRequest,
        response: { 200: byId<'Message'>(), '4xx': z.unknown(), ...server },
        tags,
      },
      config: { access: 'recruiter', clipper: true },
    },
    async (request, reply) => {
      const result = await recordHandOff(deps, callerOf(request), defined(request.body))
      if (result.ok) return { id: result.value }
      const [status, message] = HAND_OFF[result.refusal.code]
      const assessment = 'assessment' in result.refusal ? { assessment: result.refusal.assessment } : {}
      return reply.code(status).send({ error: { code: result.refusal.code, message }, ...assessment })
    },
  )
  app.post(
    '/api/v1/answers',
    {
      schema: {
        summary: 'Record an answer or a reaction from outside Kith',
        body: answerRequest,
        response: { 200: byId<'Message'>(), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { at, ...rest } = request.body
      const when = at === undefined ? {} : { at: new Date(at) }
      const result = await recordAnswer(deps, callerOf(request), { ...rest, ...when })
      return result.ok ? { id: result.value } : replyFrom(reply, HAND_OFF, result.refusal)
    },
  )
  app.delete(
    '/api/v1/answers/:id',
    {
      schema: {
        params: byId<'Message'>(),
        response: { 200: nothing, ...refusals },
        tags,
        summary: 'Takes back what was recorded by hand, and what the relationship learnt of it.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await takeBackByHand(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, TAKE_BACK, result.refusal)
    },
  )
  app.post(
    '/api/v1/conversations/:id/assess',
    {
      schema: {
        summary: 'Judge a draft for this conversation; nothing is kept or sent',
        params: byId<'Conversation'>(),
        body: assessRequest,
        response: { 200: assessAnswer, ...refusals },
        tags,
      },
      config: { access: 'viewer', assistant: true },
    },
    async (request, reply) => {
      const assessment = await readAssessment(deps, callerOf(request), request.params.id, defined(request.body))
      return assessment ? { assessment } : replyFrom(reply, MANAGE, { code: 'no-such-conversation' })
    },
  )
}

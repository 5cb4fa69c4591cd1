import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type App, callerOf, defined, type RefusalTable } from '#platform/routes.ts'
import { changeLater, type LaterRefusal, readLater, sendLater, sendLaterNow, takeBackLater } from '../actions/later.ts'
import { viewLater } from '../views/organise.ts'
import { changeLaterRequest, laterList, laterView, sendLaterRequest } from '../wire.ts'
import { byId, type ConversationsDeps, nothing, server, tags } from './shared.ts'

const LATER = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-such-message': [404, 'This message has left, or was taken back.'],
  empty: [400, 'Write something first.'],
  unfilled: [400, 'A variable still stands in the text. Fill it in first.'],
  'too-long': [400, 'This is too long to send. Split it.'],
  'not-ahead': [400, 'Choose a time ahead, within a year.'],
  'not-yours': [403, 'Only its writer or an admin can change this.'],
  'id-taken': [409, 'Another message has this id. Make a new one and send again.'],
  'colleague-wrote': [409, 'A colleague wrote to them lately. Your draft is kept: see who, then plan it.'],
  'not-yet': [422, 'Not yet: see the reasons.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to write.'],
} as const satisfies RefusalTable<LaterRefusal['code']>

function replyLater(reply: FastifyReply, refusal: LaterRefusal): FastifyReply {
  const [status, message] = LATER[refusal.code]
  const assessment = 'verdict' in refusal ? { assessment: refusal.verdict } : {}
  return reply.code(status).send({ error: { code: refusal.code, message }, ...assessment })
}

const refused = { '4xx': z.unknown(), ...server }

/** Messages that wait for their time: shown in the thread, changed, taken back, sent at once. */
export function laterRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/conversations/:id/later',
    {
      schema: {
        summary: 'What is to be sent here at a time ahead',
        params: byId<'Conversation'>(),
        response: { 200: laterList, ...refused },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({ messages: (await readLater(deps, callerOf(request), request.params.id)).map(viewLater) }),
  )
  app.post(
    '/api/v1/conversations/:id/later',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: sendLaterRequest,
        response: { 200: laterView, ...refused },
        tags,
        summary:
          'Sends at a time ahead. Judged now for that time, and again when it comes; then it may wait for its writer.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { sendAt, ...rest } = request.body
      const input = { ...defined(rest), sendAt: new Date(sendAt) }
      const result = await sendLater(deps, callerOf(request), request.params.id, input)
      return result.ok ? viewLater(result.value) : replyLater(reply, result.refusal)
    },
  )
  app.patch(
    '/api/v1/later/:id',
    {
      schema: {
        summary: 'Change the text or the time of a message that waits',
        params: byId<'Message'>(),
        body: changeLaterRequest,
        response: { 200: laterView, ...refused },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { sendAt, text } = request.body
      const result = await changeLater(deps, callerOf(request), request.params.id, {
        ...(text === undefined ? {} : { text }),
        ...(sendAt === undefined ? {} : { sendAt: new Date(sendAt) }),
      })
      return result.ok ? viewLater(result.value) : replyLater(reply, result.refusal)
    },
  )
  app.delete(
    '/api/v1/later/:id',
    {
      schema: {
        summary: 'Take back a message that waits',
        params: byId<'Message'>(),
        response: { 200: z.object({ text: z.string() }), ...refused },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await takeBackLater(deps, callerOf(request), request.params.id)
      return result.ok ? result.value : replyLater(reply, result.refusal)
    },
  )
  app.post(
    '/api/v1/later/:id/send',
    {
      schema: {
        summary: 'Send a message that waits now',
        params: byId<'Message'>(),
        response: { 200: nothing, ...refused },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await sendLaterNow(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyLater(reply, result.refusal)
    },
  )
}

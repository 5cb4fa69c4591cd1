import { z } from 'zod'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type HandOverRefusal, handOver, readHandOver, undoHandOver } from '../actions/hand-over.ts'
import {
  answerTakeOver,
  askTakeOver,
  readTakeOvers,
  type TakeOverDeps,
  type TakeOverRefusal,
} from '../actions/take-over.ts'
import type { TeamDeps } from '../deps.ts'
import { viewHandOver, viewTakeOver } from '../views.ts'
import * as wire from '../wire.ts'

const HAND_OVER = {
  'no-such-member': [404, 'There is nobody here by this id.'],
  'not-yours': [403, 'You hand over what is yours; an admin hands over what is a colleague’s.'],
  'no-such-colleague': [409, 'Give it to another colleague who is here and may work with people.'],
  'needs-somebody': [400, 'Messages, openings, interviews, pools, searches and accounts need somebody who has them.'],
  'no-such-hand-over': [404, 'There was no such hand-over.'],
  'undone-already': [409, 'This was taken back before.'],
} as const satisfies RefusalTable<HandOverRefusal['code']>

const TAKE_OVER = {
  'no-such-person': [404, 'This person is gone, or is somebody else by now.'],
  'no-such-colleague': [409, 'Whoever asked is not here any more.'],
  'a-colleagues-contact': [409, 'They are another colleague’s contact by now.'],
  'free-to-take': [409, 'They are nobody else’s contact. Make them yours.'],
  'no-such-take-over': [404, 'This was answered or taken back already.'],
  'not-yours': [403, 'Whose contact they are answers, or an admin; who asked takes it back.'],
} as const satisfies RefusalTable<TakeOverRefusal['code']>

export function handOverRoutes(app: App, deps: TeamDeps & TakeOverDeps): void {
  app.get(
    '/api/v1/team/:user/hand-over',
    {
      schema: {
        params: wire.memberParams,
        response: { 200: wire.handOverPage, ...refusals },
        summary: 'What is a recruiter’s, and what was handed over before',
        tags: ['team'],
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const found = await readHandOver(deps, callerOf(request), request.params.user)
      if (!found.ok) return replyFrom(reply, HAND_OVER, found.refusal)
      const { member, parts, stays, done } = found.value
      return {
        user: { id: member.id, name: member.name, disabledAt: member.disabledAt },
        parts,
        stays,
        done: done.map(viewHandOver),
      }
    },
  )
  app.post(
    '/api/v1/team/:user/hand-over',
    {
      schema: {
        params: wire.memberParams,
        body: wire.handOverRequest,
        response: { 200: wire.handedOver, ...refusals },
        summary: 'Hand over what is a recruiter’s: each part to a colleague, to several in turn, or to nobody',
        tags: ['team'],
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await handOver(deps, callerOf(request), request.params.user, request.body.parts)
      return result.ok ? result.value : replyFrom(reply, HAND_OVER, result.refusal)
    },
  )
  app.post(
    '/api/v1/hand-overs/:handOver/undo',
    {
      schema: {
        params: wire.handOverParams,
        response: { 200: wire.handOverUndone, ...refusals },
        summary: 'Take a hand-over back; what was given on since stays where it is',
        tags: ['team'],
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await undoHandOver(deps, callerOf(request), request.params.handOver)
      return result.ok ? result.value : replyFrom(reply, HAND_OVER, result.refusal)
    },
  )
  takeOverRoutes(app, deps)
}

function takeOverRoutes(app: App, deps: TakeOverDeps): void {
  app.get(
    '/api/v1/people/:id/take-overs',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.takeOverList, ...refusals },
        summary: 'Who asks to take somebody over from the colleague whose contact they are',
        tags: ['people'],
      },
      config: { access: 'viewer' },
    },
    async request => ({
      asked: (await readTakeOvers(deps, callerOf(request), request.params.id)).map(viewTakeOver),
    }),
  )
  app.post(
    '/api/v1/people/:id/take-overs',
    {
      schema: {
        params: wire.personParams,
        response: { 204: z.null(), ...refusals },
        summary: 'Ask the colleague whose contact somebody is to take them over',
        tags: ['people'],
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await askTakeOver(deps, callerOf(request), request.params.id)
      return result.ok ? reply.code(204).send(null) : replyFrom(reply, TAKE_OVER, result.refusal)
    },
  )
  app.put(
    '/api/v1/take-overs/:takeOver/state',
    {
      schema: {
        params: wire.takeOverParams,
        body: wire.takeOverState,
        response: { 204: z.null(), ...refusals },
        summary: 'Give a contact to whoever asked, keep them, or take the question back',
        tags: ['people'],
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await answerTakeOver(deps, callerOf(request), request.params.takeOver, request.body.state)
      return result.ok ? reply.code(204).send(null) : replyFrom(reply, TAKE_OVER, result.refusal)
    },
  )
}

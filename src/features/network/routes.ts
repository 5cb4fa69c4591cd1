import { z } from 'zod'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { forgetKindness, type KindnessRefusal, noteKindness, readBalance } from './actions/balance.ts'
import type { NetworkDeps } from './actions/deps.ts'
import {
  type AskRefusal,
  askForIntroduction,
  readIntroductions,
  removeIntroduction,
  settleIntroduction,
} from './actions/introductions.ts'
import { readMap } from './actions/map.ts'
import { type PathRefusal, readNeighbours, readWays, sayTie, unsayTie } from './actions/paths.ts'
import { viewAsk, viewBalance, viewIntroduction, viewMap } from './views.ts'
import * as wire from './wire.ts'

const TABLE = {
  'no-such-person': [404, 'This person is gone, or is somebody else by now.'],
  'the-same': [422, 'That is the same person twice. Choose another.'],
  'said-before': [409, 'Somebody has said so before.'],
  'not-said': [404, 'Nobody said this by hand; what Kith saw by itself can’t be taken back here.'],
  'do-not-contact': [409, 'One of them is not to be contacted.'],
  'not-yet': [409, 'This can’t be asked of them yet. The reason stands beside the words.'],
  'draft-there': [409, 'Other words stand in their conversation already. Send or clear them first.'],
  'no-way': [409, 'There is no tool on which they can be written to.'],
  'no-such-introduction': [404, 'This introduction is gone.'],
  'no-such-kindness': [404, 'This note is gone.'],
} as const satisfies RefusalTable<PathRefusal['code'] | AskRefusal['code'] | KindnessRefusal['code']>

const tags = ['network']

export function networkRoutes(app: App, deps: NetworkDeps): void {
  app.get(
    '/api/v1/network',
    {
      schema: {
        response: { 200: wire.networkView, ...refusals },
        summary: 'The drawing: people, their strongest ties, communities and bridges',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => viewMap(await readMap(deps, callerOf(request))),
  )
  tieRoutes(app, deps)
  introductionRoutes(app, deps)
  kindnessRoutes(app, deps)
}

function tieRoutes(app: App, deps: NetworkDeps): void {
  app.get(
    '/api/v1/people/:id/paths',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.waysView, ...refusals },
        summary: 'Who could introduce a recruiter to this person, best first, and why',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readWays(deps, callerOf(request), request.params.id)
      return found.ok ? found.value : replyFrom(reply, TABLE, found.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id/ties',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.neighboursView, ...refusals },
        summary: 'Whom this person knows, strongest first, and how that is known',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readNeighbours(deps, callerOf(request), request.params.id)
      return found.ok ? { people: found.value } : replyFrom(reply, TABLE, found.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/ties',
    {
      schema: {
        params: wire.personParams,
        body: wire.saidInput,
        response: { 204: z.null(), ...refusals },
        summary: 'Say that two people know each other, and from where',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const said = await sayTie(deps, callerOf(request), { person: request.params.id, ...request.body })
      return said.ok ? reply.code(204).send(null) : replyFrom(reply, TABLE, said.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id/ties/:other',
    {
      schema: {
        params: wire.tieParams,
        response: { 204: z.null(), ...refusals },
        summary: 'Take back what was said by hand of two people',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id, other } = request.params
      const gone = await unsayTie(deps, callerOf(request), id, other)
      return gone.ok ? reply.code(204).send(null) : replyFrom(reply, TABLE, gone.refusal)
    },
  )
}

function introductionRoutes(app: App, deps: NetworkDeps): void {
  app.get(
    '/api/v1/introductions',
    {
      schema: {
        querystring: wire.introductionsQuery,
        response: { 200: wire.introductionsView, ...refusals },
        summary: 'Who was asked to introduce us to whom, and what became of it',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const found = await readIntroductions(deps, callerOf(request), request.query.person ?? null)
      return { introductions: found.map(viewIntroduction) }
    },
  )
  app.post(
    '/api/v1/introductions',
    {
      schema: {
        body: wire.askInput,
        response: { 200: wire.askView, ...refusals },
        summary:
          'Words that ask for an introduction, judged; `keep` leaves them as a draft and notes that they were asked',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const asked = await askForIntroduction(deps, callerOf(request), { ...request.body, text: request.body.text })
      return asked.ok ? viewAsk(asked.value) : replyFrom(reply, TABLE, asked.refusal)
    },
  )
  app.put(
    '/api/v1/introductions/:introduction/state',
    {
      schema: {
        params: wire.introductionParams,
        body: wire.introductionState,
        response: { 200: wire.introductionView, ...refusals },
        summary: 'What became of an introduction: made, declined, or asked and open',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const settled = await settleIntroduction(deps, callerOf(request), request.params.introduction, request.body.state)
      return settled.ok ? viewIntroduction(settled.value) : replyFrom(reply, TABLE, settled.refusal)
    },
  )
  app.delete(
    '/api/v1/introductions/:introduction',
    {
      schema: {
        params: wire.introductionParams,
        response: { 204: z.null(), ...refusals },
        summary: 'Forget that somebody was asked for an introduction',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const gone = await removeIntroduction(deps, callerOf(request), request.params.introduction)
      return gone.ok ? reply.code(204).send(null) : replyFrom(reply, TABLE, gone.refusal)
    },
  )
}

function kindnessRoutes(app: App, deps: NetworkDeps): void {
  app.get(
    '/api/v1/people/:id/balance',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.balanceView, ...refusals },
        summary: 'What we did for this person and they for us, and what would be good to do first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readBalance(deps, callerOf(request), request.params.id)
      return found.ok ? viewBalance(found.value) : replyFrom(reply, TABLE, found.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/kindnesses',
    {
      schema: {
        params: wire.personParams,
        body: wire.kindnessInput,
        response: { 201: wire.kindnessMade, ...refusals },
        summary: 'Note what we did for this person, or they for us',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { at, ...given } = request.body
      const noted = await noteKindness(deps, callerOf(request), {
        person: request.params.id,
        ...given,
        at: at ? new Date(at) : null,
      })
      return noted.ok ? reply.code(201).send({ id: noted.value }) : replyFrom(reply, TABLE, noted.refusal)
    },
  )
  app.delete(
    '/api/v1/kindnesses/:kindness',
    {
      schema: {
        params: wire.kindnessParams,
        response: { 204: z.null(), ...refusals },
        summary: 'Take back what was noted by hand',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const gone = await forgetKindness(deps, callerOf(request), request.params.kindness)
      return gone.ok ? reply.code(204).send(null) : replyFrom(reply, TABLE, gone.refusal)
    },
  )
}

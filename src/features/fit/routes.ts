import { z } from 'zod'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { dropWanted, type FitDeps, type FitRefusal, keepWanted, readFit, readWanted } from './actions.ts'
import { viewFit } from './views.ts'
import { fitAnswer, fitParams, wantedInput, wantedList, wantedParams } from './wire.ts'

const STATUS = {
  'no-such-wanted': [404, 'This wanted profile is gone. Choose another.'],
  'no-such-person': [404, 'There is nobody here by this id. They may have been merged or erased.'],
  'name-taken': [409, 'There is a wanted profile of this name already. Choose another name.'],
  'nothing-wanted': [422, 'Say what you look for: a title, a skill, a place or a language.'],
  'no-such-place': [422, 'There is no town of this name on the map here. Write it as its people do.'],
  'no-such-language': [422, 'One of these is no language. Write its name or code, such as French or fr.'],
} as const satisfies RefusalTable<FitRefusal['code']>

const tags = ['fit']
const made = z.object({ id: z.string() })
const nothing = z.null()

export function fitRoutes(app: App, deps: FitDeps): void {
  app.get(
    '/api/v1/wanted-profiles',
    {
      schema: { response: { 200: wantedList, ...refusals }, summary: 'What people are looked for with', tags },
      config: { access: 'viewer' },
    },
    async request => ({
      wanted: (await readWanted(deps, callerOf(request))).map(({ wanted_id, ...kept }) => ({ id: wanted_id, ...kept })),
    }),
  )
  app.post(
    '/api/v1/wanted-profiles',
    {
      schema: { body: wantedInput, response: { 201: made, ...refusals }, summary: 'Keep a wanted profile', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const kept = await keepWanted(deps, callerOf(request), request.body)
      return kept.ok ? reply.code(201).send({ id: kept.value }) : replyFrom(reply, STATUS, kept.refusal)
    },
  )
  app.put(
    '/api/v1/wanted-profiles/:wanted',
    {
      schema: {
        params: wantedParams,
        body: wantedInput,
        response: { 204: nothing, ...refusals },
        summary: 'Change a wanted profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const kept = await keepWanted(deps, callerOf(request), request.body, request.params.wanted)
      return kept.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, kept.refusal)
    },
  )
  app.delete(
    '/api/v1/wanted-profiles/:wanted',
    {
      schema: {
        params: wantedParams,
        response: { 204: nothing, ...refusals },
        summary: 'Forget a wanted profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const dropped = await dropWanted(deps, callerOf(request), request.params.wanted)
      return dropped.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, dropped.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id/fit/:wanted',
    {
      schema: {
        params: fitParams,
        response: { 200: fitAnswer, ...refusals },
        summary: 'How a person fits a wanted profile, each point with where it comes from',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const fit = await readFit(deps, callerOf(request), request.params.id, request.params.wanted)
      return fit.ok ? viewFit(fit.value) : replyFrom(reply, STATUS, fit.refusal)
    },
  )
}

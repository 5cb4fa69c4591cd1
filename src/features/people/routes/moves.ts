import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'
import type { PeopleDeps } from '../actions/deps.ts'
import { mergePeople, splitPerson, undoLink, undoMove } from '../actions/merge.ts'
import * as wire from '../wire.ts'
import { answer, made, tags } from './answer.ts'

export function moveRoutes(app: App, deps: PeopleDeps): void {
  const undone = z.object({ people: z.array(idOf<'Person'>()) })
  app.post(
    '/api/v1/people/:id/merge',
    {
      schema: {
        params: wire.personParams,
        body: wire.mergeInput,
        response: { 201: made, ...refusals },
        summary: 'Merge another person into this one; the id is that of the move',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { other, reason } = request.body
      const merged = await mergePeople(deps, callerOf(request), { survivor: request.params.id, other, reason })
      return merged.ok ? reply.code(201).send({ id: merged.value }) : answer(reply, merged.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/split',
    {
      schema: {
        params: wire.personParams,
        body: wire.splitInput,
        response: { 201: z.object({ id: z.string(), person: idOf<'Person'>() }), ...refusals },
        summary: 'Give profiles a person of their own; the id is that of the move',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const split = await splitPerson(deps, callerOf(request), { person: request.params.id, ...request.body })
      if (!split.ok) return answer(reply, split.refusal)
      return reply.code(201).send({ id: split.value.move, person: split.value.person })
    },
  )
  app.post(
    '/api/v1/moves/:move/undo',
    {
      schema: {
        params: wire.moveParams,
        response: { 200: undone, ...refusals },
        summary: 'Undo a merge or split',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const back = await undoMove(deps, callerOf(request), request.params.move)
      return back.ok ? back.value : answer(reply, back.refusal)
    },
  )
  app.post(
    '/api/v1/links/:id/undo',
    {
      schema: { params: wire.linkParams, response: { 200: undone, ...refusals }, summary: 'Undo a link', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const back = await undoLink(deps, callerOf(request), request.params.id)
      return back.ok ? back.value : answer(reply, back.refusal)
    },
  )
}

import { type App, callerOf, refusals } from '#platform/routes.ts'
import { addProfile } from '../actions/add-person.ts'
import type { PeopleDeps } from '../actions/deps.ts'
import { editProfile, removeProfile } from '../actions/edit.ts'
import * as wire from '../wire.ts'
import { answer, made, nothing, tags } from './answer.ts'

export function profileRoutes(app: App, deps: PeopleDeps): void {
  app.post(
    '/api/v1/people/:id/profiles',
    {
      schema: {
        params: wire.personParams,
        body: wire.givenProfile,
        response: { 201: made, ...refusals },
        summary: 'Add a profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addProfile(deps, callerOf(request), request.params.id, request.body)
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.patch(
    '/api/v1/people/:id/profiles/:profile',
    {
      schema: {
        params: wire.profileParams,
        body: wire.profileChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change a profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id: person, profile } = request.params
      const changed = await editProfile(deps, callerOf(request), { person, profile, ...request.body })
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id/profiles/:profile',
    {
      schema: {
        params: wire.profileParams,
        response: { 204: nothing, ...refusals },
        summary: 'Remove a profile',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const removed = await removeProfile(deps, callerOf(request), request.params.id, request.params.profile)
      return removed.ok ? reply.code(204).send(null) : answer(reply, removed.refusal)
    },
  )
}

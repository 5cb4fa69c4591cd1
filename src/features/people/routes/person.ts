import { z } from 'zod'
import { type App, callerOf, refusals } from '#platform/routes.ts'
import type { PeopleDeps } from '../actions/deps.ts'
import { setDoNotContact } from '../actions/do-not-contact.ts'
import { editPerson } from '../actions/edit.ts'
import { erasePerson } from '../actions/erase.ts'
import { type ExportPart, exportPerson, findWholePerson } from '../actions/read.ts'
import type { SearchDeps } from '../actions/search.ts'
import { viewPerson } from '../views.ts'
import * as wire from '../wire.ts'
import { answer, nothing, tags } from './answer.ts'

export function personRoutes(app: App, deps: PeopleDeps & SearchDeps & { exportParts: readonly ExportPart[] }): void {
  app.get(
    '/api/v1/people/:id',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.personPage, ...refusals },
        summary: 'One person, whole',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const whole = await findWholePerson(deps, callerOf(request), request.params.id)
      return whole ? viewPerson(whole) : answer(reply, { code: 'no-such-person' })
    },
  )
  app.patch(
    '/api/v1/people/:id',
    {
      schema: {
        params: wire.personParams,
        body: wire.personChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change a person',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { name, givenName, familyName, place, timeZone, language, owner } = request.body
      const fields = {
        display_name: name,
        given_name: givenName,
        family_name: familyName,
        place,
        time_zone: timeZone,
        language,
        owner_id: owner,
      }
      const changed = await editPerson(deps, callerOf(request), request.params.id, fields)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id',
    {
      schema: {
        params: wire.personParams,
        response: { 204: nothing, ...refusals },
        summary: 'Erase a person for good',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const erased = await erasePerson(deps, callerOf(request), request.params.id)
      return erased.ok ? reply.code(204).send(null) : answer(reply, erased.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id/export',
    {
      schema: {
        params: wire.personParams,
        response: { 200: z.record(z.string(), z.unknown()), ...refusals },
        summary: 'Everything kept about a person',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const whole = await exportPerson(deps, callerOf(request), request.params.id)
      if (!whole) return answer(reply, { code: 'no-such-person' })
      return reply.header('content-disposition', `attachment; filename="person-${request.params.id}.json"`).send(whole)
    },
  )
  app.put(
    '/api/v1/people/:id/do-not-contact',
    {
      schema: {
        params: wire.personParams,
        body: wire.doNotContactInput,
        response: { 204: nothing, ...refusals },
        summary: 'Mark or unmark do-not-contact',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const set = await setDoNotContact(deps, callerOf(request), request.params.id, request.body)
      return set.ok ? reply.code(204).send(null) : answer(reply, set.refusal)
    },
  )
}

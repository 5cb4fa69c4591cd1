import { type App, callerOf, refusals } from '#platform/routes.ts'
import type { PeopleDeps } from '../actions/deps.ts'
import { addContactByHand, addNote, changeNote, removeContactPoint } from '../actions/edit.ts'
import * as wire from '../wire.ts'
import { answer, made, nothing, tags } from './answer.ts'

export function addressAndNoteRoutes(app: App, deps: PeopleDeps): void {
  app.post(
    '/api/v1/people/:id/contacts',
    {
      schema: {
        params: wire.personParams,
        body: wire.contactInput,
        response: { 201: made, ...refusals },
        summary: 'Add an address',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addContactByHand(deps, callerOf(request), request.params.id, request.body)
      return added.ok ? reply.code(201).send({ id: added.value.key }) : answer(reply, added.refusal)
    },
  )
  app.delete(
    '/api/v1/people/:id/contacts',
    {
      schema: {
        params: wire.personParams,
        querystring: wire.contactQuery,
        response: { 204: nothing, ...refusals },
        summary: 'Remove an address',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const removed = await removeContactPoint(deps, callerOf(request), request.params.id, request.query)
      return removed.ok ? reply.code(204).send(null) : answer(reply, removed.refusal)
    },
  )
  app.post(
    '/api/v1/people/:id/notes',
    {
      schema: {
        params: wire.personParams,
        body: wire.noteInput,
        response: { 201: made, ...refusals },
        summary: 'Write a note',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addNote(deps, callerOf(request), request.params.id, request.body.text)
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.patch(
    '/api/v1/people/:id/notes/:note',
    {
      schema: {
        params: wire.noteParams,
        body: wire.noteChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change, delete or bring back a note',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeNote(deps, callerOf(request), request.params.id, request.params.note, request.body)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
}

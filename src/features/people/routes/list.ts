import { z } from 'zod'
import { type App, callerOf, refusals } from '#platform/routes.ts'
import { addPerson } from '../actions/add-person.ts'
import { readFacets } from '../actions/count-facets.ts'
import type { PeopleDeps } from '../actions/deps.ts'
import { changeTags } from '../actions/edit.ts'
import { type SearchDeps, searchPeople } from '../actions/search.ts'
import { listPeopleTags } from '../actions/tags.ts'
import { viewPage } from '../views.ts'
import * as wire from '../wire.ts'
import { answer, made, nothing, tags } from './answer.ts'

export function listRoutes(app: App, deps: PeopleDeps & SearchDeps): void {
  app.get(
    '/api/v1/people',
    {
      schema: {
        querystring: wire.searchQuery,
        response: { 200: wire.peoplePage, ...refusals },
        summary: 'Search people',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await searchPeople(deps, callerOf(request), request.query)
      return found.ok ? viewPage(found.value) : answer(reply, found.refusal)
    },
  )
  app.get(
    '/api/v1/people/facets',
    {
      schema: {
        querystring: wire.searchQuery,
        response: { 200: wire.facetPage, ...refusals },
        summary: 'Count what the people of a search are',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const counted = await readFacets(deps, callerOf(request), request.query)
      if (!counted.ok) return answer(reply, counted.refusal)
      const { values, about } = counted.value
      return { about, values: values.map(value => ({ ...value, label: value.label ?? null })) }
    },
  )
  app.post(
    '/api/v1/people',
    {
      schema: { body: wire.givenPerson, response: { 201: made, ...refusals }, summary: 'Add a person by hand', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addPerson(deps, callerOf(request), request.body)
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.get(
    '/api/v1/people/tags',
    {
      schema: {
        response: { 200: z.object({ tags: z.array(z.object({ tag: z.string(), people: z.int() })) }), ...refusals },
        summary: 'Tags in use',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({ tags: await listPeopleTags(deps, callerOf(request)) }),
  )
  app.post(
    '/api/v1/people/tags',
    {
      schema: {
        body: wire.tagsInput,
        response: { 204: nothing, ...refusals },
        summary: 'Add and remove tags of people',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { people, add, remove } = request.body
      const changed = await changeTags(deps, callerOf(request), people, { add: add ?? [], remove: remove ?? [] })
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
}

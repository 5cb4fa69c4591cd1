import { type App, callerOf, refusals } from '#platform/routes.ts'
import {
  changeSavedSearch,
  dropSavedSearch,
  readSavedSearches,
  saveSearch,
  seeSavedSearch,
} from '../actions/saved-searches.ts'
import type { SearchDeps } from '../actions/search.ts'
import * as wire from '../wire.ts'
import { answer, made, nothing, tags } from './answer.ts'

export function savedSearchRoutes(app: App, deps: SearchDeps): void {
  app.get(
    '/api/v1/people/searches',
    {
      schema: {
        response: { 200: wire.savedSearchList, ...refusals },
        summary: 'Your saved searches, with how many people are new to each',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      searches: (await readSavedSearches(deps, callerOf(request))).map(saved => ({
        id: saved.saved_id,
        name: saved.name,
        search: saved.search,
        notify: saved.notify,
        tooBroad: saved.too_broad,
        fresh: saved.fresh,
        checkedAt: saved.checked_at.toISOString(),
      })),
    }),
  )
  app.post(
    '/api/v1/people/searches',
    {
      schema: {
        body: wire.savedSearchInput,
        response: { 201: made, ...refusals },
        summary: 'Save a search, and be told of who is new to it',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const saved = await saveSearch(deps, callerOf(request), request.body)
      return saved.ok ? reply.code(201).send({ id: saved.value }) : answer(reply, saved.refusal)
    },
  )
  app.patch(
    '/api/v1/people/searches/:search',
    {
      schema: {
        params: wire.savedSearchParams,
        body: wire.savedSearchChange,
        response: { 204: nothing, ...refusals },
        summary: 'Be told of new people, or no more',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const changed = await changeSavedSearch(deps, callerOf(request), request.params.search, request.body)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.delete(
    '/api/v1/people/searches/:search',
    {
      schema: {
        params: wire.savedSearchParams,
        response: { 204: nothing, ...refusals },
        summary: 'Forget a saved search',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const dropped = await dropSavedSearch(deps, callerOf(request), request.params.search)
      return dropped.ok ? reply.code(204).send(null) : answer(reply, dropped.refusal)
    },
  )
  app.post(
    '/api/v1/people/searches/:search/seen',
    {
      schema: {
        params: wire.savedSearchParams,
        response: { 204: nothing, ...refusals },
        summary: 'Whoever is new to a search was looked at',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const seen = await seeSavedSearch(deps, callerOf(request), request.params.search)
      return seen.ok ? reply.code(204).send(null) : answer(reply, seen.refusal)
    },
  )
}

import { isTimezone } from '#features/conversations/index.ts'
import { type App, callerOf, defined, refusals } from '#platform/routes.ts'
import { addPool, changePool, readSharing, sharePool } from '../actions/manage.ts'
import { readHealth, readPool, readPools } from '../actions/read.ts'
import type { PoolDeps } from '../deps.ts'
import { viewListed, viewPool } from '../views.ts'
import * as wire from '../wire.ts'
import { answer, made, nothing, tags } from './answer.ts'

export function onePoolRoutes(app: App, deps: PoolDeps): void {
  app.get(
    '/api/v1/pools',
    {
      schema: { response: { 200: wire.poolList, ...refusals }, summary: 'Pools that you may see', tags },
      config: { access: 'viewer' },
    },
    async request => ({ pools: (await readPools(deps, callerOf(request))).map(viewListed) }),
  )
  app.post(
    '/api/v1/pools',
    {
      schema: { body: wire.givenPool, response: { 201: made, ...refusals }, summary: 'Make a pool', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addPool(deps, callerOf(request), defined(request.body))
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.get(
    '/api/v1/pools/:id',
    {
      schema: { params: wire.poolParams, response: { 200: wire.poolDetail, ...refusals }, summary: 'One pool', tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readPool(deps, callerOf(request), request.params.id)
      return found.ok
        ? { pool: viewPool(found.value.pool), mayChange: found.value.mayChange }
        : answer(reply, found.refusal)
    },
  )
  app.patch(
    '/api/v1/pools/:id',
    {
      schema: {
        params: wire.poolParams,
        body: wire.poolChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change a pool; `removed` takes it away and brings it back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changePool(deps, callerOf(request), request.params.id, defined(request.body))
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.get(
    '/api/v1/pools/:id/health',
    {
      schema: {
        params: wire.poolParams,
        querystring: wire.healthQuery,
        response: { 200: wire.healthView, ...refusals },
        summary: 'How a pool does: reach by tool, answers with their interval, activity, silence',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { timezone } = request.query
      const zone = timezone !== undefined && isTimezone(timezone) ? timezone : 'UTC'
      const found = await readHealth(deps, callerOf(request), request.params.id, zone)
      if (!found.ok) return answer(reply, found.refusal)
      const { spans, ...rest } = found.value
      return { ...rest, ...spans }
    },
  )
  app.get(
    '/api/v1/pools/:id/sharing',
    {
      schema: {
        params: wire.poolParams,
        response: { 200: wire.sharingView, ...refusals },
        summary: 'Who else sees a pool, and who could',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const found = await readSharing(deps, callerOf(request), request.params.id)
      return found.ok ? found.value : answer(reply, found.refusal)
    },
  )
  app.put(
    '/api/v1/pools/:id/sharing',
    {
      schema: {
        params: wire.poolParams,
        body: wire.shareInput,
        response: { 204: nothing, ...refusals },
        summary: 'Share a pool with exactly these colleagues',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const shared = await sharePool(deps, callerOf(request), request.params.id, request.body.users)
      return shared.ok ? reply.code(204).send(null) : answer(reply, shared.refusal)
    },
  )
}

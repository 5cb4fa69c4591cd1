import { Readable } from 'node:stream'
import { z } from 'zod'
import { type PoolEntryId, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, fileBody, refusals } from '#platform/routes.ts'
import { exportPool } from '../actions/export.ts'
import { addMembers, putBack, readLog, readMembers, readPoolsOf, readStages, takeOut } from '../actions/members.ts'
import { checkPlan, plan, takeBackPlan } from '../actions/plan.ts'
import type { PoolDeps } from '../deps.ts'
import { viewEntry, viewMember } from '../views.ts'
import * as wire from '../wire.ts'
import { answer, nothing, tags } from './answer.ts'

/** `2026-…Z_<id>`, or `_<id>` where the value is none. */
const placeOf = (at: string | null, id: string) => Buffer.from(`${id} ${at ?? ''}`).toString('base64url')

function readPlace<Kind extends string>(text: string | undefined) {
  if (text === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(text, 'base64url').toString().split(' ')
  const parsed = parseId<Kind>(id)
  const at = rest.join(' ')
  return parsed && { id: parsed, at: at === '' ? null : at }
}

const isInstant = (text: string | null): text is string => text !== null && !Number.isNaN(Date.parse(text))

export function memberRoutes(app: App, deps: PoolDeps): void {
  app.get(
    '/api/v1/pools/:id/people',
    {
      schema: {
        params: wire.poolParams,
        querystring: wire.memberQuery,
        response: { 200: wire.memberPage, ...refusals },
        summary: 'Who is in a pool',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { stage, cursor, sort = 'added', limit = 50 } = request.query
      const place = readPlace<'Person'>(cursor)
      const fits = place && (sort === 'name' || (sort === 'touch' && place.at === null) || isInstant(place.at))
      const found = await readMembers(deps, callerOf(request), {
        pool: request.params.id,
        stage,
        sort,
        after: place && fits ? { at: place.at, person: place.id } : undefined,
        limit,
      })
      if (!found.ok) return answer(reply, found.refusal)
      const { rows, next } = found.value
      return { people: rows.map(viewMember), next: next ? placeOf(next.at, next.person) : null }
    },
  )
  app.get(
    '/api/v1/pools/:id/stages',
    {
      schema: {
        params: wire.poolParams,
        response: { 200: wire.stageCounts, ...refusals },
        summary: 'How many of a pool stand at each stage with you',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readStages(deps, callerOf(request), request.params.id)
      return found.ok
        ? { stages: found.value.map(({ stage, n }) => ({ stage, people: n })) }
        : answer(reply, found.refusal)
    },
  )
  app.post(
    '/api/v1/pools/:id/people',
    {
      schema: {
        params: wire.poolParams,
        body: wire.peopleInput,
        response: { 200: wire.addedView, ...refusals },
        summary: 'Put people into a pool; who is left out, and why',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addMembers(deps, callerOf(request), request.params.id, request.body.people)
      if (!added.ok) return answer(reply, added.refusal)
      return { ...added.value, leftOut: added.value.leftOut.map(one => ({ ...one, because: null })) }
    },
  )
  app.post(
    '/api/v1/pools/:id/people/remove',
    {
      schema: {
        params: wire.poolParams,
        body: wire.peopleInput,
        response: { 200: wire.removedView, ...refusals },
        summary: 'Take people out of a pool; a dynamic one keeps them out',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const removed = await takeOut(deps, callerOf(request), request.params.id, request.body.people)
      return removed.ok ? { removed: removed.value } : answer(reply, removed.refusal)
    },
  )
  app.post(
    '/api/v1/pools/:id/people/restore',
    {
      schema: {
        params: wire.poolParams,
        body: wire.backInput,
        response: { 204: nothing, ...refusals },
        summary: 'Put people back who were taken out, as they were',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const back = await putBack(deps, callerOf(request), request.params.id, request.body.people)
      return back.ok ? reply.code(204).send(null) : answer(reply, back.refusal)
    },
  )
  app.get(
    '/api/v1/pools/:id/log',
    {
      schema: {
        params: wire.poolParams,
        querystring: wire.logQuery,
        response: { 200: wire.logPage, ...refusals },
        summary: 'Who came and went, and why; the latest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { cursor, limit = 50 } = request.query
      const place = readPlace<'PoolEntry'>(cursor)
      const after: { at: Date; id: PoolEntryId } | undefined =
        place && isInstant(place.at) ? { at: new Date(place.at), id: place.id } : undefined
      const found = await readLog(deps, callerOf(request), request.params.id, after, limit + 1)
      if (!found.ok) return answer(reply, found.refusal)
      const page = found.value.slice(0, limit)
      const last = found.value.length > limit ? page.at(-1) : undefined
      return { entries: page.map(viewEntry), next: last ? placeOf(last.at.toISOString(), last.id) : null }
    },
  )
  for (const [ending, format, type] of [
    ['csv', 'csv', 'text/csv; charset=utf-8'],
    ['vcf', 'vcard', 'text/vcard; charset=utf-8'],
  ] as const)
    app.get(
      `/api/v1/pools/:id/export.${ending}`,
      {
        schema: {
          params: wire.poolParams,
          response: { 200: fileBody(type.split(';')[0] ?? type), ...refusals },
          summary: format === 'csv' ? 'Everybody in a pool as CSV' : 'Everybody in a pool as vCard, for address books',
          tags,
        },
        config: { access: 'recruiter' },
      },
      async (request, reply) => {
        const found = await exportPool(deps, callerOf(request), request.params.id, format)
        if (!found.ok) return answer(reply, found.refusal)
        const name = `${found.value.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'pool'}.${ending}`
        return reply
          .type(type)
          .header(
            'content-disposition',
            `attachment; filename="pool.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
          )
          .send(Readable.from(found.value.lines))
      },
    )
  app.get(
    '/api/v1/people/:id/pools',
    {
      schema: {
        params: z.object({ id: idOf<'Person'>() }),
        response: { 200: wire.poolsOfPerson, ...refusals },
        summary: 'The pools that somebody is in',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      pools: (await readPoolsOf(deps, callerOf(request), request.params.id)).map(pool => ({
        ...pool,
        addedAt: pool.addedAt.toISOString(),
      })),
    }),
  )
}

export function planRoutes(app: App, deps: PoolDeps): void {
  app.post(
    '/api/v1/plans/check',
    {
      schema: {
        body: wire.planInput,
        response: { 200: wire.planView, ...refusals },
        summary: 'Who of these could be planned for a step, and who is left out, and why',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const judged = await checkPlan(deps, callerOf(request), defined(request.body))
      return judged.ok ? judged.value : answer(reply, judged.refusal)
    },
  )
  app.post(
    '/api/v1/plans',
    {
      schema: {
        body: wire.planInput,
        response: { 200: wire.planView, ...refusals },
        summary: 'Put a step with each of these on Today, judged again one by one; nothing is sent',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const judged = await plan(deps, callerOf(request), defined(request.body))
      return judged.ok ? judged.value : answer(reply, judged.refusal)
    },
  )
  app.post(
    '/api/v1/plans/remove',
    {
      schema: {
        body: wire.peopleInput,
        response: { 204: nothing, ...refusals },
        summary: 'Take planned steps back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      await takeBackPlan(deps, callerOf(request), request.body.people)
      return reply.code(204).send(null)
    },
  )
}

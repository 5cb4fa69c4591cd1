import { z } from 'zod'
import { readSite } from '#features/site/index.ts'
import { places } from '#features/vocabulary/index.ts'
import { idOf } from '#kernel/schema.ts'
import {
  type App,
  callerOf,
  defined,
  fileBody,
  type RefusalTable,
  refusals,
  replyFrom,
  replyRefusal,
} from '#platform/routes.ts'
import { readResumeFile } from './actions/apply.ts'
import { addOpening, changeOpening, type OpeningRefusal, setState } from './actions/manage.ts'
import { readOpening, readOpenings } from './actions/read.ts'
import type { PublicDeps } from './deps.ts'
import { type MissingPart, openingLimits } from './model.ts'
import { publicJobRoutes } from './public-routes.ts'
import { hiringRoutes } from './routes/hiring.ts'
import { viewOpening, viewWhole } from './views/opening.ts'
import * as wire from './wire.ts'

const STATUS = {
  'no-such-opening': [404, 'This opening is gone.'],
  'slug-taken': [409, 'Another job has this address, or had it. Choose a different one.'],
  'too-many-openings': [409, `There are ${openingLimits.perWorkspace} openings already. Remove one that nobody needs.`],
  'pay-order': [422, 'The most pay is less than the least. Swap the two.'],
  'no-currency': [422, 'This is no currency. It has three letters, like EUR.'],
  'no-reason': [422, 'Say why it is closed: filled, withdrawn, paused or expired.'],
  'is-open': [409, 'People can still see this job. Close it first, then remove it.'],
} as const satisfies RefusalTable<Exclude<OpeningRefusal['code'], 'not-complete'>>

const missingWords: Readonly<Record<MissingPart, string>> = {
  description: 'a description of some sentences',
  place: 'a place that we know',
  countries: 'the countries in which people may live',
  organisation: 'who hires',
  'pay-order': 'a pay range with the lower end first',
  past: 'a last day that is not over',
}

type Reply = Parameters<typeof replyRefusal>[0]

const answer = (reply: Reply, refusal: OpeningRefusal) =>
  refusal.code === 'not-complete'
    ? replyRefusal(
        reply,
        422,
        refusal.code,
        `Still missing for readers: ${refusal.missing.map(part => missingWords[part]).join(', ')}.`,
      )
    : replyFrom(reply, STATUS, refusal)

const made = z.object({ id: idOf<'Opening'>() })
const nothing = z.null()
const tags = ['openings']
const { openingParams: params } = wire

export function openingRoutes(app: App, deps: PublicDeps): void {
  app.get(
    '/api/v1/openings',
    {
      schema: { response: { 200: wire.openingList, ...refusals }, summary: 'Openings: open, drafts, closed', tags },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const site = await readSite(deps, caller.workspace)
      const now = deps.clock.now()
      return { openings: (await readOpenings(deps, caller)).map(opening => viewOpening(site, opening, now)) }
    },
  )
  app.post(
    '/api/v1/openings',
    {
      schema: { body: wire.newOpening, response: { 201: made, ...refusals }, summary: 'Begin an opening', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addOpening(deps, callerOf(request), defined(request.body))
      return added.ok ? reply.code(201).send({ id: added.value }) : answer(reply, added.refusal)
    },
  )
  app.get(
    '/api/v1/openings/places',
    {
      schema: {
        querystring: wire.placeQuery,
        response: { 200: wire.placeList, ...refusals },
        summary: 'Towns whose name begins so, largest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      places: places()
        .listBeginning(request.query.start, 8)
        .map(({ id, name, country }) => ({ id, name, country })),
    }),
  )
  app.get(
    '/api/v1/openings/:id',
    {
      schema: { params, response: { 200: wire.openingDetail, ...refusals }, summary: 'One opening', tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const found = await readOpening(deps, caller, request.params.id)
      if (!found.ok) return answer(reply, found.refusal)
      return viewWhole(await readSite(deps, caller.workspace), found.value, deps.clock.now())
    },
  )
  app.patch(
    '/api/v1/openings/:id',
    {
      schema: {
        params,
        body: wire.openingChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change an opening; `removed` takes it away and brings it back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeOpening(deps, callerOf(request), request.params.id, defined(request.body))
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.put(
    '/api/v1/openings/:id/state',
    {
      schema: {
        params,
        body: wire.stateChange,
        response: { 204: nothing, ...refusals },
        summary: 'Open it for everybody, or close it with a reason',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await setState(deps, callerOf(request), request.params.id, defined(request.body))
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.get(
    '/api/v1/applications/:application/resume',
    {
      schema: {
        params: z.object({ application: idOf<'Application'>() }),
        response: { 200: fileBody('application/octet-stream'), ...refusals },
        summary: 'The résumé that came with an application, as a download',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const file = await readResumeFile(deps, callerOf(request).workspace, request.params.application)
      if (!file) return replyRefusal(reply, 404, 'no-such-resume', 'There is no résumé with this application.')
      const plain = file.name.replaceAll(/[^\w .-]/g, '_')
      // Under /api/ the policy is `sandbox` and the type is never guessed: opened, it can do nothing.
      return reply
        .header(
          'content-disposition',
          `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .type('application/octet-stream')
        .send(file.bytes)
    },
  )
  hiringRoutes(app, deps)
  publicJobRoutes(app, deps)
}

import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type ExperimentRefusal, keepVersion, readExperiment, startExperiment } from './actions/experiments.ts'
import type { PagesDeps } from './actions/pages.ts'
import { experimentView, keepRequest } from './wire.ts'

const STATUS = {
  'no-such-page': [404, 'This page is gone.'],
  'nothing-to-try': [409, 'Change something on a published page first: the change is what is tried.'],
  'runs-already': [409, 'Two versions of this page are being tried already.'],
  'runs-not': [409, 'Nothing is being tried on this page now.'],
} as const satisfies RefusalTable<ExperimentRefusal['code']>

const params = z.object({ id: idOf<'Page'>() })
const nothing = z.object({})
const tags = ['pages']

export function experimentRoutes(app: App, deps: PagesDeps): void {
  app.get(
    '/api/v1/pages/:id/test',
    {
      schema: {
        params,
        response: { 200: experimentView, ...refusals },
        summary: 'Two versions of a page, and what came of each',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const found = await readExperiment(deps, callerOf(request), request.params.id)
      return { test: found ? { ...found, startedAt: found.startedAt.toISOString() } : null }
    },
  )
  app.post(
    '/api/v1/pages/:id/test',
    {
      schema: {
        params,
        response: { 200: nothing, ...refusals },
        summary: 'Try what was changed beside what readers see',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const started = await startExperiment(deps, callerOf(request), request.params.id)
      return started.ok ? {} : replyFrom(reply, STATUS, started.refusal)
    },
  )
  app.post(
    '/api/v1/pages/:id/test/keep',
    {
      schema: {
        params,
        body: keepRequest,
        response: { 200: nothing, ...refusals },
        summary: 'End the trial with one of the two',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const kept = await keepVersion(deps, callerOf(request), request.params.id, request.body.keep)
      return kept.ok ? {} : replyFrom(reply, STATUS, kept.refusal)
    },
  )
}

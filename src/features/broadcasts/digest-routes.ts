import { z } from 'zod'
import { markdownHtml } from '#features/site/index.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import type { BroadcastsDeps } from './actions/deps.ts'
import { changeDigest, type Digest, type DigestRefusal, readDigest } from './actions/digest.ts'
import { changeDigestRequest, type DigestWire, digestView, listParams as params } from './wire.ts'

const STATUS = {
  'no-such-list': [404, 'This list is gone.'],
  'no-timezone': [400, 'There is no time zone of this name.'],
} as const satisfies RefusalTable<DigestRefusal['code']>

const tags = ['lists']

const view = ({ plan, nextAt, groups, found, first }: Digest): DigestWire => ({
  on: plan.on,
  weekday: plan.weekday,
  hour: plan.hour,
  timezone: plan.timezone,
  onJobs: plan.onJobs,
  nextAt: nextAt?.toISOString() ?? null,
  jobs: found.map(({ job, interests }) => ({ title: job.title, url: job.url, interests: [...interests] })),
  groups: groups.map(({ jobs, readers }) => ({ readers: readers.length, titles: jobs.map(job => job.title) })),
  first: first && { subject: first.subject, html: markdownHtml(first.body) },
})

export function digestRoutes(app: App, deps: BroadcastsDeps): void {
  app.get(
    '/api/v1/lists/:id/digest',
    {
      schema: {
        params,
        response: { 200: digestView, ...refusals },
        summary: 'The weekly digest, as it would go out now',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readDigest(deps, callerOf(request), request.params.id)
      return found.ok ? view(found.value) : replyFrom(reply, STATUS, found.refusal)
    },
  )
  app.patch(
    '/api/v1/lists/:id/digest',
    {
      schema: {
        params,
        body: changeDigestRequest,
        response: { 204: z.null(), ...refusals },
        summary: 'When the weekly digest goes out, and whether job pages offer the list',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeDigest(deps, callerOf(request), request.params.id, defined(request.body))
      return changed.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, changed.refusal)
    },
  )
}

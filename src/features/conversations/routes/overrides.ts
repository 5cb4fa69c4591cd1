import { Readable } from 'node:stream'
import type { z } from 'zod'
import { type App, callerOf, fileBody, refusals } from '#platform/routes.ts'
import { overridesCsv, readOverrideMonths, readOverrides } from '../actions/overrides-report.ts'
import { spanOf } from '../model/overrides.ts'
import type { OverridesFilter } from '../store/overrides-report.ts'
import { overrideMonths, overrideMonthsQuery, overridesPage, overridesQuery } from '../wire.ts'
import { type ConversationsDeps, placeOf, readPlace, tags } from './shared.ts'

/** Who asked to send against a soft rule, and what an admin said: for admins. */
export function overrideRoutes(app: App, deps: Pick<ConversationsDeps, 'db'>): void {
  app.get(
    '/api/v1/overrides',
    {
      schema: {
        querystring: overridesQuery,
        response: { 200: overridesPage, ...refusals },
        summary: 'Texts that a soft rule held back, newest first: who asked, what was answered and why',
        tags,
      },
      config: { access: 'admin' },
    },
    async request => {
      const { cursor, limit } = request.query
      const filter = filterOf(request.query)
      const found = await readOverrides(deps, callerOf(request), filter, readPlace(cursor), limit + 1)
      const overrides = found.slice(0, limit)
      const last = found.length > limit ? overrides.at(-1) : undefined
      return {
        overrides: overrides.map(({ answeredBy: _admin, at, answeredAt, ...row }) => ({
          ...row,
          at: at.toISOString(),
          answeredAt: answeredAt?.toISOString() ?? null,
        })),
        ...(last && { next: placeOf(last.at, last.id) }),
      }
    },
  )
  app.get(
    '/api/v1/overrides/months',
    {
      schema: {
        querystring: overrideMonthsQuery,
        response: { 200: overrideMonths, ...refusals },
        summary: 'How often per recruiter and month, and against which rules',
        tags,
      },
      config: { access: 'admin' },
    },
    async request => ({ months: await readOverrideMonths(deps, callerOf(request), filterOf(request.query)) }),
  )
  app.get(
    '/api/v1/overrides.csv',
    {
      schema: {
        querystring: overrideMonthsQuery,
        response: { 200: fileBody('text/csv'), ...refusals },
        summary: 'The same as CSV, without the drafts',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="overrides.csv"')
        .send(Readable.from(overridesCsv(deps, callerOf(request), filterOf(request.query)))),
  )
}

function filterOf(query: z.output<typeof overrideMonthsQuery>): OverridesFilter {
  const { recruiter, code, outcome } = query
  return {
    ...spanOf(query.from, query.to),
    ...(recruiter && { recruiter }),
    ...(code !== undefined && { code }),
    ...(outcome && { outcome }),
  }
}

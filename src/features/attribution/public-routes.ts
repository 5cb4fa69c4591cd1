import { z } from 'zod'
import type { App } from '#platform/routes.ts'
import type { AttributionDeps } from './actions/deps.ts'
import { followCode } from './actions/sources.ts'
import { isReaders, type VisitCounter } from './visits.ts'

/** Short links. Where one leads stands in the database: nothing of the request can change it. */
export function publicSourceRoutes(
  app: App,
  deps: AttributionDeps & { visits: VisitCounter; sessionCookie: string },
): void {
  app.get(
    '/go/:code',
    { schema: { params: z.object({ code: z.string().max(60) }) }, config: { access: 'public', hidden: true } },
    async (request, reply) => {
      const code = request.params.code.toLowerCase()
      const found = await followCode(deps, code)
      if (!found) {
        reply.callNotFound()
        return reply
      }
      if (isReaders(request, deps.sessionCookie))
        deps.visits.note({
          workspace: found.workspace,
          about: undefined,
          codes: [code],
          ip: request.ip,
          agent: (request.headers['user-agent'] ?? '').slice(0, 400),
          referrer: request.headers.referer?.slice(0, 500),
        })
      return reply
        .code(302)
        .header('location', found.to)
        .header('cache-control', 'no-store')
        .header('x-robots-tag', 'noindex')
        .send()
    },
  )
}

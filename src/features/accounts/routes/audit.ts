import { readAuditLog } from '#features/accounts/actions/audit-log.ts'
import { abilities } from '#features/accounts/model.ts'
import type { AccountRouteDeps } from '#features/accounts/routes/session-cookie.ts'
import { auditPage, auditQuery } from '#features/accounts/wire.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'

export function auditRoutes(app: App, deps: AccountRouteDeps): void {
  app.get(
    '/api/v1/audit',
    {
      schema: {
        querystring: auditQuery,
        response: { 200: auditPage, ...refusals },
        summary: 'What was done, by whom, newest first',
        tags: ['team'],
      },
      config: { access: abilities['read-audit-log'] },
    },
    async request => {
      const { cursor, user, action, subject, limit } = request.query
      return readAuditLog(deps, callerOf(request), {
        limit,
        ...(cursor && { before: cursor }),
        ...(user && { user }),
        ...(action && { action }),
        ...(subject && { subject }),
      })
    },
  )
}

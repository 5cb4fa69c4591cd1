import { type App, callerOf, refusals } from '#platform/routes.ts'
import type { Database } from '#storage/database.ts'
import { findSaid } from './actions.ts'
import { saidPage, saidQuery } from './wire.ts'

export function searchRoutes(app: App, deps: { db: Database }): void {
  app.get(
    '/api/v1/search',
    {
      schema: {
        querystring: saidQuery,
        response: { 200: saidPage, ...refusals },
        summary: 'What was said with these words: messages, published things, and rooms by name',
        tags: ['search'],
      },
      config: { access: 'viewer' },
    },
    async request => findSaid(deps, callerOf(request), request.query.q),
  )
}

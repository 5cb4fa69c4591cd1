import { type App, callerOf, refusals } from '#platform/routes.ts'
import { readToday, type TodayDeps } from './actions.ts'
import { todayPage } from './wire.ts'

export function todayRoutes(app: App, deps: TodayDeps): void {
  app.get(
    '/api/v1/today',
    {
      schema: { response: { 200: todayPage, ...refusals }, summary: 'What is worth doing today', tags: ['today'] },
      config: { access: 'viewer' },
    },
    async request => readToday(deps, callerOf(request)),
  )
}

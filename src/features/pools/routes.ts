import type { App } from '#platform/routes.ts'
import type { PoolDeps } from './deps.ts'
import { memberRoutes, planRoutes } from './routes/members.ts'
import { onePoolRoutes } from './routes/pools.ts'

export function poolsRoutes(app: App, deps: PoolDeps): void {
  onePoolRoutes(app, deps)
  memberRoutes(app, deps)
  planRoutes(app, deps)
}

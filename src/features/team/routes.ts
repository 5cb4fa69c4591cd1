import type { App } from '#platform/routes.ts'
import type { TakeOverDeps } from './actions/take-over.ts'
import type { TeamDeps } from './deps.ts'
import { handOverRoutes } from './routes/hand-over.ts'
import { teamsRoutes } from './routes/teams.ts'
import { todoRoutes } from './routes/todos.ts'

export function teamRoutes(app: App, deps: TeamDeps & TakeOverDeps): void {
  handOverRoutes(app, deps)
  teamsRoutes(app, deps)
  todoRoutes(app, deps)
}

import type { App } from '#platform/routes.ts'
import type { TeamDeps } from './deps.ts'
import { todoRoutes } from './routes/todos.ts'

export function teamRoutes(app: App, deps: TeamDeps): void {
  todoRoutes(app, deps)
}

export { teamRoutes } from './routes.ts'
export { countDue } from './store/todos.ts'
export { hearForTeam } from './subscriptions.ts'
export { teamTasks } from './tasks.ts'

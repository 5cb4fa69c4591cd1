export { teamRoutes } from './routes.ts'
export { countDue } from './store/todos.ts'
export { teamTasks } from './tasks.ts'

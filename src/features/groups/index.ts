export type { GroupsDeps } from './actions/deps.ts'
export { type GroupToVisit, groupsToVisit } from './actions/to-visit.ts'
export { groupsRoutes } from './routes.ts'
export { groupsTasks } from './tasks.ts'

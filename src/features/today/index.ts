export type { ProposeDeps } from './actions/propose-week.ts'
export type { ReachablePerson, TodayDeps, WaitingConversation } from './actions/read-today.ts'
export { todayRoutes } from './routes.ts'

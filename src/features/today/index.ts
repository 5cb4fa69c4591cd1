export type { ReachablePerson, TodayDeps, WaitingConversation } from './actions.ts'
export { todayRoutes } from './routes.ts'

export { planReports } from './actions/refresh.ts'
export { outgoingUnder, planWeekly } from './actions/weekly.ts'
export { reportsRoutes } from './routes.ts'
export { reportsTasks } from './tasks.ts'

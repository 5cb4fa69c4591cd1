import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import type { ReportsDeps } from './actions/deps.ts'
import { refreshAll } from './actions/refresh.ts'
import { sendWeekly, type WeeklyDeps } from './actions/weekly.ts'
import { refreshTask, weeklyTask } from './task-kinds.ts'

export function reportsTasks(deps: ReportsDeps & WeeklyDeps): TaskHandler[] {
  return [
    handleTask(refreshTask, (_, signal) => refreshAll(deps, signal)),
    handleTask(weeklyTask, (input, signal) => sendWeekly(deps, input, signal)),
  ]
}

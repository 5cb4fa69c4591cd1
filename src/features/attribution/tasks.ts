import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import type { AttributionDeps } from './actions/deps.ts'
import { refreshPeople, tidyVisits } from './actions/refresh.ts'
import { refreshTask, tidyVisitsTask } from './task-kinds.ts'

export function attributionTasks(deps: AttributionDeps): TaskHandler[] {
  return [
    handleTask(refreshTask, async ({ workspace }, signal) => void (await refreshPeople(deps, workspace, signal))),
    handleTask(tidyVisitsTask, () => tidyVisits(deps)),
  ]
}

import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { catchUpSearch, catchUpSearchTask } from './actions/catch-up-search.ts'
import type { PeopleDeps } from './actions/deps.ts'

export function peopleTasks(deps: Pick<PeopleDeps, 'db' | 'clock'>): TaskHandler[] {
  return [handleTask(catchUpSearchTask, ({ workspace }, signal) => catchUpSearch(deps, workspace, signal))]
}

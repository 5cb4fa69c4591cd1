import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { catchUpSearch, catchUpSearchTask } from './actions/catch-up-search.ts'
import type { PeopleDeps } from './actions/deps.ts'
import { watchSearches, watchSearchesTask } from './actions/saved-searches.ts'
import type { SearchDeps } from './actions/search.ts'

export function peopleTasks(deps: Pick<PeopleDeps, 'db' | 'clock'> & SearchDeps): TaskHandler[] {
  return [
    handleTask(catchUpSearchTask, ({ workspace }, signal) => catchUpSearch(deps, workspace, signal)),
    handleTask(watchSearchesTask, ({ workspace }, signal) => watchSearches(deps, workspace, signal)),
  ]
}

import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { keepPools } from './actions/keep.ts'
import type { KeepDeps } from './deps.ts'
import { keepTask } from './task-kinds.ts'

export function poolTasks(deps: KeepDeps): TaskHandler[] {
  return [handleTask(keepTask, ({ workspace }) => keepPools(deps, workspace))]
}

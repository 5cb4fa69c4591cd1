import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { remind } from './actions/remind.ts'
import type { TeamDeps } from './deps.ts'
import { remindTask } from './task-kinds.ts'

export function teamTasks(deps: Pick<TeamDeps, 'db' | 'clock'>): TaskHandler[] {
  return [handleTask(remindTask, input => remind(deps, input))]
}

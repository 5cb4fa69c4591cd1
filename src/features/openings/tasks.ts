import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { readResume } from './actions/apply.ts'
import { closeExpired } from './actions/manage.ts'
import type { ApplyDeps } from './deps.ts'
import { closeExpiredTask, readResumeTask } from './task-kinds.ts'

export function openingTasks(deps: ApplyDeps): TaskHandler[] {
  return [
    handleTask(readResumeTask, (at, signal) => readResume(deps, at, signal)),
    handleTask(closeExpiredTask, async () => void (await closeExpired(deps))),
  ]
}

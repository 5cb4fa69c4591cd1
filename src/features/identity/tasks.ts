import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { type LookDeps, lookThroughEveryone } from './actions/look.ts'
import { lookThrough } from './look-task.ts'

export function identityTasks(deps: LookDeps): TaskHandler[] {
  return [
    handleTask(lookThrough, async ({ workspace }, signal) => {
      await lookThroughEveryone(deps, workspace, signal)
    }),
  ]
}

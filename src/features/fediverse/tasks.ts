import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { deliver, spread } from './actions/spread.ts'
import type { FediverseDeps } from './deps.ts'
import { deliverTask, spreadTask } from './task-kinds.ts'

export function fediverseTasks(deps: FediverseDeps): TaskHandler[] {
  return [
    handleTask(spreadTask, given => spread(deps, given)),
    handleTask(deliverTask, (given, signal) => deliver(deps, given, signal)),
  ]
}

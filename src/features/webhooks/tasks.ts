import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { deliver } from './actions/deliver.ts'
import type { WebhookDeps } from './deps.ts'
import { deliverTask } from './task-kinds.ts'

export function webhookTasks(deps: WebhookDeps): TaskHandler[] {
  return [handleTask(deliverTask, (input, signal) => deliver(deps, input, signal))]
}

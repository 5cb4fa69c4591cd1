import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import type { LaterDeps } from './actions/later.ts'
import { runLater } from './actions/later.ts'
import { wake } from './actions/wake.ts'
import { sendLaterTask, wakeTask } from './task-kinds.ts'

export function conversationsTasks(deps: LaterDeps): TaskHandler[] {
  return [handleTask(wakeTask, input => wake(deps, input)), handleTask(sendLaterTask, input => runLater(deps, input))]
}

import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { drawMap } from './actions/map.ts'
import { type RefreshDeps, refreshNetwork, sweepNetwork } from './actions/refresh.ts'
import { mapNetworkTask, refreshNetworkTask, sweepNetworkTask } from './task-kinds.ts'

export function networkTasks(deps: RefreshDeps): TaskHandler[] {
  return [
    handleTask(
      refreshNetworkTask,
      async ({ workspace }, signal) => void (await refreshNetwork(deps, workspace, signal)),
    ),
    handleTask(mapNetworkTask, ({ workspace }, signal) => drawMap(deps, workspace, signal)),
    handleTask(sweepNetworkTask, () => sweepNetwork(deps)),
  ]
}

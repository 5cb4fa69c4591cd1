import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { runLoad } from './actions/run-load.ts'
import type { SampleDeps } from './deps.ts'
import { loadSampleTask } from './task.ts'

export function sampleTasks(deps: SampleDeps): TaskHandler[] {
  return [handleTask(loadSampleTask, async (input, signal) => void (await runLoad(deps, input, signal)))]
}

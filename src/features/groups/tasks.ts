import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import type { GroupsDeps } from './actions/deps.ts'
import { pollGroupFeed } from './actions/feed.ts'
import { pollGroup } from './poll-task.ts'

export function groupsTasks(deps: GroupsDeps): TaskHandler[] {
  return [handleTask(pollGroup, ({ workspace, group }, signal) => pollGroupFeed(deps, workspace, group, signal))]
}

import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { type FeedDeps, pollOneFeed } from './actions/feeds.ts'
import { pollFeed } from './poll-task.ts'

export function activityTasks(deps: FeedDeps): TaskHandler[] {
  return [handleTask(pollFeed, ({ workspace, feed }, signal) => pollOneFeed(deps, workspace, feed, signal))]
}

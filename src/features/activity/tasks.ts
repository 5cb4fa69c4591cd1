import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { type FeedDeps, pollOneFeed } from './actions/poll.ts'
import { tellHub } from './actions/push.ts'
import { askHub, pollFeed } from './poll-task.ts'

export function activityTasks(deps: FeedDeps): TaskHandler[] {
  return [
    handleTask(pollFeed, ({ workspace, feed }, signal) => pollOneFeed(deps, workspace, feed, signal)),
    handleTask(askHub, (question, signal) => tellHub(deps, question, signal)),
  ]
}

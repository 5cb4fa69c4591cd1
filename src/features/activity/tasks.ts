import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import type { FeedDeps } from './actions/poll.ts'
import { pollDueFeeds } from './actions/poll-due.ts'
import { tellHub } from './actions/push.ts'
import { askHub, pollFeeds } from './poll-task.ts'

export function activityTasks(deps: FeedDeps): TaskHandler[] {
  return [
    handleTask(pollFeeds, ({ workspace }, signal) => pollDueFeeds(deps, workspace, signal)),
    handleTask(askHub, (question, signal) => tellHub(deps, question, signal)),
  ]
}

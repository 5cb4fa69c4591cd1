import { handleTask, type TaskHandler } from '#platform/tasks.ts'
import { proveMention, tellOthers } from './actions/mentions.ts'
import { goOut } from './actions/posts.ts'
import type { BlogDeps } from './deps.ts'
import { goOutTask, proveMentionTask, tellOthersTask } from './task-kinds.ts'

export function blogTasks(deps: BlogDeps): TaskHandler[] {
  return [
    handleTask(goOutTask, ({ workspace, post }) => goOut(deps, workspace, post)),
    handleTask(tellOthersTask, ({ workspace, post }, signal) => tellOthers(deps, workspace, post, signal)),
    handleTask(proveMentionTask, ({ workspace, mention }, signal) => proveMention(deps, workspace, mention, signal)),
  ]
}

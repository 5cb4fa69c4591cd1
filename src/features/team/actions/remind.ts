import { notify } from '#features/conversations/index.ts'
import type { TodoId, WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { findTodoForUpdate, updateReminded } from '../store/todos.ts'
import { remindTask } from '../task-kinds.ts'
import { whoHas } from './todos.ts'

/** Told once; a reminder that was moved meanwhile waits for its new time. */
export function remind(
  deps: Pick<TeamDeps, 'db' | 'clock'>,
  { workspace, todo }: { workspace: WorkspaceId; todo: TodoId },
): Promise<void> {
  return inWorkspace(deps.db, workspace, async tx => {
    const at = deps.clock.now()
    const found = await findTodoForUpdate(tx, workspace, todo)
    if (!found?.remindAt || found.remindedAt || found.doneAt || found.removedAt) return
    if (found.remindAt > at) {
      await enqueue(tx, remindTask, todo, { workspace, todo }, { runAt: found.remindAt })
      return
    }
    const users = await whoHas(tx, workspace, found)
    if (users.length === 0) return
    const { person, text: words } = found
    await notify(tx, workspace, { kind: 'todo-due', users, person, todo, words, by: null, at })
    await updateReminded(tx, workspace, todo, at)
  })
}

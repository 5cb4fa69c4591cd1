import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** Works out anew who is due, and those whose answer did not come in time; begins itself anew each minute. */
export const refreshTask = defineTask('reports.refresh', z.object({}))
/** Writes to one recruiter what their week was. */
export const weeklyTask = defineTask(
  'reports.weekly',
  z.object({ workspace: idOf<'Workspace'>(), user: idOf<'User'>() }),
)

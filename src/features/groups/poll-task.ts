import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** One at a time per group: the task that waits under the group's key is replaced. */
export const pollGroup = defineTask(
  'groups.poll-feed',
  z.object({ workspace: idOf<'Workspace'>(), group: idOf<'Group'>() }),
)

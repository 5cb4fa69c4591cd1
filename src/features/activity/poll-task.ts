import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** One at a time per feed: the task that waits under the feed's key is replaced. */
export const pollFeed = defineTask(
  'activity.poll-feed',
  z.object({ workspace: idOf<'Workspace'>(), feed: idOf<'Feed'>() }),
)

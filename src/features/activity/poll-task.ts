import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** One at a time per feed: the task that waits under the feed's key is replaced. */
export const pollFeed = defineTask(
  'activity.poll-feed',
  z.object({ workspace: idOf<'Workspace'>(), feed: idOf<'Feed'>() }),
)

/** Asks a hub to begin, go on or stop telling us. By the subscription's own key: renewing replaces what waits. */
export const askHub = defineTask(
  'activity.ask-hub',
  z.object({
    workspace: idOf<'Workspace'>(),
    push: idOf<'Push'>(),
    mode: z.enum(['subscribe', 'unsubscribe']),
    hub: z.string(),
    topic: z.string(),
  }),
)

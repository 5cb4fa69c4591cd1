import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** Asks every feed of a workspace whose time has come; waits for the next one under the workspace's key. */
export const pollFeeds = defineTask('activity.poll-feeds', z.object({ workspace: idOf<'Workspace'>() }))

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

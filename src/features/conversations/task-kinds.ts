import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** A conversation put aside comes back. */
export const wakeTask = defineTask(
  'conversations.wake',
  z.object({ workspace: idOf<'Workspace'>(), conversation: idOf<'Conversation'>() }),
)

/** A message written for later leaves, or waits for its writer. */
export const sendLaterTask = defineTask(
  'conversations.send-later',
  z.object({ workspace: idOf<'Workspace'>(), message: idOf<'Message'>() }),
)

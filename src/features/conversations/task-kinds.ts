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

/** A message goes to the recruiter's own address, or waits until they are away. */
export const forwardTask = defineTask(
  'conversations.forward',
  z.object({ workspace: idOf<'Workspace'>(), message: idOf<'Message'>(), waited: z.boolean().optional() }),
)

/** What the recruiter wrote from there. `cause`: the network's key of it, so that twice is once. */
export const answerTask = defineTask(
  'conversations.answer-from-reach',
  z.object({
    workspace: idOf<'Workspace'>(),
    user: idOf<'User'>(),
    connection: idOf<'Connection'>(),
    cause: z.string(),
    kind: z.enum(['text', 'files', 'edit']),
    text: z.string(),
    sentAt: z.iso.datetime(),
    replyTo: z.string().optional(),
    subject: z.string().optional(),
    /** How often it has waited for a forward that was under way. */
    waited: z.int().optional(),
  }),
)

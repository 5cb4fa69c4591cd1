import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

export const confirmTask = defineTask(
  'broadcasts.ask-to-confirm',
  z.object({ workspace: idOf<'Workspace'>(), subscriber: idOf<'Subscriber'>() }),
)

/** Their own link to somebody who asked for it on the privacy page. */
export const ownLinkTask = defineTask(
  'broadcasts.own-link',
  z.object({ workspace: idOf<'Workspace'>(), email: z.string() }),
)

/** The week's new openings, for the readers of a list. */
export const digestTask = defineTask(
  'broadcasts.digest',
  z.object({ workspace: idOf<'Workspace'>(), list: idOf<'List'>() }),
)

export const sendTask = defineTask(
  'broadcasts.send-issue',
  z.object({ workspace: idOf<'Workspace'>(), issue: idOf<'Issue'>() }),
)

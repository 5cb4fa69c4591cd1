import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** Reads a résumé that came with a form, away from the request. */
export const readResumeTask = defineTask(
  'openings.read-resume',
  z.object({ workspace: idOf<'Workspace'>(), application: idOf<'Application'>(), user: idOf<'User'>() }),
)
/** Closes what is over; one waits for the night after each last day. */
export const closeExpiredTask = defineTask('openings.close-expired', z.object({}))

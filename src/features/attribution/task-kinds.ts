import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** Works out anew what came of whom; one at a time in a workspace, so that two never wait for each other. */
export const refreshTask = defineTask('attribution.refresh', z.object({ workspace: idOf<'Workspace'>() }))
/** Throws away what is kept for a while only; begins itself anew each day. */
export const tidyVisitsTask = defineTask('attribution.tidy', z.object({}))

import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** One at a time per workspace: a look that waits is replaced by a later one. */
export const lookThrough = defineTask('identity.look-through', z.object({ workspace: idOf<'Workspace'>() }))

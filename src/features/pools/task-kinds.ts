import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** One at a time per workspace: looks at what changed, keeps its dynamic pools current, and asks for the next look. */
export const keepTask = defineTask('pools.keep', z.object({ workspace: idOf<'Workspace'>() }))

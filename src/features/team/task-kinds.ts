import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** Tells a recruiter of what they wanted to be reminded of; runs at that time. */
export const remindTask = defineTask('team.remind', z.object({ workspace: idOf<'Workspace'>(), todo: idOf<'Todo'>() }))

import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

export const loadSampleTask = defineTask(
  'sample.load',
  z.object({ workspace: idOf<'Workspace'>(), load: idOf<'SampleLoad'>() }),
)

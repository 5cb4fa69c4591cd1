import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

export const deliverTask = defineTask(
  'webhooks.deliver',
  z.object({ workspace: idOf<'Workspace'>(), delivery: idOf<'Delivery'>() }),
)

import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

const workspace = idOf<'Workspace'>()

/** A post went out, was changed or is gone: every inbox that follows gets its own delivery. */
export const spreadTask = defineTask(
  'fediverse.spread',
  z.object({
    workspace,
    post: idOf<'Post'>(),
    what: z.enum(['create', 'update', 'delete']),
    /** Of the version that is gone; others read it where it stands. */
    uri: z.string().optional(),
  }),
)
/** One inbox. A post is written down as it is when it leaves, so a second change replaces what still waits. */
export const deliverTask = defineTask(
  'fediverse.deliver',
  z.object({
    workspace,
    inbox: z.string(),
    what: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('post'), post: idOf<'Post'>(), type: z.enum(['create', 'update']) }),
      z.object({ kind: z.literal('inline'), body: z.record(z.string(), z.unknown()) }),
    ]),
  }),
)

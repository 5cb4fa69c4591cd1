import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

const post = z.object({ workspace: idOf<'Workspace'>(), post: idOf<'Post'>() })

/** A scheduled post whose time has come. */
export const goOutTask = defineTask('blog.go-out', post)
/** The WebSub hub learns of the feeds, and pages that the post links to learn of the post. */
export const tellOthersTask = defineTask('blog.tell-others', post)
/** Whether the page that says so really links to the post. */
export const proveMentionTask = defineTask(
  'blog.prove-mention',
  z.object({ workspace: idOf<'Workspace'>(), mention: z.string() }),
)

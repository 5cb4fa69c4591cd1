import { postGone, postShown } from '#features/blog/index.ts'
import type { Events } from '#platform/events.ts'
import { enqueue } from '#platform/tasks.ts'
import { postUri } from './protocol/documents.ts'
import { findActor } from './store/actors.ts'
import { spreadTask } from './task-kinds.ts'

/** What readers of the blog see, followers get. */
export function hearForFediverse(events: Events): void {
  events.hear(postShown, async (tx, { workspace, post, first }) => {
    if (!(await findActor(tx, workspace))?.on) return
    await enqueue(tx, spreadTask, post, { workspace, post, what: first ? 'create' : 'update' })
  })
  events.hear(postGone, async (tx, { workspace, post, publishedAt }) => {
    const actor = await findActor(tx, workspace)
    if (!actor?.on) return
    const uri = postUri(actor, { id: post, publishedAt })
    await enqueue(tx, spreadTask, `gone:${post}`, { workspace, post, what: 'delete', uri })
  })
}

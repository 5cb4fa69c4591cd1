import { sql } from 'kysely'
import type { PostId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { PostContent } from '../model.ts'
import { upsertPost } from './posts.ts'

/** Read by everybody since `at`; nobody elsewhere is told of it. */
export async function insertSamplePost(
  tx: Transaction,
  given: { id: PostId; workspace: WorkspaceId; author: UserId; slug: string; content: PostContent; at: Date },
): Promise<void> {
  const { at, ...rest } = given
  await upsertPost(tx, {
    ...rest,
    draft: null,
    state: 'published',
    publishedAt: at,
    revisedAt: at,
    createdAt: at,
    updatedAt: at,
    removedAt: null,
  })
  await sql`update posts set sample = true where workspace_id = ${given.workspace} and post_id = ${given.id}`.execute(
    tx,
  )
}

export async function deleteSamplePosts(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from posts where workspace_id = ${workspace} and sample`.execute(tx)
}

import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { GroupId } from './groups.ts'

export type GroupFeed = {
  url: string
  state: 'active' | 'failing' | 'gone'
  etag: string | null
  lastModified: string | null
  failures: number
}

export async function findGroupFeed(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
): Promise<GroupFeed | undefined> {
  const { rows } =
    await sql<GroupFeed>`select feed_url as url, feed_state as state, feed_etag as etag, feed_modified as "lastModified",
      feed_failures as failures from groups
    where workspace_id = ${workspace} and group_id = ${group} and feed_url is not null and archived_at is null`.execute(
      tx,
    )
  return rows[0]
}

export type FeedState = Omit<GroupFeed, 'url'> & { error: string | null; polledAt: Date }

export async function updateGroupFeed(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
  state: FeedState,
): Promise<void> {
  await sql`update groups set feed_state = ${state.state}, feed_etag = ${state.etag}, feed_modified = ${state.lastModified},
      feed_failures = ${state.failures}, feed_error = ${state.error}, feed_polled_at = ${state.polledAt}
    where workspace_id = ${workspace} and group_id = ${group}`.execute(tx)
}

/** Null: no feed any more. */
export async function updateFeedAddress(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
  feed: { url: string; title: string | null } | null,
): Promise<void> {
  await sql`update groups set feed_url = ${feed?.url ?? null}, feed_title = ${feed?.title ?? null},
      feed_state = ${feed ? 'active' : null}, feed_etag = null, feed_modified = null, feed_error = null, feed_failures = 0
    where workspace_id = ${workspace} and group_id = ${group}`.execute(tx)
}

import { newId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type ImportedFeed, insertImportedFeeds } from '../store/imported.ts'
import { planPolls } from './poll-due.ts'

/** Follows feeds that a list brought without asking them first; those followed already stay as they are. Gives how many are new. */
export async function followImportedFeeds(
  tx: Transaction,
  workspace: WorkspaceId,
  feeds: readonly ImportedFeed[],
  now: Date,
): Promise<number> {
  const fresh = await insertImportedFeeds(
    tx,
    workspace,
    feeds.map(feed => ({ ...feed, feed: newId<'Feed'>(now.getTime()) })),
    now,
  )
  if (fresh.length > 0) await planPolls(tx, workspace)
  return fresh.length
}

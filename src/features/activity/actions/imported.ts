import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import type { Transaction } from '#storage/database.ts'
import { pollFeed } from '../poll-task.ts'
import { type ImportedFeed, insertImportedFeeds } from '../store/imported.ts'

/** First polls are spread out, so that a long list does not ask everyone at once. */
const betweenPollsMs = 1_000

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
  for (const [index, feed] of fresh.entries())
    await enqueue(
      tx,
      pollFeed,
      feed,
      { workspace, feed },
      { runAt: new Date(now.getTime() + index * betweenPollsMs), maxAttempts: 5 },
    )
  return fresh.length
}

import { minuteMs } from '#kernel/clock.ts'
import type { FeedId, WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { retryAfterMs } from '../model/feed.ts'
import { pollFeeds } from '../poll-task.ts'
import { findNextPoll, listDueFeeds, updateFeedDue } from '../store/feeds.ts'
import { type FeedDeps, pollOneFeed } from './poll.ts'

/** So many blogs are waited for at once: nearly all of a poll is waiting, for some of them 20 s. */
const atOnce = 32
/** Then other tasks have their turn. */
const turnMs = minuteMs

const queueOf = (workspace: WorkspaceId) => `feeds:${workspace}`

/** The workspace is looked at when the first of its feeds is due. Call it wherever a feed becomes due sooner than it was. */
export async function planPolls(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  const runAt = await findNextPoll(tx, workspace)
  if (runAt) await enqueue(tx, pollFeeds, workspace, { workspace }, { runAt, queue: queueOf(workspace) })
}

/** Asks the feeds that are due, longest due first, until none is or its turn is over. One trouble never stops the others. */
export async function pollDueFeeds(deps: FeedDeps, workspace: WorkspaceId, signal?: AbortSignal): Promise<void> {
  const until = deps.clock.now().getTime() + turnMs
  const asked = new Set<FeedId>()
  let waiting: FeedId[] = []
  const next = async (): Promise<FeedId | undefined> => {
    if (signal?.aborted || deps.clock.now().getTime() >= until) return undefined
    return waiting.shift()
  }
  const work = async () => {
    for (let feed = await next(); feed; feed = await next()) {
      asked.add(feed)
      try {
        await pollOneFeed(deps, workspace, feed, signal)
      } catch (error) {
        if (signal?.aborted) throw error
        // What it said can't be kept: the others go on, and it is not asked again in the same breath.
        const now = deps.clock.now()
        const later = new Date(now.getTime() + retryAfterMs(5, undefined))
        await inWorkspace(deps.db, workspace, tx => updateFeedDue(tx, workspace, feed, later))
      }
    }
  }
  try {
    for (;;) {
      const due = await inWorkspace(deps.db, workspace, tx => listDueFeeds(tx, workspace, deps.clock.now(), 4_000))
      waiting = due.filter(feed => !asked.has(feed))
      if (waiting.length === 0) break
      const done = await Promise.allSettled(Array.from({ length: atOnce }, work))
      const failed = done.find(each => each.status === 'rejected')
      if (failed) throw failed.reason
      if (signal?.aborted || deps.clock.now().getTime() >= until) break
    }
  } finally {
    await inWorkspace(deps.db, workspace, tx => planPolls(tx, workspace))
  }
}

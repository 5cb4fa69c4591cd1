import { minuteMs } from '#kernel/clock.ts'
import type { FeedId, WorkspaceId } from '#kernel/ids.ts'
import { createTurns } from '#kernel/turns.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { retryAfterMs } from '../model/feed.ts'
import { pollFeeds } from '../poll-task.ts'
import { claimDueFeeds, findNextPoll, updateFeedDue } from '../store/feeds.ts'
import { type FeedDeps, pollOneFeed } from './poll.ts'

/** So many blogs are waited for at once: nearly all of a poll is waiting, for some of them 20 s. */
const atOnce = 32
/** So many of them are kept at once: what waits here for a connection takes none away from those who work with Kith. */
const keptAtOnce = 2
/** Then other tasks have their turn. */
const turnMs = minuteMs
/** A feed that was taken and not asked, because the server stopped, is due again after this. */
const claimMs = 3 * minuteMs

/** The workspace is looked at when the first of its feeds is due. Call it wherever a feed becomes due sooner than it was. */
export async function planPolls(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  const runAt = await findNextPoll(tx, workspace)
  if (runAt) await enqueue(tx, pollFeeds, workspace, { workspace }, { runAt })
}

/** After a trouble of ours, such as a database that is restarted, a feed is asked again so soon. */
const troubleMs = 5 * minuteMs

/** What the feed said can't be kept as it is: that will not be otherwise in five minutes. */
const isOfItsWords = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:22|23|54)/.test(String(error.code))

/** Asks the feeds that are due, longest due first, until none is or its turn is over. One trouble never stops the others. */
export async function pollDueFeeds(deps: FeedDeps, workspace: WorkspaceId, signal?: AbortSignal): Promise<void> {
  const until = deps.clock.now().getTime() + turnMs
  const isOver = () => signal?.aborted === true || deps.clock.now().getTime() >= until
  const inTurn = createTurns(keptAtOnce)
  let waiting: FeedId[] = []
  let claiming: Promise<void> | undefined
  // Feeds are taken a few at a time: two servers, or two tasks, never ask the same one.
  const claim = async () => {
    const now = deps.clock.now()
    const lapse = new Date(now.getTime() + claimMs)
    waiting = await inWorkspace(deps.db, workspace, tx => claimDueFeeds(tx, workspace, { now, lapse, limit: atOnce }))
  }
  const next = async (): Promise<FeedId | undefined> => {
    if (waiting.length === 0 && !isOver()) {
      claiming ??= claim().finally(() => {
        claiming = undefined
      })
      await claiming
    }
    return isOver() ? undefined : waiting.shift()
  }
  const work = async () => {
    for (let feed = await next(); feed; feed = await next()) {
      try {
        await pollOneFeed(deps, workspace, feed, signal, inTurn)
      } catch (error) {
        if (signal?.aborted) throw error
        // The others go on.
        const later = new Date(
          deps.clock.now().getTime() + (isOfItsWords(error) ? retryAfterMs(5, undefined) : troubleMs),
        )
        await inTurn(() => inWorkspace(deps.db, workspace, tx => updateFeedDue(tx, workspace, feed, later)))
      }
    }
  }
  const done = await Promise.allSettled(Array.from({ length: atOnce }, work))
  await inWorkspace(deps.db, workspace, async tx => {
    for (const feed of waiting) await updateFeedDue(tx, workspace, feed, deps.clock.now())
    await planPolls(tx, workspace)
  })
  const failed = done.find(each => each.status === 'rejected')
  if (failed) throw failed.reason
}

import { markDoNotContact, type SuppressionKey } from '#features/people/index.ts'
import { refusalOfRecruiters } from '#features/people/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { FeedId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import { pageKey } from '#kernel/profile-urls.ts'
import type { Events } from '#platform/events.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { entryKeys, type ParsedFeed, type PlainText, pollEveryMs, possibleKeys, retryAfterMs } from '../model/feed.ts'
import { findPushSource, pushedPollMs } from '../model/push.ts'
import { findFeed, updateFeedPolled } from '../store/feeds.ts'
import { findKept } from '../store/items.ts'
import { isPushed } from '../store/pushes.ts'
import { type AskDeps, askFeed, type FeedAnswer } from './ask-feed.ts'
import { endPush, keepPush } from './push.ts'
import type { PushAddresses } from './push-address.ts'
import { type FoundItem, recordActivity } from './record.ts'

/** Without `pushAddresses` no hub could reach us, and none is asked. */
export type FeedDeps = AskDeps &
  SuppressionKey & {
    db: Database
    clock: Clock
    events: Events
    plainText: PlainText
    pushAddresses?: PushAddresses | undefined
  }

type Followed = { url: string; person: PersonId; profile: ProfileId; id: FeedId }

async function itemsOf(
  tx: Transaction,
  deps: FeedDeps,
  workspace: WorkspaceId,
  feed: Followed,
  parsed: ParsedFeed,
  now: Date,
): Promise<FoundItem[]> {
  const home = pageKey(feed.url) ?? feed.url
  const possible = parsed.entries.flatMap(entry => Object.values(possibleKeys(entry, home)))
  const keys = entryKeys(parsed.entries, home, await findKept(tx, workspace, 'blog', possible))
  return parsed.entries.map((entry, index) => {
    const text = (entry.contentHtml ? deps.plainText(entry.contentHtml) : null) ?? entry.summary ?? ''
    return {
      person: feed.person,
      profile: feed.profile,
      feed: feed.id,
      tool: 'blog',
      kind: 'post',
      key: keys[index] ?? entry.id,
      title: entry.title ?? undefined,
      url: entry.link ?? undefined,
      text,
      html: entry.contentHtml ?? undefined,
      language: parsed.language ?? undefined,
      publishedAt: new Date(entry.publishedAt ?? entry.updatedAt ?? now),
    }
  })
}

/** What a feed says now, whether it was asked or a hub told. */
export async function recordPoll(
  tx: Transaction,
  deps: FeedDeps,
  workspace: WorkspaceId,
  feed: Followed,
  parsed: ParsedFeed,
  answer: FeedAnswer | { etag: string | null; lastModified: string | null },
  now: Date,
): Promise<{ added: number }> {
  const items = await itemsOf(tx, deps, workspace, feed, parsed, now)
  const { added } = await recordActivity(tx, deps, workspace, items, now)
  const quote = refusalOfRecruiters(parsed.title, parsed.description)
  if (quote !== undefined)
    await markDoNotContact(tx, deps, {
      workspace,
      people: [feed.person],
      reason: 'Their blog asks recruiters to stay away.',
      quote,
      user: null,
      at: now,
    })
  if ('headers' in answer)
    await keepPush(tx, deps, workspace, feed.id, findPushSource(answer.headers.get('link'), answer.url, parsed), now)
  const mark =
    'headers' in answer
      ? { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') }
      : answer
  const dates = items.map(item => item.publishedAt)
  await planNext(
    tx,
    workspace,
    feed.id,
    {
      state: 'active',
      ...mark,
      lastError: null,
      failures: 0,
      nextPollAt: new Date(now.getTime() + pollEveryMs(dates, now)),
      lastItemAt: dates.length > 0 ? new Date(Math.max(...dates.map(date => date.getTime()))) : null,
    },
    now,
  )
  return { added: added.length }
}

async function planNext(
  tx: Transaction,
  workspace: WorkspaceId,
  feed: FeedId,
  poll: Parameters<typeof updateFeedPolled>[3],
  now: Date,
): Promise<void> {
  const pushed = poll.state === 'active' && (await isPushed(tx, workspace, feed, now))
  const nextPollAt = pushed
    ? new Date(Math.max(poll.nextPollAt.getTime(), now.getTime() + pushedPollMs))
    : poll.nextPollAt
  await updateFeedPolled(tx, workspace, feed, { ...poll, nextPollAt }, now)
}

/** Waits with a piece of work on the database until it may be done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Asks one feed whether there is more: 304 changes nothing, 410 stops it, any other trouble waits longer each time. */
export async function pollOneFeed(
  deps: FeedDeps,
  workspace: WorkspaceId,
  id: FeedId,
  signal?: AbortSignal,
  inTurn: InTurn = work => work(),
): Promise<void> {
  const feed = await inTurn(() => inWorkspace(deps.db, workspace, tx => findFeed(tx, workspace, id)))
  if (!feed || feed.state === 'gone' || feed.state === 'paused') return
  const known = { url: feed.url, etag: feed.etag, lastModified: feed.last_modified }
  const asked = await askFeed(deps, known, deps.clock.now(), signal)
  const now = deps.clock.now()
  const keep = async (tx: Transaction) => {
    const current = await findFeed(tx, workspace, id)
    if (!current || current.state === 'paused' || current.state === 'gone') return
    const kept = { etag: current.etag, lastModified: current.last_modified, lastItemAt: null }
    if (asked.kind === 'found') {
      const { person_id: person, profile_id: profile, url } = current
      await recordPoll(tx, deps, workspace, { url, person, profile, id }, asked.feed, asked.answer, now)
    } else if (asked.kind === 'same') {
      const nextPollAt = new Date(now.getTime() + pollEveryMs(current.last_item_at ? [current.last_item_at] : [], now))
      await planNext(tx, workspace, id, { ...kept, state: 'active', lastError: null, failures: 0, nextPollAt }, now)
    } else if (asked.kind === 'gone') {
      const lastError = 'The blog says that this feed is gone for good.'
      await endPush(tx, workspace, id)
      await planNext(
        tx,
        workspace,
        id,
        { ...kept, state: 'gone', lastError, failures: current.failures, nextPollAt: now },
        now,
      )
    } else {
      const failures = current.failures + 1
      const { why: lastError } = asked
      const nextPollAt = new Date(now.getTime() + retryAfterMs(failures, asked.asked))
      await planNext(tx, workspace, id, { ...kept, state: 'failing', lastError, failures, nextPollAt }, now)
    }
  }
  await inTurn(() => inWorkspace(deps.db, workspace, keep))
}

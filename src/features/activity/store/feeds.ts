import { sql } from 'kysely'
import type { FeedId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Feed = {
  feed_id: FeedId
  person_id: PersonId
  profile_id: ProfileId
  url: string
  site_url: string | null
  title: string | null
  state: 'active' | 'failing' | 'gone' | 'paused'
  etag: string | null
  last_modified: string | null
  last_error: string | null
  failures: number
  poll_every_seconds: number
  next_poll_at: Date
  last_polled_at: Date | null
  last_item_at: Date | null
  /** So long a hub tells what is new; null: none does. */
  pushed_until: Date | null
}

const columns = sql`feed_id, person_id, profile_id, url, site_url, title, state, etag, last_modified, last_error, failures,
  poll_every_seconds, next_poll_at, last_polled_at, last_item_at, (select p.lease_until from feed_pushes p
    where p.workspace_id = feeds.workspace_id and p.feed_id = feeds.feed_id and p.state = 'active') as pushed_until`

export async function findFeed(tx: Transaction, workspace: WorkspaceId, feed: FeedId): Promise<Feed | undefined> {
  const { rows } =
    await sql<Feed>`select ${columns} from feeds where workspace_id = ${workspace} and feed_id = ${feed}`.execute(tx)
  return rows[0]
}

export async function findFeedByUrl(tx: Transaction, workspace: WorkspaceId, url: string): Promise<Feed | undefined> {
  const { rows } =
    await sql<Feed>`select ${columns} from feeds where workspace_id = ${workspace} and url = ${url}`.execute(tx)
  return rows[0]
}

export async function listFeeds(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Feed[]> {
  const { rows } =
    await sql<Feed>`select ${columns} from feeds where workspace_id = ${workspace} and person_id = ${person}
    order by created_at`.execute(tx)
  return rows
}

export async function insertFeed(
  tx: Transaction,
  workspace: WorkspaceId,
  feed: {
    feed: FeedId
    person: PersonId
    profile: ProfileId
    url: string
    siteUrl: string | null
    title: string | null
  },
  now: Date,
): Promise<void> {
  await sql`insert into feeds (workspace_id, feed_id, person_id, profile_id, url, site_url, title, next_poll_at, created_at)
    values (${workspace}, ${feed.feed}, ${feed.person}, ${feed.profile}, ${feed.url}, ${feed.siteUrl}, ${feed.title}, ${now}, ${now})`.execute(
    tx,
  )
}

export type FeedPoll = {
  state: Feed['state']
  etag: string | null
  lastModified: string | null
  lastError: string | null
  failures: number
  nextPollAt: Date
  lastItemAt: Date | null
}

export async function updateFeedPolled(
  tx: Transaction,
  workspace: WorkspaceId,
  feed: FeedId,
  poll: FeedPoll,
  now: Date,
): Promise<void> {
  await sql`update feeds set state = ${poll.state}, etag = ${poll.etag}, last_modified = ${poll.lastModified},
      last_error = ${poll.lastError}, failures = ${poll.failures}, next_poll_at = ${poll.nextPollAt}, last_polled_at = ${now},
      poll_every_seconds = greatest(1, extract(epoch from ${poll.nextPollAt}::timestamptz - ${now}::timestamptz)::int),
      last_item_at = greatest(last_item_at, ${poll.lastItemAt}::timestamptz)
    where workspace_id = ${workspace} and feed_id = ${feed}`.execute(tx)
}

export async function updateFeedState(
  tx: Transaction,
  workspace: WorkspaceId,
  feed: FeedId,
  state: Feed['state'],
  now: Date,
): Promise<void> {
  await sql`update feeds set state = ${state}, next_poll_at = ${now} where workspace_id = ${workspace} and feed_id = ${feed}`.execute(
    tx,
  )
}

export async function deleteFeed(tx: Transaction, workspace: WorkspaceId, feed: FeedId): Promise<boolean> {
  const { rows } =
    await sql`delete from feeds where workspace_id = ${workspace} and feed_id = ${feed} returning 1`.execute(tx)
  return rows.length > 0
}

/** Whose time has come, longest due first; nobody else is given them until `lapse`. */
export async function claimDueFeeds(
  tx: Transaction,
  workspace: WorkspaceId,
  { now, lapse, limit }: { now: Date; lapse: Date; limit: number },
): Promise<FeedId[]> {
  const { rows } = await sql<{ feed_id: FeedId }>`update feeds set next_poll_at = ${lapse}
    where workspace_id = ${workspace} and feed_id in (select feed_id from feeds where workspace_id = ${workspace}
      and state in ('active', 'failing') and next_poll_at <= ${now} order by next_poll_at limit ${limit} for update skip locked)
    returning feed_id`.execute(tx)
  return rows.map(row => row.feed_id)
}

/** When the next feed is due; undefined when none is followed. */
export async function findNextPoll(tx: Transaction, workspace: WorkspaceId): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select min(next_poll_at) as at from feeds
    where workspace_id = ${workspace} and state in ('active', 'failing')`.execute(tx)
  return rows[0]?.at ?? undefined
}

export async function updateFeedDue(tx: Transaction, workspace: WorkspaceId, feed: FeedId, now: Date): Promise<void> {
  await sql`update feeds set next_poll_at = ${now} where workspace_id = ${workspace} and feed_id = ${feed}`.execute(tx)
}

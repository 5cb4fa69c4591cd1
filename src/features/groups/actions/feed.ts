import { type AskRefusal, askFeed, findFeedAt } from '#features/activity/index.ts'
import { type ParsedFeed, pollEveryMs, retryAfterMs } from '#features/activity/model.ts'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { pollGroup } from '../poll-task.ts'
import { findGroupFeed, updateFeedAddress, updateGroupFeed } from '../store/feeds.ts'
import { findGroup, type GroupId } from '../store/groups.ts'
import { type GroupItem, upsertGroupItems } from '../store/items.ts'
import type { GroupsDeps } from './deps.ts'

export type FeedRefusal = AskRefusal | { code: 'no-such-group' }
type FeedDeps = Omit<GroupsDeps, 'marks' | 'inPools'>

/** Takes the address of the place or of its feed; what it has is there when this returns. Null: not followed any more. */
export async function followGroupFeed(
  deps: FeedDeps,
  caller: Caller,
  id: GroupId,
  address: string | null,
): Promise<Result<{ items: number; title: string | null }, FeedRefusal>> {
  const { workspace } = caller
  const found = address === null ? undefined : await findFeedAt(deps, address.trim())
  if (found && !found.ok) return found
  return inWorkspace(
    deps.db,
    workspace,
    async (tx): Promise<Result<{ items: number; title: string | null }, FeedRefusal>> => {
      if (!(await findGroup(tx, workspace, id))) return refuse({ code: 'no-such-group' })
      const now = deps.clock.now()
      const feed = found?.value
      await updateFeedAddress(tx, workspace, id, feed ? { url: feed.url, title: feed.feed.title } : null)
      const items = feed ? await recordItems(tx, deps, workspace, id, feed, now) : 0
      tellBrowsers(tx, workspace, { kind: 'groups.changed', payload: { group: id } })
      return done({ items, title: feed?.feed.title ?? null })
    },
  )
}

async function recordItems(
  tx: Transaction,
  deps: FeedDeps,
  workspace: WorkspaceId,
  group: GroupId,
  { feed, answer }: { feed: ParsedFeed; answer: { headers: Headers } },
  now: Date,
): Promise<number> {
  const items = feed.entries.map((entry): GroupItem => {
    const published = new Date(entry.publishedAt ?? entry.updatedAt ?? now)
    const author = entry.authors?.[0]
    return {
      id: newId<'GroupItem'>(now.getTime()),
      key: entry.id,
      title: entry.title,
      url: entry.link,
      author: author?.name ?? null,
      authorUrl: author?.url ?? null,
      text: ((entry.contentHtml ? deps.plainText(entry.contentHtml) : null) ?? entry.summary ?? '').slice(0, 20_000),
      publishedAt: published > now ? now : published,
    }
  })
  const byKey = new Map(items.map(item => [item.key, item]))
  const added = await upsertGroupItems(tx, workspace, group, [...byKey.values()], now)
  const state = {
    state: 'active' as const,
    etag: answer.headers.get('etag'),
    lastModified: answer.headers.get('last-modified'),
    failures: 0,
    error: null,
    polledAt: now,
  }
  await updateGroupFeed(tx, workspace, group, state)
  const dates = items.map(item => item.publishedAt)
  await planPoll(tx, workspace, group, new Date(now.getTime() + pollEveryMs(dates, now)))
  return added
}

const planPoll = (tx: Transaction, workspace: WorkspaceId, group: GroupId, runAt: Date) =>
  enqueue(tx, pollGroup, group, { workspace, group }, { runAt, maxAttempts: 5 })

/** 304 changes nothing, 410 stops it, any other trouble waits longer each time; an archived group is left alone. */
export async function pollGroupFeed(
  deps: FeedDeps,
  workspace: WorkspaceId,
  id: GroupId,
  signal?: AbortSignal,
): Promise<void> {
  const known = await inWorkspace(deps.db, workspace, tx => findGroupFeed(tx, workspace, id))
  if (!known || known.state === 'gone') return
  const asked = await askFeed(deps, known, deps.clock.now(), signal)
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const current = await findGroupFeed(tx, workspace, id)
    if (!current || current.url !== known.url) return
    const kept = { etag: current.etag, lastModified: current.lastModified, polledAt: now }
    if (asked.kind === 'found') {
      const added = await recordItems(tx, deps, workspace, id, asked, now)
      if (added > 0) tellBrowsers(tx, workspace, { kind: 'groups.changed', payload: { group: id } })
    } else if (asked.kind === 'same') {
      await updateGroupFeed(tx, workspace, id, { ...kept, state: 'active', failures: 0, error: null })
      await planPoll(tx, workspace, id, new Date(now.getTime() + pollEveryMs([], now)))
    } else if (asked.kind === 'gone') {
      const error = 'The site says that this feed is gone for good.'
      await updateGroupFeed(tx, workspace, id, { ...kept, state: 'gone', failures: current.failures, error })
    } else {
      const failures = current.failures + 1
      await updateGroupFeed(tx, workspace, id, { ...kept, state: 'failing', failures, error: asked.why })
      await planPoll(tx, workspace, id, new Date(now.getTime() + retryAfterMs(failures, asked.asked)))
    }
  })
}

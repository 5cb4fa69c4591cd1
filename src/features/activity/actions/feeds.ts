import {
  findPeopleForUpdate,
  findProfileByKey,
  insertLinks,
  insertProfile,
  markDoNotContact,
  refreshPersonSearch,
  type SuppressionKey,
} from '#features/people/index.ts'
import { profileDepth, refusalOfRecruiters } from '#features/people/model.ts'
import type { Clock } from '#kernel/clock.ts'
import { type FeedId, newId, type PersonId, type ProfileId, type WorkspaceId } from '#kernel/ids.ts'
import { pageKey } from '#kernel/profile-urls.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import { enqueue } from '#platform/tasks.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type ParsedFeed, type PlainText, pollEveryMs, retryAfterMs } from '../model/feed.ts'
import { pollFeed } from '../poll-task.ts'
import {
  deleteFeed,
  type Feed,
  findFeed,
  findFeedByUrl,
  insertFeed,
  listFeeds,
  updateFeedPolled,
  updateFeedState,
} from '../store/feeds.ts'
import { type AskDeps, type AskRefusal, askFeed, type FeedAnswer, type FoundFeed, findFeedAt } from './ask-feed.ts'
import { type FoundItem, recordActivity } from './record.ts'

export type FeedDeps = AskDeps & SuppressionKey & { db: Database; clock: Clock; events: Events; plainText: PlainText }

export type FollowRefusal =
  | AskRefusal
  | { code: 'no-such-person' }
  | { code: 'known-elsewhere'; person: PersonId }
  | { code: 'no-such-feed' }

function itemsOf(
  deps: FeedDeps,
  feed: { url: string; person: PersonId; profile: ProfileId; id: FeedId },
  parsed: ParsedFeed,
  now: Date,
): FoundItem[] {
  const home = pageKey(feed.url) ?? feed.url
  return parsed.entries.map(entry => {
    const text = (entry.contentHtml ? deps.plainText(entry.contentHtml) : null) ?? entry.summary ?? ''
    return {
      person: feed.person,
      profile: feed.profile,
      feed: feed.id,
      tool: 'blog',
      kind: 'post',
      key: /^(?:https?|urn|tag):/i.test(entry.id) ? entry.id : `${home}#${entry.id}`,
      title: entry.title ?? undefined,
      url: entry.link ?? undefined,
      text,
      html: entry.contentHtml ?? undefined,
      language: parsed.language ?? undefined,
      publishedAt: new Date(entry.publishedAt ?? entry.updatedAt ?? now),
    }
  })
}

async function findOrAddBlog(
  tx: Transaction,
  caller: Caller,
  person: PersonId,
  found: FoundFeed,
  now: Date,
): Promise<Result<ProfileId, FollowRefusal>> {
  const { workspace, user } = caller
  const site = found.feed.link ?? found.url
  const key = pageKey(site) ?? site
  const known = await findProfileByKey(tx, workspace, 'blog', key)
  if (known && known.person_id !== person) return refuse({ code: 'known-elsewhere', person: known.person_id })
  if (known) return done(known.profile_id)
  const profile = newId<'Profile'>(now.getTime())
  const headline = found.feed.title ?? undefined
  const summary = found.feed.description ?? undefined
  await insertProfile(
    tx,
    workspace,
    {
      profile,
      person,
      tool: 'blog',
      key,
      handle: key,
      url: site,
      headline,
      summary,
      depth: profileDepth({ headline, summary, facts: {} }),
      source: `feed ${found.url}`,
      lawfulBasis: 'legitimate-interest',
    },
    now,
  )
  await insertLinks(tx, workspace, [
    {
      link_id: newId(now.getTime()),
      profile_id: profile,
      person_id: person,
      previous_person_id: null,
      probability: 1,
      evidence: [{ fact: 'by-hand', weight: 0, says: 'A recruiter follows it as theirs.' }],
      decided_by: 'recruiter',
      user_id: user,
      decided_at: now,
      move_id: null,
    },
  ])
  return done(profile)
}

/** Takes the address of a blog or of its feed; its items are there when this returns. */
export async function followFeed(
  deps: FeedDeps,
  caller: Caller,
  person: PersonId,
  address: string,
): Promise<Result<{ feed: FeedId; title: string | null; items: number }, FollowRefusal>> {
  const found = await findFeedAt(deps, address.trim())
  if (!found.ok) return found
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const owner = (await findPeopleForUpdate(tx, workspace, [person])).get(person)
    if (!owner || owner.merged_into) return refuse({ code: 'no-such-person' })
    const known = await findFeedByUrl(tx, workspace, found.value.url)
    if (known && known.person_id !== person) return refuse({ code: 'known-elsewhere', person: known.person_id })
    const blog = known ? done(known.profile_id) : await findOrAddBlog(tx, caller, person, found.value, now)
    if (!blog.ok) return blog
    const feed = known?.feed_id ?? newId<'Feed'>(now.getTime())
    const { url, feed: parsed, answer } = found.value
    if (!known)
      await insertFeed(
        tx,
        workspace,
        { feed, person, profile: blog.value, url, siteUrl: parsed.link, title: parsed.title },
        now,
      )
    const { added } = await recordPoll(
      tx,
      deps,
      workspace,
      { url, person, profile: blog.value, id: feed },
      parsed,
      answer,
      now,
    )
    await refreshPersonSearch(tx, workspace, [person])
    return done({ feed, title: parsed.title, items: added })
  })
}

async function recordPoll(
  tx: Transaction,
  deps: FeedDeps,
  workspace: WorkspaceId,
  feed: { url: string; person: PersonId; profile: ProfileId; id: FeedId },
  parsed: ParsedFeed,
  answer: FeedAnswer,
  now: Date,
): Promise<{ added: number }> {
  const items = itemsOf(deps, feed, parsed, now)
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
  const dates = items.map(item => item.publishedAt)
  await planNext(
    tx,
    workspace,
    feed.id,
    {
      state: 'active',
      etag: answer.headers.get('etag'),
      lastModified: answer.headers.get('last-modified'),
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
  await updateFeedPolled(tx, workspace, feed, poll, now)
  if (poll.state === 'active' || poll.state === 'failing')
    await enqueue(tx, pollFeed, feed, { workspace, feed }, { runAt: poll.nextPollAt, maxAttempts: 5 })
}

/** Asks one feed whether there is more: 304 changes nothing, 410 stops it, any other trouble waits longer each time. */
export async function pollOneFeed(
  deps: FeedDeps,
  workspace: WorkspaceId,
  id: FeedId,
  signal?: AbortSignal,
): Promise<void> {
  const feed = await inWorkspace(deps.db, workspace, tx => findFeed(tx, workspace, id))
  if (!feed || feed.state === 'gone' || feed.state === 'paused') return
  const known = { url: feed.url, etag: feed.etag, lastModified: feed.last_modified }
  const asked = await askFeed(deps, known, deps.clock.now(), signal)
  const now = deps.clock.now()
  await inWorkspace(deps.db, workspace, async tx => {
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
  })
}

export function listPersonFeeds(deps: Pick<FeedDeps, 'db'>, caller: Caller, person: PersonId): Promise<Feed[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listFeeds(tx, caller.workspace, person))
}

export type FeedChange = 'pause' | 'resume' | 'unfollow'

/** Unfollowing keeps what was found. */
export function changeFeed(
  deps: FeedDeps,
  caller: Caller,
  id: FeedId,
  change: FeedChange,
): Promise<Result<void, FollowRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace } = caller
    const now = deps.clock.now()
    if (!(await findFeed(tx, workspace, id))) return refuse({ code: 'no-such-feed' })
    if (change === 'unfollow') await deleteFeed(tx, workspace, id)
    else await updateFeedState(tx, workspace, id, change === 'pause' ? 'paused' : 'active', now)
    if (change === 'resume') await enqueue(tx, pollFeed, id, { workspace, feed: id }, { runAt: now, maxAttempts: 5 })
    return done(undefined)
  })
}

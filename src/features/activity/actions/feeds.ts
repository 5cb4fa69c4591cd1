import {
  findPeopleForUpdate,
  findProfileByKey,
  insertLinks,
  insertProfile,
  refreshPersonSearch,
} from '#features/people/index.ts'
import { profileDepth } from '#features/people/model.ts'
import { type FeedId, newId, type PersonId, type ProfileId } from '#kernel/ids.ts'
import { pageKey } from '#kernel/profile-urls.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import {
  deleteFeed,
  type Feed,
  findFeed,
  findFeedByUrl,
  insertFeed,
  listFeeds,
  updateFeedState,
} from '../store/feeds.ts'
import { type AskRefusal, type FoundFeed, findFeedAt } from './ask-feed.ts'
import { type FeedDeps, recordPoll } from './poll.ts'
import { planPolls } from './poll-due.ts'
import { endPush, resumePush } from './push.ts'

export type FollowRefusal =
  | AskRefusal
  | { code: 'no-such-person' }
  | { code: 'known-elsewhere'; person: PersonId }
  | { code: 'no-such-feed' }

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
    await planPolls(tx, workspace)
    await refreshPersonSearch(tx, workspace, [person])
    return done({ feed, title: parsed.title, items: added })
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
    if (change !== 'resume') await endPush(tx, workspace, id)
    if (change === 'unfollow') await deleteFeed(tx, workspace, id)
    else await updateFeedState(tx, workspace, id, change === 'pause' ? 'paused' : 'active', now)
    if (change === 'resume') {
      await resumePush(tx, deps, workspace, id, now)
      await planPolls(tx, workspace)
    }
    return done(undefined)
  })
}

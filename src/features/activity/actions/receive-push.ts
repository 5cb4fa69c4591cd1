import type { PushId } from '#kernel/ids.ts'
import { isSame } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { findFeed, updateFeedDue } from '../store/feeds.ts'
import { findPushById, updatePushed } from '../store/pushes.ts'
import { readFeed } from './ask-feed.ts'
import { type FeedDeps, recordPoll } from './poll.ts'
import { planPolls } from './poll-due.ts'
import { isSigned } from './push.ts'

/** `unknown` goes for a wrong token as well. `unsigned` is not told to whoever sent it. */
export type Received = 'taken' | 'unsigned' | 'ended' | 'unknown'

/** What a hub sends: the feed as it is now, or the part of it that is new. */
export async function receivePush(
  deps: FeedDeps,
  push: PushId,
  token: string,
  sent: { body: Uint8Array; contentType: string | undefined; signature: string | undefined },
): Promise<Received> {
  const { pushAddresses } = deps
  if (!pushAddresses || !isSame(token, pushAddresses.tokenOf(push))) return 'unknown'
  const found = await acrossWorkspaces(deps.db, tx => findPushById(tx, push))
  if (!found || found.state === 'ended') return 'ended'
  if (!isSigned(sent.body, sent.signature, pushAddresses.secretOf(push))) return 'unsigned'
  const { workspace_id: workspace, feed_id: id } = found
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const feed = await findFeed(tx, workspace, id)
    if (!feed || feed.state === 'paused' || feed.state === 'gone') return 'ended'
    await updatePushed(tx, workspace, push, now)
    const parsed = readFeed(deps, sent.body, { url: feed.url, contentType: sent.contentType })
    // Some hubs only ring: then we look for ourselves.
    if (!parsed) {
      await updateFeedDue(tx, workspace, id, now)
      await planPolls(tx, workspace)
    } else {
      const { person_id: person, profile_id: profile, url, etag, last_modified: lastModified } = feed
      await recordPoll(tx, deps, workspace, { url, person, profile, id }, parsed, { etag, lastModified }, now)
    }
    return 'taken'
  })
}

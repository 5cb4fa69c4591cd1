import { sql } from 'kysely'
import type { FeedId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { FollowedFeed } from '../model/opml.ts'

/** Every feed that is followed, in the order of ids; `after` is the last one seen. */
export async function listFollowedFeeds(
  tx: Transaction,
  workspace: WorkspaceId,
  after: FeedId | undefined,
  limit: number,
): Promise<(FollowedFeed & { id: FeedId })[]> {
  const { rows } = await sql<FollowedFeed & { id: FeedId }>`
    select f.feed_id as id, f.url, f.site_url as "siteUrl", f.title, p.display_name as person
    from feeds f join people p on p.workspace_id = f.workspace_id and p.person_id = f.person_id
    where f.workspace_id = ${workspace} and f.state <> 'gone' and (${after ?? null}::uuid is null or f.feed_id > ${after ?? null}::uuid)
    order by f.feed_id limit ${limit}`.execute(tx)
  return rows
}

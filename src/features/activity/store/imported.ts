import { sql } from 'kysely'
import type { FeedId, ImportId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'

export type ImportedFeed = {
  person: PersonId
  profile: ProfileId
  importId: ImportId
  url: string
  siteUrl: string | null
  title: string | null
}

/** Those whose address is not followed yet; gives their ids. */
export async function insertImportedFeeds(
  tx: Transaction,
  workspace: WorkspaceId,
  feeds: readonly (ImportedFeed & { feed: FeedId })[],
  now: Date,
): Promise<FeedId[]> {
  if (feeds.length === 0) return []
  const { rows } = await sql<{ feed_id: FeedId }>`
    insert into feeds (workspace_id, feed_id, person_id, profile_id, url, site_url, title, import_id, next_poll_at, created_at)
    select ${workspace}::uuid, r.feed, r.person, r.profile, r.url, r."siteUrl", r.title, r."importId", ${now}, ${now}
    from json_to_recordset(${jsonText(feeds)}::json) as r(feed uuid, person uuid, profile uuid, url text, "siteUrl" text,
      title text, "importId" uuid)
    on conflict (workspace_id, url) do nothing returning feed_id`.execute(tx)
  return rows.map(row => row.feed_id)
}

/** What an import brought and nobody has read, and the blogs that are followed because of it. */
export async function deleteImportedActivity(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
): Promise<void> {
  await sql`delete from feeds where workspace_id = ${workspace} and import_id = ${importId}`.execute(tx)
  await sql`delete from activity_items a where a.workspace_id = ${workspace} and a.import_id = ${importId}
    and not exists (select 1 from readings r where r.workspace_id = ${workspace} and r.activity_id = a.activity_id)`.execute(
    tx,
  )
}

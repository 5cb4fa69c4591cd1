import { sql } from 'kysely'
import type { ConnectionId, PageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { LandingContent } from '../model.ts'

export type Page = {
  id: PageId
  workspace: WorkspaceId
  slug: string
  title: string
  /** As readers see it once it is published. */
  content: LandingContent
  /** What was changed since; null when there is nothing. */
  draft: LandingContent | null
  connection: ConnectionId
  publishedAt: Date | null
  removedAt: Date | null
  updatedAt: Date
}

const columns = sql`page_id as id, workspace_id as workspace, slug, title, content, draft, connection_id as connection,
  published_at as "publishedAt", removed_at as "removedAt", updated_at as "updatedAt"`

const json = (content: LandingContent | null) => (content === null ? sql`null` : sql`${JSON.stringify(content)}::jsonb`)

export async function insertPage(
  tx: Transaction,
  page: Pick<Page, 'id' | 'workspace' | 'slug' | 'title' | 'content' | 'connection'>,
  now: Date,
): Promise<void> {
  await sql`insert into pages (workspace_id, page_id, slug, kind, title, content, connection_id, created_at, updated_at)
    values (${page.workspace}, ${page.id}, ${page.slug}, 'landing', ${page.title}, ${json(page.content)},
      ${page.connection}, ${now}, ${now})`.execute(tx)
}

/** Newest first, with how many visitors opened the chat on each and how many of them wrote, which made them people. */
export async function listPages(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<(Page & { visitors: number; people: number })[]> {
  const { rows } = await sql<Page & { visitors: number; people: number }>`
    select ${columns}, coalesce(v.visitors, 0) as visitors, coalesce(v.people, 0) as people
    from pages left join lateral (
      select count(*)::int as visitors, count(distinct v.person_id)::int as people from visitors v
      where v.workspace_id = pages.workspace_id and v.campaign = 'page:' || pages.page_id::text) v on true
    where workspace_id = ${workspace} and removed_at is null order by page_id desc`.execute(tx)
  return rows
}

/** Removed ones included: they can come back. */
export async function findPage(tx: Transaction, workspace: WorkspaceId, id: PageId): Promise<Page | undefined> {
  const { rows } =
    await sql<Page>`select ${columns} from pages where workspace_id = ${workspace} and page_id = ${id}`.execute(tx)
  return rows[0]
}

/** Locks the page until the transaction ends, so that two writers don't undo each other. */
export async function findPageForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: PageId,
): Promise<Page | undefined> {
  const { rows } = await sql<Page>`select ${columns} from pages
    where workspace_id = ${workspace} and page_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Which page of this workspace holds an address; removed ones let go of it. */
export async function findSlug(tx: Transaction, workspace: WorkspaceId, slug: string): Promise<PageId | undefined> {
  const { rows } = await sql<{ id: PageId }>`select page_id as id from pages
    where workspace_id = ${workspace} and slug = ${slug} and removed_at is null`.execute(tx)
  return rows[0]?.id
}

/** Across workspaces: a reader knows the address only. Of two pages with one address the older keeps it. */
export async function findPublishedPage(tx: Transaction, slug: string): Promise<Page | undefined> {
  const { rows } = await sql<Page>`select ${columns} from pages
    where slug = ${slug} and published_at is not null and removed_at is null order by page_id limit 1`.execute(tx)
  return rows[0]
}

export async function updatePage(tx: Transaction, page: Page): Promise<void> {
  await sql`update pages set slug = ${page.slug}, title = ${page.title}, content = ${json(page.content)},
      draft = ${json(page.draft)}, published_at = ${page.publishedAt}, removed_at = ${page.removedAt},
      updated_at = ${page.updatedAt}
    where workspace_id = ${page.workspace} and page_id = ${page.id}`.execute(tx)
}

/** For good; readers and writers can't bring it back. */
export async function deletePage(tx: Transaction, workspace: WorkspaceId, id: PageId): Promise<void> {
  await sql`delete from pages where workspace_id = ${workspace} and page_id = ${id}`.execute(tx)
}

/** The page that was published last. */
export async function findNewestSlug(tx: Transaction, workspace: WorkspaceId): Promise<string | undefined> {
  const { rows } = await sql<{ slug: string }>`select slug from pages
    where workspace_id = ${workspace} and published_at is not null and removed_at is null
    order by published_at desc, page_id desc limit 1`.execute(tx)
  return rows[0]?.slug
}

/** What went out to readers with this change. */
export async function insertVersion(
  tx: Transaction,
  page: Page,
  version: { id: string; user: UserId; at: Date },
): Promise<void> {
  await sql`insert into page_versions (workspace_id, page_id, version_id, content, user_id, at)
    values (${page.workspace}, ${page.id}, ${version.id}, ${json(page.content)}, ${version.user}, ${version.at})`.execute(
    tx,
  )
}

export async function listVersions(
  tx: Transaction,
  workspace: WorkspaceId,
  page: PageId,
): Promise<{ id: string; heading: string; by: string | null; at: Date }[]> {
  const { rows } = await sql<{ id: string; heading: string; by: string | null; at: Date }>`select v.version_id as id,
      v.content->>'heading' as heading, u.name as by, v.at
    from page_versions v left join users u on u.workspace_id = v.workspace_id and u.user_id = v.user_id
    where v.workspace_id = ${workspace} and v.page_id = ${page} order by v.at desc, v.version_id desc limit 100`.execute(
    tx,
  )
  return rows
}

export async function findVersion(
  tx: Transaction,
  workspace: WorkspaceId,
  page: PageId,
  version: string,
): Promise<LandingContent | undefined> {
  const { rows } = await sql<{ content: LandingContent }>`select content from page_versions
    where workspace_id = ${workspace} and page_id = ${page} and version_id = ${version}`.execute(tx)
  return rows[0]?.content
}

import { sql } from 'kysely'
import type { PostId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { PostContent, PostState } from '../model.ts'

export type Post = {
  id: PostId
  workspace: WorkspaceId
  slug: string
  content: PostContent
  draft: PostContent | null
  author: UserId
  authorName: string
  state: PostState
  publishedAt: Date | null
  revisedAt: Date | null
  createdAt: Date
  updatedAt: Date
  removedAt: Date | null
}

const columns = sql`p.post_id as id, p.workspace_id as workspace, p.slug, p.content, p.draft, p.author_id as author,
  u.name as "authorName", p.state, p.published_at as "publishedAt", p.revised_at as "revisedAt", p.created_at as "createdAt",
  p.updated_at as "updatedAt", p.removed_at as "removedAt"`
const source = sql`posts p join users u on u.workspace_id = p.workspace_id and u.user_id = p.author_id`

export async function findPost(
  tx: Transaction,
  workspace: WorkspaceId,
  post: PostId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Post | undefined> {
  const { rows } = await sql<Post>`select ${columns} from ${source}
    where p.workspace_id = ${workspace} and p.post_id = ${post}
    ${lock === 'for-update' ? sql`for no key update of p` : sql``}`.execute(tx)
  return rows[0]
}

/** What readers may see at this address. */
export async function findShownPost(tx: Transaction, workspace: WorkspaceId, slug: string): Promise<Post | undefined> {
  const { rows } = await sql<Post>`select ${columns} from ${source}
    where p.workspace_id = ${workspace} and p.slug = ${slug} and p.state = 'published' and p.removed_at is null`.execute(
    tx,
  )
  return rows[0]
}

export async function findShownPostById(
  tx: Transaction,
  workspace: WorkspaceId,
  post: PostId,
): Promise<Post | undefined> {
  const { rows } = await sql<Post>`select ${columns} from ${source}
    where p.workspace_id = ${workspace} and p.post_id = ${post} and p.state = 'published' and p.removed_at is null`.execute(
    tx,
  )
  return rows[0]
}

/** What readers may see there, by its id or by its page. */
export async function findShownPostAt(
  tx: Transaction,
  workspace: WorkspaceId,
  place: { kind: string; id: string } | { kind: 'page'; slug: string } | undefined,
): Promise<PostId | undefined> {
  if (!place) return undefined
  if ('slug' in place) return (await findShownPost(tx, workspace, place.slug))?.id
  return place.kind === 'post' ? (await findShownPostById(tx, workspace, place.id as PostId))?.id : undefined
}

/** Newest first; of one tag or one author when asked. `tag` as it stands in an address. */
export async function listShown(
  tx: Transaction,
  workspace: WorkspaceId,
  limit: number,
  only: { author?: UserId } = {},
): Promise<Post[]> {
  const { rows } = await sql<Post>`select ${columns} from ${source}
    where p.workspace_id = ${workspace} and p.state = 'published' and p.removed_at is null
      ${only.author ? sql`and p.author_id = ${only.author}` : sql``}
    order by p.published_at desc, p.post_id desc limit ${limit}`.execute(tx)
  return rows
}

export async function listPosts(tx: Transaction, workspace: WorkspaceId): Promise<(Post & { mentions: number })[]> {
  const { rows } = await sql<Post & { mentions: number }>`select ${columns},
      (select count(*)::int from mentions m where m.workspace_id = p.workspace_id and m.post_id = p.post_id
        and m.state in ('waiting', 'shown')) as mentions
    from ${source} where p.workspace_id = ${workspace} and p.removed_at is null order by p.updated_at desc, p.post_id desc
    limit 1000`.execute(tx)
  return rows
}

export async function findPostAt(tx: Transaction, workspace: WorkspaceId, slug: string): Promise<PostId | undefined> {
  const { rows } = await sql<{ id: PostId }>`select post_id as id from posts
    where workspace_id = ${workspace} and slug = ${slug}`.execute(tx)
  return rows[0]?.id
}

const json = (content: PostContent | null) => (content === null ? sql`null` : sql`${JSON.stringify(content)}::jsonb`)

export async function upsertPost(tx: Transaction, post: Omit<Post, 'authorName'>): Promise<void> {
  await sql`insert into posts (workspace_id, post_id, slug, content, draft, author_id, state, published_at, revised_at, created_at,
      updated_at, removed_at)
    values (${post.workspace}, ${post.id}, ${post.slug}, ${json(post.content)}, ${json(post.draft)}, ${post.author}, ${post.state},
      ${post.publishedAt}, ${post.revisedAt}, ${post.createdAt}, ${post.updatedAt}, ${post.removedAt})
    on conflict (workspace_id, post_id) do update set slug = excluded.slug, content = excluded.content, draft = excluded.draft,
      state = excluded.state, published_at = excluded.published_at, revised_at = excluded.revised_at,
      updated_at = excluded.updated_at, removed_at = excluded.removed_at`.execute(tx)
}

export type PostImage = { id: string; width: number; height: number; large: Uint8Array; small: Uint8Array }

export async function insertImage(tx: Transaction, workspace: WorkspaceId, image: PostImage, now: Date): Promise<void> {
  await sql`insert into post_images (workspace_id, image_id, width, height, large, small, created_at)
    values (${workspace}, ${image.id}, ${image.width}, ${image.height}, ${Buffer.from(image.large)}, ${Buffer.from(image.small)},
      ${now})`.execute(tx)
}

/** Across workspaces: a reader brings the picture's id only. */
export async function findImage(tx: Transaction, image: string, size: 'large' | 'small'): Promise<Buffer | undefined> {
  const { rows } = await sql<{
    bytes: Buffer
  }>`select ${size === 'large' ? sql`large` : sql`small`} as bytes from post_images
    where image_id = ${image} limit 1`.execute(tx)
  return rows[0]?.bytes
}

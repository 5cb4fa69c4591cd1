import { audit } from '#features/accounts/index.ts'
import { newId, type PostId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { slugFrom } from '#kernel/slug.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { BlogDeps } from '../deps.ts'
import { postGone, postShown } from '../events.ts'
import type { PostContent } from '../model.ts'
import { findPost, findPostAt, findShownPost, listPosts, listShown, type Post, upsertPost } from '../store/posts.ts'
import { goOutTask, tellOthersTask } from '../task-kinds.ts'

export type PostRefusal = { code: 'no-such-post' } | { code: 'slug-taken' } | { code: 'no-text' }

const tell = (tx: Transaction, workspace: WorkspaceId, post: PostId) =>
  tellBrowsers(tx, workspace, { kind: 'posts.changed', payload: { post } })

export function readPosts(deps: BlogDeps, { workspace }: Caller): ReturnType<typeof listPosts> {
  return inWorkspace(deps.db, workspace, tx => listPosts(tx, workspace))
}

export function readShownPosts(
  deps: Pick<BlogDeps, 'db'>,
  workspace: WorkspaceId,
  limit: number,
  only: Parameters<typeof listShown>[3] = {},
): Promise<Post[]> {
  return inWorkspace(deps.db, workspace, tx => listShown(tx, workspace, limit, only))
}

export function readShownPost(
  deps: Pick<BlogDeps, 'db'>,
  workspace: WorkspaceId,
  slug: string,
): Promise<Post | undefined> {
  return inWorkspace(deps.db, workspace, tx => findShownPost(tx, workspace, slug))
}

/** As its writers have it now. */
export async function readDraft(
  deps: Pick<BlogDeps, 'db'>,
  workspace: WorkspaceId,
  id: PostId,
): Promise<Post | undefined> {
  const post = await inWorkspace(deps.db, workspace, tx => findPost(tx, workspace, id))
  return post?.removedAt === null ? { ...post, content: post.draft ?? post.content } : undefined
}

/** The addresses of removed posts stay theirs: what linked to them must not lead to another. */
export async function addPost(deps: BlogDeps, caller: Caller, title: string): Promise<PostId> {
  const { workspace, user } = caller
  const now = deps.clock.now()
  const id = newId<'Post'>(now.getTime())
  await inWorkspace(deps.db, workspace, async tx => {
    const wish = slugFrom(title) || 'post'
    let slug = wish
    for (let n = 2; await findPostAt(tx, workspace, slug); n += 1) slug = `${wish.slice(0, 56)}-${n}`
    const content: PostContent = { title: title.trim(), summary: '', body: '', tags: [], lang: 'en' }
    await upsertPost(tx, {
      id,
      workspace,
      slug,
      content,
      draft: null,
      author: user,
      state: 'draft',
      publishedAt: null,
      revisedAt: null,
      createdAt: now,
      updatedAt: now,
      removedAt: null,
    })
    tell(tx, workspace, id)
  })
  return id
}

async function change(
  deps: BlogDeps,
  caller: Caller,
  id: PostId,
  work: (tx: Transaction, post: Post, now: Date) => Promise<Result<Post, PostRefusal>>,
): Promise<Result<void, PostRefusal>> {
  const { workspace } = caller
  const result = await inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, PostRefusal>> => {
    const post = await findPost(tx, workspace, id, 'for-update')
    if (!post) return refuse({ code: 'no-such-post' })
    const now = deps.clock.now()
    const next = await work(tx, post, now)
    if (!next.ok) return next
    await upsertPost(tx, { ...next.value, updatedAt: now })
    tell(tx, workspace, id)
    return done(undefined)
  })
  deps.answers?.forget(workspace)
  return result
}

/** Of a published post the text waits as a draft until it goes out too; the address can't change any more. */
export function changePost(
  deps: BlogDeps,
  caller: Caller,
  id: PostId,
  given: { content?: PostContent; slug?: string; removed?: boolean },
): Promise<Result<void, PostRefusal>> {
  return change(deps, caller, id, async (tx, post, now) => {
    if (post.removedAt && given.removed !== false) return refuse({ code: 'no-such-post' })
    const slug = post.state === 'published' ? post.slug : (given.slug ?? post.slug)
    const holder = slug === post.slug ? undefined : await findPostAt(tx, caller.workspace, slug)
    if (holder !== undefined && holder !== id) return refuse({ code: 'slug-taken' })
    const isOut = post.state === 'published'
    if (given.removed === true && isOut && post.publishedAt)
      await deps.touches.events.announce(tx, postGone, {
        workspace: caller.workspace,
        post: id,
        publishedAt: post.publishedAt,
      })
    if (given.removed !== undefined)
      await audit(tx, {
        caller,
        at: now,
        action: given.removed ? 'post.removed' : 'post.restored',
        subjectKind: 'post',
        subject: id,
      })
    return done({
      ...post,
      slug,
      content: given.content && !isOut ? given.content : post.content,
      draft: given.content && isOut ? given.content : post.draft,
      removedAt: given.removed === undefined ? post.removedAt : given.removed ? now : null,
    })
  })
}

/** Now, or at a time to come; once more for a post that was changed since. */
export function publishPost(
  deps: BlogDeps,
  caller: Caller,
  id: PostId,
  at: Date | undefined,
): Promise<Result<void, PostRefusal>> {
  return change(deps, caller, id, async (tx, post, now) => {
    if (post.removedAt) return refuse({ code: 'no-such-post' })
    const content = post.draft ?? post.content
    if (content.body.trim() === '') return refuse({ code: 'no-text' })
    const { workspace } = caller
    await audit(tx, { caller, at: now, action: 'post.published', subjectKind: 'post', subject: id })
    if (at && at > now && post.state !== 'published') {
      await enqueue(tx, goOutTask, id, { workspace, post: id }, { runAt: at })
      return done({ ...post, content, draft: null, state: 'scheduled' as const, publishedAt: at })
    }
    await enqueue(tx, tellOthersTask, id, { workspace, post: id })
    await deps.touches.events.announce(tx, postShown, { workspace, post: id, first: post.state !== 'published' })
    const publishedAt = post.state === 'published' ? post.publishedAt : now
    return done({ ...post, content, draft: null, state: 'published' as const, publishedAt, revisedAt: now })
  })
}

/** Nobody sees it any more; its text and its address stay. */
export function withdrawPost(deps: BlogDeps, caller: Caller, id: PostId): Promise<Result<void, PostRefusal>> {
  return change(deps, caller, id, async (tx, post, now) => {
    await audit(tx, { caller, at: now, action: 'post.withdrawn', subjectKind: 'post', subject: id })
    if (post.state === 'published' && post.publishedAt) {
      const { workspace } = caller
      await deps.touches.events.announce(tx, postGone, { workspace, post: id, publishedAt: post.publishedAt })
    }
    return done({
      ...post,
      content: post.draft ?? post.content,
      draft: null,
      state: 'draft' as const,
      publishedAt: null,
    })
  })
}

/** By its task; one that was put off or withdrawn meanwhile stays where it is. */
export async function goOut(deps: BlogDeps, workspace: WorkspaceId, id: PostId): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const post = await findPost(tx, workspace, id, 'for-update')
    const now = deps.clock.now()
    if (post?.state !== 'scheduled' || post.removedAt || post.publishedAt === null || post.publishedAt > now) return
    await upsertPost(tx, { ...post, state: 'published', revisedAt: post.publishedAt, updatedAt: now })
    await enqueue(tx, tellOthersTask, id, { workspace, post: id })
    await deps.touches.events.announce(tx, postShown, { workspace, post: id, first: true })
    tell(tx, workspace, id)
  })
  deps.answers?.forget(workspace)
}

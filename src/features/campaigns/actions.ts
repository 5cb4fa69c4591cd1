import { audit } from '#features/accounts/index.ts'
import { ensureWebsiteChat } from '#features/conversations/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { newId, type PageId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, type Database, inWorkspace } from '#storage/database.ts'
import { firstLanding, type LandingContent, slugFrom } from './model.ts'
import {
  deletePage,
  findPage,
  findPublishedPage,
  findSlug,
  insertPage,
  listPages,
  type Page,
  updatePage,
} from './store.ts'

export type PagesDeps = { db: Database; clock: Clock; publicUrl: string }
export type PageRefusal = { code: 'no-such-page' } | { code: 'slug-taken' }

export function readPages(deps: PagesDeps, caller: Caller): ReturnType<typeof listPages> {
  return inWorkspace(deps.db, caller.workspace, tx => listPages(tx, caller.workspace))
}

/** A draft to begin with; a taken address gets a number. */
export function createPage(deps: PagesDeps, caller: Caller, input: { title: string }): Promise<PageId> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const id = newId<'Page'>(now.getTime())
    const wish = slugFrom(input.title) || 'chat'
    let slug = wish
    for (let n = 2; await findSlug(tx, caller.workspace, slug); n += 1) slug = `${wish.slice(0, 56)}-${n}`
    const connection = await ensureWebsiteChat(tx, caller, now)
    await insertPage(
      tx,
      { id, workspace: caller.workspace, slug, title: input.title, content: firstLanding, connection },
      now,
    )
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
    return id
  })
}

export async function changePage(
  deps: PagesDeps,
  caller: Caller,
  id: PageId,
  change: { title?: string; slug?: string; content?: LandingContent; published?: boolean },
): Promise<Result<Page, PageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Page, PageRefusal>> => {
    const page = await findPage(tx, caller.workspace, id)
    if (!page) return refuse({ code: 'no-such-page' })
    const holder = change.slug === undefined ? undefined : await findSlug(tx, caller.workspace, change.slug)
    if (holder !== undefined && holder !== id) return refuse({ code: 'slug-taken' })
    const now = deps.clock.now()
    const { published, ...rest } = change
    const publishedAt = published === undefined ? page.publishedAt : published ? (page.publishedAt ?? now) : null
    const next: Page = { ...page, ...rest, publishedAt, updatedAt: now }
    await updatePage(tx, next, now)
    if (published !== undefined)
      await audit(tx, {
        caller,
        at: now,
        action: published ? 'page.published' : 'page.withdrawn',
        subjectKind: 'page',
        subject: id,
      })
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
    return done(next)
  })
}

export async function removePage(deps: PagesDeps, caller: Caller, id: PageId): Promise<void> {
  await inWorkspace(deps.db, caller.workspace, async tx => {
    await deletePage(tx, caller.workspace, id)
    await audit(tx, { caller, at: deps.clock.now(), action: 'page.removed', subjectKind: 'page', subject: id })
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
  })
}

/** Across workspaces: a reader brings nothing but the address. */
export function readPublished(deps: PagesDeps, slug: string): Promise<Page | undefined> {
  return acrossWorkspaces(deps.db, tx => findPublishedPage(tx, slug))
}

/** The page as it would look, published or not, for its writers. */
export function readDraft(deps: PagesDeps, caller: Caller, id: PageId): Promise<Page | undefined> {
  return inWorkspace(deps.db, caller.workspace, tx => findPage(tx, caller.workspace, id))
}

import { audit } from '#features/accounts/index.ts'
import {
  type ChatHours,
  changeChatHours,
  changeChatOrigins,
  ensureWebsiteChat,
  findChatHours,
  isTimezone,
  readChatOrigins,
  readHours,
} from '#features/conversations/index.ts'
import type { Answers } from '#features/site/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ConnectionId, newId, type PageId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { slugFrom } from '#kernel/slug.ts'
import { tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { firstLanding, type LandingContent, originFrom } from '../model.ts'
import { findExperiment } from '../store/experiments.ts'
import {
  findNewestSlug,
  findPage,
  findPageForUpdate,
  findPublishedPage,
  findSlug,
  findVersion,
  insertPage,
  insertVersion,
  listPages,
  listVersions,
  type Page,
  updatePage,
} from '../store/pages.ts'

export type PagesDeps = {
  db: Database
  clock: Clock
  publicUrl: string
  /** Finished answers for strangers. */
  answers?: Answers
  /** Looks at the connections at once: a chat that was just made is answered from now on. */
  refreshSessions(): Promise<void>
}
export type PageRefusal =
  | { code: 'test-runs' }
  | { code: 'no-such-version' }
  | { code: 'no-timezone' }
  | { code: 'no-such-page' }
  | { code: 'slug-taken' }
  | { code: 'no-origin'; text: string }

export function readPages(deps: PagesDeps, caller: Caller): ReturnType<typeof listPages> {
  return inWorkspace(deps.db, caller.workspace, tx => listPages(tx, caller.workspace))
}

/** The address to give when somebody asks who we are: of the page that was published last. */
export async function findOwnPage(tx: Transaction, caller: Caller, publicUrl: string): Promise<string | undefined> {
  const slug = await findNewestSlug(tx, caller.workspace)
  return slug === undefined ? undefined : `${publicUrl}/p/${slug}`
}

/** A taken address gets a number. */
async function freeSlug(tx: Transaction, workspace: WorkspaceId, wish: string): Promise<string> {
  let slug = wish
  for (let n = 2; await findSlug(tx, workspace, slug); n += 1) slug = `${wish.slice(0, 56)}-${n}`
  return slug
}

/** A draft to begin with. */
export async function createPage(deps: PagesDeps, caller: Caller, input: { title: string }): Promise<PageId> {
  const now = deps.clock.now()
  const id = newId<'Page'>(now.getTime())
  await inWorkspace(deps.db, caller.workspace, async tx => {
    const slug = await freeSlug(tx, caller.workspace, slugFrom(input.title) || 'chat')
    const connection = await ensureWebsiteChat(tx, caller, now)
    await insertPage(
      tx,
      { id, workspace: caller.workspace, slug, title: input.title, content: firstLanding, connection },
      now,
    )
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
  })
  await deps.refreshSessions()
  return id
}

/** What is written stays a draft until it is published; title and address count at once. */
export async function changePage(
  deps: PagesDeps,
  caller: Caller,
  id: PageId,
  change: { title?: string; slug?: string; content?: LandingContent; published?: boolean },
): Promise<Result<Page, PageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Page, PageRefusal>> => {
    const page = await findPageForUpdate(tx, caller.workspace, id)
    if (!page || page.removedAt) return refuse({ code: 'no-such-page' })
    const holder = change.slug === undefined ? undefined : await findSlug(tx, caller.workspace, change.slug)
    if (holder !== undefined && holder !== id) return refuse({ code: 'slug-taken' })
    const now = deps.clock.now()
    const { published, content, ...rest } = change
    const written = content ?? page.draft ?? page.content
    // What is tried would be another text than what was counted.
    const publishes = published === true && page.draft !== null
    if (publishes && (await findExperiment(tx, caller.workspace, id))) return refuse({ code: 'test-runs' })
    const goesOut = published === true || (page.publishedAt === null && published === undefined)
    const next: Page = {
      ...page,
      ...rest,
      content: goesOut ? written : page.content,
      draft: goesOut || same(written, page.content) ? null : written,
      publishedAt: published === undefined ? page.publishedAt : published ? (page.publishedAt ?? now) : null,
      updatedAt: now,
    }
    await updatePage(tx, next)
    if (goesOut && next.publishedAt && (page.publishedAt === null || !same(next.content, page.content)))
      await insertVersion(tx, next, { id: newId(now.getTime()), user: caller.user, at: now })
    if (published !== undefined) await note(tx, deps, caller, id, published ? 'page.published' : 'page.withdrawn')
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
    return done(next)
  })
}

export function readVersions(deps: PagesDeps, caller: Caller, id: PageId): ReturnType<typeof listVersions> {
  return inWorkspace(deps.db, caller.workspace, tx => listVersions(tx, caller.workspace, id))
}

/** As a draft: what readers see changes only when it is published. */
export async function restoreVersion(
  deps: PagesDeps,
  caller: Caller,
  id: PageId,
  version: string,
): Promise<Result<Page, PageRefusal>> {
  const content = await inWorkspace(deps.db, caller.workspace, tx => findVersion(tx, caller.workspace, id, version))
  return content ? changePage(deps, caller, id, { content }) : refuse({ code: 'no-such-version' })
}

const ordered = (content: LandingContent) =>
  JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
const same = (one: LandingContent, other: LandingContent) => ordered(one) === ordered(other)

/** Gone for readers and writers; `restorePage` brings it back. */
export async function removePage(deps: PagesDeps, caller: Caller, id: PageId): Promise<Result<void, PageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, PageRefusal>> => {
    const page = await findPageForUpdate(tx, caller.workspace, id)
    if (!page || page.removedAt) return refuse({ code: 'no-such-page' })
    const now = deps.clock.now()
    await updatePage(tx, { ...page, removedAt: now, updatedAt: now })
    await note(tx, deps, caller, id, 'page.removed')
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
    return done(undefined)
  })
}

/** As it was, published or not; under another address when its own was taken meanwhile. */
export async function restorePage(deps: PagesDeps, caller: Caller, id: PageId): Promise<Result<void, PageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, PageRefusal>> => {
    const page = await findPageForUpdate(tx, caller.workspace, id)
    if (!page) return refuse({ code: 'no-such-page' })
    if (!page.removedAt) return done(undefined)
    const slug = await freeSlug(tx, caller.workspace, page.slug)
    await updatePage(tx, { ...page, slug, removedAt: null, updatedAt: deps.clock.now() })
    await note(tx, deps, caller, id, 'page.restored')
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: { page: id } })
    return done(undefined)
  })
}

async function note(tx: Transaction, deps: PagesDeps, caller: Caller, id: PageId, action: string): Promise<void> {
  await audit(tx, { caller, at: deps.clock.now(), action, subjectKind: 'page', subject: id })
}

/** Across workspaces: a reader brings nothing but the address. */
export function readPublished(deps: Pick<PagesDeps, 'db'>, slug: string): Promise<Page | undefined> {
  return acrossWorkspaces(deps.db, tx => findPublishedPage(tx, slug))
}

/** As its writers have it now, published or not. */
export async function readDraft(
  deps: Pick<PagesDeps, 'db'>,
  workspace: WorkspaceId,
  id: PageId,
): Promise<Page | undefined> {
  const page = await inWorkspace(deps.db, workspace, tx => findPage(tx, workspace, id))
  return page?.removedAt === null ? { ...page, content: page.draft ?? page.content } : undefined
}

/** As readers see it: what the chat says to them belongs to the same text. */
export function readForVisitor(
  deps: Pick<PagesDeps, 'db'>,
  workspace: WorkspaceId,
  id: PageId,
): Promise<Page | undefined> {
  return inWorkspace(deps.db, workspace, tx => findPage(tx, workspace, id))
}

export type WebsiteChat = { chat: ConnectionId; origins: readonly string[]; hours: ChatHours | null }

/** The workspace's chat and the sites that may show it; made when there is none yet. */
export async function readWebsiteChat(deps: PagesDeps, caller: Caller): Promise<WebsiteChat> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const chat = await ensureWebsiteChat(tx, caller, now)
    return viewOf(tx, caller, chat)
  })
}

async function viewOf(tx: Transaction, caller: Caller, chat: ConnectionId): Promise<WebsiteChat> {
  const hours = readHours(await findChatHours(tx, caller.workspace)) ?? null
  return { chat, origins: await readChatOrigins(tx, caller.workspace, chat), hours }
}

/** When somebody answers; null takes the promise back. */
export async function changeHours(
  deps: PagesDeps,
  caller: Caller,
  hours: ChatHours | null,
): Promise<Result<WebsiteChat, PageRefusal>> {
  if (hours && !isTimezone(hours.timezone)) return refuse({ code: 'no-timezone' })
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<WebsiteChat, PageRefusal>> => {
    const chat = await ensureWebsiteChat(tx, caller, now)
    await changeChatHours(tx, caller.workspace, chat, hours && JSON.stringify(hours))
    await audit(tx, { caller, at: now, action: 'chat.hours-changed', subjectKind: 'connection', subject: chat })
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: {} })
    return done(await viewOf(tx, caller, chat))
  })
}

/** All or nothing: one wrong address and the list stays as it was. */
export async function changeOrigins(
  deps: PagesDeps,
  caller: Caller,
  wishes: readonly string[],
): Promise<Result<WebsiteChat, PageRefusal>> {
  const read = wishes.filter(wish => wish.trim() !== '').map(wish => ({ wish, origin: originFrom(wish) }))
  const wrong = read.find(each => each.origin === undefined)
  if (wrong) return refuse({ code: 'no-origin', text: wrong.wish })
  const origins = [...new Set(read.flatMap(each => each.origin ?? []))]
  const now = deps.clock.now()
  const chat = await inWorkspace(deps.db, caller.workspace, async tx => {
    const id = await ensureWebsiteChat(tx, caller, now)
    await changeChatOrigins(tx, caller.workspace, id, origins)
    await audit(tx, {
      caller,
      at: now,
      action: 'chat.origins-changed',
      subjectKind: 'connection',
      subject: id,
      detail: { origins },
    })
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: {} })
    return viewOf(tx, caller, id)
  })
  return done(chat)
}

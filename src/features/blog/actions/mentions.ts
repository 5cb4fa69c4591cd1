import { findProfileByKey } from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { readSite, type Site } from '#features/site/index.ts'
import { newId, type PersonId, type PostId, type WorkspaceId } from '#kernel/ids.ts'
import { recogniseProfile } from '#kernel/profile-urls.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { HttpRefused } from '#platform/http.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { BlogDeps } from '../deps.ts'
import { postHtml, postUrl } from '../html.ts'
import { endpointIn, linksIn, readMention } from '../mention-page.ts'
import { type MentionKind, postLimits } from '../model.ts'
import {
  countUnproven,
  ensureMention,
  findMention,
  listMentions,
  type Mention,
  updateMention,
  updateMentionState,
} from '../store/mentions.ts'
import { findPost, findShownPost } from '../store/posts.ts'
import { proveMentionTask } from '../task-kinds.ts'

export type MentionRefusal =
  | { code: 'no-source' }
  | { code: 'no-target' }
  | { code: 'same-page' }
  | { code: 'too-many' }
  | { code: 'no-such-mention' }

const mostUnproven = 500

const webUrl = (text: string): URL | undefined => {
  if (text.length > 2_000 || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined
}

/** Answers at once; whether the page really links to us is looked at later (W3C Webmention, 3.2). */
export async function receiveMention(
  deps: BlogDeps,
  site: Site,
  given: { source: string; target: string },
): Promise<Result<void, MentionRefusal>> {
  const source = webUrl(given.source)
  const target = webUrl(given.target)
  if (!source) return refuse({ code: 'no-source' })
  const slug = target && /^\/blog\/([a-z0-9-]+)$/.exec(target.pathname)?.[1]
  const ours = [site.base, deps.publicUrl].includes(target?.origin ?? '')
  if (!target || !slug || !ours) return refuse({ code: 'no-target' })
  if (source.href === target.href) return refuse({ code: 'same-page' })
  source.hash = ''
  const { workspace } = site
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, MentionRefusal>> => {
    const post = await findShownPost(tx, workspace, slug)
    if (!post) return refuse({ code: 'no-target' })
    if ((await countUnproven(tx, workspace)) >= mostUnproven) return refuse({ code: 'too-many' })
    const at = deps.clock.now()
    const mention = await ensureMention(tx, workspace, {
      id: newId<'Mention'>(at.getTime()),
      post: post.id,
      source: source.href,
      at,
    })
    await enqueue(tx, proveMentionTask, mention, { workspace, mention }, { maxAttempts: 4 })
    return done(undefined)
  })
}

/** Fetches the page: it must link to the post. Gone or without the link, it is no mention any more. */
export async function proveMention(
  deps: BlogDeps,
  workspace: WorkspaceId,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const site = await readSite(deps, workspace)
  const [mention, post] = await inWorkspace(deps.db, workspace, async tx => {
    const found = await findMention(tx, workspace, id)
    return [found, found && (await findPost(tx, workspace, found.post))] as const
  })
  if (!mention || !post) return
  // Who read it in a feed has its tag in the address.
  const targets = [site.base, deps.publicUrl].flatMap(base =>
    ['', '?via=blog-feed'].map(tag => `${base}/blog/${post.slug}${tag}`),
  )
  let read: ReturnType<typeof readMention>
  try {
    const answer = await deps.http.fetch(mention.source, {
      maxBytes: 1_000_000,
      signal,
      headers: { accept: 'text/html' },
    })
    if (answer.status >= 500) throw new Error(`answered ${answer.status}`)
    read = answer.status < 300 ? readMention(new TextDecoder().decode(answer.body), answer.url, targets) : undefined
  } catch (error) {
    // An address that may never be asked stays so; all else is tried again.
    if (!(error instanceof HttpRefused) || error.code === 'timeout' || error.code === 'unreachable') throw error
    read = undefined
  }
  const at = deps.clock.now()
  await inWorkspace(deps.db, workspace, async tx => {
    const person = read ? await personAt(tx, workspace, [read.authorUrl, mention.source]) : null
    const decided = mention.state === 'shown' || mention.state === 'hidden' ? mention.state : 'waiting'
    await updateMention(
      tx,
      workspace,
      id,
      read
        ? { ...read, person, state: decided }
        : { kind: mention.kind, authorName: '', authorUrl: '', words: '', person: null, state: 'gone' },
      at,
    )
    if (read && person) await touch(tx, deps, workspace, { person, mention, kind: read.kind, words: read.words, at })
    tellBrowsers(tx, workspace, { kind: 'posts.changed', payload: { post: mention.post } })
  })
  deps.answers?.forget(workspace)
}

async function personAt(
  tx: Transaction,
  workspace: WorkspaceId,
  addresses: readonly string[],
): Promise<PersonId | null> {
  for (const address of addresses) {
    const account = recogniseProfile(address)
    const profile = account && (await findProfileByKey(tx, workspace, account.tool, account.key))
    if (profile) return profile.person_id
  }
  return null
}

/** Whoever answers or likes what we wrote has noticed us. */
async function touch(
  tx: Transaction,
  deps: BlogDeps,
  workspace: WorkspaceId,
  given: { person: PersonId; mention: Mention; kind: MentionKind; words: string; at: Date },
): Promise<void> {
  const { person, mention, kind, words, at } = given
  const isAnswer = kind === 'reply' || kind === 'mention'
  await recordTouches(
    tx,
    deps.touches,
    workspace,
    [
      {
        person,
        kind: isAnswer ? 'their-public-reply' : 'their-reaction',
        tool: 'blog',
        surface: 'public',
        at,
        key: `mention:${mention.id}`,
        campaign: mention.post,
        ...(isAnswer ? { text: words } : {}),
        detail: { source: mention.source, post: mention.post },
      },
    ],
    at,
  )
}

export function judgeMention(
  deps: BlogDeps,
  { workspace }: Caller,
  id: string,
  state: 'shown' | 'hidden',
): Promise<Result<void, MentionRefusal>> {
  return inWorkspace(deps.db, workspace, async tx => {
    const changed = await updateMentionState(tx, workspace, id, state)
    tellBrowsers(tx, workspace, { kind: 'posts.changed', payload: {} })
    return changed ? done(undefined) : refuse({ code: 'no-such-mention' })
  })
}

export function readMentions(
  deps: Pick<BlogDeps, 'db'>,
  workspace: WorkspaceId,
  post: PostId,
  states: Parameters<typeof listMentions>[3],
): Promise<Mention[]> {
  return inWorkspace(deps.db, workspace, tx => listMentions(tx, workspace, post, states))
}

/** Where a page takes mentions: its Link header goes before what stands in it (W3C Webmention, 3.1.2). */
function endpointOf(answer: { url: string; headers: Headers; body: Uint8Array }): string | undefined {
  const header = (answer.headers.get('link') ?? '')
    .split(/,\s*(?=<)/)
    .find(link => /;\s*rel="?[^";]*\bwebmention\b/i.test(link))
  const inHeader = /^\s*<([^>]*)>/.exec(header ?? '')?.[1]
  if (inHeader !== undefined) return new URL(inHeader, answer.url).href
  if (!/html/i.test(answer.headers.get('content-type') ?? '')) return undefined
  return endpointIn(new TextDecoder().decode(answer.body), answer.url)
}

/** One that can't be reached holds up none of the others; what fails is tried again with the task. */
export async function tellOthers(
  deps: BlogDeps,
  workspace: WorkspaceId,
  id: PostId,
  signal: AbortSignal,
): Promise<void> {
  const site = await readSite(deps, workspace)
  const post = await inWorkspace(deps.db, workspace, tx => findPost(tx, workspace, id))
  if (post?.state !== 'published' || post.removedAt) return
  const post1 = (url: string, body: URLSearchParams) =>
    deps.http.fetch(url, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      maxBytes: 100_000,
      signal,
    })
  const work: Promise<unknown>[] = []
  if (site.hub)
    for (const path of ['rss.xml', 'atom.xml', 'feed.json'])
      work.push(post1(site.hub, new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': `${site.base}/blog/${path}` })))
  const source = postUrl(site, post)
  for (const target of linksIn(postHtml(post), site.base).slice(0, postLimits.linksToldOf))
    work.push(
      (async () => {
        const page = await deps.http.fetch(target, { maxBytes: 1_000_000, signal, headers: { accept: 'text/html' } })
        const endpoint = page.status < 300 ? endpointOf(page) : undefined
        if (endpoint) await post1(endpoint, new URLSearchParams({ source, target }))
      })(),
    )
  await Promise.allSettled(work)
}

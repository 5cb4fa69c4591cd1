import { done, type Result, refuse } from '#kernel/result.ts'
import { type DiscoverFeeds, type FetchPage, type ParsedFeed, type ParseFeed, readRetryAfter } from '../model/feed.ts'

/** The reading functions come from the importers, `fetch` from the platform's HTTP client; wired in the server. */
export type AskDeps = { fetch: FetchPage; parseFeed: ParseFeed; discoverFeeds: DiscoverFeeds }

export type AskRefusal = { code: 'unreachable'; why: string } | { code: 'no-feed'; url: string }

export type FeedAnswer = { status: number; headers: Headers; url: string; body: Uint8Array }

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5'

const isNotAFeed = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'not-a-feed'

/** Undefined for what is no feed. */
export function readFeed(
  deps: Pick<AskDeps, 'parseFeed'>,
  body: Uint8Array,
  { url, contentType }: { url: string; contentType?: string | null | undefined },
): ParsedFeed | undefined {
  try {
    return deps.parseFeed(body, { url, ...(contentType ? { contentType } : {}) })
  } catch (error) {
    if (isNotAFeed(error)) return undefined
    throw error
  }
}

const readAnswer = (deps: AskDeps, { body, url, headers }: FeedAnswer) =>
  readFeed(deps, body, { url, contentType: headers.get('content-type') })

export type FoundFeed = { url: string; feed: ParsedFeed; answer: FeedAnswer }

async function get(deps: AskDeps, url: string): Promise<Result<FeedAnswer, AskRefusal>> {
  try {
    const answer = await deps.fetch(url, { headers: { accept } })
    if (answer.status < 200 || answer.status > 299)
      return refuse({ code: 'unreachable', why: `${new URL(answer.url).host} answered ${answer.status}.` })
    return done(answer)
  } catch (error) {
    return refuse({ code: 'unreachable', why: error instanceof Error ? error.message : String(error) })
  }
}

/** The feed at the address, else the first one that the page there names and that can be read. */
export async function findFeedAt(deps: AskDeps, address: string): Promise<Result<FoundFeed, AskRefusal>> {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`
  const page = await get(deps, url)
  if (!page.ok) return page
  const direct = readAnswer(deps, page.value)
  const named = deps.discoverFeeds(new TextDecoder().decode(page.value.body), page.value.url)
  const own =
    direct && direct.entries.length > 0 ? { url: page.value.url, feed: direct, answer: page.value } : undefined
  const isHtml = /html/i.test(page.value.headers.get('content-type') ?? '')
  if (own && !isHtml) return done(own)
  for (const { url: candidate } of named.slice(0, 4)) {
    const answer = await get(deps, candidate)
    const feed = answer.ok ? readAnswer(deps, answer.value) : undefined
    if (answer.ok && feed) return done({ url: answer.value.url, feed, answer: answer.value })
  }
  return own ? done(own) : refuse({ code: 'no-feed', url })
}

/** What a feed says that was asked before. `asked`: how long it wants to be left alone, in ms. */
export type Asked =
  | { kind: 'found'; feed: ParsedFeed; answer: FeedAnswer }
  | { kind: 'same' }
  | { kind: 'gone' }
  | { kind: 'trouble'; why: string; asked: number | undefined }

/** Asks whether there is more since. Only an abort is thrown. */
export async function askFeed(
  deps: AskDeps,
  known: { url: string; etag: string | null; lastModified: string | null },
  now: Date,
  signal?: AbortSignal,
): Promise<Asked> {
  const headers = {
    accept,
    ...(known.etag ? { 'if-none-match': known.etag } : {}),
    ...(known.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  }
  let answer: FeedAnswer
  try {
    answer = await deps.fetch(known.url, { headers, ...(signal ? { signal } : {}) })
  } catch (error) {
    if (signal?.aborted) throw error
    return { kind: 'trouble', why: error instanceof Error ? error.message : String(error), asked: undefined }
  }
  if (answer.status === 304) return { kind: 'same' }
  if (answer.status === 410) return { kind: 'gone' }
  let feed: ParsedFeed | undefined
  try {
    feed = answer.status >= 200 && answer.status <= 299 ? readAnswer(deps, answer) : undefined
  } catch (error) {
    // Made to do harm, or far too big: the blog is in trouble, not we.
    return { kind: 'trouble', why: error instanceof Error ? error.message : String(error), asked: undefined }
  }
  if (feed) return { kind: 'found', feed, answer }
  return {
    kind: 'trouble',
    why: answer.status > 299 ? `It answered ${answer.status}.` : 'There is no feed at this address any more.',
    asked: readRetryAfter(answer.headers.get('retry-after'), now),
  }
}

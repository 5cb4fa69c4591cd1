/** A person or group named as author; at least one of the three is known. */
export type FeedAuthor = { name: string | null; url: string | null; email: string | null }

export type FeedEnclosure = {
  url: string
  type: string | null
  /** Bytes. */
  length: number | null
  title: string | null
}

export type FeedEntry = {
  /** Stays the same between fetches: the feed's own id, else the link, else a digest of the text. */
  id: string
  /** Plain text. */
  title: string | null
  link: string | null
  authors: readonly FeedAuthor[]
  publishedAt: string | null
  updatedAt: string | null
  /** Plain text. */
  summary: string | null
  /** Sanitised: safe to show. */
  contentHtml: string | null
  categories: readonly string[]
  enclosures: readonly FeedEnclosure[]
}

export type FeedFormat = 'rss' | 'rdf' | 'cdf' | 'atom' | 'json-feed' | 'h-feed'

export type FeedDocument = {
  format: FeedFormat
  version: string | null
  title: string | null
  description: string | null
  link: string | null
  language: string | null
  authors: readonly FeedAuthor[]
  entries: readonly FeedEntry[]
  /** The address it gives itself (`rel=self`), under which hubs know it. */
  self: string | null
  /** WebSub hubs that tell at once what is new. */
  hubs: readonly string[]
}

/** Thrown for bytes that hold no feed; `message` says what they are instead. */
export class NotAFeed extends Error {
  override readonly name = 'NotAFeed'
  readonly code = 'not-a-feed'
  /** Feeds that a web page given in place of a feed links to. */
  readonly feeds: readonly string[]
  constructor(message: string, feeds: readonly string[] = []) {
    super(message)
    this.feeds = feeds
  }
}

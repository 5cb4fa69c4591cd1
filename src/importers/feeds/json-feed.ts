import { escapeText } from '../html/sanitise.ts'
import { htmlToText, looksLikeMarkedUpLine } from '../html/text.ts'
import { digestOf } from '../text/digest.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { parseFeedDate } from './dates.ts'
import type { FeedAuthor, FeedDocument, FeedEntry } from './document.ts'
import { uniqueEnclosures } from './enclosures.ts'
import { languageTag, orNull, safeHtml, unique, uniqueAuthors } from './values.ts'

const isPost = (item: unknown): boolean =>
  isJsonObject(item) && item.id !== undefined && (item.content_html !== undefined || item.content_text !== undefined)

export const isJsonFeed = (value: unknown): value is JsonObject =>
  isJsonObject(value) &&
  ((typeof value.version === 'string' && /jsonfeed\.org/i.test(value.version)) ||
    (Array.isArray(value.items) && (jsonText(value.title) !== null || value.items.some(isPost))))

/** 1.0 has one `author`, 1.1 a list; feeds mix them. */
function authorsOf(holder: JsonObject, base: string | undefined): FeedAuthor[] {
  return uniqueAuthors(
    [...jsonList(holder.authors), ...jsonList(holder.author)].map(author => {
      if (typeof author === 'string') return { name: orNull(author), url: null, email: null }
      if (!isJsonObject(author)) return null
      const url = jsonText(author.url)
      const email = /^mailto:([^?]+)/i.exec(url ?? '')?.[1] ?? null
      return { name: jsonText(author.name), url: resolveWebUrl(url, base), email }
    }),
  )
}

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(part => `<p>${escapeText(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n')

function readItem(item: JsonObject, feedBase: string | undefined, feedAuthors: readonly FeedAuthor[]): FeedEntry {
  const own = resolveWebUrl(jsonText(item.url), feedBase)
  const id = jsonText(item.id)
  const link =
    own ??
    resolveWebUrl(jsonText(item.external_url), feedBase) ??
    (id && /^https?:\/\//i.test(id) ? resolveWebUrl(id, undefined) : null)
  const html = jsonText(item.content_html)
  const text = jsonText(item.content_text)
  const summary = jsonText(item.summary) ?? ''
  const authors = authorsOf(item, feedBase)
  const attachments = jsonList(item.attachments)
    .filter(isJsonObject)
    .map(attachment => {
      const url = resolveWebUrl(jsonText(attachment.url), feedBase)
      const length = Number(attachment.size_in_bytes ?? Number.NaN)
      return url === null
        ? null
        : {
            url,
            type: jsonText(attachment.mime_type),
            length: Number.isSafeInteger(length) && length >= 0 ? length : null,
            title: jsonText(attachment.title),
          }
    })
  const title = jsonText(item.title)
  return {
    id: id ?? link ?? digestOf(title ?? '', jsonText(item.date_published) ?? '', html ?? text ?? ''),
    title,
    link,
    authors: authors.length > 0 ? authors : feedAuthors,
    publishedAt: parseFeedDate(jsonText(item.date_published)),
    updatedAt: parseFeedDate(jsonText(item.date_modified)),
    summary: orNull(looksLikeMarkedUpLine(summary) ? htmlToText(summary) : summary),
    contentHtml: html === null ? (text === null ? null : paragraphs(text)) : safeHtml(html, link ?? feedBase),
    categories: unique(jsonList(item.tags).map(jsonText)),
    enclosures: uniqueEnclosures(attachments),
  }
}

/** JSON Feed 1 and 1.1. */
export function readJsonFeed(feed: JsonObject, documentUrl: string | undefined): FeedDocument {
  const link = resolveWebUrl(jsonText(feed.home_page_url), documentUrl)
  const base = documentUrl ?? resolveWebUrl(jsonText(feed.feed_url), undefined) ?? link ?? undefined
  const authors = authorsOf(feed, base)
  const version = /version\/([\d.]+)/.exec(jsonText(feed.version) ?? '')?.[1]
  return {
    format: 'json-feed',
    version: version === undefined ? null : version === '1' ? '1.0' : version,
    title: jsonText(feed.title),
    description: jsonText(feed.description),
    link,
    language: languageTag(jsonText(feed.language)),
    authors,
    self: resolveWebUrl(jsonText(feed.feed_url), documentUrl),
    hubs: jsonList(feed.hubs)
      .filter(isJsonObject)
      .filter(hub => /^websub$/i.test(jsonText(hub.type) ?? ''))
      .flatMap(hub => resolveWebUrl(jsonText(hub.url), documentUrl) ?? [])
      .slice(0, 8),
    entries: jsonList(feed.items)
      .filter(isJsonObject)
      .map(item => readItem(item, base, authors)),
  }
}

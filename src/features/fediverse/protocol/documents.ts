import { postHtml, postUrl, type ShownPost, summaryOf } from '#features/blog/index.ts'
import type { Site } from '#features/site/index.ts'
import { escapeHtml } from '#kernel/html.ts'
import { everybody, type Sending, versionOf } from '../model.ts'

export type Json = Record<string, unknown>
/** Who speaks. */
export type Speaker = { handle: string; base: string; sends: Sending; publicKey: string; createdAt: Date }

const context = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1']
const [plainContext] = context

export const actorUri = ({ base }: Pick<Speaker, 'base'>): string => `${base}/fediverse/actor`
export const keyUri = (speaker: Pick<Speaker, 'base'>): string => `${actorUri(speaker)}#main-key`
export const followersUri = ({ base }: Pick<Speaker, 'base'>): string => `${base}/fediverse/followers`
export const addressOf = ({ handle, base }: Pick<Speaker, 'base' | 'handle'>): string =>
  `@${handle}@${new URL(base).host}`
export const noteUri = ({ base }: Pick<Speaker, 'base'>, id: string): string => `${base}/fediverse/notes/${id}`
export const postUri = ({ base }: Pick<Speaker, 'base'>, post: { id: string; publishedAt: Date | null }): string =>
  `${base}/fediverse/posts/${post.id}-${versionOf(post.publishedAt ?? new Date(0))}`

/** What of ours an address names. */
export function oursAt(
  { base }: Pick<Speaker, 'base'>,
  uri: string | undefined,
): { kind: 'post' | 'note'; id: string } | { kind: 'page'; slug: string } | undefined {
  if (!uri?.startsWith(`${base}/`)) return undefined
  const path = uri.slice(base.length).replace(/[?#].*$/, '')
  const [, kind, id] =
    /^\/fediverse\/(post|note)s\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-[0-9a-z]+)?$/.exec(path) ?? []
  if (id) return { kind: kind === 'post' ? 'post' : 'note', id }
  const slug = /^\/blog\/([a-z0-9-]+)$/.exec(path)?.[1]
  return slug ? { kind: 'page', slug } : undefined
}

export function actorDocument(site: Site, speaker: Speaker): Json {
  const me = actorUri(speaker)
  return {
    '@context': context,
    id: me,
    type: 'Organization',
    preferredUsername: speaker.handle,
    name: site.name,
    summary: site.tagline === '' ? '' : `<p>${escapeHtml(site.tagline)}</p>`,
    url: `${speaker.base}/blog`,
    inbox: `${speaker.base}/fediverse/inbox`,
    outbox: `${speaker.base}/fediverse/outbox`,
    followers: followersUri(speaker),
    following: `${speaker.base}/fediverse/following`,
    manuallyApprovesFollowers: false,
    discoverable: true,
    indexable: true,
    published: speaker.createdAt.toISOString(),
    publicKey: { id: keyUri(speaker), owner: me, publicKeyPem: speaker.publicKey },
  }
}

const hashtag = (tag: string) =>
  `#${tag
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')}`

/** A post as others see it: the opening with a link, or all of it. */
export function postDocument(site: Site, speaker: Speaker, post: ShownPost): Json {
  const page = postUrl(site, post)
  const tags = post.content.tags.filter(tag => hashtag(tag) !== '#')
  const links = tags.map(
    tag =>
      `<a href="${escapeHtml(`${site.base}/blog/tag/${encodeURIComponent(tag.toLowerCase())}`)}" class="mention hashtag" rel="tag">${escapeHtml(hashtag(tag))}</a>`,
  )
  const { title, lang } = post.content
  const whole = speaker.sends === 'whole'
  const opening = `<p><strong>${escapeHtml(title)}</strong></p><p>${escapeHtml(summaryOf(post))}</p><p><a href="${escapeHtml(page)}">${escapeHtml(page)}</a></p>`
  const content = `${whole ? postHtml(post, page) : opening}${links.length > 0 ? `<p>${links.join(' ')}</p>` : ''}`
  return {
    id: postUri(speaker, post),
    type: whole ? 'Article' : 'Note',
    attributedTo: actorUri(speaker),
    ...(whole ? { name: title, summary: summaryOf(post) } : {}),
    content,
    contentMap: { [lang]: content },
    url: page,
    published: post.publishedAt?.toISOString(),
    ...(post.revisedAt && post.publishedAt && post.revisedAt > post.publishedAt
      ? { updated: post.revisedAt.toISOString() }
      : {}),
    to: everybody,
    cc: followersUri(speaker),
    tag: tags.map(tag => ({
      type: 'Hashtag',
      name: hashtag(tag).toLowerCase(),
      href: `${site.base}/blog/tag/${encodeURIComponent(tag.toLowerCase())}`,
    })),
  }
}

/** An activity of ours about an object that names its readers. */
export function about(type: 'Create' | 'Update', speaker: Speaker, object: Json, mark: string): Json {
  const { to, cc, published } = object
  return {
    '@context': plainContext,
    id: `${String(object.id)}#${mark}`,
    type,
    actor: actorUri(speaker),
    ...(published && type === 'Create' ? { published } : {}),
    to,
    cc,
    object,
  }
}

export function gone(speaker: Speaker, id: string, readers: Json): Json {
  return {
    '@context': plainContext,
    id: `${id}#delete`,
    type: 'Delete',
    actor: actorUri(speaker),
    ...readers,
    object: { id, type: 'Tombstone' },
  }
}

const linkify = (line: string) =>
  escapeHtml(line).replaceAll(
    /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g,
    url => `<a href="${url}" rel="nofollow noopener">${url}</a>`,
  )

/** What a recruiter answers, to one person: before everybody, or to them alone. */
export function noteDocument(
  speaker: Speaker,
  given: {
    id: string
    to: { uri: string; url: string; address: string }
    text: string
    replyTo: string | undefined
    isPublic: boolean
    at: Date
    updatedAt?: Date
  },
): Json {
  const { to } = given
  const name = to.address.replace(/^@([^@]+)@.*$/, '$1')
  const mention = `<span class="h-card"><a href="${escapeHtml(to.url)}" class="u-url mention">@<span>${escapeHtml(name)}</span></a></span>`
  const paragraphs = given.text
    .trim()
    .split(/\n{2,}/)
    .map(part => part.split('\n').map(linkify).join('<br>'))
  const content = paragraphs.map((part, at) => `<p>${at === 0 ? `${mention} ` : ''}${part}</p>`).join('')
  return {
    id: noteUri(speaker, given.id),
    type: 'Note',
    attributedTo: actorUri(speaker),
    content,
    published: given.at.toISOString(),
    ...(given.updatedAt ? { updated: given.updatedAt.toISOString() } : {}),
    ...(given.replyTo === undefined ? {} : { inReplyTo: given.replyTo }),
    ...(given.isPublic ? { to: everybody, cc: to.uri, url: noteUri(speaker, given.id) } : { to: to.uri }),
    tag: [{ type: 'Mention', href: to.uri, name: to.address }],
  }
}

export const withContext = (document: Json): Json => ({ '@context': plainContext, ...document })

import {
  type ChatOffer,
  chatLink,
  chatScript,
  feedLine,
  markdownHtml,
  type PageParts,
  plainFrom,
  type Site,
  siteDocument,
  withWholeAddresses,
} from '#features/site/index.ts'
import { escapeHtml } from '#kernel/html.ts'
import { fillWords } from '#kernel/public-words.ts'
import { readingMinutes, tagSlug } from './model.ts'
import type { Mention } from './store/mentions.ts'
import type { Post } from './store/posts.ts'
import { blogWords } from './words.ts'

export const blogFeeds = [
  { path: 'rss.xml', format: 'rss', title: 'RSS', type: 'application/rss+xml' },
  { path: 'atom.xml', format: 'atom', title: 'Atom', type: 'application/atom+xml' },
  { path: 'feed.json', format: 'json', title: 'JSON Feed', type: 'application/feed+json' },
] as const

export const postUrl = (site: Site, post: Pick<Post, 'slug'>): string => `${site.base}/blog/${post.slug}`
export const authorUrl = (site: Site, post: Pick<Post, 'author'>): string => `${site.base}/blog/by/${post.author}`

/** Pictures of ours come in two widths. `page`: for readers elsewhere, whose links have to lead back here. */
export function postHtml(post: Pick<Post, 'content'>, page?: string): string {
  const html = markdownHtml(post.content.body)
  const base = page === undefined ? '' : new URL(page).origin
  return (page === undefined ? html : withWholeAddresses(html, page)).replaceAll(
    /src="([^"]*)(\/blog\/images\/[0-9a-f-]{36})\.webp"/g,
    (all, host: string, path: string) =>
      host === base
        ? `src="${base}${path}.webp" srcset="${base}${path}-small.webp 800w, ${base}${path}.webp 1600w" sizes="(max-width: 46rem) 100vw, 46rem"`
        : all,
  )
}

export const firstImage = (post: Pick<Post, 'content'>): string | undefined =>
  /!\[[^\]]*\]\((\/blog\/images\/[0-9a-f-]{36}\.webp)\)/.exec(post.content.body)?.[1]

export const summaryOf = (post: Pick<Post, 'content'>): string =>
  post.content.summary.trim() || plainFrom(post.content.body, 220)

export const shownAt = (post: Post): Date => post.publishedAt ?? post.updatedAt

function dateHtml(post: Post, lang: string, kind: 'dt-published' | ''): string {
  const at = shownAt(post)
  const words = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
  return `<time${kind ? ` class="${kind}"` : ''} datetime="${at.toISOString()}">${words}</time>`
}

const tagLinks = (post: Post) =>
  post.content.tags
    .filter(tag => tagSlug(tag) !== '')
    .map(
      tag =>
        `<a class="p-category" rel="tag" href="/blog/tag/${encodeURIComponent(tagSlug(tag))}">${escapeHtml(tag)}</a>`,
    )
    .join('\n')

const feedsOf = (site: Site) =>
  blogFeeds.map(({ path, type, title }) => ({
    href: `${site.base}/blog/${path}`,
    type,
    title: `${blogWords[site.lang].blog}: ${title}`,
  }))

const links = (site: Site) => [
  `<link rel="webmention" href="${escapeHtml(`${site.base}/webmention`)}">`,
  ...(site.hub ? [`<link rel="hub" href="${escapeHtml(site.hub)}">`] : []),
]

function askHtml(offer: ChatOffer | undefined, lang: Site['lang']): string {
  if (!offer) return ''
  const words = blogWords[lang]
  return `<section class="ask"><h2>${escapeHtml(words.chatTitle)}</h2><p>${escapeHtml(words.chatLead)}</p>
${chatLink(offer, words.chat)}</section>`
}

function mentionsHtml(mentions: readonly Mention[], lang: Site['lang']): string {
  if (mentions.length === 0) return ''
  const words = blogWords[lang]
  const items = mentions.map(mention => {
    const name = escapeHtml(mention.authorName)
    const isHeard = mention.kind === 'reply' || mention.kind === 'mention'
    const said =
      isHeard && mention.words !== '' ? `<blockquote>${escapeHtml(mention.words.slice(0, 500))}</blockquote>` : ''
    return `<li><p><a href="${escapeHtml(mention.source)}" rel="nofollow ugc noopener">${name}</a> ${escapeHtml(words.kinds[mention.kind])}</p>${said}</li>`
  })
  return `<section class="text comments"><h2>${escapeHtml(words.said)}</h2><ul>${items.join('')}</ul></section>`
}

/** One post. `preview`: the chat stays shut and nobody is counted. */
export function postPageHtml(
  site: Site,
  post: Post,
  rest: {
    mentions: readonly Mention[]
    offer: ChatOffer | undefined
    preview?: true
    /** The blog in the fediverse, and the post there. */
    told?: { address: string; uri: string } | undefined
  },
): string {
  const { content } = post
  const { lang } = content
  const words = blogWords[lang]
  const url = postUrl(site, post)
  const image = firstImage(post)
  const minutes = fillWords(words.minutes, { n: String(readingMinutes(content.body)) })
  const main = `<article class="h-entry"><header>
<h1 class="p-name">${escapeHtml(content.title)}</h1>
${content.summary.trim() === '' ? '' : `<p class="lead p-summary">${escapeHtml(content.summary)}</p>`}
<p class="over"><a class="p-author h-card" rel="author" href="${escapeHtml(authorUrl(site, post))}">${escapeHtml(post.authorName)}</a> · <a class="u-url" href="${escapeHtml(url)}">${dateHtml(post, lang, 'dt-published')}</a> · ${minutes}</p></header>
<div class="text e-content">${postHtml(post)}</div>
${content.tags.length > 0 ? `<p class="tags">${tagLinks(post)}</p>` : ''}
</article>
${rest.preview ? '' : askHtml(rest.offer, lang)}
${mentionsHtml(rest.mentions, lang)}
<p class="after"><a href="/blog">${escapeHtml(words.all)}</a></p>`
  return siteDocument(site, {
    title: content.title,
    lead: summaryOf(post),
    url,
    lang,
    main,
    kind: 'article',
    here: 'blog',
    image: image && `${site.base}${image}`,
    feeds: feedsOf(site),
    links: [
      ...links(site),
      ...(rest.told
        ? [
            `<link rel="alternate" type="application/activity+json" href="${escapeHtml(rest.told.uri)}">`,
            `<meta name="fediverse:creator" content="${escapeHtml(rest.told.address)}">`,
          ]
        : []),
    ],
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'BlogPosting',
        headline: content.title,
        description: summaryOf(post),
        inLanguage: lang,
        url,
        mainEntityOfPage: url,
        datePublished: shownAt(post).toISOString(),
        dateModified: (post.revisedAt ?? shownAt(post)).toISOString(),
        author: { '@type': 'Person', name: post.authorName, url: authorUrl(site, post) },
        publisher: { '@type': 'Organization', name: site.name, url: `${site.base}/jobs` },
        ...(image ? { image: `${site.base}${image}` } : {}),
        ...(content.tags.length > 0 ? { keywords: content.tags.join(', ') } : {}),
      },
    ],
    ...(rest.preview
      ? { hidden: true }
      : { end: chatScript(rest.offer, { campaign: `post:${post.id}`, lang, label: words.chat }) }),
  })
}

const listHtml = (posts: readonly Post[]) =>
  `<ul class="posts">${posts
    .map(post => {
      const { lang, title } = post.content
      return `<li class="h-entry" lang="${lang}"><h3><a class="u-url p-name" href="/blog/${post.slug}">${escapeHtml(title)}</a></h3>
<p class="summary p-summary">${escapeHtml(summaryOf(post))}</p>
<p>${dateHtml(post, lang, 'dt-published')} · <span class="p-author h-card">${escapeHtml(post.authorName)}</span> · ${fillWords(blogWords[lang].minutes, { n: String(readingMinutes(post.content.body)) })}</p></li>`
    })
    .join('\n')}</ul>`

/** All posts, those of one tag, or those of one author. */
export function blogHtml(
  site: Site,
  posts: readonly Post[],
  only:
    | { kind: 'all'; name?: string | undefined }
    | { kind: 'tag'; tag: string; slug: string }
    | { kind: 'author'; name: string; id: string },
): string {
  const words = blogWords[site.lang]
  const title =
    only.kind === 'all'
      ? words.blog
      : only.kind === 'tag'
        ? fillWords(words.tagged, { tag: only.tag })
        : fillWords(words.from, { name: only.name })
  const path =
    only.kind === 'all' ? '' : only.kind === 'tag' ? `/tag/${encodeURIComponent(only.slug)}` : `/by/${only.id}`
  const page: PageParts = {
    title: only.kind === 'all' ? `${words.blog}, ${site.name}` : title,
    lead: site.tagline || words.lead,
    url: `${site.base}/blog${path}`,
    lang: site.lang,
    here: 'blog',
    feeds: feedsOf(site),
    links: links(site),
    main: `<div class="h-feed"><header><h1 class="p-name">${only.kind === 'author' ? `<span class="h-card"><span class="p-name">${escapeHtml(only.name)}</span></span>` : escapeHtml(title)}</h1>
${only.kind === 'all' ? `<p class="lead">${escapeHtml(site.tagline || words.lead)}</p>` : ''}</header>
<section><h2>${escapeHtml(only.kind === 'all' ? words.older : title)}</h2>${posts.length === 0 ? `<p>${escapeHtml(words.none)}</p>` : listHtml(posts)}
${feedLine(
  site.lang,
  blogFeeds.map(({ path: file, title: name }) => ({ href: `/blog/${file}`, title: name })),
)}${only.kind === 'all' && only.name ? `<p class="feeds">${escapeHtml(words.follow)} <strong>${escapeHtml(only.name)}</strong></p>` : ''}</section></div>`,
  }
  return siteDocument(site, page)
}

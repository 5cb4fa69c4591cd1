import { escapeHtml, scriptJson } from '#kernel/html.ts'
import { directionOf } from '#kernel/public-languages.ts'
import type { Site } from './actions.ts'
import type { Described } from './model.ts'
import { siteWords } from './words.ts'

export type PageParts = Described & {
  /** HTML of `<main>`. */
  main: string
  /** Structured data for search engines, one object of schema.org each. */
  data?: readonly object[]
  /** Feeds that a reader can be told of. */
  feeds?: readonly { href: string; type: string; title: string }[]
  image?: string | undefined
  kind?: 'website' | 'article'
  /** More of `<head>`: links that programs follow. */
  links?: readonly string[]
  /** Kept out of search engines. */
  hidden?: boolean
  /** What stands after the footer: the chat's script. */
  end?: string
  /** Where the site's own navigation shows that one is here. */
  here?: 'jobs' | 'blog' | 'privacy'
}

/** The frame of every public page: reads without script, says where one is, and leads on. */
export function siteDocument(site: Site, page: PageParts): string {
  const words = siteWords[page.lang]
  const lead = escapeHtml(page.lead.slice(0, 300))
  const title = page.title === site.name ? page.title : `${page.title} · ${site.name}`
  const path = (here: string) => `href="/${here}"${page.here === here ? ' aria-current="page"' : ''}`
  const feedLinks = (page.feeds ?? []).map(
    feed =>
      `<link rel="alternate" type="${feed.type}" title="${escapeHtml(feed.title)}" href="${escapeHtml(feed.href)}">`,
  )
  const data = (page.data ?? []).map(each => `<script type="application/ld+json">${scriptJson(each)}</script>`)
  return `<!doctype html>
<html lang="${page.lang}" dir="${directionOf(page.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${lead}">
${page.hidden ? '<meta name="robots" content="noindex">' : `<link rel="canonical" href="${escapeHtml(page.url)}">`}
<meta property="og:type" content="${page.kind ?? 'website'}">
<meta property="og:site_name" content="${escapeHtml(site.name)}">
<meta property="og:title" content="${escapeHtml(page.title)}">
<meta property="og:description" content="${lead}">
<meta property="og:url" content="${escapeHtml(page.url)}">
${page.image ? `<meta property="og:image" content="${escapeHtml(page.image)}">` : ''}
<link rel="icon" href="/kith.svg" type="image/svg+xml">
<link rel="stylesheet" href="/widget/site.css">
${site.accent ? `<link rel="stylesheet" href="/site/theme.css?${site.accent.slice(1)}">` : ''}
${[...feedLinks, ...(page.links ?? []), ...data].join('\n')}
</head>
<body>
<a class="skip" href="#main">${escapeHtml(words.skip)}</a>
<div class="top"><nav aria-label="${escapeHtml(site.name)}"><a class="brand" href="/jobs">${escapeHtml(site.name)}</a>
<a ${path('jobs')}>${escapeHtml(words.jobs)}</a>
<a ${path('blog')}>${escapeHtml(words.blog)}</a></nav></div>
<main id="main">
${page.main}
</main>
<footer><p><a ${path('privacy')}>${escapeHtml(words.privacy)}</a>${site.contact ? ` · ${escapeHtml(site.contact)}` : ''}</p>
<p>${escapeHtml(words.noCookies)} ${escapeHtml(words.servedBy)}</p></footer>
${page.end ?? ''}</body>
</html>
`
}

/** A line of feed links under a list. */
export function feedLine(lang: Described['lang'], feeds: readonly { href: string; title: string }[]): string {
  const links = feeds.map(feed => `<a href="${escapeHtml(feed.href)}">${escapeHtml(feed.title)}</a>`)
  return `<p class="feeds">${escapeHtml(siteWords[lang].feeds)} ${links.join(', ')}</p>`
}

import type { ToolId } from '#kernel/tools.ts'
import type { ProfileRecord } from './contract.ts'

type Pattern = { tool: ToolId; host: RegExp; path: RegExp; url(handle: string): string }

const reserved =
  /^(?:about|explore|features|home|i|intent|login|marketplace|orgs|p|pages|reel|search|settings|share|sharer(?:\.php)?|topics|watch|hashtag|groups|events|company|jobs)$/i

const patterns: readonly Pattern[] = [
  {
    tool: 'linkedin',
    host: /(?:^|\.)linkedin\.com$/,
    path: /^\/in\/([^/]+)/,
    url: handle => `https://www.linkedin.com/in/${handle}`,
  },
  {
    tool: 'linkedin',
    host: /(?:^|\.)linkedin\.com$/,
    path: /^(\/pub\/[^/]+(?:\/\w+){0,3})/,
    url: path => `https://www.linkedin.com${path}`,
  },
  {
    tool: 'github',
    host: /^(?:www\.)?github\.com$/,
    path: /^\/([A-Za-z\d][A-Za-z\d-]*)\/?$/,
    url: handle => `https://github.com/${handle}`,
  },
  {
    tool: 'twitter',
    host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/,
    path: /^\/@?(\w{1,20})\/?$/,
    url: handle => `https://x.com/${handle}`,
  },
  {
    tool: 'facebook',
    host: /^(?:www\.|m\.|[a-z]{2}-[a-z]{2}\.)?(?:facebook|fb)\.com$/,
    path: /^\/([\w.]+)\/?$/,
    url: handle => `https://www.facebook.com/${handle}`,
  },
  {
    tool: 'instagram',
    host: /^(?:www\.)?instagram\.com$/,
    path: /^\/([\w.]+)\/?$/,
    url: handle => `https://www.instagram.com/${handle}/`,
  },
  {
    tool: 'myspace',
    host: /^(?:www\.|profile\.)?myspace\.com$/,
    path: /^\/([\w.-]+)\/?$/,
    url: handle => `https://myspace.com/${handle}`,
  },
  {
    tool: 'bluesky',
    host: /^bsky\.app$/,
    path: /^\/profile\/([^/]+)/,
    url: handle => `https://bsky.app/profile/${handle}`,
  },
  { tool: 'telegram', host: /^(?:t|telegram)\.me$/, path: /^\/(\w{4,})\/?$/, url: handle => `https://t.me/${handle}` },
]

export type Account = { tool: ToolId; handle: string; url: string }

function parse(text: string): URL | undefined {
  try {
    return new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  } catch {
    return undefined
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The account that a web address names, with one spelling of its address; undefined for any other page. */
export function accountOfUrl(written: string): Account | undefined {
  const url = parse(written.trim())
  if (!url) return undefined
  const host = url.hostname.toLowerCase()
  for (const pattern of patterns) {
    const part = pattern.host.test(host) ? pattern.path.exec(url.pathname)?.[1] : undefined
    if (part === undefined || reserved.test(part)) continue
    return { tool: pattern.tool, handle: decoded(part), url: pattern.url(part) }
  }
  const fediverse = /^\/@([\w.-]+)(?:@([\w.-]+\.\w+))?\/?$/.exec(url.pathname)
  if (fediverse?.[1] && !/(?:medium|youtube|tiktok|threads|flipboard|substack)\.(?:com|net)$/.test(host))
    return { tool: 'mastodon', handle: `@${fediverse[1]}@${fediverse[2] ?? host}`, url: url.href }
  return undefined
}

/** A handle or address in a column that is about one tool. */
export function accountOn(tool: 'twitter' | 'github' | 'linkedin', written: string): Account | undefined {
  const text = written.trim()
  const byUrl = accountOfUrl(text)
  if (byUrl?.tool === tool) return byUrl
  const handle = /^@?([\w-]{1,100})$/.exec(text)?.[1]
  const pattern = patterns.find(candidate => candidate.tool === tool)
  return handle && pattern ? { tool, handle, url: pattern.url(handle) } : undefined
}

export const emptyProfile = {
  positions: [],
  education: [],
  skills: [],
  languages: [],
} as const satisfies Partial<ProfileRecord>

export const profileOf = (account: Account): ProfileRecord => ({ ...account, ...emptyProfile })

/** The same account in any spelling of its address gives the same key. */
export const accountKey = ({ tool, handle }: Account): string => `${tool}:${handle.toLowerCase()}`

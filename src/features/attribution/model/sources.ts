import { listNumberIn } from '#features/broadcasts/model.ts'
import type { ToolId } from '#kernel/tools.ts'

/** What people read of ours, and the links that somebody hands out. */
export const thingKinds = ['page', 'post', 'opening', 'list', 'issue', 'feed'] as const
export const linkKinds = ['group', 'profile', 'referral', 'link'] as const
export const sourceKinds = [...thingKinds, ...linkKinds] as const
export type ThingKind = (typeof thingKinds)[number]
export type LinkKind = (typeof linkKinds)[number]
export type SourceKind = (typeof sourceKinds)[number]

/** On which tool each thing is met. */
export const toolOfThing = {
  page: 'website-chat',
  post: 'blog',
  opening: 'job-board',
  list: 'email',
  issue: 'email',
  feed: 'job-feed',
} as const satisfies Record<ThingKind, ToolId>

/** Codes that our own feeds and lists for job boards put into their links. They stand for themselves in every workspace. */
export const feedCodes = {
  'jobs-feed': { label: 'Job feed', tool: 'job-feed', target: '/jobs' },
  'blog-feed': { label: 'Blog feed', tool: 'blog', target: '/blog' },
  indeed: { label: 'Indeed', tool: 'job-board', target: '/jobs' },
  linkedin: { label: 'LinkedIn jobs', tool: 'job-board', target: '/jobs' },
} as const satisfies Readonly<Record<string, { label: string; tool: ToolId; target: string }>>
export type FeedCode = keyof typeof feedCodes
export const isFeedCode = (code: string): code is FeedCode => Object.hasOwn(feedCodes, code)

const codePattern = /^[a-z0-9][a-z0-9-]{1,39}$/
export const isCode = (text: string): boolean => codePattern.test(text)

/** Without letters that are taken for others. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
export function codeFrom(bytes: Uint8Array): string {
  let code = ''
  for (const byte of bytes) code += letters[byte & 31]
  return code
}

/** The number of a list issue in the code that its own links carry. */
export const issueCode = (issueNumber: number): string => `issue-${issueNumber.toString(36)}`
export function issueNumberIn(code: string): number | undefined {
  const [, digits] = /^issue-([0-9a-z]{1,9})$/.exec(code) ?? []
  return digits === undefined ? undefined : Number.parseInt(digits, 36)
}

const ownParts = /^\/(?:p|blog|jobs|l|privacy)(?:\/|$)/

/** A path of our own site, or a whole web address; undefined when it is neither. */
export function targetFrom(text: string, ownHosts: readonly string[]): string | undefined {
  const typed = text.trim()
  if (/[\s\\]/.test(typed) || typed.length > 1_000) return undefined
  if (typed.startsWith('/')) return !typed.startsWith('//') && ownParts.test(typed) ? typed : undefined
  if (!URL.canParse(typed)) return undefined
  const url = new URL(typed)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined
  const path = `${url.pathname}${url.search}${url.hash}`
  return ownHosts.includes(url.host) && ownParts.test(url.pathname) ? path : url.href
}

/** Where `/go/<code>` sends a browser: our own page with its tag, or the given address with the tags that others' statistics read. */
export function addressOf(
  source: { code: string; target: string; tool: string; kind: SourceKind },
  base: string,
): string {
  const { code, target, tool, kind } = source
  const own = target.startsWith('/')
  const url = new URL(target, base)
  const tags = own ? { via: code } : { utm_source: tool, utm_medium: kind, utm_campaign: code }
  for (const [name, value] of Object.entries(tags))
    if (own || !url.searchParams.has(name)) url.searchParams.set(name, value)
  return url.href
}

/** The codes in an address, as they were put there by us. */
export function codesIn(address: string | null | undefined): string[] {
  if (!address || !URL.canParse(address, 'http://kith')) return []
  const { searchParams } = new URL(address, 'http://kith')
  return [searchParams.get('via'), searchParams.get('ref')].flatMap(code =>
    code !== null && isCode(code) ? [code] : [],
  )
}

/** A thing of ours by its address: what a path names. */
export type ThingPath = { kind: 'page' | 'post' | 'opening'; slug: string } | { kind: 'list'; number: number }

export function thingAt(path: string): ThingPath | undefined {
  const [, part, name = ''] = /^\/(p|blog|jobs|l)\/([^/?#]{1,100})\/?$/.exec(path) ?? []
  switch (part) {
    case 'p':
      return { kind: 'page', slug: name }
    case 'blog':
      return { kind: 'post', slug: name }
    case 'jobs':
      return { kind: 'opening', slug: name }
    case 'l': {
      const number = listNumberIn(name)
      return number === undefined ? undefined : { kind: 'list', number }
    }
    default:
      return undefined
  }
}

/** Where somebody may answer: the rest leads there. */
export const isLanding = (kind: SourceKind): boolean =>
  kind === 'page' || kind === 'post' || kind === 'opening' || kind === 'list'

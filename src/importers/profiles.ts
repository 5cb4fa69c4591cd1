import { profileAddress, recogniseProfile } from '#kernel/profile-urls.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { ProfileRecord } from './contract.ts'

export type Account = { tool: ToolId; handle: string; url: string }

/** Tools whose pages are accounts of people; any other page stays a plain address. */
const withAccounts: ReadonlySet<ToolId> = new Set([
  'linkedin',
  'github',
  'twitter',
  'facebook',
  'instagram',
  'myspace',
  'bluesky',
  'mastodon',
  'telegram',
])

/** The account that a web address names, with one spelling of its address; undefined for any other page. */
export function accountOfUrl(written: string): Account | undefined {
  const found = recogniseProfile(written)
  if (!found?.url || !withAccounts.has(found.tool)) return undefined
  return { tool: found.tool, handle: found.handle, url: found.url }
}

/** A handle or address in a column that is about one tool. */
export function accountOn(tool: 'twitter' | 'github' | 'linkedin', written: string): Account | undefined {
  const text = written.trim()
  const found = profileAddress(tool, /[/.]/.test(text) ? { url: text, handle: text } : { handle: text })
  return found?.tool === tool && found.url ? { tool, handle: found.handle, url: found.url } : undefined
}

export const emptyProfile = {
  positions: [],
  education: [],
  skills: [],
  languages: [],
} as const satisfies Partial<ProfileRecord>

export const profileOf = (account: Account): ProfileRecord => ({ ...account, ...emptyProfile })

/** The same account in any spelling of its address gives the same key. */
export const accountKey = ({ tool, handle, url }: Account): string =>
  profileAddress(tool, { handle, url })?.key ?? `${tool}:${handle.toLowerCase()}`

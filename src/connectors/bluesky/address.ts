import { profileAddress } from '#kernel/profile-urls.ts'
import type { RemoteConversation, RemoteId } from '../contract.ts'

const site = 'bsky.app/profile/'
const publicMark = 'public '
/** Names of the DNS; a last label of letters only. */
const handle = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/** `bsky.app/profile/ana.bsky.social`: the key under which profiles keep a Bluesky account. */
export function parseAddress(text: string): RemoteId | undefined {
  const given = text.trim()
  const url = /^https?:\/\//i.test(given) || given.startsWith(site) ? given : undefined
  const bare = given.replace(/^@/, '')
  if (url === undefined && !handle.test(bare)) return undefined
  const found = profileAddress('bluesky', url ? { url } : { handle: bare })
  return found && handle.test(handleIn(found.key)) ? found.key : undefined
}

export const idOf = (name: string): RemoteId => `${site}${name}`.toLowerCase()

export const handleIn = (id: RemoteId): string => (id.startsWith(site) ? id.slice(site.length) : id)

export const directWith = (person: RemoteId): RemoteConversation => ({ id: person, kind: 'direct' })

export const publicWith = (person: RemoteId): RemoteConversation => ({
  id: `${publicMark}${person}`,
  kind: 'public',
  with: person,
})

export const personIn = (to: RemoteConversation): RemoteId => (to.kind === 'public' ? to.with : to.id)

/** The post that a page of the web shows: whose, and its name in their repository. */
export function parsePostUrl(text: string): { who: string; rkey: string } | undefined {
  if (!URL.canParse(text)) return undefined
  const [profile, who, post, rkey, ...more] = new URL(text).pathname.split('/').filter(Boolean)
  if (profile !== 'profile' || post !== 'post' || !who || !rkey || more.length > 0) return undefined
  return { who: decodeURIComponent(who), rkey }
}

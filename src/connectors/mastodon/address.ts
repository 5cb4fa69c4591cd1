import type { RemoteConversation, RemoteId } from '../contract.ts'

/** `@ana@example.org`, in small letters: the key under which profiles keep a fediverse account. */
const full = /^@?([\p{L}\p{N}_][\p{L}\p{N}_.-]*)@((?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d+)?)$/u
const publicMark = 'public '

/** `@ana@example.org`, `ana@example.org` or the address of a profile's page; undefined for anything else. */
export function parseAddress(text: string): RemoteId | undefined {
  const given = text.trim().replace(/^acct:/i, '')
  const handle = full.exec(given)
  if (handle) return isHost(handle[2]) ? `@${handle[1]}@${handle[2]}`.toLowerCase() : undefined
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) return undefined
  const url = new URL(given)
  const [first = '', second = '', ...rest] = url.pathname.split('/').filter(Boolean)
  const name = first.startsWith('@') ? first.slice(1) : first === 'users' ? second : ''
  const more = first.startsWith('@') ? second : rest[0]
  if (name === '' || (more !== undefined && more !== '')) return undefined
  return parseAddress(name.includes('@') ? `@${name}` : `@${name}@${url.host}`)
}

const isHost = (host = '') => host.includes('.') || host.includes(':') || host === 'localhost'

/** An API names people of its own server without the server. */
export function fullAddress(acct: string, ownHost: string): RemoteId {
  return `@${acct.includes('@') ? acct : `${acct}@${ownHost}`}`.toLowerCase()
}

export const directWith = (person: RemoteId): RemoteConversation => ({ id: person, kind: 'direct' })

export const publicWith = (person: RemoteId): RemoteConversation => ({
  id: `${publicMark}${person}`,
  kind: 'public',
  with: person,
})

export const personIn = (to: RemoteConversation): RemoteId =>
  to.kind === 'public' ? to.with : to.id.startsWith(publicMark) ? to.id.slice(publicMark.length) : to.id

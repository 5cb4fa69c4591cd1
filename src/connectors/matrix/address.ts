import type { RemoteId } from '../contract.ts'

const server = String.raw`(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?`
/** User ids may hold old characters beside those of the grammar (specification, appendices: historical user ids). */
const user = new RegExp(String.raw`^@[\x21-\x39\x3b-\x7e]+:${server}$`, 'i')
const room = new RegExp(String.raw`^[!#][^\s:]+(?::${server})?$`, 'i')

const maxBytes = 255

/** `@ana:example.org`, also as a matrix.to link, a `matrix:` address or with spaces around it; the id is compared in small letters. */
export function parseAddress(text: string): RemoteId | undefined {
  const typed = text.trim()
  const link = /^https?:\/\/matrix\.to\/#\/([^?/]+)/i.exec(typed)?.[1] ?? /^matrix:u\/([^?/]+)/i.exec(typed)?.[1]
  const bare = link === undefined ? typed : decoded(link)
  const full = bare.startsWith('@') || link === undefined ? bare : `@${bare}`
  return isUserId(full) ? full.toLowerCase() : undefined
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const isUserId = (text: string): boolean => Buffer.byteLength(text) <= maxBytes && user.test(text)

/** An id (`!…`) or an alias (`#…`). */
export const isRoomAddress = (text: string): boolean => Buffer.byteLength(text) <= maxBytes && room.test(text)

/** What stands behind the first colon; the server that the account or room comes from. */
export const serverNameOf = (id: string): string => id.slice(id.indexOf(':') + 1)

export const localPartOf = (id: string): string => id.slice(1, id.includes(':') ? id.indexOf(':') : undefined)

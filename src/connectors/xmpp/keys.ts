import { createHash } from 'node:crypto'
import { ns } from './namespaces.ts'
import { attribute, type Element } from './xml.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * How a message is named by the id that its sender gave it. Anybody can choose any id, so it counts only together with its author;
 * our own UUIDs stand alone, for that is how Kith names what it sends.
 */
export function sentKey(author: { id: string; own: boolean }, id: string): string {
  return author.own && uuid.test(id) ? id : `from:${author.own ? '' : encodeURIComponent(author.id)}:${id}`
}

/** By the id that the room gave it, which is the same for everybody in it. */
export const roomKey = (room: string, id: string): string => `stanza:${room} ${id}`

/** The key of a message that this account sent with an origin-id (XEP-0359); for Kith's own that is the txn. */
export const ownKey = (originId: string): string => `own:${originId}`

/** The id of the words that go with a file, whose own id is the txn. */
export const wordsOf = (txn: string): string => `words-${txn}`
export const areWords = (originId: string | undefined): boolean =>
  originId?.startsWith('words-') === true && uuid.test(originId.slice('words-'.length))

/** The sender's id travels inside the key, because receipts and markers need it and nothing else keeps it. */
export function archivedKey(archiveId: string, messageId: string | undefined): string {
  return `in:${encodeURIComponent(archiveId)}:${messageId ?? ''}`
}

/** The sender's id of the message that the key names; undefined when it never had one. */
export function messageIdIn(key: string): string | undefined {
  if (key.startsWith('own:')) return key.slice(4)
  const named = /^from:[^:]*:(.*)$/s.exec(key)?.[1]
  if (named) return named
  const tail = /^(?:in|room):[^:]*:(.*)$/s.exec(key)?.[1] ?? /^seen:[^:]*:(.*)$/s.exec(key)?.[1]
  if (tail) return tail
  return uuid.test(key) ? key : undefined
}

/** The key of a message in a room: the room's id for it and its sender's. */
export const inRoomKey = (room: string, id: string, messageId: string | undefined): string =>
  `room:${encodeURIComponent(`${room} ${id}`)}:${messageId ?? ''}`

/** The id that the room gave to the message of the key (`room:<room id>:<sender's id>`). */
export function roomIdIn(key: string): string | undefined {
  const named = /^room:([^:]*):/.exec(key)?.[1]
  return named === undefined ? undefined : decodeURIComponent(named).split(' ').slice(1).join(' ')
}

/** The id that the server `by` gave; ids by anybody else can be forged. */
export function stanzaIdBy(message: Element, by: string): string | undefined {
  const own = message.getChildren('stanza-id', ns.stanzaId).find(each => attribute(each, 'by')?.toLowerCase() === by)
  return attribute(own, 'id')
}

export function originIdOf(message: Element): string | undefined {
  return attribute(message.getChild('origin-id', ns.stanzaId), 'id')
}

/** For servers without an archive: the same message delivered twice gets the same key. */
export function derivedKey(message: Element, stampedAt: Date | undefined): string {
  const id = attribute(message, 'id')
  const facts = [
    attribute(message, 'from'),
    attribute(message, 'to')?.replace(/\/.*$/, ''),
    originIdOf(message) ?? id ?? stampedAt?.toISOString() ?? '',
    message.getChildText('body') ?? '',
  ]
  return `seen:${createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)}:${id ?? ''}`
}

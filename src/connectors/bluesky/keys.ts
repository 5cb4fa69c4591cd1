import { createHash } from 'node:crypto'

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const postKey = (uri: string): string => `post:${uri}`
export const chatKey = (id: string): string => `chat:${id}`
export const postIn = (key: string): string | undefined => (key.startsWith('post:') ? key.slice(5) : undefined)
export const chatIn = (key: string): string | undefined => (key.startsWith('chat:') ? key.slice(5) : undefined)

export function madeAt(txn: string): Date | undefined {
  return uuid.test(txn) ? new Date(Number.parseInt(txn.replaceAll('-', '').slice(0, 12), 16)) : undefined
}

/** The name of a record, the same on every try: a TID from the txn's own time and what makes it unlike others. */
export function recordKey(txn: string, now: Date): string {
  const digest = createHash('sha256').update(txn).digest()
  const micros = BigInt((madeAt(txn) ?? now).getTime()) * 1_000n + BigInt(digest.readUInt16BE(0) % 1_000)
  let bits = (micros << 10n) | BigInt(digest.readUInt16BE(2) & 1_023)
  let name = ''
  for (let at = 0; at < 13; at += 1) {
    name = (alphabet[Number(bits & 31n)] ?? '2') + name
    bits >>= 5n
  }
  return name
}

/** `at://did/collection/rkey` in its parts. */
export function partsOf(uri: string): { did: string; collection: string; rkey: string } | undefined {
  const [, did = '', collection = '', rkey = ''] = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(uri) ?? []
  return rkey === '' ? undefined : { did, collection, rkey }
}

import type { RemoteId } from '../contract.ts'

export const messageKey = (channel: string, id: string): string => `discord:${channel}:${id}`

export function readKey(key: string): { channel: string; id: string } | undefined {
  const found = /^discord:(\d+):(\d+)$/.exec(key)
  return found?.[1] && found[2] ? { channel: found[1], id: found[2] } : undefined
}

/** Discord's nonce has 25 characters; a UUID's 16 bytes take 22. */
export const nonceOf = (txn: string): string => Buffer.from(txn.replaceAll('-', ''), 'hex').toString('base64url')

/** The txn behind a nonce; undefined for those of other programs. */
export function txnOf(nonce: string | number | null | undefined): string | undefined {
  if (typeof nonce !== 'string' || !/^[\w-]{22}$/.test(nonce)) return undefined
  const hex = Buffer.from(nonce, 'base64url').toString('hex')
  const txn = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return nonceOf(txn) === nonce ? txn : undefined
}

/** When Send was pressed; undefined when the txn is no UUIDv7. */
export function madeAt(txn: string): Date | undefined {
  const hex = /^([0-9a-f]{8})-([0-9a-f]{4})-7/i.exec(txn)
  return hex ? new Date(Number.parseInt(`${hex[1]}${hex[2]}`, 16)) : undefined
}

/** A person's number, or the address of their profile. */
export function parseAddress(text: string): RemoteId | undefined {
  return /^(?:<@!?|(?:https?:\/\/)?(?:www\.)?discord(?:app)?\.com\/users\/)?(\d{15,20})>?\/?$/.exec(text.trim())?.[1]
}

import { createHash } from 'node:crypto'
import { domainOf } from './address.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The header that tells our own mail even where a server gives it another Message-ID (Outlook.com). */
export const txnHeader = 'x-kith-message'

/** Ours, and the same on every try: so a mail that was sent before can be found again. */
export function messageIdFor(txn: string, ownAddress: string): string {
  return `${txn}@${domainOf(ownAddress)}`
}

/** The same in every folder, live and in history. */
export const messageKey = (messageId: string): string => `mid:${messageId}`

export const messageIdIn = (key: string): string | undefined => (key.startsWith('mid:') ? key.slice(4) : undefined)

/** The txn of a mail that Kith wrote. */
export function txnIn(messageId: string | undefined): string | undefined {
  const local = messageId?.slice(0, messageId.lastIndexOf('@')) ?? ''
  return uuid.test(local) ? local : undefined
}

export const txnOfHeader = (value: string | undefined): string | undefined =>
  value && uuid.test(value.trim()) ? value.trim() : undefined

/** How a receipt or refusal names a mail of ours: by txn where there is one, for it is known before the network answered. */
export const ownTarget = (messageId: string): string => txnIn(messageId) ?? messageKey(messageId)

/** For mail without a Message-ID: what stays the same wherever the mail lies. */
export function derivedKey(parts: readonly string[]): string {
  return `hash:${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)}`
}

/** When the txn was made: a UUIDv7 begins with its milliseconds. Undefined for another kind of id. */
export function madeAt(txn: string): Date | undefined {
  return uuid.test(txn) ? new Date(Number.parseInt(txn.replaceAll('-', '').slice(0, 12), 16)) : undefined
}

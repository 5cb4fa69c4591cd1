import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { type Reference, referenceText, splitToken } from './model/reference.ts'

/** `listKey`: 32 secret bytes of the installation. */
export type TokenKey = { readonly listKey: Uint8Array }

/** What a token opens: one for the web, which people hold in their hands, and one that mail servers see. */
export type Purpose = 'web' | 'return'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 16

/** Made once: with the bytes alone the two tokens of a mail cost as much as the rest of it. */
const keys = new WeakMap<Uint8Array, KeyObject>()
function keyOf({ listKey }: TokenKey): KeyObject {
  const known = keys.get(listKey) ?? createSecretKey(listKey)
  keys.set(listKey, known)
  return known
}

/** 80 bits, in letters that survive an address. */
function signatureOf(key: TokenKey, purpose: Purpose, text: string): string {
  const bytes = createHmac('sha256', keyOf(key)).update(`${purpose}:${text}`).digest()
  let out = ''
  for (let at = 0; at < length; at += 1) out += letters[(bytes[at] ?? 0) & 31]
  return out
}

export function newReferenceToken(key: TokenKey, purpose: Purpose, reference: Reference): string {
  const text = referenceText(reference)
  return `${text}-${signatureOf(key, purpose, text)}`
}

export function readReferenceToken(key: TokenKey, purpose: Purpose, token: string): Reference | undefined {
  const parts = splitToken(token)
  if (!parts) return undefined
  const good = signatureOf(key, purpose, referenceText(parts.reference))
  return timingSafeEqual(Buffer.from(good), Buffer.from(parts.signature)) ? parts.reference : undefined
}

/** For the mail that asks to confirm: signed, and good for the one nonce that the subscriber's row holds. */
export function newConfirmToken({ listKey }: TokenKey, subscriber: number, nonce: Uint8Array): string {
  const text = `${subscriber.toString(36)}.${Buffer.from(nonce).toString('base64url')}`
  return `${text}.${createHmac('sha256', listKey).update(`confirm:${text}`).digest().subarray(0, 16).toString('base64url')}`
}

export function readConfirmToken(
  { listKey }: TokenKey,
  token: string,
): { subscriber: number; nonce: Buffer } | undefined {
  const [, number, nonce, signature] = /^([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{22})$/.exec(token) ?? []
  if (number === undefined || nonce === undefined || signature === undefined) return undefined
  const good = createHmac('sha256', listKey).update(`confirm:${number}.${nonce}`).digest().subarray(0, 16)
  if (!timingSafeEqual(good, Buffer.from(signature, 'base64url'))) return undefined
  return { subscriber: Number.parseInt(number, 36), nonce: Buffer.from(nonce, 'base64url') }
}

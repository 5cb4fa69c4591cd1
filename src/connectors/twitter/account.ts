import { z } from 'zod'
import type { Account, RemoteId } from '../contract.ts'
import { apiBase } from './manifest.ts'

export type XAccount = {
  clientId: string
  clientSecret: string
  accessToken: string
  refreshToken: string
  consumerSecret: string
  base: string
  /** Known after the first sign-in, and kept with the secrets. */
  userId: string | undefined
}

const token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{10,1000}$/)
const optional = z.string().trim().max(1_000).default('')
const values = z.object({
  clientId: token,
  accessToken: token,
  refreshToken: token,
  clientSecret: optional,
  consumerSecret: optional,
  apiUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  userId: optional,
})

const wrong: Readonly<Record<string, string>> = {
  clientId: 'The client ID stands at developer.x.com: your app, Keys and tokens, OAuth 2.0.',
  accessToken: 'This is no access token of OAuth 2.0. Copy it whole, without spaces.',
  refreshToken: 'The refresh token comes with the access token when offline.access was asked for. Copy it whole.',
  apiUrl: 'The address of the API begins with https://.',
}

export function readAccount(account: Account): { ok: true; value: XAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    return { ok: false, text: wrong[field] ?? 'The account is not complete.' }
  }
  const { apiUrl, userId, ...rest } = parsed.data
  const base = (apiUrl || apiBase).replace(/\/+$/, '')
  return { ok: true, value: { ...rest, base, userId: userId === '' ? undefined : userId } }
}

/** As profiles are named everywhere in Kith: `x.com/ana`. */
export const remoteIdOf = (username: string): RemoteId => `x.com/${username.toLowerCase()}`

/** `@Ana`, `x.com/Ana`, `https://twitter.com/Ana`. */
export function parseAddress(text: string): RemoteId | undefined {
  const found = /^(?:(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?|@)(\w{1,15})\/?$/i.exec(text.trim())?.[1]
  return found === undefined ? undefined : remoteIdOf(found)
}

export const usernameOf = (id: RemoteId): string | undefined => /^x\.com\/(\w{1,15})$/.exec(id)?.[1]

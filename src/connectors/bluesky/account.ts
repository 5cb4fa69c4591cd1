import { z } from 'zod'
import type { Account } from '../contract.ts'

export type BlueskyAccount = {
  identifier: string
  password: string
  service: string
  historyDays: number
  plain: boolean
}

const values = z.object({
  handle: z.string().trim().min(1).max(300),
  password: z.string().trim().min(1).max(500),
  service: z.string().trim().max(300).default(''),
  historyDays: z.union([z.literal(''), z.coerce.number().min(0).max(3_650)]).default(''),
  allowPlain: z.string().default(''),
})

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i
const home = 'https://bsky.social'

/** Whether a password may be sent there. */
export function isSafe(address: string, plain: boolean): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'https:' || (url.protocol === 'http:' && plain && loopback.test(url.hostname))
}

export function readAccount(account: Account): { ok: true; value: BlueskyAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? 'form'
    return { ok: false, text: `The account is not complete: please check “${field}”.` }
  }
  const { handle, password, service: given, historyDays, allowPlain } = parsed.data
  const plain = allowPlain === 'true' || allowPlain === 'on'
  const service = given === '' ? home : /^https?:\/\//i.test(given) ? given : `https://${given}`
  if (!isSafe(service, plain))
    return {
      ok: false,
      text: `“${given.slice(0, 100)}” is no server that Kith can sign in to. It looks like this: https://bsky.social; without encryption only on this machine.`,
    }
  return {
    ok: true,
    value: {
      identifier: handle.replace(/^@/, ''),
      password,
      service: new URL(service).origin,
      historyDays: historyDays === '' ? 30 : historyDays,
      plain,
    },
  }
}

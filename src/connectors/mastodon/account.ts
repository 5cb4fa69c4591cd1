import { z } from 'zod'
import type { Account } from '../contract.ts'

export type MastodonAccount = { base: string; token: string; historyDays: number }

const values = z.object({
  server: z.string().trim().min(1).max(300),
  token: z.string().trim().min(1).max(4_000),
  historyDays: z.union([z.literal(''), z.coerce.number().min(0).max(3_650)]).default(''),
  allowPlain: z.string().default(''),
})

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

/** Where the API of a server is: `mastodon.social`, `https://mastodon.social/@me` and `@me@mastodon.social` mean the same. */
export function readServer(
  text: string,
  allowPlain: boolean,
): { ok: true; base: string } | { ok: false; text: string } {
  const given = text.trim().replace(/^.*@(?=[^/@]+$)/, '')
  const address = /^https?:\/\//i.test(given) ? given : `${allowPlain ? 'http' : 'https'}://${given}`
  if (!URL.canParse(address) || /\s/.test(given))
    return {
      ok: false,
      text: `“${text.slice(0, 100)}” is not the name of a server. It looks like this: mastodon.social.`,
    }
  const url = new URL(address)
  if (url.protocol === 'http:' && !(allowPlain && loopback.test(url.hostname)))
    return {
      ok: false,
      text: 'Connecting without encryption is possible only to a server on this machine. Write the server with https://.',
    }
  return { ok: true, base: url.origin }
}

export function readAccount(account: Account): { ok: true; value: MastodonAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? 'form'
    return { ok: false, text: `The account is not complete: please check “${field}”.` }
  }
  const { token, historyDays, allowPlain } = parsed.data
  const server = readServer(parsed.data.server, allowPlain === 'true' || allowPlain === 'on')
  if (!server.ok) return server
  if (/\s/.test(token)) return { ok: false, text: 'The access token has no spaces or line breaks. Copy it once more.' }
  return { ok: true, value: { base: server.base, token, historyDays: historyDays === '' ? 30 : historyDays } }
}

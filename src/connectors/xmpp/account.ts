import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Account } from '../contract.ts'
import { parseJid } from './jid.ts'

export type XmppAccount = {
  local: string
  domain: string
  /** The bare address. */
  jid: string
  password: string
  /** Absent: found through the domain's SRV records. */
  server: { host: string; port: number } | undefined
  /** Stable per account, so that a new connection replaces the one that was lost. */
  resource: string
  /** Passwords in the clear are accepted for loopback only. */
  allowPlain: boolean
  historyDays: number
}

const values = z.object({
  jid: z.string().trim().min(1),
  password: z.string().min(1),
  server: z.string().trim().default(''),
  port: z.union([z.literal(''), z.coerce.number().int().min(1).max(65_535)]).default(''),
  resource: z.string().trim().max(200).default(''),
  historyDays: z.union([z.literal(''), z.coerce.number().min(0).max(3_650)]).default(''),
  allowPlain: z.string().default(''),
})

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i

export function readAccount(account: Account): { ok: true; value: XmppAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? 'form'
    return { ok: false, text: `The account is not complete: please check “${field}”.` }
  }
  const form = parsed.data
  const jid = parseJid(form.jid)
  if (!jid?.local)
    return {
      ok: false,
      text: `“${form.jid}” is not an XMPP address. It looks like an e-mail address: you@example.org.`,
    }
  const host = form.server || (form.port === '' ? undefined : jid.domain)
  const wantsPlain = form.allowPlain === 'true' || form.allowPlain === 'on'
  if (wantsPlain && !loopback.test(host ?? jid.domain))
    return {
      ok: false,
      text: 'Connecting without encryption is possible only to a server on this machine. Switch it off, or use 127.0.0.1.',
    }
  const own = createHash('sha256').update(account.id).digest('hex').slice(0, 8)
  return {
    ok: true,
    value: {
      local: jid.local,
      domain: jid.domain,
      jid: `${jid.local}@${jid.domain}`,
      password: form.password,
      server: host ? { host: host.replace(/^\[|\]$/g, ''), port: form.port === '' ? 5222 : form.port } : undefined,
      resource: form.resource || `kith-${own}`,
      allowPlain: wantsPlain,
      historyDays: form.historyDays === '' ? 30 : form.historyDays,
    },
  }
}

import { z } from 'zod'
import type { Account } from '../contract.ts'

export type DiscordAccount = { token: string }

const values = z.object({ token: z.string().trim().min(1).max(300) })

export function readAccount(account: Account): { ok: true; value: DiscordAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success)
    return {
      ok: false,
      text: 'The bot’s token is missing: in the Developer Portal under Bot, “Reset Token” shows it once.',
    }
  const token = parsed.data.token.replace(/^Bot\s+/i, '')
  if (!/^[\w-]{10,}\.[\w-]{3,}\.[\w-]{10,}$/.test(token))
    return {
      ok: false,
      text: 'This is no bot token. It has three parts with dots between them; the Developer Portal shows it under Bot, not under OAuth2.',
    }
  return { ok: true, value: { token } }
}
